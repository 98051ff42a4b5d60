#include "content/forum/bbcode_quotes.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepestQuote = 6; ///< Quotes inside of these are shown beside them.

struct Mark
{
    qsizetype at = 0;
    qsizetype length = 0;
    bool opens = false;
    bool paired = false;
    QString name;
};

struct Range
{
    qsizetype from = 0;
    qsizetype to = 0;
};

/// Where fenced code stands; a fence that is not closed goes on to the end.
std::vector<Range> fencesOf(const QString &text)
{
    static const QRegularExpression fence(u"^ {0,3}(`{3,}|~{3,})([^\\n]*)$"_s,
                                          QRegularExpression::MultilineOption);
    std::vector<Range> found;
    QString open;
    for (auto each = fence.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const QString marks = match.captured(1);
        if (open.isEmpty()) {
            open = marks;
            found.push_back({match.capturedStart(), text.size()});
        } else if (marks[0] == open[0] && marks.size() >= open.size()
                   && match.captured(2).trimmed().isEmpty()) {
            found.back().to = match.capturedEnd();
            open.clear();
        }
    }
    return found;
}

std::vector<Mark> marksOf(const QString &text)
{
    static const QRegularExpression mark(
        u"\\[quote(?:=(?:\"([^\"\\]\\n]{0,100})\"|([^\"\\]\\n]{0,100})))?\\]|\\[/quote\\]"_s,
        QRegularExpression::CaseInsensitiveOption);
    const std::vector<Range> fences = fencesOf(text);
    auto fence = fences.begin();
    std::vector<Mark> marks;
    std::vector<std::size_t> open;
    for (auto each = mark.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        while (fence != fences.end() && fence->to <= match.capturedStart()) {
            ++fence;
        }
        if (fence != fences.end() && fence->from <= match.capturedStart()) {
            continue;
        }
        const bool opens = text[match.capturedStart() + 1] != u'/';
        const QString name = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        marks.push_back({match.capturedStart(), match.capturedLength(), opens, false, name.simplified()});
        if (opens) {
            open.push_back(marks.size() - 1);
        } else if (!open.empty()) {
            marks.back().paired = true;
            marks[open.back()].paired = true;
            open.pop_back();
        }
    }
    return marks;
}

/// A name as Markdown shows it letter for letter.
QString escaped(const QString &name)
{
    QString safe;
    for (const QChar c : name) {
        if (c.unicode() < 0x80 && c.isPrint() && !c.isLetterOrNumber() && c != u' ') {
            safe += u'\\';
        }
        safe += c;
    }
    return safe;
}

class QuoteWriter final
{
public:
    void text(QStringView some)
    {
        for (const QStringView line : some.split(u'\n')) {
            if (m_lineOpen) {
                m_out += line;
                m_lineOpen = false;
            } else {
                m_out += u'\n' % prefix() % line;
            }
        }
        m_lineOpen = true;
    }

    void open(const QString &name)
    {
        gap();
        ++m_depth;
        m_out += prefix();
        if (!name.isEmpty()) {
            m_out += u"**"_s % escaped(name) % u":**\n"_s % prefix().trimmed() % u'\n' % prefix();
        }
        m_lineOpen = true;
    }

    void close()
    {
        --m_depth;
        gap();
        m_out += prefix();
        m_lineOpen = true;
    }

    QString take() { return m_out; }

private:
    /// An empty line of the depth that holds now, so that what follows is no part of what was before.
    void gap() { m_out += u'\n' % prefix().trimmed() % u'\n'; }

    QString prefix() const { return u"> "_s.repeated(std::min(m_depth, kDeepestQuote)); }

    QString m_out;
    int m_depth = 0;
    bool m_lineOpen = true;
};

} // namespace

QString quotesAsMarkdown(const QString &text)
{
    if (!text.contains("[/quote]"_L1, Qt::CaseInsensitive)) {
        return text;
    }
    QuoteWriter writer;
    qsizetype from = 0;
    for (const Mark &mark : marksOf(text)) {
        if (!mark.paired) {
            continue;
        }
        writer.text(QStringView(text).mid(from, mark.at - from));
        from = mark.at + mark.length;
        // The line that a mark stands on alone is not an empty one of the quote.
        if (from < text.size() && text[from] == u'\n') {
            ++from;
        }
        if (mark.opens) {
            writer.open(mark.name);
        } else {
            writer.close();
        }
    }
    writer.text(QStringView(text).mid(from));
    return writer.take();
}

} // namespace studio::content
