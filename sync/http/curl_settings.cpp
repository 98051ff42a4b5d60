#include "sync/http/curl_exchange.h"

#include <algorithm>

// How a handle is set up: one place to read what is checked and what is allowed.

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

/// Sets options until the first refusal: a libcurl that does not know one must not go on without it.
class Settings
{
public:
    explicit Settings(CURL *handle)
        : m_handle(handle)
    {
    }

    template<typename T>
    void set(CURLoption option, T value)
    {
        if (m_result == CURLE_OK) {
            m_result = curl_easy_setopt(m_handle, option, value);
            m_option = option;
        }
    }

    void set(CURLoption option, const QByteArray &text) { set(option, text.constData()); }

    tl::expected<CURL *, QString> result() const
    {
        if (m_result == CURLE_OK) {
            return m_handle;
        }
        return tl::unexpected(
            u"option %1: %2"_s.arg(int(m_option)).arg(QString::fromLatin1(curl_easy_strerror(m_result))));
    }

private:
    CURL *m_handle;
    CURLoption m_option = CURLOPT_URL;
    CURLcode m_result = CURLE_OK;
};

void setMethod(Settings &to, const HttpRequest &request)
{
    const bool carries = !request.body.isEmpty() || request.method == "POST" || request.method == "PUT"
        || request.method == "PATCH";
    if (carries) {
        to.set(CURLOPT_POST, 1L);
        to.set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        to.set(CURLOPT_POSTFIELDS, request.body); // not copied: the request lives as long as the handle
    } else if (request.method == "HEAD") {
        to.set(CURLOPT_NOBODY, 1L);
    }
    to.set(CURLOPT_CUSTOMREQUEST, request.method);
}

void setTrust(Settings &to, const CurlSetup &setup, bool usesProxy)
{
    to.set(CURLOPT_PROTOCOLS_STR, "http,https");
    to.set(CURLOPT_FOLLOWLOCATION, 0L);
    to.set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    to.set(CURLOPT_SSL_VERIFYPEER, 1L);
    to.set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (usesProxy) {
        to.set(CURLOPT_PROXY_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        to.set(CURLOPT_PROXY_SSL_VERIFYPEER, 1L);
        to.set(CURLOPT_PROXY_SSL_VERIFYHOST, 2L);
    }
#ifdef _WIN32
    // Schannel and the system's store; schools' firewalls block the servers that know what was revoked.
    to.set(CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_REVOKE_BEST_EFFORT));
    if (setup.caFile.isEmpty()) {
        return;
    }
#endif
    // Also when empty: the path compiled into libcurl is another computer's. Without a folder libcurl parses
    // the file once for all connections.
    const char *file = setup.caFile.isEmpty() ? nullptr : setup.caFile.constData();
    const char *folder = setup.caFolder.isEmpty() ? nullptr : setup.caFolder.constData();
    to.set(CURLOPT_CAINFO, file);
    to.set(CURLOPT_CAPATH, folder);
    if (usesProxy) {
        to.set(CURLOPT_PROXY_CAINFO, file);
        to.set(CURLOPT_PROXY_CAPATH, folder);
    }
}

void setProxy(Settings &to, const CurlProxy &proxy)
{
    if (!proxy.fromEnvironment) {
        to.set(CURLOPT_PROXY, proxy.url); // "" also switches the environment off
        to.set(CURLOPT_NOPROXY, proxy.noProxy);
    }
    if (!proxy.inUse()) {
        return;
    }
    to.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!proxy.name.isEmpty()) {
        // Basic too: it is what many schools' proxies offer, and the name was given for this one.
        to.set(CURLOPT_PROXYAUTH, long(CURLAUTH_ANY));
        to.set(CURLOPT_PROXYUSERNAME, proxy.name);
        to.set(CURLOPT_PROXYPASSWORD, proxy.password);
    } else if (!proxy.fromEnvironment && !proxy.url.contains('@')) {
        to.set(CURLOPT_PROXYAUTH, long(CURLAUTH_NEGOTIATE | CURLAUTH_NTLM));
        to.set(CURLOPT_PROXYUSERPWD, ":"); // whoever is signed in here
    } else {
        to.set(CURLOPT_PROXYAUTH, long(CURLAUTH_ANY));
    }
}

void setLimits(Settings &to, const CurlSetup &setup, const HttpRequest &request)
{
    to.set(CURLOPT_CONNECTTIMEOUT_MS, long(setup.connectLimit.count()));
    to.set(CURLOPT_TIMEOUT_MS, long(request.timeout.count()));
    to.set(CURLOPT_LOW_SPEED_LIMIT, setup.slowBytesPerSecond);
    to.set(CURLOPT_LOW_SPEED_TIME, long(setup.slowFor.count()));
    to.set(CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.maxBytes));
    to.set(CURLOPT_MAXAGE_CONN, long(setup.idleReuse.count()));
    to.set(CURLOPT_NOSIGNAL, 1L);
    to.set(CURLOPT_QUICK_EXIT, 1L); // a name that takes a minute must not hold a cancelled exchange
}

} // namespace

tl::expected<CURL *, QString> CurlExchange::prepare(const CurlSetup &setup, const CurlProxy &proxy,
                                                    const QByteArray &cookieHeader)
{
    m_handle.reset(curl_easy_init());
    if (!m_handle) {
        return tl::unexpected(u"no memory for a request"_s);
    }
    const bool isMethod = !m_request.method.isEmpty()
        && std::all_of(m_request.method.begin(), m_request.method.end(),
                       [](char each) { return each >= 'A' && each <= 'Z'; });
    if (!isMethod || m_request.maxBytes < 0 || m_request.timeout.count() < 0 || !addHeaders(cookieHeader)) {
        return tl::unexpected(u"the request has a mistake"_s);
    }
    m_usesProxy = proxy.inUse();
    m_headerLimit = setup.headerBytes;

    Settings to(handle());
    to.set(CURLOPT_URL, m_address.url);
    to.set(CURLOPT_PRIVATE, static_cast<void *>(this));
    to.set(CURLOPT_ERRORBUFFER, static_cast<char *>(m_words));
    to.set(CURLOPT_HTTPHEADER, m_headers.get());
    to.set(CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE)); // the token is not a proxy's business
    to.set(CURLOPT_USERAGENT, setup.userAgent);
    to.set(CURLOPT_ACCEPT_ENCODING, ""); // whatever libcurl can undo
    to.set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    to.set(CURLOPT_PIPEWAIT, 1L); // better one connection than a second handshake
    to.set(CURLOPT_TCP_KEEPALIVE, 1L);
    to.set(CURLOPT_HEADERFUNCTION, &CurlExchange::onHeader);
    to.set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    to.set(CURLOPT_WRITEFUNCTION, &CurlExchange::onBody);
    to.set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    to.set(CURLOPT_XFERINFOFUNCTION, &CurlExchange::onProgress);
    to.set(CURLOPT_XFERINFODATA, static_cast<void *>(this));
    to.set(CURLOPT_NOPROGRESS, 0L);
    to.set(CURLOPT_DEBUGFUNCTION, &CurlExchange::onTrace);
    to.set(CURLOPT_DEBUGDATA, static_cast<void *>(this));
    to.set(CURLOPT_VERBOSE, 1L); // for onTrace(); nothing of it is written anywhere
    if (m_request.freshConnection) {
        to.set(CURLOPT_FRESH_CONNECT, 1L);
    }
    to.set(CURLOPT_FORBID_REUSE, m_request.freshConnection || m_request.closeAfter ? 1L : 0L);
    setMethod(to, m_request);
    setTrust(to, setup, m_usesProxy);
    setProxy(to, proxy);
    setLimits(to, setup, m_request);
    return to.result();
}

} // namespace studio::sync
