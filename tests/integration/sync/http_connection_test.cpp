// What libcurl does with connections: used again, not used again, and never a POST twice unasked.

#include <catch2/catch.hpp>

#include "http_client.h"

using namespace studio::sync;
using namespace studio::test;

namespace {

/// The first request on a connection is answered; the second is read, and then the server dies: what it read
/// it has acted on.
struct DyingServer
{
    std::mutex mutex;
    std::vector<QByteArray> delivered;
    ScriptedServer server{[this](Wire &wire) {
        while (const auto request = wire.readRequest()) {
            {
                const std::lock_guard lock(mutex);
                delivered.push_back(request->body);
            }
            if (request->number == 2 || !wire.answer("200 OK", "{}")) {
                return;
            }
        }
    }};

    long deliveries(const QByteArray &body)
    {
        const std::lock_guard lock(mutex);
        return std::count(delivered.begin(), delivered.end(), body);
    }
};

} // namespace

TEST_CASE("a connection that dies under a POST repeats it unless a fresh one is asked for")
{
    CurlTransport transport(testOptions());
    DyingServer dying;
    HttpRequest request = post(dying.server.url(), R"({"op":1})");
    REQUIRE(told(transport.send(request, {})) == "200");
    request.body = R"({"op":2})";

    SECTION("as libcurl does it")
    {
        const HttpResult result = transport.send(request, {});
        REQUIRE(told(result) == "200");
        CHECK(result->status == 200);
        CHECK(dying.deliveries(R"({"op":2})") == 2); // one success, acted on twice
    }
    SECTION("with a fresh connection")
    {
        request.freshConnection = true;
        const HttpResult result = transport.send(request, {});
        REQUIRE(told(result) == "200");
        CHECK_FALSE(result->reusedConnection);
        CHECK(dying.deliveries(R"({"op":2})") == 1);
    }
}

TEST_CASE("a fresh connection that dies is one delivery and says that it may have arrived")
{
    CurlTransport transport(testOptions());
    std::atomic<int> delivered = 0;
    ScriptedServer server([&](Wire &wire) {
        if (wire.readRequest()) {
            ++delivered;
        }
    });
    HttpRequest request = post(server.url(), R"({"time_spent":5})");
    request.freshConnection = true;
    const HttpResult result = transport.send(request, {});
    CHECK(failureOf(result) == "Cut");
    CHECK(result.error().maybeArrived);
    CHECK(delivered == 1);
}

TEST_CASE("connections are used again, and fresh ones are not kept")
{
    CurlTransport transport(testOptions());
    ScriptedServer server(answerAll());
    HttpRequest request = get(server.url());
    for (int i = 0; i < 5; ++i) {
        const HttpResult result = transport.send(request, {});
        REQUIRE(told(result) == "200");
        CHECK(result->reusedConnection == (i > 0));
    }
    CHECK(server.connections() == 1);

    request.freshConnection = true;
    CHECK_FALSE(transport.send(request, {})->reusedConnection);
    CHECK(server.connections() == 2);
    request.freshConnection = false;
    CHECK(transport.send(request, {})->reusedConnection); // the first one
    request.closeAfter = true;
    CHECK(transport.send(request, {})->reusedConnection);
    request.closeAfter = false;
    CHECK_FALSE(transport.send(request, {})->reusedConnection);
    CHECK(server.connections() == 3);
}

TEST_CASE("a body behind 204 is not the next answer")
{
    CurlTransport transport(testOptions());
    ScriptedServer server([](Wire &wire) {
        while (const auto request = wire.readRequest()) {
            if (request->method == "DELETE") {
                wire.send("HTTP/1.1 204 No Content\r\nContent-Length: 26\r\n\r\n");
                std::this_thread::sleep_for(std::chrono::milliseconds(50)); // the answer is complete by then
                wire.send(R"({"message":"left course"})"
                          "\n");
            } else {
                wire.answer("200 OK", R"({"mine":true})");
            }
        }
    });
    HttpRequest leave = get(server.url("/leave"));
    leave.method = "DELETE";
    const HttpResult left = transport.send(leave, {});
    REQUIRE(told(left) == "204");
    CHECK(left->body.isEmpty());
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const HttpResult next = transport.send(get(server.url()), {});
    REQUIRE(told(next) == "200");
    CHECK(next->body == R"({"mine":true})");
}

TEST_CASE("after the network changed, old connections are left alone")
{
    CurlTransport transport(testOptions());
    ScriptedServer server(answerAll());
    REQUIRE(told(transport.send(get(server.url()), {})) == "200");
    SECTION("with nothing under way")
    {
        transport.networkChanged();
        CHECK_FALSE(transport.send(get(server.url()), {})->reusedConnection);
        CHECK(transport.send(get(server.url()), {})->reusedConnection);
    }
    SECTION("while an exchange is under way, which goes on")
    {
        std::atomic<bool> go = false;
        ScriptedServer slow([&](Wire &wire) {
            (void)wire.readRequest();
            while (!go && wire.send("HTTP/1.1 100 Continue\r\n\r\n")) {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
            wire.answer("200 OK", "{}");
        });
        const quint64 old = transport.start(get(slow.url()));
        CHECK(transport.wait(std::chrono::milliseconds(50), {}).empty());
        transport.networkChanged();
        CHECK_FALSE(transport.send(get(server.url()), {})->reusedConnection);
        CHECK_FALSE(transport.send(get(server.url()), {})->reusedConnection);
        go = true;
        const auto complete = transport.wait(std::chrono::seconds(5), {});
        REQUIRE(complete.size() == 1);
        CHECK(complete.front().id == old);
        CHECK(complete.front().result);
        REQUIRE(told(transport.send(get(server.url()), {})) == "200");
        CHECK(transport.send(get(server.url()), {})->reusedConnection);
    }
}
