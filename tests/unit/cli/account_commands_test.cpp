#include "cli/exit_code.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include "command_bench.h"

using namespace studio;
using namespace studio::cli;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList kWho = {u"--server"_s, u"learn.example.org"_s, u"--user"_s, u"ada"_s};

} // namespace

TEST_CASE("Signing in asks for the password and says where and who", "[cli][platform]")
{
    CommandBench bench;
    bench.secrets = {"right"};

    CHECK(bench.run(u"login"_s, kWho) == kDone);

    CHECK(bench.prompts == QStringList{u"Password of ada: "_s});
    CHECK(bench.out.contains("Signed in to https://learn.example.org as ada."));
    REQUIRE(bench.platform.lastSignIn);
    CHECK(bench.platform.lastSignIn->server == u"https://learn.example.org"_s);
    CHECK(bench.platform.lastSignIn->keepIn == VaultKind::Keyring);
    CHECK_FALSE(bench.out.contains("right"));
    CHECK_FALSE(bench.err.contains("right"));
}

TEST_CASE("A password is no argument", "[cli][platform]")
{
    CommandBench bench;
    CHECK(bench.run(u"login"_s, kWho + QStringList{u"--password"_s, u"right"_s}) == kUsage);
    CHECK(bench.run(u"login"_s, kWho + QStringList{u"right"_s}) == kUsage);
    CHECK(bench.platform.calls.isEmpty());
}

TEST_CASE("A wrong password, no network and another account end differently", "[cli][platform]")
{
    CommandBench bench;
    bench.secrets = {"wrong"};
    CHECK(bench.run(u"login"_s, kWho) == kSignInNeeded);
    CHECK(bench.err.contains("Name or password is wrong"));

    bench.secrets = {"right"};
    bench.platform.failures[u"signIn"_s] = {ErrorCode::Offline, u"resolve"_s};
    CHECK(bench.run(u"login"_s, kWho) == kOffline);
    bench.platform.failures.clear();

    bench.signIn();
    bench.platform.theAccount->username = u"grace"_s;
    bench.secrets = {"right"};
    CHECK(bench.run(u"login"_s, kWho) == kNotPassed);
    CHECK(bench.err.contains("another account"));
}

TEST_CASE("Where the session is kept can be chosen; a file wants a passphrase", "[cli][platform]")
{
    CommandBench bench;
    bench.secrets = {"right", "open sesame"};
    CHECK(bench.run(u"login"_s, kWho + QStringList{u"--keep"_s, u"file"_s}) == kDone);
    CHECK(bench.platform.lastSignIn->keepIn == VaultKind::EncryptedFile);
    CHECK(bench.platform.lastSignIn->passphrase == u"open sesame"_s);

    bench.secrets = {"right", std::nullopt};
    CHECK(bench.run(u"login"_s, kWho + QStringList{u"--keep"_s, u"file"_s}) == kUsage);

    bench.secrets = {"right"};
    CHECK(bench.run(u"login"_s, kWho + QStringList{u"--shared"_s}) == kDone);
    CHECK(bench.platform.lastSignIn->keepIn == VaultKind::Memory);
    CHECK(bench.platform.lastSignIn->sharedComputer);

    CHECK(bench.run(u"login"_s, kWho + QStringList{u"--keep"_s, u"desk"_s}) == kUsage);
    CHECK(bench.run(u"login"_s, {u"--user"_s, u"ada"_s, u"--server"_s, u"http://learn.example.org"_s})
          == kUsage);
}

TEST_CASE("Nobody to ask for the password: told, nothing is sent", "[cli][platform]")
{
    CommandBench bench;
    bench.secrets = {std::nullopt};
    CHECK(bench.run(u"login"_s, kWho) == kUsage);
    CHECK(bench.err.contains("--password-stdin"));
    CHECK(bench.platform.calls.isEmpty());
}

TEST_CASE("Signing in again needs no server and no name", "[cli][platform]")
{
    CommandBench bench;
    bench.signIn();
    bench.platform.theAccount->session = SessionState::SignInNeeded;
    bench.secrets = {"right"};
    CHECK(bench.run(u"login"_s) == kDone);
    CHECK(bench.platform.lastSignIn->name == u"ada"_s);
    CHECK(bench.platform.theAccount->session == SessionState::SignedIn);
}

TEST_CASE("A new account is checked before it is sent", "[cli][platform]")
{
    CommandBench bench;
    const QStringList words
        = {u"--server"_s,       u"https://learn.example.org"_s, u"--user"_s, u"ada"_s, u"--email"_s,
           u"ada@example.org"_s};
    bench.secrets = {"ada12345678", "ada12345678"};
    CHECK(bench.run(u"register"_s, words) == kUsage);
    CHECK(bench.err.contains("easy to guess"));

    bench.secrets = {"three cups of tea", "three cups of t"};
    CHECK(bench.run(u"register"_s, words) == kUsage);
    CHECK(bench.err.contains("differ"));
    CHECK(bench.platform.calls.isEmpty());

    bench.secrets = {"three cups of tea", "three cups of tea"};
    CHECK(bench.run(u"register"_s, words) == kDone);
    CHECK(bench.platform.calls == QStringList{u"registerAccount ada"_s});

    bench.secrets = {"three cups of tea"};
    CHECK(bench.run(u"register"_s, words + QStringList{u"--password-stdin"_s}) == kDone);
}

TEST_CASE("Signing out says that the work stays", "[cli][platform]")
{
    CommandBench bench;
    CHECK(bench.run(u"logout"_s) == kDone);
    bench.signIn();
    bench.platform.theStatus.waiting = 3;
    CHECK(bench.run(u"logout"_s) == kDone);
    CHECK(bench.out.contains("3 changes are waiting safely"));
    CHECK(bench.platform.theAccount->session == SessionState::SignedOut);
}

TEST_CASE("The account is told in words and as JSON", "[cli][platform]")
{
    CommandBench bench;
    CHECK(bench.run(u"account"_s) == kSignInNeeded);
    CHECK(bench.run(u"account"_s, {u"--json"_s}) == kSignInNeeded);
    CHECK(QJsonDocument::fromJson(bench.out).object().isEmpty());

    bench.signIn();
    CHECK(bench.run(u"account"_s) == kDone);
    CHECK(bench.out.contains("Ada Learner (ada) on https://learn.example.org"));
    CHECK(bench.run(u"account"_s, {u"--json"_s}) == kDone);
    const QJsonObject json = QJsonDocument::fromJson(bench.out).object();
    CHECK(json.value(u"session"_s).toString() == u"signed-in"_s);
    CHECK(json.value(u"kept_in"_s).toString() == u"keyring"_s);
}

TEST_CASE("Without a platform each command says so", "[cli][platform]")
{
    CommandBench bench;
    auto environment = bench.environment();
    environment.platform = {};
    for (const QString &name : {u"account"_s, u"sync"_s, u"status"_s, u"catalog"_s, u"kept"_s, u"logout"_s}) {
        const auto command = findCommand(name)->make(environment, bench.io());
        QSignalSpy finished(command.get(), &Command::finished);
        command->start({});
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kNotFound);
    }
}
