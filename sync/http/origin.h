#pragma once

#include <QByteArray>

#include <optional>

namespace studio::sync {

/// An address that may be asked, in the one spelling that is given to libcurl, so that no second parser reads
/// it otherwise.
struct HttpAddress
{
    QByteArray url;
    QByteArray origin; ///< `https://host:port`, the port always there.
    bool https = true;
};

/// Nothing for what is not an absolute http(s) URL with a host, has a user name or a password in it, or is
/// longer than 8 KiB. Pure.
std::optional<HttpAddress> parseAddress(const QByteArray &url);

/// Is this origin on this computer (`localhost`, `127.0.0.0/8`, `::1`)? Names are not looked up.
bool isLoopback(const HttpAddress &address);

} // namespace studio::sync
