#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace studio::content {

/// Where a link of a post may lead.
struct PostLink
{
    QString address; ///< http, https, mailto, or `studio:…`; to be written down as it is.
    QString where; ///< For people: the host (as ASCII), the mail address; empty when it stays inside.
};

/// Nothing for any other address, however it is disguised. Addresses of topics and posts on `platform` (may
/// be empty) become `studio:…`, so that they open from the copy.
std::optional<PostLink> postLink(const QString &written, const QUrl &platform);

/// Whether a reader would take `text` for an address that leads to another place than `link`.
bool looksLikeOtherPlace(const QString &text, const PostLink &link);

/// An address from which a picture may be fetched: https. Nothing otherwise.
std::optional<QUrl> pictureAddress(const QString &written);

} // namespace studio::content
