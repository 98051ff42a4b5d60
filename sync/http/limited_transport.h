#pragma once

#include "domain/ports/monotonic_clock.h"
#include "sync/http/http_transport.h"
#include "sync/http/token_bucket.h"

#include <deque>
#include <map>
#include <memory>

namespace studio::sync {

/// Holds requests so that no origin gets more than a rate, nor anything before it asked for (`Retry-After` of
/// a 429 or 503). What is held goes out in the order it was started, and never holds up another origin.
///
/// Time spent here does not count against HttpRequest::timeout.
class LimitedTransport final : public HttpTransport
{
    Q_DISABLE_COPY_MOVE(LimitedTransport)

public:
    /// `clock` outlives this.
    LimitedTransport(std::unique_ptr<HttpTransport> inner, const MonotonicClock &clock,
                     RequestRate rate = {});
    ~LimitedTransport() override = default;

    quint64 start(HttpRequest request) override;
    std::vector<HttpCompletion> wait(std::chrono::milliseconds atMost, const std::stop_token &stop) override;
    void cancel(quint64 id) override;
    void networkChanged() override; ///< What the platform asked for still counts.

    /// How long until the next request to this URL's origin would go out; 0: at once.
    std::chrono::milliseconds heldFor(const QByteArray &url) const;

private:
    struct Held
    {
        quint64 id = 0;
        HttpRequest request;
    };

    struct Origin
    {
        TokenBucket bucket;
        std::chrono::milliseconds notBefore{0}; // the platform's own wish
        std::deque<Held> queue;
    };

    struct Sent
    {
        quint64 id = 0;
        QByteArray origin;
    };

    static std::chrono::milliseconds readyIn(const Origin &origin, std::chrono::milliseconds now);
    std::chrono::milliseconds sendReady(); ///< Until the next could go; at most an hour.
    void take(HttpCompletion completion);

    std::unique_ptr<HttpTransport> m_inner;
    const MonotonicClock &m_clock;
    const RequestRate m_rate;
    quint64 m_lastId = 0;
    std::map<QByteArray, Origin> m_origins;
    std::map<quint64, Sent> m_sent; // by the inner transport's id
    std::vector<HttpCompletion> m_done;
};

} // namespace studio::sync
