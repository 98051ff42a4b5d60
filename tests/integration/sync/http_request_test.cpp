// What goes out: headers, cookies, and what is refused before it goes.

#include "sync/http/boot_clock.h"
#include "sync/http/make_transport.h"

#include <catch2/catch.hpp>

#include "http_client.h"

using namespace studio::sync;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

/// Notes what arrives.
struct NotingServer
{
    std::function<QByteArray(const WireRequest &)> headers = [](const WireRequest &) { return QByteArray(); };
    ScriptedServer server{[this](Wire &wire) {
        while (auto request = wire.readRequest()) {
            const QByteArray more = headers(*request);
            server.note(std::move(*request));
            if (!wire.answer("200 OK", "{}", more)) {
                return;
            }
        }
    }};

    WireRequest last() const { return server.noted().back(); }
};

} // namespace

TEST_CASE("a request says who asks, once, and carries an id of its own")
{
    CurlTransport transport(testOptions());
    NotingServer noting;
    HttpRequest request
        = post(noting.server.url("/api/v1/lessons/7/position/?a=b"), R"({"content_position":3})");
    request.headers = {"Authorization: Bearer abc"};
    const HttpResult result = transport.send(request, {});
    REQUIRE(told(result) == "200");
    const WireRequest seen = noting.last();
    CHECK(seen.method == "POST");
    CHECK(seen.target == "/api/v1/lessons/7/position/?a=b");
    CHECK(seen.body == R"({"content_position":3})");
    CHECK(seen.header("authorization") == "Bearer abc");
    CHECK(seen.header("content-type") == "application/json");
    CHECK(seen.header("accept") == "application/json");
    CHECK(seen.header("user-agent").startsWith("learning-studio/1.2.3 ("));
    CHECK(seen.header("accept-encoding").contains("gzip"));
    CHECK(seen.header("x-request-id") == result->requestId);
    CHECK(seen.header("expect").isEmpty());

    request.body.clear();
    const HttpResult empty = transport.send(request, {});
    REQUIRE(told(empty) == "200");
    CHECK(noting.last().header("content-length") == "0");
    CHECK(noting.last().header("content-type").isEmpty());
    CHECK(empty->requestId != result->requestId);

    for (const char *method : {"PUT", "PATCH", "DELETE", "GET"}) {
        request.method = method;
        REQUIRE(told(transport.send(request, {})) == "200");
        CHECK(noting.last().method == method);
    }
}

TEST_CASE("the session's cookie goes back to its own origin, a token's cookie nowhere")
{
    CurlTransport transport(testOptions());
    NotingServer noting;
    NotingServer other;
    noting.headers = [](const WireRequest &request) -> QByteArray {
        if (request.target == "/sign-in") {
            return "Set-Cookie: access_token=AAA; HttpOnly; Path=/\r\nSet-Cookie: refresh_token=RRR; "
                   "HttpOnly\r\n"
                   "Set-Cookie: sessionid=s1; HttpOnly; Max-Age=1200; Path=/; SameSite=Lax\r\n"
                   "Set-Cookie: csrftoken=c\r\n";
        }
        return request.target == "/sign-out" ? QByteArray("Set-Cookie: sessionid=\"\"; Max-Age=0; Path=/\r\n")
                                             : "";
    };
    const HttpResult signedIn = transport.send(get(noting.server.url("/sign-in")), {});
    REQUIRE(told(signedIn) == "200");
    CHECK(noting.last().header("cookie").isEmpty());
    CHECK(std::count_if(signedIn->headers.begin(), signedIn->headers.end(),
                        [](const auto &each) {
                            return each.first == "set-cookie"; // for whoever needs the tokens
                        })
          == 4);
    REQUIRE(told(transport.send(get(noting.server.url("/next")), {})) == "200");
    CHECK(noting.last().header("cookie") == "sessionid=s1");
    REQUIRE(told(transport.send(get(other.server.url("/next")), {})) == "200");
    CHECK(other.last().header("cookie").isEmpty());
    REQUIRE(told(transport.send(get(noting.server.url("/sign-out")), {})) == "200");
    REQUIRE(told(transport.send(get(noting.server.url("/next")), {})) == "200");
    CHECK(noting.last().header("cookie").isEmpty());
}

TEST_CASE("a request may have a cookie of its own, once")
{
    CurlTransport transport(testOptions());
    NotingServer noting;
    noting.headers = [](const WireRequest &) -> QByteArray { return "Set-Cookie: sessionid=s1; Path=/\r\n"; };
    REQUIRE(told(transport.send(get(noting.server.url()), {})) == "200");
    HttpRequest request = post(noting.server.url("/sign-out"), "{}");
    request.cookie = "refresh_token=RRR";
    REQUIRE(told(transport.send(request, {})) == "200");
    CHECK(noting.last().header("cookie") == "refresh_token=RRR");
    REQUIRE(told(transport.send(get(noting.server.url()), {})) == "200");
    CHECK(noting.last().header("cookie") == "sessionid=s1");
}

TEST_CASE("what must not go out is refused before a connection")
{
    CurlTransport transport(testOptions());
    ScriptedServer server(answerAll());
    HttpRequest request = get(server.url());
    SECTION("a header that would be two")
    {
        request.headers = {"X-A: 1\r\nX-B: 2"};
    }
    SECTION("a header that is none")
    {
        request.headers = {"nonsense"};
    }
    SECTION("a cookie of the caller's")
    {
        request.headers = {"cookie: access_token=AAA"};
    }
    SECTION("a cookie that would be two headers")
    {
        request.cookie = "a=b\r\nX-B: 2";
    }
    SECTION("a method that is none")
    {
        request.method = "GET /x HTTP/1.1\r\nX:";
    }
    SECTION("another protocol")
    {
        request.url.replace("http://", "ftp://");
    }
    SECTION("a file")
    {
        request.url = "file:///etc/passwd";
    }
    SECTION("a password in the address")
    {
        request.url.replace("http://", "http://a:b@");
    }
    SECTION("no encryption to another computer")
    {
        request.url = "http://192.0.2.1/";
    }
    SECTION("a name that only begins like this computer")
    {
        request.url = "http://127.0.0.1.example.org/";
    }
    SECTION("nothing")
    {
        request.url.clear();
    }
    const HttpResult result = transport.send(request, {});
    CHECK(failureOf(result) == "Other");
    CHECK_FALSE(result.error().maybeArrived);
    CHECK(server.connections() == 0);
}

TEST_CASE("waiting ends at once when it is asked to, and what is cancelled completes once")
{
    CurlTransport transport(testOptions());
    ScriptedServer hanging([](Wire &wire) { wire.hang(); });
    const quint64 first = transport.start(get(hanging.url()));
    const quint64 second = transport.start(get(hanging.url()));
    std::stop_source stop;
    const auto begun = std::chrono::steady_clock::now();
    std::thread asking([&stop] {
        std::this_thread::sleep_for(50ms);
        stop.request_stop();
    });
    CHECK(transport.wait(10s, stop.get_token()).empty());
    CHECK(std::chrono::steady_clock::now() - begun < 5s);
    asking.join();

    transport.cancel(first);
    const auto complete = transport.wait(5s, {});
    REQUIRE(complete.size() == 1);
    CHECK(complete.front().id == first);
    CHECK(failureOf(complete.front().result) == "Cancelled");
    transport.cancel(first);
    CHECK(transport.wait(0ms, {}).empty());
    CHECK(failureOf(transport.send(get(hanging.url()), stop.get_token())) == "Cancelled");
    transport.cancel(second);
    CHECK(transport.wait(5s, {}).size() == 1);
    transport.cancel(transport.start(get(hanging.url()))); // before it began
    CHECK(transport.wait(5s, {}).size() == 1);
}

TEST_CASE("a sink may cancel its own exchange and start another")
{
    CurlTransport transport(testOptions());
    ScriptedServer server(answerAll());
    quint64 id = 0;
    quint64 next = 0;
    HttpRequest request = get(server.url());
    request.sink = [&](const QByteArray &) {
        transport.cancel(id);
        next = transport.start(get(server.url()));
        return true;
    };
    id = transport.start(request);
    std::vector<HttpCompletion> complete;
    while (complete.size() < 2) {
        auto more = transport.wait(5s, {});
        REQUIRE_FALSE(more.empty());
        std::move(more.begin(), more.end(), std::back_inserter(complete));
    }
    CHECK(complete[0].id == id);
    CHECK(failureOf(complete[0].result) == "Cancelled");
    CHECK(complete[1].id == next);
    CHECK(told(complete[1].result) == "200");
}

TEST_CASE("waiting for one keeps the others for the next wait, in order")
{
    CurlTransport transport(testOptions());
    ScriptedServer server(answerAll());
    ScriptedServer slow([](Wire &wire) {
        (void)wire.readRequest();
        std::this_thread::sleep_for(200ms);
        wire.answer("201 Created", "{}");
    });
    const quint64 other = transport.start(get(server.url()));
    CHECK(told(transport.send(get(slow.url()), {})) == "201");
    const auto complete = transport.wait(0ms, {});
    REQUIRE(complete.size() == 1);
    CHECK(complete.front().id == other);
    CHECK(told(complete.front().result) == "200");
}

TEST_CASE("the transport that is handed out waits as long as the platform asks")
{
    const BootClock clock;
    const auto transport = makeTransport(testOptions(), clock);
    std::mutex mutex;
    std::vector<std::chrono::steady_clock::time_point> arrivals;
    ScriptedServer server([&](Wire &wire) {
        while (wire.readRequest()) {
            const std::lock_guard lock(mutex);
            arrivals.push_back(std::chrono::steady_clock::now());
            wire.answer("503 Service Unavailable", "{}", "Retry-After: 1\r\n");
        }
    });
    CHECK(told(transport->send(get(server.url()), {})) == "503");
    CHECK(told(transport->send(get(server.url()), {})) == "503");
    REQUIRE(arrivals.size() == 2);
    CHECK(arrivals[1] - arrivals[0] >= 990ms); // clocks of two kinds
}
