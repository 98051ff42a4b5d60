#pragma once

#include "cli/command.h"

#include <span>

namespace studio::cli {

/// One command as `help` shows it, and how to make it.
struct CommandEntry
{
    const char *name;
    const char *synopsis;
    const char *summary; ///< One line; translated in the context "cli".
    const char *details; ///< Options and examples; translated in the context "cli".
    bool needsWork; ///< Reads or writes the person's work: goes to the running program when there is one.
    std::unique_ptr<Command> (*make)(const Environment &environment, CommandIo io);
    bool needsPlatform = false; ///< Begins when Platform::opened() has ended.
};

std::span<const CommandEntry> commandTable();
const CommandEntry *findCommand(const QString &name); ///< Null when there is none.
QString nearestCommand(const QString &name); ///< For "did you mean"; empty when nothing is near.

QString helpText(); ///< Of the whole program.
QString helpText(const CommandEntry &entry);

} // namespace studio::cli
