// Certificates that are wrong, and what is a network's doing: no request goes out, and there is no way round.

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include "http_client.h"

using namespace studio::sync;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

/// Options that trust one authority of the test's own besides the system's.
struct Trusting
{
    TestAuthority authority;
    QTemporaryFile file;
    HttpOptions options = testOptions();

    Trusting()
    {
        REQUIRE(file.open());
        file.write("A school's own authority\n" + authority.pem());
        file.close();
        options.extraCaFile = file.fileName();
    }
};

} // namespace

TEST_CASE("a certificate by an authority that was added is trusted for its name")
{
    Trusting trusting;
    CurlTransport transport(trusting.options);
    ScriptedServer server(answerAll(), trusting.authority.issue("localhost"));
    CHECK(told(transport.send(get(server.url()), {})) == "200");
    HttpRequest fresh = get(server.url());
    fresh.freshConnection = true;
    CHECK(told(transport.send(fresh, {})) == "200");
    CHECK(transport.send(get(server.url()), {})->reusedConnection);
}

TEST_CASE("a wrong certificate stops the exchange before the request")
{
    Trusting trusting;
    const TestAuthority stranger;
    TestCertificate certificate;
    HttpOptions options = trusting.options;
    SECTION("self-signed")
    {
        certificate = TestAuthority::selfSigned("localhost");
    }
    SECTION("for another host")
    {
        certificate = trusting.authority.issue("elsewhere.example.org");
    }
    SECTION("expired")
    {
        certificate = trusting.authority.issue("localhost", -60, -30);
    }
    SECTION("not valid yet")
    {
        certificate = trusting.authority.issue("localhost", 30, 60);
    }
    SECTION("by an authority that nobody knows")
    {
        certificate = stranger.issue("localhost");
    }
    SECTION("by an authority that was not added")
    {
        certificate = trusting.authority.issue("localhost");
        options.extraCaFile.clear();
    }
    SECTION("and the added file holds no authority")
    {
        certificate = trusting.authority.issue("localhost");
        QTemporaryFile empty;
        REQUIRE(empty.open());
        options.extraCaFile = empty.fileName();
    }
    std::atomic<int> requests = 0;
    ScriptedServer server(
        [&](Wire &wire) {
            requests += wire.readRequest() ? 1 : 0;
            wire.answer("200 OK", "{}");
        },
        certificate);
    CurlTransport transport(options);
    HttpRequest request = post(server.url(), R"({"password":"geheim"})");
    const HttpResult result = transport.send(request, {});
    CAPTURE(told(result));
    CHECK(failureOf(result) == "Certificate");
    CHECK_FALSE(result.error().maybeArrived);
    CHECK(requests == 0);
}

TEST_CASE("a handshake that fails is no certificate's fault")
{
    Trusting trusting;
    CurlTransport transport(trusting.options);
    const bool reset = GENERATE(true, false);
    ScriptedServer server([reset](Wire &wire) {
        (void)wire.read();
        if (reset) {
            wire.reset();
        } else {
            wire.send("HTTP/1.1 400 Bad Request\r\n\r\n"); // a server without TLS on this port
        }
    });
    QByteArray url = server.url();
    url.replace("http://127.0.0.1", "https://localhost");
    const HttpResult result = transport.send(get(url), {});
    CAPTURE(told(result));
    CHECK(failureOf(result) == "Tls");
    CHECK_FALSE(result.error().maybeArrived);
}

TEST_CASE("an encrypted answer that ends early is cut")
{
    Trusting trusting;
    CurlTransport transport(trusting.options);
    ScriptedServer server(
        [](Wire &wire) {
            (void)wire.readRequest();
            wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
        },
        trusting.authority.issue("localhost"));
    const HttpResult result = transport.send(get(server.url()), {});
    CAPTURE(told(result));
    CHECK(failureOf(result) == "Cut");
    CHECK(result.error().maybeArrived);
}

TEST_CASE("a handshake that hangs ends with the limit for connecting")
{
    Trusting trusting;
    trusting.options.limits.connect = 300ms;
    CurlTransport transport(trusting.options);
    ScriptedServer server([](Wire &wire) { wire.hang(); });
    QByteArray url = server.url();
    url.replace("http://127.0.0.1", "https://localhost");
    HttpRequest request = get(url);
    request.timeout = 0ms;
    const HttpResult result = transport.send(request, {});
    CHECK(failureOf(result) == "Timeout");
    CHECK_FALSE(result.error().maybeArrived);
}

TEST_CASE("over HTTP/2 many exchanges share one connection, and a fresh one has its own")
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty()) {
        WARN("no Node.js here to be the HTTP/2 server: not tested");
        return;
    }
    Trusting trusting;
    const TestCertificate certificate = trusting.authority.issue("localhost");
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &content) {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    };
    QProcess server;
    server.start(node,
                 {QStringLiteral(HTTP2_SERVER), write(QStringLiteral("key.pem"), certificate.key),
                  write(QStringLiteral("certificate.pem"), certificate.certificate)});
    REQUIRE(server.waitForReadyRead(20000));
    const QByteArray url = "https://localhost:" + server.readLine().trimmed() + "/";
    CurlTransport transport(trusting.options);
    REQUIRE(told(transport.send(get(url), {})) == "200");
    for (int i = 0; i < 20; ++i) {
        transport.start(get(url));
    }
    std::vector<HttpCompletion> complete;
    while (complete.size() < 20) {
        auto more = transport.wait(10s, {});
        REQUIRE_FALSE(more.empty());
        std::move(more.begin(), more.end(), std::back_inserter(complete));
    }
    for (const HttpCompletion &each : complete) {
        REQUIRE(told(each.result) == "200");
        CHECK(each.result->body == R"({"connection":1})");
    }
    HttpRequest fresh = post(url, "{}");
    fresh.freshConnection = true;
    const HttpResult alone = transport.send(fresh, {});
    REQUIRE(told(alone) == "200");
    CHECK(alone->body == R"({"connection":2})");
    server.kill();
    server.waitForFinished();
}
