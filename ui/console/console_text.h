#pragma once

#include "domain/ports/console.h"

#include <QString>

namespace studio::ui {

/// Whether Return should only begin a new line: the source surely goes on. Quick and local; what it leaves
/// open is decided where the statement is run.
bool surelyGoesOn(const QString &source);

/// A statement as the console's output shows it: behind prompts, with its words in the colours of a terminal.
QByteArray echoOf(const QString &source);

/// The answer to `name?` for the console's output; words of the interface, the rest as it came.
QByteArray textOf(const ConsoleHelp &help);

/// A sentence of the interface between the output of statements.
QByteArray noteOf(const QString &sentence);

} // namespace studio::ui
