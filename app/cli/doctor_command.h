#pragma once

#include "cli/command.h"

namespace studio::cli {

/// `doctor`: what is there, what works and what is missing.
class DoctorCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start(const QStringList &arguments) override;
};

} // namespace studio::cli
