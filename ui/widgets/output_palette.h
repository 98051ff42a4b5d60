#pragma once

#include "editor/code_theme.h"
#include "ui/widgets/output_style.h"

#include <QTextCharFormat>

#include <utility>
#include <vector>

namespace studio::ui {

/// How output is drawn in a theme. The sixteen colours of ANSI are the theme's own; all others are made
/// lighter or darker until they can be read on what is behind them.
class OutputPalette final
{
public:
    static constexpr double kLowestContrast = 4.5; ///< After WCAG 2.1.

    OutputPalette() = default;
    explicit OutputPalette(editor::CodeTheme theme);

    QColor colour(OutputKind kind) const;
    QTextCharFormat format(const OutputStyle &style) const;

    const editor::CodeTheme &theme() const { return m_theme; }

private:
    QTextCharFormat make(const OutputStyle &style) const;
    QColor themed(quint32 index) const;
    QColor textColour(const OutputStyle &style) const;

    editor::CodeTheme m_theme;
    mutable std::vector<std::pair<OutputStyle, QTextCharFormat>> m_made; ///< Few, used again and again.
    mutable std::size_t m_next = 0;
};

/// The colour itself, or the nearest of the same hue that can be read on `background`.
QColor readableOn(const QColor &background, const QColor &colour);

} // namespace studio::ui
