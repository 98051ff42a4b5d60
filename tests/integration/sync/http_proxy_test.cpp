// Proxies that let through, that ask who is there, and that refuse; and who decides which one.

#include <catch2/catch.hpp>

#include "http_client.h"

using namespace studio::sync;
using namespace studio::test;

namespace {

/// A proxy for encrypted connections. With `asks` it wants to be told who is there.
struct TunnelProxy
{
    quint16 port = 0; ///< Where every tunnel leads.
    QByteArray asks; ///< `Proxy-Authenticate`
    QByteArray wants; ///< The `Proxy-Authorization` that it lets through.
    QByteArray refusal; ///< A status line instead of a tunnel.
    ScriptedServer server{[this](Wire &wire) {
        while (auto request = wire.readRequest()) {
            const QByteArray shown = request->header("proxy-authorization");
            server.note(std::move(*request));
            if (!refusal.isEmpty()) {
                wire.answer(refusal, "<html>no</html>");
            } else if (!asks.isEmpty() && shown != wants) {
                wire.answer("407 Proxy Authentication Required", "", "Proxy-Authenticate: " + asks + "\r\n");
            } else {
                wire.send("HTTP/1.1 200 Connection established\r\n\r\n");
                wire.tunnelTo(port);
                return;
            }
        }
    }};
};

struct Network
{
    TestAuthority authority;
    QTemporaryFile file;
    HttpOptions options = testOptions();
    TunnelProxy proxy;
    ScriptedServer platform{answerAll(), authority.issue("localhost")};

    Network()
    {
        REQUIRE(file.open());
        file.write(authority.pem());
        file.close();
        options.extraCaFile = file.fileName();
        options.proxy.mode = ProxySettings::Mode::Manual;
        options.proxy.url = proxy.server.url("");
        proxy.port = platform.port();
    }

    HttpResult ask()
    {
        HttpRequest request = post(platform.url("/api"), "{}");
        request.headers = {"Authorization: Bearer secret"};
        return CurlTransport(options).send(request, {});
    }
};

} // namespace

TEST_CASE("a proxy carries the connection and sees nothing of it")
{
    Network network;
    REQUIRE(told(network.ask()) == "200");
    const auto seen = network.proxy.server.noted();
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].method == "CONNECT");
    CHECK(seen[0].target == "localhost:" + QByteArray::number(network.platform.port()));
    CHECK(seen[0].header("authorization").isEmpty());
    CHECK(seen[0].header("x-request-id").isEmpty());
}

TEST_CASE("a proxy that asks for a name gets it when there is one, and is told apart when there is none")
{
    Network network;
    network.proxy.asks = "Basic realm=\"school\"";
    network.proxy.wants = "Basic " + QByteArray("ana:geheim").toBase64();
    SECTION("with the name")
    {
        network.options.proxy.name = QStringLiteral("ana");
        network.options.proxy.password = QStringLiteral("geheim");
        CHECK(told(network.ask()) == "200");
    }
    SECTION("with a wrong password, not for ever")
    {
        network.options.proxy.name = QStringLiteral("ana");
        network.options.proxy.password = QStringLiteral("falsch");
        const HttpResult result = network.ask();
        CHECK(failureOf(result) == "ProxyPassword");
        CHECK_FALSE(result.error().maybeArrived);
        CHECK(network.proxy.server.noted().size() <= 3);
        CHECK_FALSE(result.error().detail.contains(QStringLiteral("falsch")));
    }
    SECTION("without")
    {
        const HttpResult result = network.ask();
        CHECK(failureOf(result) == "ProxyPassword");
        CHECK_FALSE(result.error().maybeArrived);
        for (const WireRequest &each : network.proxy.server.noted()) {
            CHECK(each.header("proxy-authorization").isEmpty()); // nothing in clear text that nobody gave
        }
    }
    CHECK(network.platform.connections() <= 1);
}

TEST_CASE("a proxy that knows who is signed in here is answered without a name")
{
    Network network;
    network.proxy.asks = "NTLM";
    network.proxy.wants = "never";
    CHECK(failureOf(network.ask()) == "ProxyPassword");
    const auto seen = network.proxy.server.noted();
    CHECK(std::any_of(seen.begin(), seen.end(), [](const WireRequest &each) {
        return each.header("proxy-authorization").startsWith("NTLM TlRMTVNTUAAB"); // the first message
    }));
}

TEST_CASE("a proxy's refusal and a proxy that is not there are the proxy's")
{
    Network network;
    SECTION("refused")
    {
        network.proxy.refusal = "403 Forbidden";
    }
    SECTION("cannot reach")
    {
        network.proxy.refusal = "502 Bad Gateway";
    }
    SECTION("not there")
    {
        network.options.proxy.url = "http://127.0.0.1:1";
    }
    SECTION("no such name")
    {
        network.options.proxy.url = "http://proxy.invalid:8080";
    }
    const HttpResult result = network.ask();
    CAPTURE(told(result));
    CHECK(failureOf(result) == "Proxy");
    CHECK_FALSE(result.error().maybeArrived);
    CHECK(network.platform.connections() == 0);
}

TEST_CASE("a proxy that answers 407 to a plain request is not the platform")
{
    HttpOptions options = testOptions();
    ScriptedServer proxy(
        answerAll("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
    options.proxy.mode = ProxySettings::Mode::Manual;
    options.proxy.url = proxy.url("");
    CHECK(failureOf(CurlTransport(options).send(get("http://localhost:9/"), {})) == "ProxyPassword");
}

TEST_CASE("the system's settings are asked once for an origin, and again on another network")
{
    Network network;
    int asked = 0;
    network.options.proxy.mode = ProxySettings::Mode::System;
    network.options.systemProxy = [&](const QByteArray &url) {
        ++asked;
        CHECK(url.startsWith("https://localhost:"));
        return network.proxy.server.url("");
    };
    for (const char *name :
         {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"}) {
        qunsetenv(name);
    }
    CurlTransport transport(network.options);
    CHECK(told(transport.send(get(network.platform.url()), {})) == "200");
    CHECK(told(transport.send(get(network.platform.url()), {})) == "200");
    CHECK(asked == 1);
    CHECK(network.proxy.server.connections() == 1);
    transport.networkChanged();
    CHECK(told(transport.send(get(network.platform.url()), {})) == "200");
    CHECK(asked == 2);

    // What the environment says is more particular than the desktop's settings.
    qputenv("https_proxy", network.proxy.server.url(""));
    CHECK(told(CurlTransport(network.options).send(get(network.platform.url()), {})) == "200");
    CHECK(asked == 2);
    CHECK(network.proxy.server.connections() == 3);
    qputenv("no_proxy", "localhost");
    CHECK(told(CurlTransport(network.options).send(get(network.platform.url()), {})) == "200");
    CHECK(network.proxy.server.connections() == 3);
    qunsetenv("no_proxy");
    network.options.proxy.mode = ProxySettings::Mode::None;
    CHECK(told(CurlTransport(network.options).send(get(network.platform.url()), {})) == "200");
    CHECK(network.proxy.server.connections() == 3);
    qunsetenv("https_proxy");
}

TEST_CASE("hosts that are excepted are reached directly")
{
    Network network;
    network.options.proxy.noProxy = {"example.org", "localhost"};
    CHECK(told(network.ask()) == "200");
    CHECK(network.proxy.server.connections() == 0);
}
