#include "editor/widget/typing_rules.h"

#include "editor/widget/line_edits.h"
#include "editor/widget/region_guard.h"
#include "editor/widget/text_area.h"
#include "editor/widget/text_style.h"

#include <algorithm>

namespace studio::editor {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

QChar closerOf(QChar opener)
{
    switch (opener.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    case u'"':
    case u'\'':
        return opener;
    default:
        return {};
    }
}

} // namespace

TypingRules::TypingRules(TextArea &area)
    : m_area(area)
{
}

bool TypingRules::run(unsigned message)
{
    if (m_area.guard().isActive() && runInRegions(message)) {
        return true;
    }
    switch (message) {
    case Sci::SCI_NEWLINE:
        return newLine();
    case Sci::SCI_DELETEBACK:
        return backspace();
    case Sci::SCI_TAB:
        return tab();
    case Sci::SCI_BACKTAB:
        indentLines(m_area, m_unit, -1);
        return true;
    default:
        return false;
    }
}

/// Between fixed texts: Tab goes on, Return only splits what stands alone, and nothing reaches outside.
bool TypingRules::runInRegions(unsigned message)
{
    RegionGuard &guard = m_area.guard();
    const TextRange *here = guard.regionAt(m_area.caretPosition());
    switch (message) {
    case Sci::SCI_TAB:
    case Sci::SCI_BACKTAB:
        if (!guard.step(message == Sci::SCI_TAB)) {
            m_area.leaveByTab(message == Sci::SCI_TAB);
        }
        return true;
    case Sci::SCI_NEWLINE:
        if (here && guard.isAloneOnItsLines(*here) && guard.allowsSelection()) {
            return false;
        }
        guard.step(true);
        return true;
    case Sci::SCI_SELECTALL:
        if (here && m_area.selection() != *here && here->start != here->end) {
            m_area.select(*here);
            return true;
        }
        return false;
    case Sci::SCI_CLEAR:
    case Sci::SCI_DELETEBACK:
    case Sci::SCI_DELWORDLEFT:
    case Sci::SCI_DELWORDRIGHT:
        return deleteInRegion(message);
    case Sci::SCI_SELECTIONDUPLICATE:
    case Sci::SCI_MOVESELECTEDLINESUP:
    case Sci::SCI_MOVESELECTEDLINESDOWN:
        m_area.tell(TextArea::tr("Lines stay where they are here: only the marked gaps can be changed."));
        return true;
    case Sci::SCI_CUT:
    case Sci::SCI_PASTE:
        if (!guard.allowsSelection()) {
            m_area.tell(TextArea::tr("Only the marked gaps can be changed. Tab goes to the next one."));
            return true;
        }
        return message == Sci::SCI_CUT && m_area.selection().start == m_area.selection().end;
    default:
        return false;
    }
}

bool TypingRules::deleteInRegion(unsigned message)
{
    const RegionGuard &guard = m_area.guard();
    const TextRange selected = m_area.selection();
    if (selected.start != selected.end) {
        if (guard.allowsSelection()) {
            m_area.send(Sci::SCI_CLEAR);
        } else {
            m_area.tell(TextArea::tr("Only the marked gaps can be changed. Tab goes to the next one."));
        }
        return true;
    }
    const long caret = m_area.caretPosition();
    const TextRange *region = guard.regionAt(caret);
    if (!region) {
        return true;
    }
    const bool back = message == Sci::SCI_DELETEBACK || message == Sci::SCI_DELWORDLEFT;
    long other = m_area.send(back ? Sci::SCI_POSITIONBEFORE : Sci::SCI_POSITIONAFTER, caret);
    if (message == Sci::SCI_DELWORDLEFT || message == Sci::SCI_DELWORDRIGHT) {
        m_area.send(back ? Sci::SCI_WORDLEFT : Sci::SCI_WORDRIGHT);
        other = m_area.caretPosition();
    }
    const TextRange doomed{std::max(region->start, std::min(caret, other)),
                           std::min(region->end, std::max(caret, other))};
    m_area.replace(doomed, {});
    m_area.select({doomed.start, doomed.start});
    return true;
}

int TypingRules::charAt(long position) const
{
    return position < 0 ? 0 : static_cast<int>(m_area.send(Sci::SCI_GETCHARAT, position) & 0xff);
}

void TypingRules::styleUpTo(long position) const
{
    const long styled = m_area.send(Sci::SCI_GETENDSTYLED);
    if (styled < position) {
        // Whole lines: the lexer cannot begin in the middle of a string.
        m_area.send(Sci::SCI_COLOURISE, m_area.lineRange(m_area.lineOf(styled)).start,
                    m_area.lineRange(m_area.lineOf(position)).end);
    }
}

bool TypingRules::inStringOrComment(long position) const
{
    if (position <= 0 || !m_python) {
        return false;
    }
    styleUpTo(position);
    const TokenKind kind = kindOfStyle(static_cast<int>(m_area.send(Sci::SCI_GETSTYLEAT, position - 1)));
    return kind == TokenKind::String || kind == TokenKind::Comment;
}

/// A line that closes a bracket opened further up goes on from the line of that bracket.
QString TypingRules::indentFor(TextRange before) const
{
    const QString text = m_area.textIn(before);
    if (!m_python || inStringOrComment(before.start)) { // in a text of several lines
        return leadingSpace(text);
    }
    styleUpTo(before.end);
    for (long at = before.end - 1; at >= before.start; --at) {
        const int c = charAt(at);
        if (c != ')' && c != ']' && c != '}') {
            continue;
        }
        const long opener = m_area.send(Sci::SCI_BRACEMATCH, at);
        if (opener >= 0 && opener < before.start) {
            const QString from = leadingSpace(m_area.lineText(m_area.lineOf(opener)));
            return indentAfter(from + QStringView(text).mid(at - before.start).toString(), m_unit);
        }
    }
    return indentAfter(text, m_unit);
}

bool TypingRules::newLine()
{
    if (!m_area.hasOneCaret()) {
        return false;
    }
    m_area.send(Sci::SCI_BEGINUNDOACTION);
    m_area.sendText(Sci::SCI_REPLACESEL, 0, {});
    const long caret = m_area.caretPosition();
    const TextRange line = m_area.lineRange(m_area.lineOf(caret));
    long rest = caret;
    while (rest < line.end && (charAt(rest) == ' ' || charAt(rest) == '\t')) {
        ++rest;
    }
    if (!m_area.guard().allows({caret, rest})) {
        rest = caret;
    }
    const QString inserted = u'\n' + indentFor({line.start, caret});
    m_area.replace({caret, rest}, inserted);
    const long after = caret + static_cast<long>(inserted.size());
    m_area.select({after, after});
    m_area.send(Sci::SCI_ENDUNDOACTION);
    return true;
}

bool TypingRules::backspace()
{
    const TextRange selected = m_area.selection();
    if (!m_area.hasOneCaret() || selected.start != selected.end) {
        return false;
    }
    const long caret = selected.start;
    const TextRange line = m_area.lineRange(m_area.lineOf(caret));
    const QString before = m_area.textIn({line.start, caret});
    if (!before.isEmpty() && leadingSpace(before) == before && !before.contains(u'\t')) {
        const long level = (before.size() - 1) / m_unit.width * m_unit.width;
        m_area.replace({line.start + level, caret}, {});
        m_area.select({line.start + level, line.start + level});
        return true;
    }
    const QChar closer = closerOf(QChar(charAt(caret - 1)));
    if (m_autoClose && !closer.isNull() && caret < line.end && charAt(caret) == closer.unicode()) {
        m_area.replace({caret - 1, caret + 1}, {});
        m_area.select({caret - 1, caret - 1});
        return true;
    }
    return false;
}

bool TypingRules::tab()
{
    if (!m_area.hasOneCaret()) {
        return false;
    }
    const TextRange selected = m_area.selection();
    if (m_area.lineOf(selected.start) != m_area.lineOf(selected.end)) {
        indentLines(m_area, m_unit, 1);
        return true;
    }
    const long column = m_area.send(Sci::SCI_GETCOLUMN, selected.start);
    const long width = m_unit.width - column % m_unit.width;
    m_area.replace(selected, QString(width, u' '));
    m_area.select({selected.start + width, selected.start + width});
    return true;
}

bool TypingRules::typed(const QString &text)
{
    if (!m_autoClose || text.size() != 1 || !m_area.hasOneCaret()) {
        return false;
    }
    return overtype(text.at(0)) || openPair(text.at(0));
}

bool TypingRules::overtype(QChar c)
{
    const TextRange selected = m_area.selection();
    const bool closing = QStringView(u")]}\"'").contains(c);
    if (!closing || selected.start != selected.end || charAt(selected.start) != c.unicode()
        || !m_area.guard().allows({selected.start, selected.start + 1})) {
        return false;
    }
    const bool quote = c == u'"' || c == u'\'';
    styleUpTo(selected.start + 1);
    if (quote ? !inStringOrComment(selected.start) : m_area.send(Sci::SCI_BRACEMATCH, selected.start) < 0) {
        return false; // it would close nothing
    }
    m_area.select({selected.start + 1, selected.start + 1});
    return true;
}

bool TypingRules::openPair(QChar c)
{
    const QChar closer = closerOf(c);
    const TextRange selected = m_area.selection();
    if (closer.isNull()) {
        return false;
    }
    const QString inside = m_area.textIn(selected);
    if (inside.isEmpty()) {
        const QChar next(charAt(selected.end));
        const QChar before(charAt(selected.start - 1));
        const bool roomAfter = next.isNull() || next.isSpace() || QStringView(u")]},:").contains(next);
        const bool quote = c == closer;
        if (!roomAfter || inStringOrComment(selected.start)
            || (quote
                && (before == c || before == u'_'
                    || (before.isLetterOrNumber() && !QStringView(u"bfruBFRU").contains(before))))) {
            return false;
        }
    }
    m_area.replace(selected, c + inside + closer);
    const long length = selected.end - selected.start;
    m_area.select({selected.start + 1, selected.start + 1 + length});
    return true;
}

/// `else:` and its kin go one level to the left when their colon is typed.
void TypingRules::afterTyping(const QString &text)
{
    if (text != u":"_s || !m_python || !m_area.hasOneCaret()) {
        return;
    }
    const long caret = m_area.caretPosition();
    const long line = m_area.lineOf(caret);
    const QString now = m_area.lineText(line);
    const QString above = line > 0 ? m_area.lineText(line - 1) : QString();
    const QString unit(m_unit.width, u' ');
    const bool inBody = !above.trimmed().isEmpty() && leadingSpace(above) == leadingSpace(now)
        && leadingSpace(now).endsWith(unit) && !opensBlock(above);
    const TextRange level{m_area.lineRange(line).start, m_area.lineRange(line).start + m_unit.width};
    if (closesBlock(now) && inBody && m_area.guard().allows(level)) {
        m_area.replace(level, {});
    }
}

} // namespace studio::editor
