#pragma once

#include "editor/code_theme.h"
#include "editor/language/highlight.h"

namespace studio::editor {

class TextArea;

inline constexpr int kNumberMargin = 0;
inline constexpr int kSymbolMargin = 1;

inline constexpr int kBlankIndicator = 8;
inline constexpr int kBlankLineIndicator = 12;
inline constexpr int kHitIndicator = 9;
inline constexpr int kErrorIndicator = 10;
inline constexpr int kWarningIndicator = 11;

inline constexpr int kErrorNote = 64;
inline constexpr int kWarningNote = 65;
inline constexpr int kInfoNote = 66;

/// Scintilla's lexer for Python (or none), with the words of Python 3.11.
void setLexer(TextArea &area, bool python);

/// All colours and fonts. `percent` of the theme's size.
void applyTheme(TextArea &area, const CodeTheme &theme, int percent);

/// As wide as the largest line number.
void fitNumberMargin(TextArea &area);

/// What stands beside the first and beside every other line, in UTF-8.
struct Prompts
{
    QByteArray first;
    QByteArray next;
};

/// In place of the line numbers. Again after every change of the text and of the theme.
void showPrompts(TextArea &area, const Prompts &prompts);

/// What a style of Scintilla's Python lexer is in our words.
TokenKind kindOfStyle(int style);

} // namespace studio::editor
