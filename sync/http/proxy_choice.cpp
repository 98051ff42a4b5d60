#include "sync/http/proxy_choice.h"

namespace studio::sync {

namespace {

/// libcurl's own rule: `HTTP_PROXY` in capitals is not read, as a web server would set it from a header.
bool environmentNamesProxy(bool https)
{
    const auto isSet = [](const char *name) { return !qgetenv(name).isEmpty(); };
    return (https ? isSet("https_proxy") || isSet("HTTPS_PROXY") : isSet("http_proxy")) || isSet("all_proxy")
        || isSet("ALL_PROXY");
}

} // namespace

ProxyChoice::ProxyChoice(const HttpOptions &options)
    : m_options(options)
{
}

CurlProxy ProxyChoice::proxyFor(const HttpAddress &address)
{
    CurlProxy proxy;
    proxy.name = m_options.proxy.name.toUtf8();
    proxy.password = m_options.proxy.password.toUtf8();
    switch (m_options.proxy.mode) {
    case ProxySettings::Mode::None:
        break;
    case ProxySettings::Mode::Manual:
        proxy.url = m_options.proxy.url;
        for (const QByteArray &each : m_options.proxy.noProxy) {
            proxy.noProxy += (proxy.noProxy.isEmpty() ? "" : ",") + each;
        }
        break;
    case ProxySettings::Mode::System:
        if (environmentNamesProxy(address.https)) {
            proxy.fromEnvironment = true;
        } else if (m_options.systemProxy) {
            auto found = m_resolved.find(address.origin);
            if (found == m_resolved.end()) {
                found = m_resolved.emplace(address.origin, m_options.systemProxy(address.url)).first;
            }
            proxy.url = found->second;
        }
        break;
    }
    return proxy;
}

} // namespace studio::sync
