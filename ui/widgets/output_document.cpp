#include "ui/widgets/output_document.h"

#include "ui/widgets/output_block.h"
#include "ui/widgets/output_view.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNewest = 600; ///< Weight of the lines that are put in at once.
constexpr qint64 kSlice = 128; ///< Weight of the lines between two looks at the clock.
constexpr qint64 kBudget = 4'000'000; ///< ns for what is still missing.

/// What a line costs to put in: about one for a short plain line.
qint64 weightOf(const OutputLine &line)
{
    return 1 + static_cast<qint64>(line.spans.size()) + line.text.size() / 64;
}

/// Nothing but plain text of the program's: several can be put in at once.
bool isPlain(const OutputLine &line)
{
    return line.hidden == 0
        && (line.spans.empty() || (line.spans.size() == 1 && line.spans.front().style == OutputStyle()));
}

} // namespace

OutputDocument::OutputDocument(QTextDocument &document)
    : m_document(document)
{
}

void OutputDocument::clear()
{
    m_document.clear();
    m_headEnd = m_from = m_to = m_missingShown = 0;
    m_gapShown = 0;
    m_openShown = false;
}

int OutputDocument::blocks() const
{
    return firstOfEnd() + static_cast<int>(m_to - m_from);
}

bool OutputDocument::update(const OutputLines &lines)
{
    QTextCursor edit(&m_document);
    edit.beginEditBlock();
    if (m_openShown) { // it may have become another one
        remove(blocks() - 1, 1);
        if (m_from < m_to) {
            --m_to;
        } else {
            m_from = m_to = --m_headEnd;
        }
        m_openShown = false;
    }
    dropStale(lines);
    const bool skipped = addNewest(lines);
    m_openShown = !lines.atLineStart();
    fill(lines, !skipped);
    showGap();
    edit.endEditBlock();
    const qint64 headEnd = lines.dropped() > 0 ? lines.headEnd() : m_from;
    return m_headEnd >= std::min(headEnd, m_from)
        && (gap() == 0 || m_from <= std::max(lines.tailStart(), headEnd));
}

/// Takes away what is no longer kept: lines [headEnd, tailStart).
void OutputDocument::dropStale(const OutputLines &lines)
{
    if (lines.dropped() == 0) {
        return;
    }
    const qint64 gone = lines.headEnd();
    const qint64 kept = lines.tailStart();
    if (m_headEnd > gone) {
        const bool splits = m_headEnd > kept && m_from == m_to;
        const qint64 end = splits ? kept : m_headEnd;
        remove(static_cast<int>(gone), end - gone);
        if (m_from == m_to) { // one range until now
            m_from = splits ? kept : std::max(m_headEnd, kept);
            m_to = splits ? m_headEnd : m_from;
        }
        m_headEnd = gone;
    }
    if (m_from < kept) {
        const qint64 end = std::min(m_to, kept);
        remove(firstOfEnd(), std::max<qint64>(0, end - m_from));
        m_from = kept;
        m_to = std::max(m_to, kept);
    }
}

/// Puts the newest lines in. True when lines before them had to be left for later.
bool OutputDocument::addNewest(const OutputLines &lines)
{
    const qint64 total = lines.total();
    const qint64 end = std::max(m_headEnd, m_to);
    qint64 first = total;
    for (qint64 weight = 0; first > end && weight < kNewest;) {
        --first;
        weight += weightOf(lines.line(first));
    }
    const bool skips = first > end;
    if (skips) {
        remove(firstOfEnd(), m_to - m_from);
        m_from = m_to = first;
    }
    if (gap() == 0) {
        insert(static_cast<int>(m_headEnd), lines, first, total);
        m_headEnd = m_from = m_to = total;
        return false;
    }
    insert(blocks(), lines, first, total);
    m_to = total;
    return skips;
}

void OutputDocument::fill(const OutputLines &lines, bool backwards)
{
    QElapsedTimer clock;
    clock.start();
    const qint64 headEnd = lines.dropped() > 0 ? lines.headEnd() : m_from;
    while (gap() != 0 && m_headEnd < std::min(headEnd, m_from) && clock.nsecsElapsed() < kBudget) {
        qint64 end = m_headEnd;
        for (qint64 weight = 0; end < std::min(headEnd, m_from) && weight < kSlice; ++end) {
            weight += weightOf(lines.line(end));
        }
        insert(static_cast<int>(m_headEnd), lines, m_headEnd, end);
        m_headEnd = end;
    }
    const qint64 tailStart = std::max(lines.tailStart(), m_headEnd);
    while (backwards && gap() != 0 && m_from > tailStart && clock.nsecsElapsed() < kBudget) {
        qint64 start = m_from;
        for (qint64 weight = 0; start > tailStart && weight < kSlice;) {
            --start;
            weight += weightOf(lines.line(start));
        }
        insert(firstOfEnd(), lines, start, m_from);
        m_from = start;
    }
}

void OutputDocument::showGap()
{
    if (m_gapShown == 1 && (gap() == 0 || missing() != m_missingShown)) {
        remove(static_cast<int>(m_headEnd), 1);
        m_gapShown = 0;
    }
    if (gap() == 0) { // the two have met
        m_headEnd = m_from = m_to = std::max(m_headEnd, m_to);
        m_missingShown = 0;
    } else if (m_gapShown == 0 && m_from < m_to) {
        insertGap();
        m_gapShown = 1;
        m_missingShown = missing();
    }
}

qint64 OutputDocument::lineOf(int block) const
{
    return block < m_headEnd ? block : m_from + std::max(0, block - firstOfEnd());
}

int OutputDocument::blockOf(qint64 line) const
{
    if (line < m_headEnd || m_from == m_to) {
        return static_cast<int>(std::min(line, std::max<qint64>(0, m_headEnd - 1)));
    }
    return firstOfEnd() + static_cast<int>(std::clamp(line, m_from, m_to - 1) - m_from);
}

QString OutputDocument::gapText(qint64 missing)
{
    return OutputView::tr("… lines not shown here: %1.").arg(QLocale().toString(missing)) + u' ' + gapLink();
}

QString OutputDocument::gapLink()
{
    return OutputView::tr("Show the whole output");
}

QString OutputDocument::foldText(qint64 hidden)
{
    return OutputView::tr("… characters not shown here: %1").arg(QLocale().toString(hidden));
}

/// Puts lines before that block, or at the end of the document when it has no such block.
void OutputDocument::insert(int block, const OutputLines &lines, qint64 from, qint64 to)
{
    if (from >= to) {
        return;
    }
    QTextCursor cursor(&m_document);
    const bool append = block >= blocks();
    const QTextBlock before = m_document.findBlockByNumber(block);
    const int stateAfter = before.isValid() ? before.userState() : -1;
    if (!append) {
        cursor.setPosition(before.position());
    } else {
        cursor.movePosition(QTextCursor::End);
        if (block > 0) {
            cursor.insertBlock();
        }
    }
    std::vector<int> states;
    states.reserve(static_cast<std::size_t>(to - from));
    QString plain;
    const QTextCharFormat plainFormat = m_palette.format({});
    for (qint64 number = from; number < to; ++number) {
        const OutputLine line = lines.line(number);
        const bool lineEnd = number + 1 < to || !append;
        states.push_back(OutputBlock{line.kind(), tracebackLink(line, m_ownFile).line}.state());
        if (isPlain(line)) {
            plain += line.text;
        } else {
            cursor.insertText(plain, plainFormat);
            plain.clear();
            insertOne(cursor, line);
        }
        if (lineEnd) {
            plain += u'\n';
        }
    }
    cursor.insertText(plain, plainFormat);
    QTextBlock each = m_document.findBlockByNumber(block);
    for (const int state : states) {
        each.setUserState(state);
        each = each.next();
    }
    if (!append) {
        each.setUserState(stateAfter);
    }
}

void OutputDocument::insertOne(QTextCursor &cursor, const OutputLine &line)
{
    const TracebackLink link = tracebackLink(line, m_ownFile);
    const int start = cursor.position();
    int spoken = 0;
    OutputKind before = OutputKind::Out;
    for (const OutputSpan &span : line.spans) {
        const QString mark = spokenMark(span.style.kind);
        if (span.style.kind != before && !mark.isEmpty()) {
            QTextCharFormat unseen;
            unseen.setProperty(QTextFormat::FontPixelSize, 1);
            unseen.setForeground(Qt::transparent);
            unseen.setProperty(kSpoken, true);
            cursor.insertText(mark + QChar(QChar::Nbsp), unseen);
            spoken += static_cast<int>(mark.size()) + 1;
        }
        before = span.style.kind;
        cursor.insertText(line.text.mid(span.start, span.length), m_palette.format(span.style));
    }
    if (line.hidden > 0) {
        cursor.insertText(foldText(line.hidden), m_palette.format(plainStyle(OutputKind::Message)));
    }
    if (link.line > 0) { // a traceback's line is of one kind: one mark before it
        QTextCursor anchor(cursor);
        anchor.setPosition(start + spoken + static_cast<int>(link.start));
        anchor.setPosition(anchor.position() + static_cast<int>(link.length), QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setAnchor(true);
        format.setAnchorHref(QString::number(link.line));
        format.setForeground(m_palette.theme().accent);
        format.setFontUnderline(true);
        anchor.mergeCharFormat(format);
    }
}

void OutputDocument::insertGap()
{
    const int block = static_cast<int>(m_headEnd);
    QTextCursor cursor(m_document.findBlockByNumber(block));
    const int stateAfter = cursor.block().userState();
    const QString text = gapText(missing());
    cursor.insertText(text.chopped(gapLink().size()), m_palette.format(plainStyle(OutputKind::Message)));
    QTextCharFormat link;
    link.setAnchor(true);
    link.setAnchorHref(QString::number(kWholeOutput));
    link.setForeground(m_palette.theme().accent);
    link.setFontUnderline(true);
    cursor.insertText(gapLink(), link);
    cursor.insertText(u"\n"_s, m_palette.format({}));
    QTextBlock shown = m_document.findBlockByNumber(block);
    shown.setUserState(OutputBlock{OutputKind::Message, kWholeOutput}.state());
    shown.next().setUserState(stateAfter);
}

/// A document always has one block: the last line that goes leaves it empty, without a state.
void OutputDocument::remove(int block, qint64 count)
{
    if (count <= 0) {
        return;
    }
    QTextCursor cursor(m_document.findBlockByNumber(block));
    const QTextBlock after = m_document.findBlockByNumber(block + static_cast<int>(count));
    const int state = after.isValid() ? after.userState() : -1;
    const int stateBefore = cursor.block().previous().userState();
    if (after.isValid()) {
        cursor.setPosition(after.position(), QTextCursor::KeepAnchor);
    } else {
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    }
    cursor.removeSelectedText();
    if (!after.isValid() && block > 0) {
        cursor.deletePreviousChar();
        cursor.block().setUserState(stateBefore);
    } else {
        cursor.block().setUserState(state);
    }
}

} // namespace studio::ui
