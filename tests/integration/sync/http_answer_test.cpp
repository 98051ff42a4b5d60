// Answers that are cut, slow, endless, compressed or not HTTP at all.

#include <catch2/catch.hpp>

#include "http_client.h"

using namespace studio::sync;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

ScriptedServer::Script once(const QByteArray &bytes)
{
    return [bytes](Wire &wire) {
        if (wire.readRequest()) {
            wire.send(bytes);
        }
    };
}

QByteArray gzip(const QByteArray &plain)
{
    quint32 crc = ~0U;
    for (const char each : plain) {
        crc ^= quint8(each);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
        }
    }
    const auto little = [](quint32 value) {
        QByteArray bytes;
        for (int i = 0; i < 4; ++i) {
            bytes += char(value >> (8 * i));
        }
        return bytes;
    };
    const QByteArray zlib = qCompress(plain, 9).mid(4); // two bytes of header, deflate, four of checksum
    return QByteArray::fromHex("1f8b0800000000000003") + zlib.mid(2, zlib.size() - 6) + little(~crc)
        + little(quint32(plain.size()));
}

QByteArray compressed(const QByteArray &encoding, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + encoding
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

TEST_CASE("compressed answers come out as they were")
{
    CurlTransport transport(testOptions());
    const QByteArray plain = "[" + QByteArray("{\"id\": 7}, ").repeated(1000) + "0]";
    const QByteArray packed = gzip(plain);
    ScriptedServer server(once(compressed("gzip", packed)));
    const HttpResult result = transport.send(get(server.url()), {});
    REQUIRE(told(result) == "200");
    CHECK(result->body == plain);
    CHECK(result->isJson());
    CHECK(result->wireBytes >= packed.size());
    CHECK(result->wireBytes < plain.size() / 10);
}

TEST_CASE("a small answer that unpacks to a huge one is stopped at the limit")
{
    CurlTransport transport(testOptions());
    const QByteArray bomb = qCompress(QByteArray(64 * 1024 * 1024, ' '), 9).mid(4);
    REQUIRE(bomb.size() < 200 * 1024);
    ScriptedServer server(once(compressed("deflate", bomb)));
    CHECK(failureOf(transport.send(get(server.url()), {})) == "TooLarge");
}

TEST_CASE("damaged compression is a cut answer")
{
    CurlTransport transport(testOptions());
    ScriptedServer server(once(compressed("gzip", "this was never packed")));
    CHECK(failureOf(transport.send(get(server.url()), {})) == "Cut");
}

TEST_CASE("a gigabyte is not taken")
{
    CurlTransport transport(testOptions());
    std::atomic<qint64> sent = 0;
    const bool announced = GENERATE(true, false);
    ScriptedServer server([&](Wire &wire) {
        (void)wire.readRequest();
        wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                  + (announced ? QByteArray("Content-Length: 1073741824\r\n\r\n") : QByteArray("\r\n")));
        const QByteArray piece(1024 * 1024, 'x');
        while (sent < 1024 && wire.send(piece)) {
            ++sent;
        }
    });
    HttpRequest request = get(server.url());
    request.timeout = 0ms;
    CHECK(failureOf(transport.send(request, {})) == "TooLarge");
    CHECK(sent < 64); // MiB, what sockets hold included
}

TEST_CASE("headers without end are not taken")
{
    CurlTransport transport(testOptions());
    ScriptedServer server([](Wire &wire) {
        (void)wire.readRequest();
        QByteArray bytes = "HTTP/1.1 200 OK\r\n";
        while (wire.send(bytes)) {
            bytes = "X-More: " + QByteArray(1000, 'x') + "\r\n";
        }
    });
    CHECK(failureOf(transport.send(get(server.url()), {})) == "TooLarge");
}

TEST_CASE("an answer that ends early is no answer")
{
    const QByteArray bytes = GENERATE(
        QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"complete\": true}"),
        QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"),
        QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\nnonsense\r\n"),
        QByteArray("HTTP/1.1 200 OK\r\nContent-Le"), QByteArray("SSH-2.0-OpenSSH_9.2\r\n"), QByteArray(""));
    CurlTransport transport(testOptions());
    ScriptedServer server(once(bytes));
    HttpRequest request = post(server.url(), R"({"password":"geheim"})");
    request.headers = {"Authorization: Bearer eyJhbGciOi"};
    const HttpResult result = transport.send(request, {});
    CAPTURE(bytes.toStdString(), told(result));
    CHECK(failureOf(result) == "Cut");
    REQUIRE_FALSE(result);
    CHECK(result.error().maybeArrived);
    CHECK(result.error().requestId.size() == 32);
    CHECK_FALSE(result.error().detail.contains(QLatin1String("geheim")));
    CHECK_FALSE(result.error().detail.contains(QLatin1String("eyJhbGciOi")));
}

TEST_CASE("a connection that is reset is a cut answer")
{
    CurlTransport transport(testOptions());
    ScriptedServer server([](Wire &wire) {
        (void)wire.readRequest();
        wire.reset();
    });
    const HttpResult result = transport.send(get(server.url()), {});
    CHECK(failureOf(result) == "Cut");
}

TEST_CASE("a server that never answers ends with the exchange's time")
{
    CurlTransport transport(testOptions());
    ScriptedServer server([](Wire &wire) { wire.hang(); });
    HttpRequest request = post(server.url(), "{}");
    request.timeout = 300ms;
    const HttpResult result = transport.send(request, {});
    CHECK(failureOf(result) == "Timeout");
    CHECK(result.error().maybeArrived);
}

TEST_CASE("an answer byte by byte ends with the speed limit, also without an exchange's time")
{
    CurlTransport transport(testOptions());
    ScriptedServer server([](Wire &wire) {
        (void)wire.readRequest();
        QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
        while (wire.send(bytes)) {
            bytes = "x";
            std::this_thread::sleep_for(50ms);
        }
    });
    HttpRequest request = get(server.url());
    request.timeout = 0ms;
    CHECK(failureOf(transport.send(request, {})) == "Timeout");
}

TEST_CASE("nobody listening and no such name are told apart, and nothing arrived")
{
    CurlTransport transport(testOptions());
    QByteArray url;
    {
        ScriptedServer gone(answerAll());
        url = gone.url();
    }
    const HttpResult refused = transport.send(get(url), {});
    CHECK(failureOf(refused) == "Refused");
    CHECK_FALSE(refused.error().maybeArrived);
    const HttpResult nameless = transport.send(get("https://platform.invalid/"), {});
    CHECK(failureOf(nameless) == "NoName");
    CHECK_FALSE(nameless.error().maybeArrived);
}

TEST_CASE("a redirect is an answer and is not followed")
{
    CurlTransport transport(testOptions());
    ScriptedServer elsewhere(answerAll());
    ScriptedServer server(answerAll("302 Found", "Location: " + elsewhere.url("/portal") + "\r\n"));
    const HttpResult result = transport.send(get(server.url()), {});
    REQUIRE(told(result) == "302");
    CHECK(result->header("location") == elsewhere.url("/portal"));
    CHECK(elsewhere.connections() == 0);
}

TEST_CASE("a sink gets the pieces of a good answer only, and can stop it")
{
    CurlTransport transport(testOptions());
    QByteArray taken;
    HttpRequest request;
    const auto into = [&](const ScriptedServer &server) {
        request = get(server.url());
        request.sink = [&taken](const QByteArray &piece) {
            taken += piece;
            return taken.size() < 100;
        };
        return transport.send(request, {});
    };
    SECTION("all of it")
    {
        ScriptedServer server(answerAll());
        const HttpResult result = into(server);
        REQUIRE(told(result) == "200");
        CHECK(taken == "{}");
        CHECK(result->body.isEmpty());
    }
    SECTION("not an error's page")
    {
        ScriptedServer server(answerAll("404 Not Found"));
        const HttpResult result = into(server);
        REQUIRE(told(result) == "404");
        CHECK(taken.isEmpty());
        CHECK(result->body == "{}");
    }
    SECTION("stopped")
    {
        ScriptedServer server(once("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(1000, 'x')));
        CHECK(failureOf(into(server)) == "Sink");
    }
}
