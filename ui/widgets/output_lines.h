#pragma once

#include "ui/widgets/line_store.h"
#include "ui/widgets/open_line.h"
#include "ui/widgets/output_style.h"

#include <QByteArrayView>

namespace studio::ui {

/// The lines of a run. Bounded: the first and the last ones are kept, the middle is counted and dropped.
/// Lines are numbered from 0 and keep their number. Writing costs time for its bytes only, however much was
/// written before; text is decoded when a line is asked for.
///
/// Needs no window and no thread; TerminalStream writes into it.
class OutputLines final
{
public:
    static constexpr int kLongestLine = OpenLine::kLongest;
    static constexpr qint64 kHalfSize = 1'000'000; ///< Bytes kept of each half: many long lines too.

    enum class LongLines { Fold, Break }; ///< The rest of a long line is counted, or goes on in another line.

    explicit OutputLines(int maximumLines, LongLines longLines = LongLines::Fold);

    void clear();

    // UTF-8 without control characters.
    void write(QByteArrayView utf8, const OutputStyle &style);
    void writeLine(QByteArrayView utf8, const OutputStyle &style); ///< And ends the line.

    void writeText(const QString &text, const OutputStyle &style) { write(text.toUtf8(), style); }

    void newLine();

    OpenLine &open() { return m_open; } ///< To move its cursor.

    bool atLineStart() const { return m_open.isEmpty(); }

    qint64 total() const; ///< Lines written so far, those dropped too; an empty last line does not count.

    qint64 headEnd() const { return static_cast<qint64>(m_head.size()); }

    qint64 tailStart() const { return headEnd() + m_dropped; }

    qint64 dropped() const { return m_dropped; }

    qint64 folded() const { return m_folded; } ///< Lines ended so far whose end is not kept.

    OutputLine line(qint64 number) const; ///< One that is kept.

private:
    void push(QByteArrayView utf8, const OutputStyle &style);
    void makeRoom();

    int m_half;
    LongLines m_longLines;
    LineStore m_head;
    LineStore m_tail;
    bool m_headFull = false;
    qint64 m_dropped = 0;
    qint64 m_folded = 0;
    OpenLine m_open;
};

} // namespace studio::ui
