#include "content/markdown/markdown.h"

#include "content/web_address.h"
#include "content/words.h"

#include <QUrl>

#include <md4c-html.h>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kDialect
    = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS;

void appendHtml(const MD_CHAR *text, MD_SIZE size, void *html)
{
    static_cast<QByteArray *>(html)->append(text, size);
}

/// Finds where references stand in the Markdown they came from, in the order in which they appear.
class ReferenceFinder final
{
public:
    explicit ReferenceFinder(const SourceText &source)
        : m_source(source)
    {
    }

    SourcePlace place(const HtmlReference &reference)
    {
        const QString decoded = QUrl::fromPercentEncoding(reference.address.toUtf8());
        for (const QString &address : {reference.address, decoded}) {
            const qsizetype at = address.isEmpty() ? -1 : m_source.text.indexOf(address, m_from);
            if (at >= 0) {
                m_from = at + address.size();
                const qsizetype start = reference.picture ? m_source.text.lastIndexOf("!["_L1, at) : at;
                return m_source.at(start >= 0 ? start : at);
            }
        }
        return m_source.at(0);
    }

private:
    const SourceText &m_source;
    qsizetype m_from = 0;
};

void checkLink(const HtmlReference &link, const SourcePlace &place, Scope &scope)
{
    if (!link.kept) {
        scope.problems.error(place, u"the link %1 can't be followed"_s.arg(quoted(link.address)),
                             u"https://…, http://…, mailto:… or #heading"_s);
    } else if (link.address.startsWith(u'#')) {
        scope.anchors.push_back({QUrl::fromPercentEncoding(link.address.mid(1).toUtf8()), place});
    }
}

} // namespace

SanitizedHtml renderMarkdown(const QString &markdown, const SanitizerOptions &options)
{
    const QByteArray bytes = markdown.toUtf8();
    QByteArray html;
    if (bytes.size() > options.largest
        || md_html(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &appendHtml, &html, kDialect, 0)
            != 0) {
        SanitizedHtml result;
        result.text = markdown.left(options.largest);
        result.html = plainTextAsHtml(result.text);
        return result;
    }
    return sanitize(QString::fromUtf8(html), options);
}

QString plainText(const QString &markdown)
{
    SanitizerOptions options;
    options.largest = kLargestCourseHtml;
    return renderMarkdown(markdown, options).text.simplified();
}

RichText readRichText(const SourceText &source, Scope &scope)
{
    SanitizerOptions options;
    options.folder = scope.folder;
    options.largest = kLargestCourseHtml;
    const bool defined = scope.definitions.isEmpty();
    const SanitizedHtml result
        = renderMarkdown(defined ? source.text : source.text % u"\n\n"_s % scope.definitions, options);
    if (source.text.size() > kLargestCourseHtml) {
        scope.problems.error(source.at(0), u"this text is too large"_s,
                             u"at most %1 KB"_s.arg(kLargestCourseHtml / 1024));
    }
    ReferenceFinder finder(source);
    for (const HtmlReference &reference : result.references) {
        const SourcePlace place = finder.place(reference);
        if (!reference.picture) {
            checkLink(reference, place, scope);
            continue;
        }
        readPicture(reference.address, place, scope);
        if (reference.alternative.trimmed().isEmpty()) {
            scope.problems.error(place, u"the picture has no text for those who can't see it"_s,
                                 u"![what it shows](%1)"_s.arg(reference.address));
        }
    }
    return {source.text, result.html};
}

std::optional<QString> readPicture(const QString &written, const SourcePlace &place, Scope &scope)
{
    const auto path = coursePicture(scope.folder, written);
    if (!path) {
        scope.problems.error(place, u"the picture %1 is not in the course folder"_s.arg(quoted(written)),
                             u"the path of a file of the course, e.g. images/shelf.svg"_s);
        return std::nullopt;
    }
    if (!scope.files.contains(*path)) {
        scope.problems.error(place, u"there is no picture %1"_s.arg(quoted(*path)),
                             u"the path of a file of the course"_s);
        return std::nullopt;
    }
    scope.files.use(*path);
    return path;
}

} // namespace studio::content
