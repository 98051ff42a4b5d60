// The fault matrix, T1–T18, from the person's side: what it says, and that what waits stays.

#include <QJsonDocument>

#include "faults.h"

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPastAccess = 1000; ///< Seconds; the platform's access tokens last 900.

const QString kRefresh = u"/auth/refresh/"_s;

QJsonObject scripted(int status, const QJsonObject &json, const QString &path)
{
    QJsonObject rule = FaultBench::answer(status, json);
    rule[u"path"_s] = path;
    return rule;
}

/// For the platform the access token is over, and this computer thinks that it is not.
void endAccess()
{
    FaultBench::server().post(u"/clock"_s, {{u"offset"_s, kPastAccess}});
}

/// What the platform's own tokens look like, for somebody else; signed by nobody.
QString tokenFor(int user, const QString &type)
{
    const auto part = [](const QJsonObject &json) {
        return QString::fromLatin1(
            QJsonDocument(json)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return part({{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}}) + u'.'
        + part({{u"token_type"_s, type},
                {u"exp"_s, now + 900},
                {u"iat"_s, now},
                {u"jti"_s, u"0123456789abcdef"_s},
                {u"user_id"_s, user}})
        + u".c2ln"_s;
}

void checkAsksForPassword(FaultBench &bench, int waiting)
{
    CHECK(bench.status().trouble == SyncTrouble::SignInNeeded);
    CHECK(bench.told()
          == (waiting == 1 ? u"Please sign in again. 1 change is waiting safely."_s
                           : u"Please sign in again. %1 changes are waiting safely."_s.arg(waiting)));
    CHECK(bench.line() == u"Needs you: sign in again"_s);
    CHECK(text::remedyFor(SyncTrouble::SignInNeeded) == text::SyncRemedy::SignIn);
    CHECK(bench.waiting().size() == static_cast<std::size_t>(waiting));
    bench.checkNothingLost();
}

void checkSignInHelps(FaultBench &bench)
{
    FaultBench::server().clearFaults();
    REQUIRE(bench.signIn());
    bench.checkAllArrives();
}

} // namespace

TEST_CASE("T1: an access token that ends in the middle costs one refresh, and nobody hears of it")
{
    FaultBench bench;
    bench.doEverything();
    endAccess();

    const SyncStatus status = bench.sync();

    CHECK(status.waiting == 0);
    CHECK(bench.told().isEmpty());
    CHECK(FaultBench::requests(u"POST"_s, kRefresh) == 1);
    bench.checkAllArrives();
}

TEST_CASE("T2: a new token that is refused too asks for the password, and what waits is safe")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(2, 100);
    FaultBench::fault(u"answer"_s,
                      scripted(401,
                               {{u"detail"_s, u"Given token not valid for any token type"_s},
                                {u"code"_s, u"token_not_valid"_s}},
                               u"^(?!.*/auth/)"_s));

    bench.sync();

    CHECK(FaultBench::requests(u"POST"_s, kRefresh) == 1);
    checkAsksForPassword(bench, 2);
    CHECK(text::describeSession(*bench.ada.platform().account(), 2)
          == u"Please sign in again. 2 changes are waiting safely."_s);
    checkSignInHelps(bench);
}

TEST_CASE("T3: the answer to a refresh is lost: asked once more, then for the password")
{
    FaultBench bench;
    bench.finish(1);
    endAccess();
    FaultBench::fault(u"drop_answer"_s, {{u"path"_s, kRefresh}});

    for (int run = 0; run < 6 && bench.sync().trouble != SyncTrouble::SignInNeeded; ++run) {
        FaultBench::server().clearFaults();
        bench.monotonic->pass(300s);
    }

    checkAsksForPassword(bench, 1);
    CHECK(FaultBench::requests(u"POST"_s, kRefresh) <= 2);
    checkSignInHelps(bench);
}

TEST_CASE("T3: where there is grace a lost answer costs nothing")
{
    FaultBench bench(u"repaired"_s);
    bench.finish(1);
    endAccess();
    FaultBench::fault(u"drop_answer"_s, {{u"path"_s, kRefresh}, {u"times"_s, 1}});

    for (int run = 0; run < 6 && bench.sync().waiting > 0; ++run) {
        bench.monotonic->pass(31s);
    }

    CHECK(bench.ada.platform().account()->session == SessionState::SignedIn);
    bench.checkAllArrives();
}

TEST_CASE("T6: two computers of one person have sessions of their own")
{
    FaultBench bench;
    const QTemporaryDir home;
    Computer other(FaultBench::server(), bench.clock, home.path(), u"ada"_s);
    REQUIRE(other.signIn(u"ada"_s));
    bench.finish(1);
    for (int round = 1; round <= 3; ++round) {
        FaultBench::server().post(u"/clock"_s, {{u"offset"_s, round * kPastAccess}});
        CHECK(await(other.platform().syncNow()));
        CHECK(bench.sync().trouble == SyncTrouble::None);
    }
    CHECK(FaultBench::requests(u"POST"_s, kRefresh) == 6);
    CHECK(other.lesson(u"classic-4"_s, u"lesson-1"_s).read);
    bench.checkAllArrives();
}

TEST_CASE("T9: after more than seven days the password is asked for, and nothing that waits is touched")
{
    FaultBench bench;
    bench.doEverything();
    FaultBench::server().post(u"/clock"_s, {{u"offset"_s, 8 * 86400}});
    bench.monotonic->pass(std::chrono::hours(8 * 24));
    bench.clock.pass(std::chrono::hours(8 * 24));

    bench.sync();

    checkAsksForPassword(bench, 6);
    checkSignInHelps(bench);
}

TEST_CASE("T10: whatever stands between us and a refresh signs nobody out")
{
    FaultBench bench;
    bench.finish(1);
    endAccess();
    const QString kind = GENERATE(u"gateway_page"_s, u"portal_page"_s, u"close_before"_s, u"empty_object"_s);
    INFO(kind.toStdString());
    FaultBench::fault(kind, {{u"path"_s, kRefresh}, {u"times"_s, 1}});

    const SyncStatus status = bench.sync();

    CHECK(status.waiting == 1);
    CHECK(status.trouble != SyncTrouble::None);
    CHECK(status.trouble != SyncTrouble::SignInNeeded);
    CHECK_FALSE(bench.told().isEmpty());
    bench.checkNothingLost();
    bench.monotonic->pass(60s);
    bench.checkAllArrives();
    CHECK(bench.ada.platform().account()->session == SessionState::SignedIn);
}

TEST_CASE("T11: an account that may not sign in says so, and its work stays readable")
{
    FaultBench bench;
    bench.finish(1);
    bench.note(2, u"mine"_s);
    FaultBench::server().post(u"/admin"_s,
                              {{u"action"_s, u"change"_s},
                               {u"kind"_s, u"user"_s},
                               {u"username"_s, u"ada"_s},
                               {u"fields"_s, QJsonObject{{u"is_active"_s, false}}}});

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::AccountInactive);
    CHECK(
        bench.told()
        == u"This account cannot sign in. Your work stays on this computer. Ask whoever runs the platform."_s);
    CHECK(bench.line() == u"Needs you: the account cannot sign in"_s);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-2"_s).notes == u"mine"_s);
    bench.checkNothingLost();
    FaultBench::server().post(u"/admin"_s,
                              {{u"action"_s, u"change"_s},
                               {u"kind"_s, u"user"_s},
                               {u"username"_s, u"ada"_s},
                               {u"fields"_s, QJsonObject{{u"is_active"_s, true}}}});
    checkSignInHelps(bench);
}

TEST_CASE("T12: nobody's work goes out under another name: the profile takes no other account")
{
    FaultBench bench;
    bench.doEverything();

    const auto account = bench.signIn(u"ben"_s, u"Ben!Example1"_s);

    REQUIRE_FALSE(account);
    CHECK(account.error().code == ErrorCode::Conflict);
    CHECK(text::describePlatform(account.error(), true)
              .contains(u"Work never goes out under another name: use a profile of your own."_s));
    bench.sync();
    CHECK(FaultBench::server().state(u"ben"_s)[u"progress"_s].toArray().isEmpty());
    CHECK(FaultBench::server().state(u"ben"_s)[u"submissions"_s].toArray().isEmpty());
    bench.checkNothingLost();
    checkSignInHelps(bench);
}

TEST_CASE("T13, T14: signing out with work that waits, also without a network, keeps it for the next sign-in")
{
    FaultBench bench;
    bench.doEverything();
    const bool offline = GENERATE(false, true);
    FaultBench::server().post(u"/listen"_s, {{u"open"_s, !offline}});

    const auto told = await(bench.ada.platform().signOut());

    REQUIRE(told);
    CHECK(*told == !offline);
    bench.status();
    CHECK(text::describeSession(*bench.ada.platform().account(), 6)
          == u"Signed out. Your work stays on this computer. 6 changes are waiting safely."_s);
    CHECK(bench.waiting().size() == 6);
    CHECK_FALSE(await(bench.ada.platform().syncNow()));
    FaultBench::server().post(u"/listen"_s, {{u"open"_s, true}});
    bench.checkNothingLost();
    if (offline && GENERATE(false, true)) {
        bench.ada.platform().networkChanged();
        bench.status();
        CHECK(FaultBench::server().state(u"ada"_s)[u"blacklisted"_s].toInt() >= 1);
    }
    checkSignInHelps(bench);
    // T14: what could not be told then has been told by now.
    CHECK(FaultBench::server().state(u"ada"_s)[u"blacklisted"_s].toInt() >= 1);
}

TEST_CASE("T4, T15: without a password store one is signed in until the studio closes, and told so")
{
    FaultBench bench;
    Computer computer(FaultBench::server(), bench.clock, bench.folder.path(), u"no-keyring"_s);
    const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    SignIn request;
    request.server = FaultBench::server().origin();
    request.name = u"ada"_s;
    request.password = u"Ada!Example1"_s;
    request.keepIn = VaultKind::Keyring;

    const auto account = await(computer.platform().signIn(request));
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus);

    REQUIRE(account);
    CHECK(account->vault == VaultKind::Memory);
    REQUIRE(await(computer.platform().syncNow()));
    QCoreApplication::processEvents();
    CHECK(text::describeVault(computer.platform().status())
          == u"Your password store is not available; you stay signed in until you close the studio."_s);
    CHECK(text::describe(account->vault) == u"The session ends when the studio is closed."_s);
    computer.change(u"classic-4"_s, u"lesson-1"_s, [](LessonProgress &progress) { progress.read = true; });
    computer.open(); // as the next start
    REQUIRE_FALSE(await(computer.platform().syncNow()));
    CHECK(await(computer.platform().waiting())->size() == 1);
}

TEST_CASE("T17: a token for somebody else is thrown away, nothing is sent with it, and the sentence says why")
{
    FaultBench bench;
    bench.finish(1);
    endAccess();
    QJsonObject rule = FaultBench::answer(200,
                                          {{u"message"_s, u"Token refreshed"_s},
                                           {u"access"_s, tokenFor(3, u"access"_s)},
                                           {u"refresh"_s, tokenFor(3, u"refresh"_s)}});
    rule[u"path"_s] = kRefresh;
    FaultBench::fault(u"answer"_s, rule);

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::WrongUser);
    CHECK(
        bench.told()
        == u"The platform answered for a different user, so nothing was sent. Sign in again with the account of this profile."_s);
    CHECK(bench.line() == u"Needs you: signed in as somebody else"_s);
    CHECK(FaultBench::server().state(u"ben"_s)[u"progress"_s].toArray().isEmpty());
    bench.checkNothingLost();
    checkSignInHelps(bench);
}

TEST_CASE("T18: a sign-in without tokens was not understood, and binds the profile to nobody")
{
    FaultBench bench;
    Computer computer(FaultBench::server(), bench.clock, bench.folder.path(), u"new"_s);
    QJsonObject rule = FaultBench::answer(
        200, {{u"user"_s, QJsonObject{{u"id"_s, 2}, {u"username"_s, u"ada"_s}}}, {u"message"_s, u"Login"_s}});
    rule[u"path"_s] = u"/auth/login/"_s;
    FaultBench::fault(u"answer"_s, rule);

    const auto account = computer.signIn(u"ada"_s);

    REQUIRE_FALSE(account);
    CHECK(account.error().code == ErrorCode::InvalidData);
    CHECK(text::describePlatform(account.error(), true)
          == u"The platform's answer was not understood. Is the address that of a learning platform?"_s);
    CHECK_FALSE(computer.platform().account());
    FaultBench::server().clearFaults();
    CHECK(computer.signIn(u"ada"_s));
}
