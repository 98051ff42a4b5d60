#pragma once

#include <QByteArray>
#include <QStringView>

namespace studio::editor {

/// Of Python 3.11. `match`, `case` and `_` are words only in some places and are left plain.
bool isPythonKeyword(QStringView word);
bool isPythonBuiltin(QStringView word); ///< Functions, types, exceptions and constants that need no import.

/// All of them with a space between, as Scintilla's lexer wants them.
QByteArray pythonKeywords();
QByteArray pythonBuiltins();

} // namespace studio::editor
