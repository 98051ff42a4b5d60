#pragma once

#include "sync/http/curl_exchange.h"
#include "sync/http/http_options.h"

#include <map>

namespace studio::sync {

/// Which proxy an address is reached through.
class ProxyChoice final
{
public:
    explicit ProxyChoice(const HttpOptions &options); ///< `options` outlives this.

    CurlProxy proxyFor(const HttpAddress &address);

    void forget() { m_resolved.clear(); } ///< Another network, other proxies.

private:
    const HttpOptions &m_options;
    std::map<QByteArray, QByteArray> m_resolved; // by origin
};

} // namespace studio::sync
