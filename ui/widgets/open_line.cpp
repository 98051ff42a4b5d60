#include "ui/widgets/open_line.h"

#include "ui/widgets/character_width.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace studio::ui {

namespace {

constexpr std::size_t kMostInCell = 12; ///< A family of emoji has about seven.

bool startsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

int charactersIn(QByteArrayView utf8)
{
    return static_cast<int>(std::count_if(utf8.begin(), utf8.end(), startsCharacter));
}

/// A change of the kind is always kept.
void addSpan(StyledBytes &line, const OutputStyle &style)
{
    if (line.spans.empty() || line.spans.back().style.kind != style.kind
        || (line.spans.back().style != style && line.spans.size() < OpenLine::kMostSpans)) {
        line.spans.push_back({static_cast<quint32>(line.bytes.size()), style});
    }
}

} // namespace

qsizetype bytesOf(QByteArrayView utf8, int count)
{
    qsizetype end = 0;
    while (end < utf8.size() && (count > 0 || !startsCharacter(utf8[end]))) {
        count -= startsCharacter(utf8[end]) ? 1 : 0;
        ++end;
    }
    return end;
}

void OpenLine::write(QByteArrayView utf8, const OutputStyle &style)
{
    if (utf8.isEmpty()) {
        return;
    }
    m_lastKind = style.kind;
    if (m_returned) {
        moveTo(0);
    }
    if (m_hasCells) {
        overwrite(utf8, style, kLongest);
    } else {
        append(utf8, style);
    }
}

void OpenLine::append(QByteArrayView utf8, const OutputStyle &style)
{
    const int characters = charactersIn(utf8);
    const int fitting = std::min(characters, kLongest - m_characters);
    // Bytes that go on with a character that is hidden are hidden with it.
    const qsizetype end = m_characters == kLongest && m_hidden > 0 ? 0
        : fitting == characters                                    ? utf8.size()
                                                                   : bytesOf(utf8, fitting);
    m_characters += fitting;
    m_hidden += characters - fitting;
    if (end == 0) {
        return;
    }
    // Broken UTF-8 that begins no character is kept as well, but not without bound.
    const std::size_t most = std::size_t{kLongest} * 4 - m_plain.bytes.size();
    addSpan(m_plain, style);
    m_plain.bytes.append(utf8.data(), std::min(static_cast<std::size_t>(end), most));
}

void OpenLine::overwrite(QByteArrayView utf8, const OutputStyle &style, qint64 columns)
{
    const auto characters = QString::fromUtf8(utf8).toUcs4();
    for (const auto character : characters) {
        put(character, style, columns);
    }
}

void OpenLine::put(char32_t character, const OutputStyle &style, qint64 columns)
{
    if (character == QChar::ByteOrderMark) {
        return; // a decoder drops some of them, depending on where a piece of text begins
    }
    const int width = characterWidth(character);
    if (width == 0 && m_column > 0) {
        return accent(character);
    }
    const int taken = std::max(1, width);
    if (m_column + taken > columns) {
        m_column = std::max(m_column, columns) + 1;
        m_hidden = std::max(m_hidden, m_column - columns);
        return;
    }
    const auto from = static_cast<std::size_t>(m_column);
    const auto to = from + static_cast<std::size_t>(taken);
    while (m_cells.size() < to) {
        m_cells.push_back({U" ", plainStyle(style.kind)});
    }
    if (m_cells[from].text.empty()) {
        blank(from - 1);
    }
    if (to < m_cells.size() && m_cells[to].text.empty()) {
        blank(to);
    }
    m_cells[from].text.assign(1, character);
    m_cells[from].style = style;
    if (taken == 2) {
        m_cells[from + 1].text.clear();
        m_cells[from + 1].style = style;
    }
    m_column += taken;
}

void OpenLine::accent(char32_t character)
{
    auto column = static_cast<std::size_t>(m_column - 1);
    if (column >= m_cells.size()) {
        return;
    }
    if (m_cells[column].text.empty() && column > 0) {
        --column;
    }
    if (m_cells[column].text.size() < kMostInCell) {
        m_cells[column].text += character;
    }
}

void OpenLine::blank(std::size_t column)
{
    m_cells[column].text.assign(1, U' ');
}

void OpenLine::makeCells()
{
    const bool atStart = m_returned;
    m_returned = false;
    if (m_hasCells) {
        m_column = atStart ? 0 : m_column;
        return;
    }
    const StyledBytes plain = std::move(m_plain);
    const qint64 hidden = m_hidden;
    m_plain = {};
    m_characters = 0;
    m_hasCells = true;
    m_column = 0;
    for (std::size_t i = 0; i < plain.spans.size(); ++i) {
        const std::size_t start = plain.spans[i].start;
        const std::size_t end = i + 1 < plain.spans.size() ? plain.spans[i + 1].start : plain.bytes.size();
        overwrite({plain.bytes.data() + start, static_cast<qsizetype>(end - start)}, plain.spans[i].style,
                  qint64{kLongest} * 2);
    }
    m_hidden = hidden;
    m_column = atStart ? 0 : m_column + hidden;
}

void OpenLine::moveBy(qint64 columns)
{
    if (!m_hasCells && m_plain.bytes.empty() && columns <= 0) {
        return;
    }
    makeCells();
    const qint64 column = m_column + columns;
    m_column = std::max<qint64>(
        0, columns > 0 ? std::min<qint64>(column, std::max<qint64>(m_column, kLongest)) : column);
}

void OpenLine::moveTo(qint64 column)
{
    if (!m_hasCells && m_plain.bytes.empty() && column <= 0) {
        m_returned = false;
        return;
    }
    makeCells();
    m_column = std::clamp<qint64>(column, 0, kLongest);
}

void OpenLine::erase(Erase what)
{
    if (what == Erase::All || (what == Erase::ToEnd && m_returned)) {
        const OutputKind kind = m_lastKind;
        clear();
        m_lastKind = kind;
        return;
    }
    if (!m_hasCells && what == Erase::ToEnd) {
        return; // the cursor is at the end
    }
    makeCells();
    const std::size_t column = std::min(static_cast<std::size_t>(m_column), m_cells.size());
    if (what == Erase::ToStart) {
        for (std::size_t i = 0; i < std::min(column + 1, m_cells.size()); ++i) {
            m_cells[i] = {U" ", plainStyle(m_cells[i].style.kind)};
        }
        if (column + 1 < m_cells.size() && m_cells[column + 1].text.empty()) {
            blank(column + 1);
        }
        return;
    }
    if (column > 0 && column < m_cells.size() && m_cells[column].text.empty()) {
        blank(column - 1);
    }
    m_cells.resize(column);
    m_hidden = std::max<qint64>(0, m_column - kLongest);
}

void OpenLine::clear()
{
    m_plain.bytes.clear();
    m_plain.spans.clear();
    m_cells.clear();
    m_hasCells = false;
    m_characters = 0;
    m_column = 0;
    m_hidden = 0;
    m_returned = false;
    m_lastKind = OutputKind::Out;
}

int OpenLine::room() const
{
    return m_hasCells || m_returned ? kLongest : kLongest - m_characters;
}

StyledBytes OpenLine::content() const
{
    StyledBytes line;
    if (!m_hasCells) {
        line = m_plain;
        line.hidden = m_hidden;
        return line;
    }
    for (const Cell &cell : m_cells) {
        if (cell.text.empty()) {
            continue;
        }
        addSpan(line, cell.style);
        line.bytes
            += QString::fromUcs4(cell.text.data(), static_cast<qsizetype>(cell.text.size())).toStdString();
    }
    line.hidden = m_hidden;
    return line;
}

} // namespace studio::ui
