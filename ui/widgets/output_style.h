#pragma once

#include <QString>

#include <vector>

namespace studio::ui {

/// Where a piece of the output comes from.
enum class OutputKind : quint8 {
    Out,
    Err,
    In, ///< What the person typed.
    Message, ///< The pane itself: nothing has run yet, …
    Ended, ///< How the program ended: well,
    Failed, ///< or not.
};

/// A colour as the program asked for it; what is drawn is fitted to the theme.
struct OutputColour
{
    enum class Type : quint8 {
        None,
        Indexed, ///< `value` is 0 to 255: ANSI's sixteen, the cube, the greys.
        Direct, ///< `value` is 0xRRGGBB.
    };

    Type type = Type::None;
    quint32 value = 0;

    bool operator==(const OutputColour &) const = default;
};

struct OutputStyle
{
    enum Mark : quint8 {
        Plain = 0,
        Bold = 1,
        Faint = 2,
        Italic = 4,
        Underline = 8,
        Struck = 16,
        Inverse = 32,
    };

    OutputKind kind = OutputKind::Out;
    quint8 marks = Plain;
    OutputColour colour;
    OutputColour background;

    bool has(Mark mark) const { return (marks & mark) != 0; }

    bool operator==(const OutputStyle &) const = default;
};

inline OutputStyle plainStyle(OutputKind kind)
{
    OutputStyle style;
    style.kind = kind;
    return style;
}

struct OutputSpan
{
    int start = 0; ///< UTF-16 offset in the line.
    int length = 0;
    OutputStyle style;
};

struct OutputLine
{
    QString text;
    std::vector<OutputSpan> spans; ///< Without gaps, in order.
    qint64 hidden = 0; ///< Characters that were cut off at the end.

    OutputKind kind() const { return spans.empty() ? OutputKind::Out : spans.back().style.kind; }
};

} // namespace studio::ui
