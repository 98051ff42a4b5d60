#include "sync/http/limited_transport.h"

#include <catch2/catch.hpp>

#include <set>

using namespace studio::sync;
using namespace std::chrono_literals;

namespace {

class FakeClock final : public studio::MonotonicClock
{
public:
    std::chrono::milliseconds now() const override { return m_now; }

    std::chrono::milliseconds m_now{5000};
};

/// Answers at once what `answers` says; waiting for nothing takes the clock's time.
class FakeTransport final : public HttpTransport
{
public:
    explicit FakeTransport(FakeClock &clock)
        : m_clock(clock)
    {
    }

    quint64 start(HttpRequest request) override
    {
        sent.push_back({m_clock.now(), request.url});
        if (request.url.endsWith("/hang")) {
            hanging.insert(++m_last);
            return m_last;
        }
        HttpResponse response;
        response.status = nextStatus;
        response.body = request.url;
        if (nextStatus != 200) {
            response.headers
                = {{"retry-after", request.url.endsWith("/later") ? QByteArray("1") : retryAfter}};
        }
        m_done.push_back({++m_last, std::move(response)});
        return m_last;
    }

    std::vector<HttpCompletion> wait(std::chrono::milliseconds atMost, const std::stop_token &) override
    {
        auto complete = takeHeldBack();
        std::move(m_done.begin(), m_done.end(), std::back_inserter(complete));
        m_done.clear();
        if (complete.empty()) {
            m_clock.m_now += atMost;
        }
        return complete;
    }

    void cancel(quint64 id) override
    {
        if (hanging.erase(id) > 0) {
            m_done.push_back({id, tl::unexpected(HttpError{Failure::Cancelled, {}, true, {}})});
        }
    }

    void networkChanged() override { ++changes; }

    std::vector<std::pair<std::chrono::milliseconds, QByteArray>> sent;
    std::set<quint64> hanging;
    int nextStatus = 200;
    QByteArray retryAfter;
    int changes = 0;

private:
    FakeClock &m_clock;
    quint64 m_last = 1000; // not the numbers of the transport above
    std::vector<HttpCompletion> m_done;
};

struct Limited
{
    FakeClock clock;
    FakeTransport *inner = nullptr;
    std::unique_ptr<LimitedTransport> transport;

    explicit Limited(RequestRate rate = {})
    {
        auto owned = std::make_unique<FakeTransport>(clock);
        inner = owned.get();
        transport = std::make_unique<LimitedTransport>(std::move(owned), clock, rate);
    }

    quint64 start(const QByteArray &url)
    {
        HttpRequest request;
        request.url = url;
        return transport->start(std::move(request));
    }

    std::vector<HttpCompletion> all(std::size_t count)
    {
        std::vector<HttpCompletion> complete;
        while (complete.size() < count) {
            auto more = transport->wait(10min, {});
            REQUIRE_FALSE(more.empty());
            std::move(more.begin(), more.end(), std::back_inserter(complete));
        }
        return complete;
    }
};

const QByteArray kHere = "https://learn.example.org/";

} // namespace

TEST_CASE("a burst goes out at once, the rest one a second, in order and each completes once")
{
    Limited limited;
    const auto begun = limited.clock.now();
    std::vector<quint64> ids;
    for (int i = 0; i < 25; ++i) {
        ids.push_back(limited.start(kHere + QByteArray::number(i)));
    }
    const auto complete = limited.all(25);
    REQUIRE(complete.size() == 25);
    for (std::size_t i = 0; i < 25; ++i) {
        CHECK(complete[i].id == ids[i]);
        CHECK(complete[i].result->body == kHere + QByteArray::number(qulonglong(i)));
        const auto due = i < 10 ? 0ms : 1000ms * int(i - 9);
        CHECK(limited.inner->sent[i].first - begun == due);
    }
    CHECK(limited.transport->wait(0ms, {}).empty());
}

TEST_CASE("what the platform asks for holds its whole origin and nobody else")
{
    Limited limited;
    limited.inner->nextStatus = GENERATE(429, 503);
    limited.inner->retryAfter = "120";
    limited.start(kHere + "a");
    limited.all(1);
    const auto asked = limited.clock.now();
    CHECK(limited.transport->heldFor(kHere + "whatever") == 120s);
    limited.inner->nextStatus = 200;
    limited.start(kHere + "b");
    limited.start("https://other.example.org/c");
    const auto complete = limited.all(2);
    CHECK(complete[0].result->body == "https://other.example.org/c");
    CHECK(limited.inner->sent[1].first == asked);
    CHECK(limited.inner->sent[2].first - asked == 120s);
    CHECK(limited.transport->heldFor(kHere) == 0s);
}

TEST_CASE("absurd waiting times are held between a second and an hour, nonsense is none")
{
    const auto [value, expected] = GENERATE(table<const char *, std::chrono::seconds>(
        {{"-5", 1s}, {"0", 1s}, {"315360000", 3600s}, {"Thu, 01 Jan 1970 00:00:00 GMT", 1s}, {"soon", 0s}}));
    Limited limited;
    limited.inner->nextStatus = 503;
    limited.inner->retryAfter = value;
    limited.start(kHere);
    limited.all(1);
    CHECK(limited.transport->heldFor(kHere) == expected);
}

TEST_CASE("a wish that came later never shortens one that is still on")
{
    Limited limited;
    limited.inner->nextStatus = 503;
    limited.inner->retryAfter = "600";
    const quint64 first = limited.start(kHere + "a");
    limited.start(kHere + "later");
    CHECK(limited.all(2)[0].id == first);
    limited.transport->networkChanged();
    CHECK(limited.inner->changes == 1);
    CHECK(limited.transport->heldFor(kHere) == 600s);
}

TEST_CASE("waiting ends in time while everything is held, and a stop ends it at once")
{
    Limited limited({60, 1});
    limited.start(kHere);
    limited.all(1);
    limited.start(kHere);
    const auto before = limited.clock.now();
    CHECK(limited.transport->wait(300ms, {}).empty());
    CHECK(limited.clock.now() - before == 300ms);
    std::stop_source stop;
    stop.request_stop();
    CHECK(limited.transport->wait(1h, stop.get_token()).empty());
    CHECK(limited.clock.now() - before == 300ms);
    CHECK(limited.inner->sent.size() == 1);
}

TEST_CASE("what is cancelled before it went out never goes out")
{
    Limited limited({60, 1});
    const quint64 hanging = limited.start(kHere + "hang");
    const quint64 held = limited.start(kHere + "held");
    CHECK(limited.transport->wait(0ms, {}).empty());
    limited.transport->cancel(held);
    limited.transport->cancel(held);
    limited.transport->cancel(777);
    auto complete = limited.all(1);
    CHECK(complete[0].id == held);
    CHECK(complete[0].result.error().failure == Failure::Cancelled);
    CHECK_FALSE(complete[0].result.error().maybeArrived);
    limited.transport->cancel(hanging);
    complete = limited.all(1);
    CHECK(complete[0].id == hanging);
    CHECK(complete[0].result.error().maybeArrived);
    limited.transport->wait(10s, {});
    CHECK(limited.inner->sent.size() == 1);
}

TEST_CASE("sending one through the limiter keeps the others for the next wait")
{
    Limited limited;
    const quint64 other = limited.start(kHere + "other");
    HttpRequest request;
    request.url = kHere + "mine";
    const HttpResult mine = limited.transport->send(std::move(request), {});
    REQUIRE(mine);
    CHECK(mine->body == kHere + "mine");
    const auto rest = limited.all(1);
    CHECK(rest[0].id == other);
}
