#include "content/forum/post_link.h"

#include "content/web_address.h"
#include "domain/forum.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

QString withoutWww(const QString &host)
{
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

/// The topic or post that an address of the platform's own pages names.
std::optional<StudioLink> topicOn(const QUrl &url, const QUrl &platform)
{
    static const QRegularExpression topic(u"/topics?/(?:[^/]+/)?(?:[^/]*-)?([1-9][0-9]{0,17})/?\\z"_s);
    static const QRegularExpression post(u"\\A(?:post-?)?([1-9][0-9]{0,17})\\z"_s);
    const bool own = !platform.host().isEmpty() && url.host() == platform.host()
        && url.port(443) == platform.port(443) && !url.path().contains("/api/"_L1);
    const QRegularExpressionMatch found = own ? topic.match(url.path()) : QRegularExpressionMatch();
    if (!found.hasMatch()) {
        return {};
    }
    for (const QString &named : {QUrlQuery(url).queryItemValue(u"post"_s), url.fragment()}) {
        if (const QRegularExpressionMatch one = post.match(named); one.hasMatch()) {
            return StudioLink{StudioLink::Kind::Post, one.captured(1).toLongLong(), {}, {}};
        }
    }
    return StudioLink{StudioLink::Kind::Topic, found.captured(1).toLongLong(), {}, {}};
}

} // namespace

std::optional<PostLink> postLink(const QString &written, const QUrl &platform)
{
    if (const auto inside = studioLinkFrom(written.trimmed())) {
        return PostLink{toString(*inside), {}};
    }
    const auto safe = safeLink(written);
    if (!safe || safe->startsWith(u'#')) {
        return {};
    }
    const QUrl url(*safe);
    if (const auto topic = topicOn(url, platform)) {
        return PostLink{toString(*topic), {}};
    }
    if (url.scheme() == "mailto"_L1) {
        return PostLink{*safe, url.path(QUrl::FullyEncoded)};
    }
    const QString port = url.port() > 0 ? u":%1"_s.arg(url.port()) : QString();
    return PostLink{*safe, url.host(QUrl::FullyEncoded) % port};
}

bool looksLikeOtherPlace(const QString &text, const PostLink &link)
{
    static const QRegularExpression host(
        u"\\A(?:[a-z][a-z0-9+.-]*:/*)?(?:[^/?#@\\s]*@)?"
        "((?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}]{2,}|(?:[0-9]{1,3}\\.){3}[0-9]{1,3})"
        "(?::[0-9]+)?(?:[/?#\\s.,;!)]|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString shown;
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Format) { // invisible: not what the reader goes by
            shown += c;
        }
    }
    const QRegularExpressionMatch match = host.match(shown.trimmed());
    if (!match.hasMatch()) {
        return false;
    }
    const QString seen = QString::fromLatin1(QUrl::toAce(match.captured(1).toLower()));
    const QString real = link.where.section(u'@', -1).section(u':', 0, 0).toLower();
    return withoutWww(seen) != withoutWww(real);
}

std::optional<QUrl> pictureAddress(const QString &written)
{
    const auto safe = safeLink(written);
    const QUrl url = safe ? QUrl(*safe) : QUrl();
    return url.scheme() == "https"_L1 ? std::optional(url) : std::nullopt;
}

} // namespace studio::content
