#include "sync/auth/waiting.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <thread>

#include "session_bench.h"

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("T15: a password store that does not open yet is waited for, and signs nobody out")
{
    const auto why = GENERATE(VaultError::Why::Locked, VaultError::Why::Timeout, VaultError::Why::Cancelled,
                              VaultError::Why::Missing, VaultError::Why::Other);
    SessionBench bench;
    bench.openSignedIn();
    bench.vault.readFails = VaultError{why, u"not now"_s};
    const auto session = bench.open();
    const auto none = session->bearer(bench.stop());
    REQUIRE(!none);
    CHECK(none.error().why == NoToken::Why::Later);
    CHECK(session->state() == SessionState::SignedIn);
    CHECK(session->vaultTrouble()->why == why);

    bench.vault.readFails.reset();
    bench.monotonic.pass(31s);
    CHECK(session->bearer(bench.stop()));
    CHECK(!session->vaultTrouble());
}

TEST_CASE("T16: a damaged entry means sign-in, and stays")
{
    SessionBench bench;
    bench.openSignedIn();
    bench.vault.readFails = VaultError{VaultError::Why::Damaged, u"entry: not of this version"_s};
    const auto session = bench.open();
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(bench.vault.entry);
    CHECK(bench.refreshRequests() == 0);
}

TEST_CASE("a new sign-in has a higher generation than anything before it, whatever the vault says")
{
    SessionBench bench;
    auto session = bench.openSignedIn();
    bench.monotonic.pass(12min);
    REQUIRE(session->bearer(bench.stop()));
    bench.vault.readFails = VaultError{VaultError::Why::Damaged, u"damaged"_s};
    REQUIRE(session->start(bench.signedIn(), bench.stop()));
    CHECK(bench.vault.entry->generation == 3);
}

TEST_CASE("a session in memory ends with its program, and another program knows that it can't use it")
{
    SessionBench bench;
    const auto first = bench.open(std::make_unique<MemoryVault>());
    REQUIRE(first->start(bench.signedIn(), bench.stop()));
    CHECK(first->vaultKind() == VaultKind::Memory);
    bench.monotonic.pass(12min);
    REQUIRE(first->bearer(bench.stop()));

    const auto second = bench.open(std::make_unique<MemoryVault>());
    CHECK(second->state() == SessionState::SignInNeeded);
    CHECK(!second->bearer(bench.stop()));
    bench.monotonic.pass(12min);
    CHECK(first->bearer(bench.stop())); // the first one was not disturbed
}

TEST_CASE("without an account there is no token and no request")
{
    SessionBench bench;
    const auto session = bench.open();
    CHECK(session->state() == SessionState::SignedOut);
    CHECK(session->userId() == 0);
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::SignInNeeded);
    CHECK(session->keepAlive(bench.stop()));
    CHECK(bench.transport.requests().empty());
}

TEST_CASE("another program's sign-out and sign-in are noticed")
{
    SessionBench bench;
    const auto window = bench.openSignedIn();
    const auto command = bench.open();
    REQUIRE(command->signOut(bench.stop()));
    CHECK(!window->bearer(bench.stop()));
    CHECK(window->state() == SessionState::SignedOut);

    std::this_thread::sleep_for(10ms); // the file's time has to differ
    REQUIRE(command->start(bench.signedIn(), bench.stop()));
    CHECK(window->bearer(bench.stop()) == bench.platform.lastAccess);
    CHECK(window->state() == SessionState::SignedIn);
}

TEST_CASE("T14: sign-out revokes with the refresh token as a cookie of that one request")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    CHECK(bench.platform.live() == 1);
    CHECK(session->signOut(bench.stop()) == true);
    CHECK(bench.platform.live() == 0);
    CHECK(!bench.vault.entry);
    CHECK(session->state() == SessionState::SignedOut);
    CHECK(session->userId() == 0);
    CHECK(bench.transport.requests().back().cookie.startsWith("refresh_token="));
}

TEST_CASE("T14: with an expired access token, sign-out refreshes first and revokes the new token")
{
    const bool clockKnows = GENERATE(true, false);
    SessionBench bench;
    const auto session = bench.openSignedIn();
    if (clockKnows) {
        bench.monotonic.pass(16min);
    } else {
        bench.platform.forgetAccess(); // the platform's keys were changed
    }
    CHECK(session->signOut(bench.stop()) == true);
    CHECK(bench.platform.live() == 0);
    CHECK(bench.refreshRequests() == 1);
}

TEST_CASE("T14: offline, sign-out deletes here, says that the platform does not know, and tells it later")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.on("POST", "/auth/logout/", noAnswer(Failure::Refused, false));
    bench.transport.on("POST", kRefreshPath, noAnswer(Failure::Refused, false));
    CHECK(session->signOut(bench.stop()) == false);
    CHECK(session->state() == SessionState::SignedOut);
    CHECK(!bench.vault.entry);
    CHECK(readSessionNote(bench.folder.path()).unrevoked);
    CHECK(!session->revokeLater(bench.stop()));
    CHECK(bench.platform.live() == 1);

    bench.platform.attach(bench.transport);
    CHECK(session->revokeLater(bench.stop()));
    CHECK(bench.platform.live() == 0);
    CHECK(!readSessionNote(bench.folder.path()).unrevoked);
    CHECK(session->revokeLater(bench.stop()));
}

TEST_CASE("a portal's page is no revocation")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.on("POST", "/auth/logout/", htmlAnswer(200));
    CHECK(session->signOut(bench.stop()) == false);
}

TEST_CASE("compare and delete: sign-out leaves an entry that another program wrote meanwhile")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.transport.once("POST", "/auth/logout/", [&](const HttpRequest &request) {
        bench.vault.entry->generation = 9;
        return bench.platform.logout(request);
    });
    REQUIRE(session->signOut(bench.stop()));
    REQUIRE(bench.vault.entry);
    CHECK(bench.vault.entry->generation == 9);
}

TEST_CASE("every three days the refresh token is renewed, by whichever way the clock went")
{
    const int days = GENERATE(3, -3);
    SessionBench bench;
    const auto session = bench.openSignedIn();
    CHECK(session->keepAlive(bench.stop()));
    CHECK(bench.refreshRequests() == 0);
    bench.clock.time = bench.clock.time.addSecs(2 * 86400);
    CHECK(session->keepAlive(bench.stop()));
    CHECK(bench.refreshRequests() == 0);
    bench.clock.time = bench.clock.time.addSecs(-2 * 86400).addDays(days);
    CHECK(session->keepAlive(bench.stop()));
    CHECK(session->keepAlive(bench.stop()));
    CHECK(bench.refreshRequests() == 1);
}

TEST_CASE("a lock that another program holds means later, not signed out")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    AccountLock other(bench.folder.path());
    REQUIRE(other.take(0ms, {}) == AccountLock::Outcome::Taken);
    bench.monotonic.pass(16min);
    const auto none = session->bearer(bench.stop());
    REQUIRE(!none);
    CHECK(none.error().why == NoToken::Why::Later);
    CHECK(session->state() == SessionState::SignedIn);
    CHECK(bench.refreshRequests() == 0);
}

TEST_CASE("waiting for the lock ends when the program does")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    AccountLock other(bench.folder.path());
    REQUIRE(other.take(0ms, {}) == AccountLock::Outcome::Taken);
    bench.monotonic.pass(16min);
    bench.stopping.request_stop();
    CHECK(session->bearer(bench.stop()).error().why == NoToken::Why::Cancelled);
}

TEST_CASE("a refresh that can't be noted on a full or read-only disk is not begun")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    // A folder in the place of the file fails for everybody, root too.
    QFile::remove(sessionNotePath(bench.folder.path()));
    bench.monotonic.pass(11min);
    QDir(bench.folder.path()).mkpath(u"session.json/x"_s);
    CHECK(session->bearer(bench.stop())); // what is left of the old one
    CHECK(bench.refreshRequests() == 0);
}

TEST_CASE("a refresh that the transport holds back for an hour is given up, and signs nobody out")
{
    class Holding final : public HttpTransport
    {
    public:
        quint64 start(HttpRequest) override { return 1; }

        std::vector<HttpCompletion> wait(std::chrono::milliseconds, const std::stop_token &stop) override
        {
            while (!m_cancelled && !stop.stop_requested()) {
                std::this_thread::sleep_for(1ms);
            }
            if (!std::exchange(m_cancelled, false)) {
                return {};
            }
            std::vector<HttpCompletion> completions;
            completions.push_back({1, tl::unexpected(HttpError{Failure::Cancelled, u"held"_s, false, {}})});
            return completions;
        }

        void cancel(quint64) override { m_cancelled = true; }

        void networkChanged() override { }

    private:
        bool m_cancelled = false;
    };

    SessionBench bench;
    bench.openSignedIn();
    Holding holding;
    JwtSessionOptions options;
    options.refreshLimit = 30ms;
    JwtSession session(holding, bench.monotonic, bench.clock,
                       {bench.folder.path(), u"https://x.example"_s, 2},
                       std::make_unique<BenchVault>(bench.vault), options);
    CHECK(session.bearer(bench.stop()).error().why == NoToken::Why::Later);
    CHECK(session.state() == SessionState::SignedIn);
    CHECK(!readSessionNote(bench.folder.path()).begun);
}

TEST_CASE("a damaged note does not sign anybody out")
{
    const QByteArray damage = GENERATE(QByteArray(), QByteArray("{\"state\":"), QByteArray("[]"),
                                       QByteArray(100000, 'x'), QByteArray("{\"state\":7,\"begun\":[1]}"));
    SessionBench bench;
    bench.openSignedIn();
    {
        QFile file(sessionNotePath(bench.folder.path()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(damage);
    }
    const auto session = bench.open();
    CHECK(session->bearer(bench.stop()));
    CHECK(bench.vault.entry->generation == 2);
}

TEST_CASE("no token and no password stands in the account's folder")
{
    SessionBench bench;
    const auto session = bench.openSignedIn();
    bench.monotonic.pass(12min);
    bench.atStep = [&](const char *) {
        QDir folder(bench.folder.path());
        const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            CHECK(!bytes.contains(bench.platform.lastRefresh.mid(40, 40)));
            CHECK(!bytes.contains(bench.platform.lastAccess.mid(40, 40)));
            CHECK(!bytes.contains(bench.platform.password));
        }
    };
    REQUIRE(session->bearer(bench.stop()));
}
