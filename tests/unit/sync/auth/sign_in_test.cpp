#include <catch2/catch.hpp>

#include "session_bench.h"

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

SignIn ada()
{
    SignIn request;
    request.server = u"learn.example.org/"_s;
    request.name = u" ada@example.org "_s;
    request.password = u"Ada!Example1"_s;
    return request;
}

Registration newcomer()
{
    Registration request;
    request.server = u"https://learn.example.org"_s;
    request.username = u"ada"_s;
    request.email = u"ada@example.org"_s;
    request.password = u"correct horse battery"_s;
    return request;
}

ErrorCode codeFor(FakeAnswer answer, const std::stop_token &stop = {})
{
    FakeTransport transport;
    transport.on("POST", "/auth/login/", std::move(answer));
    const auto granted = SignInFlow(transport).signIn(ada(), stop);
    REQUIRE(!granted);
    CHECK(!granted.error().message.contains(u"Ada!Example1"_s));
    return granted.error().code;
}

} // namespace

TEST_CASE("a sign-in sends the name as e-mail, on a fresh connection, and tells who it is")
{
    SessionBench bench;
    bench.platform.repaired = GENERATE(false, true);
    const auto granted = SignInFlow(bench.transport).signIn(ada(), {});
    REQUIRE(granted);
    CHECK(granted->account.userId == 2);
    CHECK(granted->account.server == u"https://learn.example.org"_s);
    CHECK(granted->account.username == u"ada"_s);
    CHECK(granted->account.firstName == u"Ada"_s);
    CHECK(granted->tokens.access.bytes() == bench.platform.lastAccess);
    const HttpRequest &request = bench.transport.requests().back();
    CHECK(request.url == "https://learn.example.org/api/v1/auth/login/");
    CHECK(request.freshConnection);
    CHECK(TokenPlatform::bodyOf(request, "email") == "ada@example.org");
}

TEST_CASE("each failure of a sign-in has its code")
{
    CHECK(codeFor(jsonAnswer(401, R"({"detail":"No active account found with the given credentials"})"))
          == ErrorCode::Unauthorized);
    CHECK(codeFor(jsonAnswer(400, R"({"email":["This field may not be blank."]})"))
          == ErrorCode::InvalidData);
    CHECK(codeFor(jsonAnswer(500, R"({"error":"x"})")) == ErrorCode::Offline);
    CHECK(codeFor(htmlAnswer(500)) == ErrorCode::Offline);
    CHECK(codeFor(htmlAnswer(502)) == ErrorCode::Offline);
    CHECK(codeFor(jsonAnswer(403, R"({"detail":"no"})")) == ErrorCode::Offline);
    CHECK(codeFor(jsonAnswer(429, R"({"detail":"no"})")) == ErrorCode::Offline);
    CHECK(codeFor(noAnswer(Failure::Refused, false)) == ErrorCode::Offline);
    CHECK(codeFor(noAnswer(Failure::Certificate, false)) == ErrorCode::Offline);
    CHECK(codeFor(noAnswer(Failure::Timeout, true)) == ErrorCode::Timeout);
    std::stop_source stopping;
    stopping.request_stop();
    CHECK(codeFor(noAnswer(Failure::Cancelled, true), stopping.get_token()) == ErrorCode::Cancelled);
    CHECK(codeFor(noAnswer(Failure::Cancelled, false)) == ErrorCode::Timeout); // held back for too long
    CHECK(codeFor(noAnswer(Failure::TooLarge, true)) == ErrorCode::InvalidData);
    CHECK(codeFor(htmlAnswer(200)) == ErrorCode::InvalidData); // a portal
    CHECK(codeFor(htmlAnswer(401)) == ErrorCode::InvalidData); // a proxy, not the platform's word
    CHECK(codeFor(jsonAnswer(302, "")) == ErrorCode::InvalidData);
}

TEST_CASE("T18: a sign-in without both tokens, or without a user, or for two users, was not understood")
{
    TokenPlatform platform;
    FakeAnswer noRefresh = platform.pair(platform.userBody());
    noRefresh.result->headers.pop_back();
    CHECK(codeFor(noRefresh) == ErrorCode::InvalidData);
    CHECK(codeFor(jsonAnswer(200, R"({"user":{"id":2,"username":"ada"},"success":true})"))
          == ErrorCode::InvalidData);
    CHECK(codeFor(jsonAnswer(200, "{}")) == ErrorCode::InvalidData);
    CHECK(codeFor(platform.pair()) == ErrorCode::InvalidData);
    CHECK(codeFor(platform.pair({{u"user"_s, QJsonObject{{u"id"_s, 7}, {u"username"_s, u"x"_s}}}}))
          == ErrorCode::InvalidData);
    CHECK(codeFor(platform.pair({{u"user"_s, QJsonObject{{u"id"_s, u"2"_s}, {u"username"_s, u"x"_s}}}}))
          == ErrorCode::InvalidData);
}

TEST_CASE("nothing is sent to an address that is not safe, or without a password")
{
    FakeTransport transport;
    SignIn request = ada();
    request.server = u"http://learn.example.org"_s;
    CHECK(SignInFlow(transport).signIn(request, {}).error().code == ErrorCode::InvalidData);
    request = ada();
    request.password.clear();
    CHECK(SignInFlow(transport).signIn(request, {}).error().code == ErrorCode::InvalidData);
    CHECK(transport.requests().empty());
}

TEST_CASE("a registration is checked here, and its name may be taken")
{
    SessionBench bench;
    const auto granted = SignInFlow(bench.transport).registerAccount(newcomer(), {});
    REQUIRE(granted);
    CHECK(granted->account.userId == 2);
    CHECK(TokenPlatform::bodyOf(bench.transport.requests().back(), "username") == "ada");

    Registration weak = newcomer();
    weak.password = u"x"_s;
    CHECK(SignInFlow(bench.transport).registerAccount(weak, {}).error().code == ErrorCode::InvalidData);
    CHECK(bench.transport.count("POST", "/auth/register/") == 1);

    bench.transport.once("POST", "/auth/register/",
                         jsonAnswer(400, R"({"error":"User with these credentials already exists"})"));
    CHECK(SignInFlow(bench.transport).registerAccount(newcomer(), {}).error().code == ErrorCode::Conflict);
}

TEST_CASE("what nobody keeps is given back")
{
    SessionBench bench;
    auto granted = SignInFlow(bench.transport).signIn(ada(), {});
    REQUIRE(granted);
    CHECK(bench.platform.live() == 1);
    CHECK(SignInFlow(bench.transport).giveBack(*std::move(granted), {}));
    CHECK(bench.platform.live() == 0);
}

TEST_CASE("the platform's words are found in each of its shapes")
{
    const auto words = [](const QByteArray &body) { return platformWords(*jsonAnswer(400, body).result); };
    CHECK(words(R"({"detail":"a"})") == u"a"_s);
    CHECK(words(R"({"error":"b"})") == u"b"_s);
    CHECK(words(R"({"message":"c"})") == u"c"_s);
    CHECK(words(R"({"email":["d"]})") == u"email: d"_s);
    CHECK(words("{}").isEmpty());
    CHECK(words("[").isEmpty());
    CHECK(words("{\"detail\":\"" + QByteArray(5000, 'x') + "\"}").size() == 300);
}
