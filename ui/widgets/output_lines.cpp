#include "ui/widgets/output_lines.h"

#include <algorithm>

namespace studio::ui {

namespace {

bool isProgram(OutputKind kind)
{
    return kind == OutputKind::Out || kind == OutputKind::Err;
}

} // namespace

OutputLines::OutputLines(int maximumLines, LongLines longLines)
    : m_half(maximumLines / 2)
    , m_longLines(longLines)
{
}

void OutputLines::clear()
{
    *this = OutputLines(m_half * 2, m_longLines);
}

/// The two streams never share a line, so that each line's mark is true.
void OutputLines::write(QByteArrayView utf8, const OutputStyle &style)
{
    if (utf8.isEmpty()) {
        return;
    }
    if (!m_open.isEmpty() && m_open.lastKind() != style.kind && isProgram(m_open.lastKind())
        && isProgram(style.kind)) {
        newLine();
    }
    if (m_longLines == LongLines::Fold) {
        m_open.write(utf8, style);
        return;
    }
    while (!utf8.isEmpty()) {
        if (m_open.room() == 0) {
            newLine();
        }
        const qsizetype end = bytesOf(utf8, m_open.room());
        m_open.write(utf8.first(end), style);
        utf8 = utf8.sliced(end);
    }
}

void OutputLines::writeLine(QByteArrayView utf8, const OutputStyle &style)
{
    if (m_open.isUntouched() && utf8.size() <= kLongestLine) {
        push(utf8, style);
        return;
    }
    write(utf8, style);
    newLine();
}

void OutputLines::push(QByteArrayView utf8, const OutputStyle &style)
{
    (m_headFull ? m_tail : m_head).push(utf8, style);
    makeRoom();
}

void OutputLines::newLine()
{
    const StyledBytes line = m_open.content();
    m_open.clear();
    m_folded += line.hidden > 0 ? 1 : 0;
    (m_headFull ? m_tail : m_head).push(line);
    makeRoom();
}

void OutputLines::makeRoom()
{
    const auto half = static_cast<std::size_t>(m_half);
    if (!m_headFull) {
        m_headFull = m_head.bytes() > kHalfSize || m_head.size() >= half;
        return;
    }
    // One for the line that says how much is missing, one for the open line.
    while (m_tail.size() + 2 > half || m_tail.bytes() > kHalfSize) {
        m_tail.popFront();
        ++m_dropped;
    }
}

qint64 OutputLines::total() const
{
    return tailStart() + static_cast<qint64>(m_tail.size()) + (m_open.isEmpty() ? 0 : 1);
}

OutputLine OutputLines::line(qint64 number) const
{
    if (number < headEnd()) {
        return m_head.at(static_cast<std::size_t>(number));
    }
    const auto inTail = static_cast<std::size_t>(number - tailStart());
    if (inTail < m_tail.size()) {
        return m_tail.at(inTail);
    }
    const StyledBytes open = m_open.content();
    return decodeLine({open.bytes.data(), static_cast<qsizetype>(open.bytes.size())}, open.spans.data(),
                      open.spans.size(), open.hidden);
}

} // namespace studio::ui
