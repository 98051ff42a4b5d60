#include "content/forum/post_renderer.h"

#include "content/forum/bbcode_quotes.h"
#include "content/forum/post_html.h"
#include "content/forum/visible_text.h"
#include "domain/forum.h"

#include <algorithm>
#include <md4c-html.h>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestPlain = 4 * kLongestPost; ///< More than that is shown of no post.
constexpr qsizetype kLargestHtml = 2'000'000; ///< Bytes.
constexpr qsizetype kMostAddresses = 1'500; ///< Looking for more bare ones takes quadratic time.
constexpr qsizetype kMostExpanded = 2'000'000; ///< Characters that references may come to.

constexpr unsigned kDialect
    = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS;

void appendHtml(const MD_CHAR *text, MD_SIZE size, void *html)
{
    auto *all = static_cast<QByteArray *>(html);
    if (all->size() <= kLargestHtml) {
        all->append(text, size);
    }
}

unsigned dialectFor(const QString &markdown)
{
    const qsizetype addresses
        = markdown.count("://"_L1) + markdown.count("www."_L1, Qt::CaseInsensitive) + markdown.count(u'@');
    return addresses > kMostAddresses ? kDialect : kDialect | MD_FLAG_PERMISSIVEAUTOLINKS;
}

/// Whether a long definition, named again and again, would become far more text than there is.
bool expandsTooMuch(const QString &markdown)
{
    qsizetype longest = 0;
    for (qsizetype at = markdown.indexOf("]:"_L1); at >= 0;) {
        qsizetype end = markdown.indexOf("\n\n"_L1, at);
        end = end < 0 ? markdown.size() : end;
        longest = std::max(longest, end - at);
        at = markdown.indexOf("]:"_L1, end);
    }
    return longest * markdown.count(u'[') > kMostExpanded;
}

PostPieces plain(const QString &text)
{
    const QString shown = text.size() > kLongestPlain ? text.left(kLongestPlain) + u'…' : text;
    PostPieces pieces;
    PostPart part;
    pieces.text = visibleText(shown, TextSort::Prose);
    part.html = u"<pre>\n"_s % pieces.text.toHtmlEscaped() % u"</pre>"_s;
    pieces.parts.push_back(part);
    return pieces;
}

class MarkdownPosts final : public PostRenderer
{
public:
    explicit MarkdownPosts(std::function<QUrl()> platform)
        : m_platform(std::move(platform))
    {
    }

    std::vector<PostPart> render(const QString &markdown) const override { return pieces(markdown).parts; }

    QString plainText(const QString &markdown) const override { return pieces(markdown).text.simplified(); }

    QString plainLine(const QString &text) const override { return visibleLine(text.left(kLongestPlain)); }

private:
    PostPieces pieces(const QString &text) const
    {
        if (text.size() > kLongestPost || expandsTooMuch(text)) {
            return plain(text);
        }
        const QString markdown = quotesAsMarkdown(QString(text).replace(u"\r\n"_s, u"\n"_s));
        const QByteArray bytes = markdown.toUtf8();
        QByteArray html;
        const int failed = md_html(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &appendHtml, &html,
                                   dialectFor(markdown), 0);
        if (failed != 0 || html.size() > kLargestHtml) {
            return plain(text);
        }
        auto pieces = piecesOf(html, m_platform());
        return pieces ? std::move(*pieces) : plain(text);
    }

    std::function<QUrl()> m_platform;
};

} // namespace

std::unique_ptr<PostRenderer> makePostRenderer(std::function<QUrl()> platform)
{
    return std::make_unique<MarkdownPosts>(std::move(platform));
}

std::unique_ptr<PostRenderer> makePostRenderer(const QUrl &platform)
{
    return makePostRenderer([platform] { return platform; });
}

} // namespace studio::content
