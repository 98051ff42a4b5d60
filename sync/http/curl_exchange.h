#pragma once

#include "sync/http/http_transport.h"
#include "sync/http/origin.h"

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace studio::sync {

/// What is the same for every exchange of one transport.
struct CurlSetup
{
    QByteArray userAgent;
    QByteArray caFile; ///< As libcurl wants paths: local 8 bit.
    QByteArray caFolder;
    std::chrono::milliseconds connectLimit{0};
    std::chrono::seconds idleReuse{0};
    long slowBytesPerSecond = 0;
    std::chrono::seconds slowFor{0};
    qint64 headerBytes = 0;
};

/// How one exchange leaves this network.
struct CurlProxy
{
    bool fromEnvironment = false; ///< libcurl reads the variables, `no_proxy` included.
    QByteArray url; ///< Empty and not fromEnvironment: directly.
    QByteArray noProxy;
    QByteArray name; ///< Empty: whoever is signed in on this computer.
    QByteArray password;

    bool inUse() const { return fromEnvironment || !url.isEmpty(); }
};

/// One request and its answer on a libcurl handle of its own. Does not move: libcurl keeps its address.
class CurlExchange final
{
    Q_DISABLE_COPY_MOVE(CurlExchange)

public:
    CurlExchange(quint64 id, HttpRequest request, HttpAddress address);
    ~CurlExchange();

    /// To be called once, before the handle is added; the error is why it cannot be sent at all.
    tl::expected<CURL *, QString> prepare(const CurlSetup &setup, const CurlProxy &proxy,
                                          const QByteArray &cookieHeader);
    HttpResult finish(CURLcode code); ///< Takes the answer out.

    /// Stops at the next byte; callable while libcurl runs.
    void cancel() { m_stopped = Failure::Cancelled; }

    quint64 id() const { return m_id; }

    CURL *handle() const { return m_handle.get(); }

    const HttpAddress &address() const { return m_address; }

    bool isCancelled() const { return m_stopped == Failure::Cancelled; }

    /// Before prepare(): as if the request had asked for a fresh connection.
    void neverReuse() { m_request.freshConnection = true; }

private:
    struct EasyCleanup
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };

    struct ListCleanup
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    static size_t onHeader(char *data, size_t one, size_t size, void *self);
    static size_t onBody(char *data, size_t one, size_t size, void *self);
    static int onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static int onTrace(CURL *, curl_infotype type, char *data, size_t size, void *self);

    bool header(const QByteArray &line);
    bool body(const char *data, size_t size);
    bool addHeaders(const QByteArray &cookieHeader);
    Failure failureOf(CURLcode code) const;
    QString detailOf(CURLcode code) const;
    long number(CURLINFO which) const;

    const quint64 m_id;
    HttpRequest m_request;
    const HttpAddress m_address;
    qint64 m_headerLimit = 0;
    bool m_usesProxy = false;

    HttpResponse m_response;
    qint64 m_headerBytes = 0;
    bool m_headersEnded = false;
    qint64 m_bodyBytes = 0; // decoded
    bool m_headSent = false;
    std::optional<Failure> m_stopped; // by us
    char m_words[CURL_ERROR_SIZE] = {};

    std::unique_ptr<curl_slist, ListCleanup> m_headers; // outlives the handle
    std::unique_ptr<CURL, EasyCleanup> m_handle;
};

} // namespace studio::sync
