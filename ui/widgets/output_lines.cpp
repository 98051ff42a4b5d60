#include "ui/widgets/output_lines.h"

#include <algorithm>

namespace studio::ui {

namespace {

constexpr qint64 kHalfSize
    = 1'000'000; ///< UTF-16 units kept of each half: many very long lines are bounded too.

bool isProgram(OutputKind kind)
{
    return kind == OutputKind::Out || kind == OutputKind::Err;
}

} // namespace

OutputLines::OutputLines(int maximumLines)
    : m_half(maximumLines / 2)
{
}

void OutputLines::clear()
{
    *this = OutputLines(m_half * 2);
}

/// The two streams never share a line, so that each line's mark is true.
void OutputLines::write(QStringView text, OutputStyle style)
{
    if (text.isEmpty()) {
        return;
    }
    const bool used = !m_open.styles.empty();
    if (used && isProgram(m_open.styles.back().kind) && isProgram(style.kind)
        && m_open.styles.back().kind != style.kind) {
        newLine();
    }
    put(text, style);
}

void OutputLines::put(QStringView text, OutputStyle style)
{
    const qsizetype room = std::max<qsizetype>(0, kLongestLine - m_open.column);
    const qsizetype shown = std::min(room, text.size());
    const qsizetype end = m_open.column + shown;
    if (shown > 0) {
        const qsizetype over = std::min(shown, m_open.text.size() - m_open.column);
        m_open.text.replace(m_open.column, over, text.data(), shown);
        m_open.styles.resize(static_cast<std::size_t>(m_open.text.size()));
        std::fill(m_open.styles.begin() + m_open.column, m_open.styles.begin() + end, style);
    }
    m_open.column += text.size();
    m_open.hidden = std::max<qint64>(m_open.hidden, m_open.column - kLongestLine);
}

OutputLine OutputLines::finished() const
{
    OutputLine line;
    line.text = m_open.text;
    line.hidden = m_open.hidden;
    for (std::size_t i = 0; i < m_open.styles.size(); ++i) {
        if (i == 0 || m_open.styles[i] != m_open.styles[i - 1]) {
            line.spans.push_back({static_cast<int>(i), 0, m_open.styles[i]});
        }
        ++line.spans.back().length;
    }
    return line;
}

void OutputLines::newLine()
{
    OutputLine line = finished();
    const qint64 size = line.text.size();
    m_open = {};
    if (!m_headFull) {
        m_headSize += size;
        m_head.push_back(std::move(line));
        m_headFull = m_headSize > kHalfSize || static_cast<int>(m_head.size()) >= m_half;
        return;
    }
    m_tailSize += size;
    m_tail.push_back(std::move(line));
    // One for the line that says how much is missing, one for the open line.
    while (static_cast<int>(m_tail.size()) > m_half - 2 || m_tailSize > kHalfSize) {
        m_tailSize -= m_tail.front().text.size();
        m_tail.pop_front();
        ++m_dropped;
    }
}

void OutputLines::carriageReturn()
{
    m_open.column = 0;
}

void OutputLines::backspace()
{
    const auto at
        = [this](qsizetype column) { return column < m_open.text.size() ? m_open.text.at(column) : QChar(); };
    m_open.column = std::max<qsizetype>(0, m_open.column - 1);
    if (at(m_open.column).isLowSurrogate() && m_open.column > 0) {
        --m_open.column;
    }
}

void OutputLines::eraseLine(bool whole)
{
    const qsizetype from = whole ? 0 : std::min(m_open.column, m_open.text.size());
    m_open.text.truncate(from);
    m_open.styles.resize(static_cast<std::size_t>(from));
    m_open.hidden = 0;
    if (whole) {
        m_open.column = 0;
    }
}

qint64 OutputLines::total() const
{
    return tailStart() + static_cast<qint64>(m_tail.size()) + (m_open.text.isEmpty() ? 0 : 1);
}

OutputLine OutputLines::line(qint64 number) const
{
    if (number < headEnd()) {
        return m_head.at(static_cast<std::size_t>(number));
    }
    const auto inTail = static_cast<std::size_t>(number - tailStart());
    return inTail < m_tail.size() ? m_tail[inTail] : finished();
}

/// Only the last line can change later.
void OutputLines::markSeen()
{
    m_firstChanged = m_open.text.isEmpty() ? total() : total() - 1;
}

} // namespace studio::ui
