#pragma once

#include "cli/command.h"

namespace studio::cli {

/// `courses`: the list of courses on this computer.
class CoursesCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start(const QStringList &arguments) override;
};

} // namespace studio::cli
