#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace studio::sync {

struct HttpRequest
{
    QByteArray method = "GET";
    QByteArray url;
    QByteArray body; ///< JSON when not empty.
    std::vector<QByteArray>
        headers; ///< `Name: value`. Accept, User-Agent, Content-Type and X-Request-ID are added.

    /// `name=value`, for this request alone and instead of the session's: signing out, where the platform
    /// revokes what comes as a cookie. A cookie among `headers` is refused.
    QByteArray cookie;

    /// Never on a connection that was used before. libcurl repeats a request by itself, POST included, when a
    /// reused connection dies before the first byte of the answer: refresh, submit and additive time must set
    /// this.
    bool freshConnection = false;
    bool closeAfter
        = false; ///< The platform writes a body behind some 204s: the connection is of no use then.

    std::chrono::milliseconds timeout
        = std::chrono::seconds(30); ///< Of the whole exchange; 0: only the speed limit.
    qint64 maxBytes = qint64{16} * 1024 * 1024; ///< Decoded; more is Failure::TooLarge.

    /// When set, pieces of a 200 or 206 body go here instead of into HttpResponse::body, on the sync thread;
    /// false stops it (Failure::Sink).
    std::function<bool(const QByteArray &)> sink;
};

struct HttpResponse
{
    int status = 0;
    QByteArray body;
    QByteArray contentType; ///< Lower case, without parameters.
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case, in order of arrival.
    QByteArray requestId; ///< Ours, for logs on both sides.
    std::chrono::milliseconds took{0};
    qint64 wireBytes = 0; ///< Of the answer, headers and compressed body.
    bool reusedConnection = false;

    QByteArray header(const QByteArray &lowerCaseName) const; ///< The first; empty when absent.
    bool isJson() const;
};

enum class Failure {
    Refused, ///< Nobody listens.
    NoName, ///< The name has no address.
    Timeout, ///< No answer in time, or slower than 1 kB in 30 s.
    Cut, ///< The answer ended early.
    Certificate, ///< Not one this computer trusts for that name. There is no way round it.
    Tls, ///< The handshake failed.
    ProxyPassword, ///< 407 after what the system knows was tried.
    Proxy,
    TooLarge,
    Sink,
    Cancelled,
    Other,
};

struct HttpError
{
    Failure failure = Failure::Other;
    QString detail; ///< libcurl's words, English.
    bool maybeArrived
        = false; ///< At least the head of the request was sent: the platform may have acted on it.
    QByteArray requestId;
};

/// Any HTTP status is a result; only a missing or cut answer is an error. Redirects are results: they are not
/// followed.
using HttpResult = tl::expected<HttpResponse, HttpError>;

struct HttpCompletion
{
    quint64 id = 0;
    HttpResult result;
};

/// Exchanges with the platform, many at a time on one thread. Every function on the sync thread only.
class HttpTransport
{
    Q_DISABLE_COPY_MOVE(HttpTransport)

public:
    HttpTransport() = default;
    virtual ~HttpTransport() = default;

    /// Begins; the completion comes out of wait() exactly once, also when it fails at once.
    virtual quint64 start(HttpRequest request) = 0;
    /// Waits until something is complete, `atMost` has passed or `stop` is asked for (within 10 ms). Gives
    /// what is complete, oldest first.
    virtual std::vector<HttpCompletion> wait(std::chrono::milliseconds atMost, const std::stop_token &stop)
        = 0;
    virtual void cancel(quint64 id) = 0; ///< It completes with Failure::Cancelled.
    /// Drops idle connections and cached names: after sleep, or when the network changed.
    virtual void networkChanged() = 0;

    /// Start and wait for this one. Completions of others meanwhile stay for the next wait().
    HttpResult send(HttpRequest request, const std::stop_token &stop);

private:
    std::vector<HttpCompletion>
        m_heldBack; ///< To be given by the next wait(): implementations call takeHeldBack() first.

protected:
    std::vector<HttpCompletion> takeHeldBack() { return std::exchange(m_heldBack, {}); }
};

} // namespace studio::sync
