#pragma once

#include "ui/widgets/line_store.h"

#include <QByteArrayView>

#include <string>
#include <vector>

namespace studio::ui {

/// The line that is being written, as a terminal of endless width keeps it. Only its first kLongest
/// characters are kept, the rest is counted.
///
/// As long as text is only appended it is kept as bytes. The first time the cursor moves back it becomes a
/// row of cells, one for each column; a wide character takes two.
class OpenLine final
{
public:
    static constexpr int kLongest = 2'000;
    static constexpr std::size_t kMostSpans = 200; ///< Further changes of the style are not kept.

    enum class Erase { ToEnd, ToStart, All };

    void write(QByteArrayView utf8, const OutputStyle &style);

    void carriageReturn() { m_returned = true; }

    void backspace() { moveBy(-1); }

    void moveBy(qint64 columns);
    void moveTo(qint64 column); ///< From 0; not beyond kLongest.
    void erase(Erase what); ///< The cursor stays, but for All it goes to the line's start.
    void clear();

    bool isEmpty() const { return m_plain.bytes.empty() && m_cells.empty(); }

    bool isUntouched() const { return isEmpty() && !m_hasCells; } ///< Nor has its cursor been moved.

    OutputKind lastKind() const { return m_lastKind; } ///< Of what was written last.

    int room() const; ///< Characters that can be appended before some have to be hidden, as far as is known.

    StyledBytes content() const;

private:
    struct Cell
    {
        std::u32string text; ///< A character and its accents; empty: the right half of a wide one.
        OutputStyle style;
    };

    void append(QByteArrayView utf8, const OutputStyle &style);
    void overwrite(QByteArrayView utf8, const OutputStyle &style, qint64 columns);
    void put(char32_t character, const OutputStyle &style, qint64 columns);
    void accent(char32_t character);
    void blank(std::size_t column); ///< A half of a wide character whose other half went.
    void makeCells();

    StyledBytes m_plain;
    int m_characters = 0; ///< In m_plain.
    bool m_hasCells = false;
    std::vector<Cell> m_cells;
    qint64 m_column = 0; ///< Of the cursor, when there are cells.
    qint64 m_hidden = 0;
    bool m_returned = false; ///< A carriage return came, and nothing after it yet.
    OutputKind m_lastKind = OutputKind::Out;
};

/// How many of the bytes are the first `count` characters.
qsizetype bytesOf(QByteArrayView utf8, int count);

} // namespace studio::ui
