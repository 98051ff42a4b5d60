#pragma once

#include "domain/result.h"

#include <QStringList>

namespace studio::cli {

/// The words of the whole command line, before any command is made.
struct CommandLine
{
    enum class Wish { Window, Command, Help, Version };

    Wish wish = Wish::Window;
    QString command; ///< For Command; for Help: the command whose help is wanted, or empty.
    QStringList arguments; ///< Of the command.
    QString dataDir; ///< From --data-dir; empty: the usual place.
    QString profile; ///< From --profile; empty: the first.
};

/// InvalidData with a sentence for the person. `words` are without the program's own name.
Result<CommandLine> parseCommandLine(const QStringList &words);

} // namespace studio::cli
