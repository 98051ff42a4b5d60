#pragma once

#include "ui/widgets/output_style.h"

#include <QByteArrayView>

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace studio::ui {

/// The bytes of one line, and from which byte on which style holds.
struct StyledBytes
{
    struct Span
    {
        quint32 start = 0;
        OutputStyle style;
    };

    std::string bytes; ///< UTF-8, though a program may have printed anything.
    std::vector<Span> spans; ///< The first starts at 0; none when there is no text.
    qint64 hidden = 0;
};

/// A queue of finished lines that costs no allocation for each: their bytes lie one behind the other in
/// blocks of kLinesPerBlock lines. Text is decoded only when a line is asked for.
class LineStore final
{
public:
    void push(QByteArrayView bytes, const OutputStyle &style); ///< All of it in one style.
    void push(const StyledBytes &line);
    void popFront();
    void clear();

    std::size_t size() const { return m_size; }

    qint64 bytes() const { return m_bytes; }

    OutputLine at(std::size_t index) const;

private:
    static constexpr std::size_t kLinesPerBlock = 256;

    struct Entry
    {
        quint32 start; ///< In Block::bytes.
        quint32 length;
        quint32 firstSpan;
        quint32 spans;
        qint64 hidden;
    };

    struct Block
    {
        std::string bytes;
        std::vector<StyledBytes::Span> spans;
        std::vector<Entry> lines;
    };

    Block &room();

    std::deque<std::unique_ptr<Block>> m_blocks; ///< All but the last are full.
    std::unique_ptr<Block> m_spare; ///< One that was used up, for the next.
    std::size_t m_gone = 0; ///< Lines at the front of the first block that were popped.
    std::size_t m_size = 0;
    qint64 m_bytes = 0;
};

/// The line as it is shown: what is no UTF-8, and characters that a text document or a terminal takes for a
/// command, become U+FFFD.
OutputLine decodeLine(QByteArrayView bytes, const StyledBytes::Span *spans, std::size_t count, qint64 hidden);

} // namespace studio::ui
