#pragma once

#include <QString>

namespace studio::editor {

/// What one level of indentation is.
struct IndentUnit
{
    int width = 4; ///< Spaces.
};

QString leadingSpace(const QString &line);

/// Columns of leading blanks; a tab goes to the next multiple of the unit.
int indentColumns(const QString &line, IndentUnit unit);

/// The blanks a new line gets when Return is pressed after `before`, the part of its line left of the caret:
/// one level more after a colon or an open bracket, one less after return, pass, break, continue and raise.
QString indentAfter(const QString &before, IndentUnit unit);

/// `else:`, `elif …:`, `except …:` and `finally:` stand one level to the left of the block they end.
bool closesBlock(const QString &line);

/// The line begins with a word of a compound statement, such as `if` or `else`.
bool opensBlock(const QString &line);

} // namespace studio::editor
