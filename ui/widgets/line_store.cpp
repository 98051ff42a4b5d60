#include "ui/widgets/line_store.h"

#include <algorithm>

namespace studio::ui {

namespace {

/// Characters that a text document takes for the end of a line or for one of its own marks, and the second
/// set of control characters.
bool isUnfit(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x80 && code < 0xA0) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
        || code == 0xFDD0 || code == 0xFDD1 || c == QChar::ObjectReplacementCharacter;
}

} // namespace

OutputLine decodeLine(QByteArrayView bytes, const StyledBytes::Span *spans, std::size_t count, qint64 hidden)
{
    OutputLine line;
    line.hidden = hidden;
    line.spans.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = static_cast<qsizetype>(spans[i].start);
        const auto end = i + 1 < count ? static_cast<qsizetype>(spans[i + 1].start) : bytes.size();
        const QString text = QString::fromUtf8(bytes.sliced(start, end - start));
        line.spans.push_back(
            {static_cast<int>(line.text.size()), static_cast<int>(text.size()), spans[i].style});
        line.text += text;
    }
    std::replace_if(line.text.begin(), line.text.end(), isUnfit, QChar(QChar::ReplacementCharacter));
    return line;
}

LineStore::Block &LineStore::room()
{
    if (m_blocks.empty() || m_blocks.back()->lines.size() == kLinesPerBlock) {
        m_blocks.push_back(m_spare ? std::move(m_spare) : std::make_unique<Block>());
    }
    return *m_blocks.back();
}

void LineStore::push(QByteArrayView bytes, const OutputStyle &style)
{
    Block &block = room();
    const auto size = static_cast<std::size_t>(bytes.size());
    block.lines.push_back({static_cast<quint32>(block.bytes.size()), static_cast<quint32>(size),
                           static_cast<quint32>(block.spans.size()), size == 0 ? 0U : 1U, 0});
    block.bytes.append(bytes.data(), size);
    if (size > 0) {
        block.spans.push_back({0, style});
    }
    ++m_size;
    m_bytes += bytes.size();
}

void LineStore::push(const StyledBytes &line)
{
    Block &block = room();
    block.lines.push_back({static_cast<quint32>(block.bytes.size()), static_cast<quint32>(line.bytes.size()),
                           static_cast<quint32>(block.spans.size()), static_cast<quint32>(line.spans.size()),
                           line.hidden});
    block.bytes += line.bytes;
    block.spans.insert(block.spans.end(), line.spans.begin(), line.spans.end());
    ++m_size;
    m_bytes += static_cast<qint64>(line.bytes.size());
}

void LineStore::popFront()
{
    Block &first = *m_blocks.front();
    m_bytes -= first.lines[m_gone].length;
    --m_size;
    if (++m_gone < first.lines.size()) {
        return;
    }
    m_gone = 0;
    first.bytes.clear();
    first.spans.clear();
    first.lines.clear();
    m_spare = std::move(m_blocks.front());
    m_blocks.pop_front();
}

void LineStore::clear()
{
    *this = LineStore();
}

OutputLine LineStore::at(std::size_t index) const
{
    const std::size_t place = m_gone + index;
    const Block &block = *m_blocks.at(place / kLinesPerBlock);
    const Entry &entry = block.lines.at(place % kLinesPerBlock);
    const QByteArrayView bytes(block.bytes.data() + entry.start, static_cast<qsizetype>(entry.length));
    return decodeLine(bytes, block.spans.data() + entry.firstSpan, entry.spans, entry.hidden);
}

} // namespace studio::ui
