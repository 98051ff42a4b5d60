#include "content/markdown/lesson_parts.h"

#include <QRegularExpression>

#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression kFence(u"^( {0,3})(`{3,}|~{3,})([^\\n]*)$"_s);
const QRegularExpression kHeading(u"^(#{1,6})(?:[ \\t]+(.*?))?(?:[ \\t]+#+)?[ \\t]*$"_s);
const QRegularExpression kImage(u"^!\\[(?:[^\\[\\]\\\\]|\\\\.)*\\]\\([^()]*\\)[ \\t]*$"_s);
const QRegularExpression kListItem(u"^ *(?:[-*+]|[0-9]{1,9}[.)])(?:[ \\t]|$)"_s);
const QRegularExpression kDefinition(u"^ {0,3}\\[[^\\]]+\\]:[ \\t]*\\S"_s);
const QRegularExpression kIndentedDirective(u"^ {1,3}:::[ \\t]*[a-z-]*"_s);

struct Line
{
    qsizetype start = 0;
    QString text;
};

std::vector<Line> linesOf(const QString &text)
{
    std::vector<Line> lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf(u'\n', start);
        lines.push_back({start, text.mid(start, end < 0 ? -1 : end - start)});
        start = end < 0 ? text.size() : end + 1;
    }
    return lines;
}

bool closesFence(const QString &line, const QString &marks)
{
    const QString text = line.trimmed();
    return text.size() >= marks.size() && text.count(marks[0]) == text.size() && !line.startsWith("    "_L1);
}

class LessonSplitter final
{
public:
    LessonSplitter(const SourceText &source, ProblemList &problems)
        : m_source(source)
        , m_problems(problems)
        , m_lines(linesOf(source.text))
    {
    }

    LessonParts run()
    {
        while (m_at < m_lines.size()) {
            readLine();
        }
        endText();
        return std::move(m_result);
    }

private:
    void readLine()
    {
        const QString &text = m_lines[m_at].text;
        const auto fence = kFence.match(text);
        if (text.startsWith(":::"_L1)) {
            endText();
            readDirective();
        } else if (fence.hasMatch() && (fence.capturedLength(1) == 0 || !m_inList)
                   && !(fence.captured(2).startsWith(u'`') && fence.captured(3).contains(u'`'))) {
            endText();
            readFence(fence);
        } else if (const auto heading = kHeading.match(text); heading.hasMatch()) {
            endText();
            readHeading(heading);
        } else if (kImage.match(text).hasMatch() && isAlone()) {
            endText();
            LessonPart &part = add(LessonPart::Kind::Image);
            part.body = partOf(m_at, m_at + 1);
            ++m_at;
        } else {
            readText(text);
        }
    }

    void readText(const QString &text)
    {
        if (text.trimmed().isEmpty()) {
            m_afterBlank = true;
        } else {
            if (kListItem.match(text).hasMatch()) {
                m_inList = true;
            } else if (m_afterBlank && !text.startsWith(u' ') && !text.startsWith(u'\t')) {
                m_inList = false;
            }
            if (kDefinition.match(text).hasMatch()) {
                m_result.definitions += text % u'\n';
            }
            if (!m_inList && kIndentedDirective.match(text).hasMatch()) {
                m_problems.error(m_source.at(m_lines[m_at].start), u"spaces before :::"_s,
                                 u"::: at the very start of the line"_s);
            }
            m_afterBlank = false;
        }
        if (!m_textFrom) {
            m_textFrom = m_at;
        }
        ++m_at;
    }

    void endText()
    {
        if (m_textFrom) {
            std::size_t from = *m_textFrom;
            std::size_t to = m_at;
            while (from < to && m_lines[from].text.trimmed().isEmpty()) {
                ++from;
            }
            while (to > from && m_lines[to - 1].text.trimmed().isEmpty()) {
                --to;
            }
            if (from < to) {
                LessonPart &part = add(LessonPart::Kind::Text);
                part.place = m_source.at(m_lines[from].start);
                part.body = partOf(from, to);
            }
        }
        m_textFrom.reset();
        m_inList = false;
        m_afterBlank = true;
    }

    void readHeading(const QRegularExpressionMatch &match)
    {
        LessonPart &part = add(LessonPart::Kind::Heading);
        part.level = static_cast<int>(match.capturedLength(1));
        part.body = partOf(m_at, m_at + 1);
        part.body.text = match.captured(2);
        ++m_at;
    }

    void readFence(const QRegularExpressionMatch &match)
    {
        const QString marks = match.captured(2);
        const std::size_t first = m_at + 1;
        std::size_t last = first;
        while (last < m_lines.size() && !closesFence(m_lines[last].text, marks)) {
            ++last;
        }
        LessonPart &part = add(LessonPart::Kind::Fence);
        part.argument = partOf(m_at, m_at + 1);
        part.argument.text = match.captured(3);
        part.argument.indent += static_cast<int>(match.capturedStart(3));
        part.body = partOf(first, last);
        if (last == m_lines.size()) {
            m_problems.error(part.place, u"this code is not closed"_s,
                             u"a line of %1 after the code"_s.arg(marks));
        }
        m_at = last + 1;
    }

    void readDirective()
    {
        static const QRegularExpression header(u"^:::(:*)[ \\t]*(\\S*)[ \\t]*(.*)$"_s);
        const auto match = header.match(m_lines[m_at].text);
        const SourcePlace place = m_source.at(m_lines[m_at].start);
        if (match.capturedLength(1) > 0) {
            m_problems.error(place, u"more than three colons"_s, u"::: name"_s);
        }
        if (match.capturedLength(2) == 0) {
            m_problems.error(place, u"this ::: closes nothing"_s, u"::: name in a line before it"_s);
            ++m_at;
            return;
        }
        LessonPart &part = add(LessonPart::Kind::Directive);
        part.name = match.captured(2);
        part.argument = partOf(m_at, m_at + 1);
        part.argument.text = match.captured(3).trimmed();
        part.argument.indent += static_cast<int>(match.capturedStart(3));
        const std::size_t first = m_at + 1;
        const std::size_t last = endOfDirective(first, isCallout(part.name));
        part.body = partOf(first, last);
        const bool closed = last < m_lines.size() && m_lines[last].text.trimmed() == ":::"_L1;
        if (!closed) {
            m_problems.error(part.place, u"::: %1 is not closed"_s.arg(part.name), u"a line ::: after it"_s);
        }
        m_at = closed ? last + 1 : last;
    }

    /// The line that ends a directive: its ::: or the beginning of the next one.
    std::size_t endOfDirective(std::size_t line, bool markdown) const
    {
        QString fence;
        for (; line < m_lines.size(); ++line) {
            const QString &text = m_lines[line].text;
            const auto match = kFence.match(text);
            if (!fence.isEmpty()) {
                if (closesFence(text, fence)) {
                    fence.clear();
                }
            } else if (text.startsWith(":::"_L1)) {
                return line;
            } else if (markdown && match.hasMatch()) {
                fence = match.captured(2);
            }
        }
        return line;
    }

    bool isAlone() const
    {
        const bool before = !m_textFrom || m_at == *m_textFrom || m_lines[m_at - 1].text.trimmed().isEmpty();
        if (!before || m_at + 1 >= m_lines.size()) {
            return before;
        }
        const QString &next = m_lines[m_at + 1].text;
        return next.trimmed().isEmpty() || next.startsWith(":::"_L1) || kFence.match(next).hasMatch()
            || kHeading.match(next).hasMatch();
    }

    LessonPart &add(LessonPart::Kind kind)
    {
        LessonPart part;
        part.kind = kind;
        part.place = m_source.at(m_at < m_lines.size() ? m_lines[m_at].start : m_source.text.size());
        m_result.parts.push_back(std::move(part));
        return m_result.parts.back();
    }

    SourceText partOf(std::size_t from, std::size_t to) const
    {
        const qsizetype end = m_source.text.size();
        const qsizetype start = from < m_lines.size() ? m_lines[from].start : end;
        const qsizetype stop = to < m_lines.size() ? m_lines[to].start : end;
        return m_source.part(start, std::max<qsizetype>(0, stop - start));
    }

    const SourceText &m_source;
    ProblemList &m_problems;
    std::vector<Line> m_lines;
    LessonParts m_result;
    std::optional<std::size_t> m_textFrom;
    std::size_t m_at = 0;
    bool m_inList = false;
    bool m_afterBlank = true;
};

} // namespace

LessonParts splitLesson(const SourceText &source, ProblemList &problems)
{
    return LessonSplitter(source, problems).run();
}

bool isCallout(const QString &directive)
{
    return directive == "info"_L1 || directive == "warning"_L1 || directive == "tip"_L1
        || directive == "danger"_L1;
}

FrontMatter cutFrontMatter(const SourceText &source, ProblemList &problems)
{
    static const QRegularExpression marks(u"^---[ \\t]*$"_s, QRegularExpression::MultilineOption);
    const QString expected = u"--- in the first line, then title: …, then --- again"_s;
    const auto first = marks.match(source.text);
    if (first.capturedStart() != 0) {
        problems.error(source.at(0), u"the lesson has no front matter"_s, expected);
        return {std::nullopt, source};
    }
    const qsizetype start = first.capturedEnd() + 1;
    const auto second = marks.match(source.text, std::min(start, source.text.size()));
    if (!second.hasMatch()) {
        problems.error(source.at(0), u"the front matter is not closed"_s, expected);
        return {std::nullopt, source.part(source.text.size(), 0)};
    }
    const qsizetype rest = std::min(second.capturedEnd() + 1, source.text.size());
    return {source.part(start, second.capturedStart() - start), source.part(rest, source.text.size() - rest)};
}

} // namespace studio::content
