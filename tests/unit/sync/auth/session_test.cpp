#include <catch2/catch.hpp>

#include "session_bench.h"

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("a session gives the same token until less than five minutes are left")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    const auto first = session->bearer(bench.stop());
    REQUIRE(first);
    CHECK(*first == bench.platform.lastAccess);

    bench.monotonic.pass(9min);
    CHECK(session->bearer(bench.stop()) == *first);
    CHECK(bench.refreshRequests() == 0);

    bench.monotonic.pass(2min);
    const auto second = session->bearer(bench.stop());
    REQUIRE(second);
    CHECK(*second != *first);
    CHECK(*second == bench.platform.lastAccess);
    CHECK(bench.refreshRequests() == 1);
}

TEST_CASE(
    "a refresh is one request on a fresh connection, with the token in the body and no credentials else")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    const QByteArray used = bench.platform.lastRefresh;
    bench.monotonic.pass(12min);
    REQUIRE(session->bearer(bench.stop()));
    const HttpRequest &request = bench.transport.requests().back();
    CHECK(request.url == "https://learn.example.org/api/v1/auth/refresh/");
    CHECK(request.freshConnection);
    CHECK(request.timeout == 20s);
    CHECK(TokenPlatform::bodyOf(request, "refresh") == used);
    CHECK(FakeTransport::headerOf(request, "Authorization").isEmpty());
    CHECK(request.cookie.isEmpty());
}

TEST_CASE("the new token is in the vault before the access token is given out")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    CHECK(bench.vault.entry->generation == 1);
    std::vector<QByteArray> steps;
    bench.atStep = [&](const char *name) {
        steps.push_back(name);
        const bool saved = bench.vault.entry->refresh.bytes() == bench.platform.lastRefresh;
        CHECK(saved == (steps.back() != "answered"));
        const SessionNote note = readSessionNote(bench.folder.path());
        CHECK(note.begun.has_value() == (steps.back() != "noted"));
    };
    bench.monotonic.pass(12min);
    REQUIRE(session->bearer(bench.stop()));
    CHECK(steps == std::vector<QByteArray>{"begun", "answered", "saved", "noted"});
    CHECK(bench.vault.entry->generation == 2);
}

TEST_CASE("T1: a refused token is replaced by one refresh, whoever asks how often")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    const QByteArray old = *session->bearer(bench.stop());
    const auto fresh = session->bearerInsteadOf(old, bench.stop());
    REQUIRE(fresh);
    CHECK(*fresh != old);
    CHECK(session->bearerInsteadOf(old, bench.stop()) == *fresh); // a second request that was under way
    CHECK(bench.refreshRequests() == 1);
}

TEST_CASE("T2: a fresh token that is refused as well ends in sign-in, and the entry stays")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    session->refused(SessionState::SignInNeeded);
    CHECK(session->state() == SessionState::SignInNeeded);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(bench.vault.entry);
    CHECK(bench.refreshRequests() == 0);
    CHECK(bench.open()->state() == SessionState::SignInNeeded); // the next start knows it too
}

TEST_CASE(
    "T3: after a lost answer the session works to the end of its access token, then asks for the password")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.once("POST", kRefreshPath, [&](const HttpRequest &request) {
        bench.platform.refresh(request); // it did arrive
        return noAnswer(Failure::Cut, true);
    });
    const QByteArray old = bench.platform.lastAccess;
    bench.monotonic.pass(11min);
    CHECK(session->bearer(bench.stop()) == old);
    CHECK(session->state() == SessionState::Unsure);
    bench.monotonic.pass(2min);
    CHECK(session->bearer(bench.stop()) == old);
    CHECK(bench.refreshRequests() == 1); // not again while there is a token

    bench.monotonic.pass(2min);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(session->state() == SessionState::SignInNeeded);
    CHECK(bench.refreshRequests() == 2);
    CHECK(bench.vault.entry);
}

TEST_CASE("T3: a request that perhaps never arrived is tried once more at the end, and nobody is signed out")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.once("POST", kRefreshPath, noAnswer(Failure::Timeout, true));
    bench.monotonic.pass(11min);
    REQUIRE(session->bearer(bench.stop()));
    CHECK(session->state() == SessionState::Unsure);
    bench.monotonic.pass(4min);
    REQUIRE(session->bearer(bench.stop()));
    CHECK(session->state() == SessionState::SignedIn);
    CHECK(!readSessionNote(bench.folder.path()).begun);
}

TEST_CASE("T3: an answer with one token only, or none, is a lost answer")
{
    const auto answer = GENERATE(0, 1, 2, 3);
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.once("POST", kRefreshPath, [&](const HttpRequest &request) {
        FakeAnswer made = bench.platform.refresh(request);
        std::vector<std::pair<QByteArray, QByteArray>> &headers = made.result->headers;
        if (answer == 0) {
            headers.erase(headers.begin() + 2);
        } else if (answer == 1) {
            headers.erase(headers.begin() + 1);
        } else if (answer == 2) {
            headers[1].second = "access_token=garbage; Path=/";
        } else {
            headers[2].second = "refresh_token=" + bench.platform.lastAccess; // of the other type
        }
        return made;
    });
    bench.monotonic.pass(11min);
    CHECK(session->bearer(bench.stop())); // the old one
    CHECK(session->state() == SessionState::Unsure);
    CHECK(bench.vault.entry->generation == 1);
}

TEST_CASE("the tokens may come in the body")
{
    SessionBench bench;
    bench.platform.repaired = true;
    const auto session = bench.openSignedIn();
    bench.monotonic.pass(12min);
    CHECK(session->bearer(bench.stop()) == bench.platform.lastAccess);
    CHECK(bench.vault.entry->refresh.bytes() == bench.platform.lastRefresh);
}

TEST_CASE("T4: a vault that takes nothing leaves a session in memory, and is tried again")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.vault.writeFails = VaultError{VaultError::Why::Locked, u"locked"_s};
    bench.monotonic.pass(12min);
    CHECK(session->bearer(bench.stop()) == bench.platform.lastAccess);
    REQUIRE(session->vaultTrouble());
    CHECK(session->vaultTrouble()->why == VaultError::Why::Locked);
    CHECK(session->vaultKind() == VaultKind::Memory);

    bench.vault.writeFails.reset();
    bench.monotonic.pass(12min);
    CHECK(session->bearer(bench.stop()) == bench.platform.lastAccess);
    CHECK(!session->vaultTrouble());
    CHECK(bench.vault.entry->generation == 3);
    CHECK(session->state() == SessionState::SignedIn);
}

TEST_CASE("T7: who loses to a program without the lock takes its token from the vault")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.once("POST", kRefreshPath, [&](const HttpRequest &request) {
        bench.platform.refresh(request); // the other program was first; it writes a moment later
        const QByteArray won = bench.platform.lastRefresh;
        bench.vault.onRead = [&bench, won, before = bench.vault.reads](int n) {
            if (n == before + 3) {
                bench.vault.entry = VaultEntry{Secret(QByteArray(won)), 2, 0, 2};
            }
        };
        return TokenPlatform::refusal("Token is blacklisted");
    });
    bench.monotonic.pass(12min);
    CHECK(session->bearer(bench.stop()) == bench.platform.lastAccess);
    CHECK(session->state() == SessionState::SignedIn);
    CHECK(bench.pauses == std::vector<std::chrono::milliseconds>{1s, 1s});
    CHECK(bench.vault.entry->generation == 3);
}

TEST_CASE("T8: killed between the answer and the vault, the next start tries once and asks for the password")
{
    SessionBench bench;
    {
        const auto session = bench.openSignedIn();
        bench.monotonic.pass(12min);
        bench.atStep = [](const char *name) {
            if (QByteArray(name) == "answered") {
                throw 1; // nothing after it happens
            }
        };
        CHECK_THROWS(session->bearer(bench.stop()));
        bench.atStep = {};
    }
    const auto session = bench.open();
    CHECK(session->state() == SessionState::Unsure);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(session->state() == SessionState::SignInNeeded);
    CHECK(bench.refreshRequests() == 2);
    CHECK(bench.vault.entry);
}

TEST_CASE("killed before the request, the next start goes on as if nothing had been")
{
    SessionBench bench;
    {
        const auto session = bench.openSignedIn();
        bench.monotonic.pass(12min);
        bench.atStep = [](const char *) { throw 1; };
        CHECK_THROWS(session->bearer(bench.stop()));
        bench.atStep = {};
    }
    const auto session = bench.open();
    CHECK(session->bearer(bench.stop()) == bench.platform.lastAccess);
    CHECK(session->state() == SessionState::SignedIn);
}

TEST_CASE("T9: after more than seven days the platform's word ends the session, not our clock")
{
    SessionBench bench;
    bench.openSignedIn();
    bench.clock.time = bench.clock.time.addDays(400);
    bench.monotonic.pass(24h * 400);
    auto session = bench.open();
    CHECK(session->bearer(bench.stop())); // the platform still takes it

    bench.transport.once("POST", kRefreshPath, TokenPlatform::refusal("Token is invalid or expired"));
    session = bench.open();
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
}

TEST_CASE(
    "T10: an answer that is not the platform's word signs nobody out, and is not asked for again at once")
{
    const auto answer = GENERATE(values<std::function<FakeAnswer()>>({
        [] { return jsonAnswer(500, R"({"detail":"error"})"); },
        [] { return htmlAnswer(500); },
        [] { return htmlAnswer(502); },
        [] { return htmlAnswer(200); },
        [] { return htmlAnswer(401); },
        [] { return jsonAnswer(401, R"({"detail":"proxy says no"})"); },
        [] { return jsonAnswer(403, R"({"detail":"You do not have permission to perform this action."})"); },
        [] { return jsonAnswer(400, R"({"refresh":["This field is required."]})"); },
        [] {
            return jsonAnswer(302, "", {{"location", "https://portal.example"}});
        },
        [] { return noAnswer(Failure::Refused, false); },
        [] { return noAnswer(Failure::Certificate, false); },
        [] { return noAnswer(Failure::NoName, false); },
    }));
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.on("POST", kRefreshPath, [&](const HttpRequest &) { return answer(); });
    const QByteArray old = bench.platform.lastAccess;
    bench.monotonic.pass(11min);
    CHECK(session->bearer(bench.stop()) == old);
    CHECK(session->state() == SessionState::SignedIn);
    CHECK(!readSessionNote(bench.folder.path()).begun);

    bench.monotonic.pass(29s);
    CHECK(session->bearer(bench.stop()) == old);
    CHECK(bench.refreshRequests() == 1);
    bench.monotonic.pass(1s);
    CHECK(session->bearer(bench.stop()) == old);
    CHECK(bench.refreshRequests() == 2);
    bench.monotonic.pass(31s); // twice as long now
    CHECK(session->bearer(bench.stop()));
    CHECK(bench.refreshRequests() == 2);

    bench.monotonic.pass(10min);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::Later);
    CHECK(session->state() == SessionState::SignedIn);
    bench.platform.attach(bench.transport);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::Later);
    session->tryNow(); // the network came back
    CHECK(session->bearer(bench.stop()));
}

TEST_CASE("the platform's own waiting time is kept, up to an hour")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.on("POST", kRefreshPath, jsonAnswer(503, "{}", {{"retry-after", "999999999"}}));
    bench.monotonic.pass(20min);
    CHECK(!session->bearer(bench.stop()));
    bench.monotonic.pass(59min);
    CHECK(!session->bearer(bench.stop()));
    CHECK(bench.refreshRequests() == 1);
    bench.monotonic.pass(1min);
    CHECK(!session->bearer(bench.stop()));
    CHECK(bench.refreshRequests() == 2);
}

TEST_CASE("T11: an account that may not sign in says so, and keeps its entry")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    session->refused(SessionState::Inactive);
    CHECK(session->state() == SessionState::Inactive);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(bench.vault.entry);
}

TEST_CASE("T17: a token for somebody else is thrown away")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    const QByteArray before = bench.vault.entry->refresh.bytes();
    bench.platform.userId = 3;
    bench.monotonic.pass(20min);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(session->state() == SessionState::WrongUser);
    CHECK(bench.vault.entry->refresh.bytes() == before);
}

TEST_CASE("a vault's entry of another user is not used")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.vault.entry->userId = 3;
    bench.monotonic.pass(20min);
    CHECK(!session->bearer(bench.stop()));
    CHECK(session->state() == SessionState::WrongUser);
    CHECK(bench.refreshRequests() == 0);
}

TEST_CASE("T12: a profile takes no other user's tokens")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.platform.userId = 3;
    const auto started = session->start(bench.signedIn(), bench.stop());
    REQUIRE(!started);
    CHECK(started.error().code == ErrorCode::Conflict);
    CHECK(bench.vault.entry->userId == 2);
    CHECK(session->userId() == 2);
}

TEST_CASE("N31: clocks a year wrong on either side change nothing")
{
    const int days = GENERATE(-365, 365);
    SessionBench bench;
    bench.clock.time = bench.clock.time.addDays(days);
    bench.platform.issuedAt -= static_cast<qint64>(days) * 86400 / 2;
    const auto session = bench.openSignedIn();
    REQUIRE(session->bearer(bench.stop()));
    bench.clock.time = bench.clock.time.addDays(-2 * days); // set while it runs
    bench.monotonic.pass(9min);
    REQUIRE(session->bearer(bench.stop()));
    CHECK(bench.refreshRequests() == 0);
    bench.monotonic.pass(2min);
    REQUIRE(session->bearer(bench.stop()));
    CHECK(bench.refreshRequests() == 1);
}
