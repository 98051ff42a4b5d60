#pragma once

#include <QString>
#include <QStringView>

#include <deque>
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

struct OutputStyle
{
    OutputKind kind = OutputKind::Out;
    quint8 colour = 0; ///< 0: none; 1 to 16: ANSI's black to bright white.
    bool bold = false;

    bool operator==(const OutputStyle &) const = default;
};

struct OutputSpan
{
    int start = 0; ///< UTF-16 offset in the line.
    int length = 0;
    OutputStyle style;
};

struct OutputLine
{
    QString text;
    std::vector<OutputSpan> spans;
    qint64 hidden = 0; ///< Characters beyond kLongestLine.

    OutputKind kind() const { return spans.empty() ? OutputKind::Out : spans.back().style.kind; }
};

/// The lines of a run, as a terminal of endless width keeps them. Bounded: the first and the last ones are
/// kept, the middle is counted and dropped. Lines are numbered from 0 and keep their number.
class OutputLines final
{
public:
    static constexpr int kLongestLine = 2'000;

    explicit OutputLines(int maximumLines);

    void clear();
    void write(QStringView text, OutputStyle style); ///< Without control characters.
    void newLine();
    void carriageReturn();
    void backspace();
    void eraseLine(bool whole); ///< Or only from the cursor on.

    bool atLineStart() const { return m_open.text.isEmpty(); }

    qint64 total() const; ///< Lines written so far, those dropped too; an empty last line does not count.

    qint64 headEnd() const { return static_cast<qint64>(m_head.size()); }

    qint64 tailStart() const { return headEnd() + m_dropped; }

    qint64 dropped() const { return m_dropped; }

    OutputLine line(qint64 number) const; ///< One that is kept.

    qint64 firstChanged() const { return m_firstChanged; } ///< Since markSeen().

    void markSeen();

private:
    struct OpenLine
    {
        QString text;
        std::vector<OutputStyle> styles; ///< One for each UTF-16 unit of the text.
        qsizetype column = 0;
        qint64 hidden = 0;
    };

    void put(QStringView text, OutputStyle style);
    OutputLine finished() const;

    int m_half;
    std::vector<OutputLine> m_head;
    std::deque<OutputLine> m_tail;
    bool m_headFull = false;
    qint64 m_headSize = 0; ///< UTF-16 units.
    qint64 m_tailSize = 0;
    qint64 m_dropped = 0;
    qint64 m_firstChanged = 0;
    OpenLine m_open;
};

} // namespace studio::ui
