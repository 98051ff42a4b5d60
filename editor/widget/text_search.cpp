#include "editor/widget/text_search.h"

#include "editor/widget/region_guard.h"
#include "editor/widget/text_style.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace studio::editor {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr std::size_t kMostHits = 100'000;

QRegularExpression expressionFor(const SearchTerms &terms)
{
    QString pattern = terms.regex ? terms.text : QRegularExpression::escape(terms.text);
    if (terms.wholeWord) {
        pattern = u"(?<!\\w)(?:"_s % pattern % u")(?!\\w)"_s;
    }
    QRegularExpression::PatternOptions options
        = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!terms.matchCase) {
        options |= QRegularExpression::CaseInsensitiveOption;
    }
    return QRegularExpression(pattern, options);
}

/// `\1` is what the first group found; `\n` and `\t` as in Python.
QString expanded(const QString &with, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < with.size(); ++i) {
        if (with.at(i) != u'\\' || i + 1 == with.size()) {
            result += with.at(i);
            continue;
        }
        const QChar next = with.at(++i);
        if (next >= u'0' && next <= u'9') {
            result += match.captured(next.digitValue());
        } else if (next == u'n') {
            result += u'\n';
        } else if (next == u't') {
            result += u'\t';
        } else {
            result += next;
        }
    }
    return result;
}

} // namespace

TextSearch::TextSearch(TextArea &area)
    : m_area(area)
{
}

QString TextSearch::search(const SearchTerms &terms)
{
    m_terms = terms;
    m_hits.clear();
    const QRegularExpression expression = expressionFor(terms);
    if (terms.text.isEmpty()) {
        return {};
    }
    if (!expression.isValid()) {
        return QCoreApplication::translate("studio::editor::FindBar", "Not a complete expression yet: %1")
            .arg(expression.errorString());
    }
    const QString text = m_area.text();
    qsizetype offset = 0;
    long position = 0;
    const auto positionOf = [&](qsizetype wanted) { // goes on from the last one: linear over all hits
        position += QStringView(text).mid(offset, wanted - offset).toUtf8().size();
        offset = wanted;
        return position;
    };
    auto matches = expression.globalMatch(text);
    while (matches.hasNext() && m_hits.size() < kMostHits) {
        const auto match = matches.next();
        if (match.capturedLength() > 0) {
            const long start = positionOf(match.capturedStart());
            m_hits.push_back({start, positionOf(match.capturedEnd())});
        }
    }
    return {};
}

void TextSearch::showHits(bool show)
{
    m_area.send(Sci::SCI_SETINDICATORCURRENT, kHitIndicator);
    m_area.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_area.send(Sci::SCI_GETLENGTH));
    for (const TextRange &hit : m_hits) {
        if (show) {
            m_area.send(Sci::SCI_INDICATORFILLRANGE, hit.start, hit.end - hit.start);
        }
    }
}

int TextSearch::current() const
{
    const auto found = std::find(m_hits.begin(), m_hits.end(), m_area.selection());
    return found == m_hits.end() ? 0 : static_cast<int>(found - m_hits.begin()) + 1;
}

TextSearch::Step TextSearch::goNext(long from)
{
    if (m_hits.empty()) {
        return {};
    }
    const auto next
        = std::find_if(m_hits.begin(), m_hits.end(), [from](TextRange hit) { return hit.start >= from; });
    m_area.select(next == m_hits.end() ? m_hits.front() : *next);
    return {true, next == m_hits.end()};
}

TextSearch::Step TextSearch::goPrevious(long from)
{
    if (m_hits.empty()) {
        return {};
    }
    const auto next
        = std::find_if(m_hits.rbegin(), m_hits.rend(), [from](TextRange hit) { return hit.end <= from; });
    m_area.select(next == m_hits.rend() ? m_hits.back() : *next);
    return {true, next == m_hits.rend()};
}

QString TextSearch::replacement(const TextRange &hit, const QString &with) const
{
    if (!m_terms.regex) {
        return with;
    }
    // Matched where it stands, so that what looks around the hit sees the same.
    const QString text = m_area.text();
    return expanded(with, expressionFor(m_terms).match(text, m_area.offsetOf(hit.start)));
}

bool TextSearch::replaceCurrent(const QString &with)
{
    const TextRange hit = m_area.selection();
    if (current() == 0 || !m_area.guard().allows(hit) || m_area.send(Sci::SCI_GETREADONLY)) {
        return false;
    }
    const QString text = replacement(hit, with);
    m_area.replace(hit, text);
    const long after = hit.start + static_cast<long>(text.toUtf8().size());
    m_area.select({after, after});
    return true;
}

TextSearch::Replaced TextSearch::replaceAll(const QString &with)
{
    Replaced replaced;
    if (m_area.send(Sci::SCI_GETREADONLY)) {
        return {0, count()};
    }
    const QString text = m_area.text();
    auto matches = expressionFor(m_terms).globalMatch(text);
    std::vector<QString> texts;
    while (matches.hasNext() && texts.size() < m_hits.size()) {
        const auto match = matches.next();
        if (match.capturedLength() > 0) {
            texts.push_back(m_terms.regex ? expanded(with, match) : with);
        }
    }
    const TextArea::Batch batch(m_area);
    m_area.send(Sci::SCI_BEGINUNDOACTION);
    for (std::size_t i = texts.size(); i-- > 0;) {
        if (m_area.guard().allows(m_hits[i])) {
            m_area.replace(m_hits[i], texts[i]);
            ++replaced.count;
        } else {
            ++replaced.fixed;
        }
    }
    m_area.send(Sci::SCI_ENDUNDOACTION);
    return replaced;
}

} // namespace studio::editor
