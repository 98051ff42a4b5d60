#include "sync/http/origin.h"

#include <QUrl>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestUrl = 8 * 1024;

} // namespace

std::optional<HttpAddress> parseAddress(const QByteArray &url)
{
    if (url.isEmpty() || url.size() > kLongestUrl) {
        return std::nullopt;
    }
    const QUrl parsed = QUrl::fromEncoded(url, QUrl::StrictMode);
    const bool https = parsed.scheme() == "https"_L1;
    if (!parsed.isValid() || (!https && parsed.scheme() != "http"_L1) || parsed.host().isEmpty()
        || !parsed.userInfo().isEmpty() || parsed.port(1) == 0) {
        return std::nullopt;
    }
    const QByteArray host = parsed.host(QUrl::FullyEncoded).toLatin1();
    const QByteArray bracketed = host.contains(':') ? QByteArray("[" + host + "]") : host;
    HttpAddress address;
    address.https = https;
    address.origin = (https ? "https://" : "http://") + bracketed + ':'
        + QByteArray::number(parsed.port(https ? 443 : 80));
    address.url = parsed.toEncoded(QUrl::RemoveFragment);
    return address;
}

bool isLoopback(const HttpAddress &address)
{
    const QString host = QUrl::fromEncoded(address.origin).host();
    if (host == "localhost"_L1 || host == "::1"_L1) {
        return true;
    }
    const QStringList parts = host.split(u'.');
    if (parts.size() != 4 || parts.first() != "127"_L1) {
        return false;
    }
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        bool number = false;
        return part.toUShort(&number) <= 255 && number;
    });
}

} // namespace studio::sync
