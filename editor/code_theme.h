#pragma once

#include <QColor>
#include <QFont>

namespace studio::editor {

/// Colours and font of code, wherever code is shown. Filled from resources/themes by the window.
struct CodeTheme
{
    QFont font;
    double lineHeight = 1.5;
    QColor background;
    QColor text;
    QColor muted; ///< Line numbers.
    QColor currentLine;
    QColor selection;
    QColor line; ///< Rules and margins.
    QColor accent; ///< Caret, matching brace, focus.
    QColor keyword;
    QColor string;
    QColor number;
    QColor comment;
    QColor builtin;
    QColor name; ///< Names after def and class.
    QColor error;
    QColor errorBackground;
    QColor warning;
    QColor blankBackground; ///< Editable regions in a fill-in exercise.
};

} // namespace studio::editor
