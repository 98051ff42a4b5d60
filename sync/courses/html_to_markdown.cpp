#include "sync/courses/html_to_markdown.h"

#include "sync/courses/html_walk.h"
#include "sync/courses/markdown_text.h"

#include <QSet>

#include <gumbo.h>

#include <md4c-html.h>
#include <memory>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 100;

struct ParsedHtml
{
    explicit ParsedHtml(const QByteArray &source)
        : output(gumbo_parse_with_options(&kGumboDefaultOptions, source.constData(),
                                          static_cast<std::size_t>(source.size())))
    {
    }

    ~ParsedHtml() { gumbo_destroy_output(&kGumboDefaultOptions, output); }

    Q_DISABLE_COPY_MOVE(ParsedHtml)

    GumboOutput *output;
};

/// An upper bound of how deep elements lie in each other: without a tree, since building one takes the square
/// of it.
bool tooDeep(const QByteArray &html)
{
    static const QSet<QByteArray> single = {"br",    "img",    "hr",   "input", "meta", "link",  "wbr",
                                            "embed", "source", "area", "col",   "base", "param", "track"};
    int depth = 0;
    for (qsizetype i = html.indexOf('<'); i >= 0 && i + 1 < html.size(); i = html.indexOf('<', i + 1)) {
        const char next = html.at(i + 1);
        if (next == '/') {
            depth = std::max(0, depth - 1);
        } else if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
            qsizetype end = i + 1;
            while (end < html.size() && end < i + 16
                   && std::isalnum(static_cast<unsigned char>(html.at(end))) != 0) {
                ++end;
            }
            const bool closed = html.mid(i, html.indexOf('>', i) - i).endsWith('/');
            if (!closed && !single.contains(html.mid(i + 1, end - i - 1).toLower()) && ++depth > kDeepest) {
                return true;
            }
        }
    }
    return false;
}

/// Everything between angle brackets gone.
QString withoutTags(const QString &html)
{
    QString text;
    bool inTag = false;
    for (const QChar c : html) {
        if (c == u'<') {
            inTag = true;
            text += u' ';
        } else if (c == u'>') {
            inTag = false;
        } else if (!inTag) {
            text += c;
        }
    }
    return text;
}

void append(const MD_CHAR *text, MD_SIZE size, void *html)
{
    static_cast<QByteArray *>(html)->append(text, static_cast<qsizetype>(size));
}

} // namespace

QString plainToMarkdown(const QString &text)
{
    QStringList paragraphs;
    QStringList lines;
    const QString whole = cleanText(text) + u"\n\n"_s;
    for (const QString &line : whole.split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            lines.append(atLineStart(escaped(line)));
        } else if (!lines.isEmpty()) {
            paragraphs.append(lines.join(u"\\\n"_s));
            lines.clear();
        }
    }
    return joined(paragraphs);
}

QString htmlToMarkdown(const QString &html, Conversion &conversion)
{
    const QString clean = cleanText(html);
    if (clean.size() < html.size() && html.size() > kLongestPiece) {
        conversion.note(u"a text of %1 characters was cut"_s.arg(html.size()));
    }
    if (!clean.contains(u'<') && !clean.contains(u'&')) {
        return plainToMarkdown(clean);
    }
    const QByteArray bytes = clean.toUtf8();
    if (tooDeep(bytes)) {
        conversion.note(u"a text with too many elements inside each other is kept as plain text"_s);
        return plainToMarkdown(withoutTags(clean));
    }
    const ParsedHtml parsed(bytes);
    return HtmlWalk(conversion).blocks(parsed.output->root);
}

QString markdownToMarkdown(const QString &markdown, Conversion &conversion)
{
    const QString clean = cleanText(markdown);
    if (clean.size() < markdown.size() && markdown.size() > kLongestPiece) {
        conversion.note(u"a text of %1 characters was cut"_s.arg(markdown.size()));
    }
    const QByteArray bytes = clean.toUtf8();
    QByteArray html;
    constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;
    if (md_html(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &append, &html, dialect, 0) != 0) {
        return plainToMarkdown(clean);
    }
    if (tooDeep(html)) {
        conversion.note(u"a text with too many elements inside each other is kept as plain text"_s);
        return plainToMarkdown(clean);
    }
    const ParsedHtml parsed(html);
    return HtmlWalk(conversion).blocks(parsed.output->root);
}

QString htmlToLine(const QString &html, qsizetype most)
{
    const QString clean = cleanText(html);
    const QByteArray bytes = clean.toUtf8();
    if (tooDeep(bytes)) {
        return cleanLine(withoutTags(clean), most);
    }
    const ParsedHtml parsed(bytes);
    return cleanLine(HtmlWalk::text(parsed.output->root), most);
}

} // namespace studio::sync
