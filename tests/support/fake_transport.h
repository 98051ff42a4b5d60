#pragma once

#include "support/manual_clock.h"
#include "sync/http/http_transport.h"

#include <QUrl>

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace studio::sync {

/// What a FakeTransport gives for one request, and after how long.
struct FakeAnswer
{
    HttpResult result;
    std::chrono::milliseconds after{0};
};

inline FakeAnswer jsonAnswer(int status, const QByteArray &body,
                             std::vector<std::pair<QByteArray, QByteArray>> headers = {})
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.contentType = "application/json";
    response.headers = std::move(headers);
    response.wireBytes = body.size();
    return {response, {}};
}

inline FakeAnswer htmlAnswer(int status, const QByteArray &body = "<html><body>hello</body></html>")
{
    FakeAnswer answer = jsonAnswer(status, body);
    answer.result->contentType = "text/html";
    return answer;
}

/// `maybeArrived`: whether the platform may have acted on the request.
inline FakeAnswer noAnswer(Failure failure, bool maybeArrived)
{
    return {tl::unexpected(HttpError{failure, QStringLiteral("scripted"), maybeArrived, {}}), {}};
}

/// Answers from a script, deterministically, without a socket. Once-answers are used up in order; then the
/// rule that was added last and fits; then `otherwise`. A request that nothing fits is Refused and noted in
/// unexpected(). With a clock, an answer takes its time on it: wait() moves the clock to the next answer or
/// by `atMost`, whichever is first; requests that take longer than their timeout end with Timeout.
class FakeTransport final : public HttpTransport
{
public:
    /// May look at anything, change the model behind it, or move the clock.
    using Handler = std::function<FakeAnswer(const HttpRequest &)>;

    explicit FakeTransport(ManualClock *clock = nullptr)
        : m_clock(clock)
    {
    }

    /// For the next request with this method whose path (without the query) ends like that.
    void once(const QByteArray &method, const QByteArray &pathEnd, FakeAnswer answer)
    {
        once(method, pathEnd, [answer = std::move(answer)](const HttpRequest &) { return answer; });
    }

    void once(const QByteArray &method, const QByteArray &pathEnd, Handler handler)
    {
        m_once.push_back({method, pathEnd, std::move(handler)});
    }

    void on(const QByteArray &method, const QByteArray &pathEnd, FakeAnswer answer)
    {
        on(method, pathEnd, [answer = std::move(answer)](const HttpRequest &) { return answer; });
    }

    void on(const QByteArray &method, const QByteArray &pathEnd, Handler handler)
    {
        m_always.push_front({method, pathEnd, std::move(handler)});
    }

    void otherwise(Handler handler) { m_otherwise = std::move(handler); }

    const std::vector<HttpRequest> &requests() const { return m_requests; } ///< All that began, in order.

    const std::vector<QByteArray> &unexpected() const { return m_unexpected; } ///< `POST https://…`

    qsizetype underWay() const { return static_cast<qsizetype>(m_running.size()); }

    qsizetype mostInFlight() const { return m_mostInFlight; }

    int networkChanges() const { return m_networkChanges; }

    int count(const QByteArray &method, const QByteArray &pathEnd) const
    {
        return static_cast<int>(
            std::count_if(m_requests.begin(), m_requests.end(), [&](const HttpRequest &each) {
                return fits({method, pathEnd, {}}, each);
            }));
    }

    /// Of the request's own headers; empty when there is none.
    static QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
    {
        for (const QByteArray &each : request.headers) {
            const qsizetype colon = each.indexOf(':');
            if (colon > 0 && each.left(colon).toLower() == name.toLower()) {
                return each.mid(colon + 1).trimmed();
            }
        }
        return {};
    }

    quint64 start(HttpRequest request) override
    {
        const quint64 id = ++m_lastId;
        FakeAnswer answer = answerTo(request);
        const std::chrono::milliseconds timeout = request.timeout;
        if (timeout.count() > 0 && answer.after > timeout) {
            answer = noAnswer(Failure::Timeout, true);
            answer.after = timeout;
        }
        if (answer.result) {
            answer.result->took = answer.after;
        }
        m_running.push_back({id, now() + answer.after, request, std::move(answer.result)});
        m_requests.push_back(std::move(request));
        m_mostInFlight = std::max(m_mostInFlight, underWay());
        return id;
    }

    std::vector<HttpCompletion> wait(std::chrono::milliseconds atMost, const std::stop_token &stop) override
    {
        std::vector<HttpCompletion> complete = takeHeldBack();
        if (complete.empty() && !stop.stop_requested() && m_clock != nullptr) {
            std::chrono::milliseconds until = now() + atMost;
            for (const Running &each : m_running) {
                until = std::min(until, each.due);
            }
            m_clock->pass(std::max(until - now(), std::chrono::milliseconds(0)));
        }
        std::vector<Running> left;
        for (Running &each : m_running) {
            if (m_clock == nullptr || each.due <= now()) {
                complete.push_back({each.id, delivered(each)});
            } else {
                left.push_back(std::move(each));
            }
        }
        m_running = std::move(left);
        return complete;
    }

    void cancel(quint64 id) override
    {
        for (Running &each : m_running) {
            if (each.id == id) {
                each.due = now();
                each.result
                    = tl::unexpected(HttpError{Failure::Cancelled, QStringLiteral("cancelled"), true, {}});
            }
        }
    }

    void networkChanged() override { ++m_networkChanges; }

private:
    struct Rule
    {
        QByteArray method;
        QByteArray pathEnd;
        Handler handler;
    };

    struct Running
    {
        quint64 id = 0;
        std::chrono::milliseconds due{0};
        HttpRequest request;
        HttpResult result;
    };

    std::chrono::milliseconds now() const
    {
        return m_clock == nullptr ? std::chrono::milliseconds(0) : m_clock->now();
    }

    static bool fits(const Rule &rule, const HttpRequest &request)
    {
        return rule.method == request.method
            && QUrl::fromEncoded(request.url).path(QUrl::FullyEncoded).toLatin1().endsWith(rule.pathEnd);
    }

    FakeAnswer answerTo(const HttpRequest &request)
    {
        const auto fitting = [&request](const Rule &rule) { return fits(rule, request); };
        if (const auto found = std::find_if(m_once.begin(), m_once.end(), fitting); found != m_once.end()) {
            const Handler handler = std::move(found->handler);
            m_once.erase(found);
            return handler(request);
        }
        const auto found = std::find_if(m_always.begin(), m_always.end(), fitting);
        if (found != m_always.end()) {
            return found->handler(request);
        }
        if (m_otherwise) {
            return m_otherwise(request);
        }
        m_unexpected.push_back(request.method + ' ' + request.url);
        return noAnswer(Failure::Refused, false);
    }

    static HttpResult delivered(Running &running)
    {
        if (!running.result) {
            return std::move(running.result);
        }
        HttpResponse &response = *running.result;
        if (response.body.size() > running.request.maxBytes) {
            return tl::unexpected(HttpError{Failure::TooLarge, QStringLiteral("too large"), true, {}});
        }
        if (running.request.sink && (response.status == 200 || response.status == 206)) {
            const QByteArray body = std::exchange(response.body, {});
            for (qsizetype at = 0; at < body.size(); at += 4096) { // several pieces, as from a socket
                if (!running.request.sink(body.mid(at, 4096))) {
                    return tl::unexpected(HttpError{Failure::Sink, QStringLiteral("stopped"), true, {}});
                }
            }
        }
        return std::move(running.result);
    }

    ManualClock *m_clock;
    std::deque<Rule> m_once;
    std::deque<Rule> m_always;
    Handler m_otherwise;
    std::vector<Running> m_running;
    std::vector<HttpRequest> m_requests;
    std::vector<QByteArray> m_unexpected;
    quint64 m_lastId = 0;
    qsizetype m_mostInFlight = 0;
    int m_networkChanges = 0;
};

} // namespace studio::sync
