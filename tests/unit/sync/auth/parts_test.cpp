#include "support/token_platform.h"
#include "sync/auth/idle_sign_out.h"
#include "sync/auth/jwt.h"
#include "sync/auth/machine_id.h"
#include "sync/auth/policy.h"
#include "sync/auth/secret.h"
#include "sync/auth/session_note.h"
#include "sync/auth/tokens.h"
#include "sync/auth/waiting.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <thread>
#include <type_traits>

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray jwt(const QByteArray &claims)
{
    return "eyJhbGciOiJIUzI1NiJ9."
        + claims.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
}

QString fileWith(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const QString path = folder.filePath(u"file.json"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path;
}

} // namespace

TEST_CASE("a token tells for whom and for how long")
{
    const auto claims
        = readJwt(jwt(R"({"token_type":"access","exp":1900,"iat":1000,"jti":"a","user_id":2})"));
    REQUIRE(claims);
    CHECK(claims->userId == 2);
    CHECK(claims->type == u"access"_s);
    CHECK(claims->lifetime == 900s);
    CHECK(claims->expires == 1900);
    CHECK(readJwt(jwt(R"({"exp":1900.5,"iat":1000.2,"user_id":"17"})"))->userId == 17); // SimpleJWT 5.5
}

TEST_CASE("what is no token is refused in words that do not repeat it")
{
    const QByteArray bad
        = GENERATE(QByteArray(), QByteArray("."), QByteArray(".."), QByteArray("secret.secret"),
                   QByteArray("a.b.c.d"), QByteArray("a.!!.c"), QByteArray("a.bm8.c"), QByteArray("a.e30.c"),
                   QByteArray(9000, 'a'), QByteArray("a.e30.c\r\nX-Header: 1"), jwt("[]"),
                   jwt(R"({"exp":1,"iat":2,"user_id":2})"), jwt(R"({"exp":2,"iat":1})"),
                   jwt(R"({"exp":2,"iat":1,"user_id":0})"), jwt(R"({"exp":2,"iat":1,"user_id":-4})"),
                   jwt(R"({"exp":2,"iat":1,"user_id":"ada"})"), jwt(R"({"exp":1e300,"iat":1,"user_id":2})"),
                   jwt(R"({"exp":"2","iat":"1","user_id":2})"), jwt(QByteArray(5000, '[')));
    const auto claims = readJwt(bad);
    REQUIRE(!claims);
    CHECK(claims.error().code == ErrorCode::InvalidData);
    CHECK(!claims.error().message.contains(u"secret"_s));
}

TEST_CASE("tokens: the last cookie counts, other cookies do not, and both have to be there")
{
    TokenPlatform platform;
    HttpResponse response = *platform.pair().result;
    REQUIRE(tokensFrom(response));
    CHECK(tokensFrom(response)->access.bytes() == platform.lastAccess);
    response.headers.push_back({"set-cookie", "x_refresh_token=1"});
    response.headers.push_back({"set-cookie", "access_token=\"\"; Max-Age=0"});
    CHECK(!tokensFrom(response));

    platform.repaired = true;
    CHECK(tokensFrom(*platform.pair().result));
    CHECK(!tokensFrom(*jsonAnswer(200, "{}").result));
    CHECK(!tokensFrom(*jsonAnswer(200, R"({"access":1,"refresh":null})").result));
}

TEST_CASE("tokens for two users are none")
{
    TokenPlatform platform;
    HttpResponse response = *platform.pair().result;
    platform.userId = 3;
    response.headers.back() = platform.pair().result->headers.back();
    CHECK(!tokensFrom(response));
}

TEST_CASE("a secret is moved, not copied or printed, and overwrites where it came from")
{
    static_assert(!std::is_copy_constructible_v<Secret>);
    QByteArray from("hunter2hunter2");
    const char *place = from.constData();
    QByteArray holds = std::move(from);
    const Secret secret(std::move(holds));
    CHECK(holds.isEmpty());
    static_cast<void>(place); // freed by now: what it held was overwritten before, see wipe()
    CHECK(secret.bytes() == "hunter2hunter2");
    CHECK(secret == secret.copy());
    CHECK(!(secret == Secret::fromText(u"hunter2hunter3"_s)));
    CHECK(secret.sha256().size() == 64);
    CHECK(Secret::random(16).bytes() != Secret::random(16).bytes());
    CHECK(Secret() == Secret());

    QByteArray shared("shared");
    const QByteArray other = shared;
    wipe(shared);
    CHECK(other == "shared"); // somebody else's
}

TEST_CASE("the session's note is read as it was written")
{
    const QTemporaryDir folder;
    CHECK(readSessionNote(folder.path()).state == SessionState::SignedOut);
    SessionNote note;
    note.state = GENERATE(SessionState::SignedIn, SessionState::Unsure, SessionState::SignInNeeded,
                          SessionState::Inactive, SessionState::WrongUser, SessionState::SignedOut);
    note.vault = VaultKind::EncryptedFile;
    note.userId = 2;
    note.generation = 41;
    note.refreshedUtc = QDateTime::fromString(u"2026-11-28T09:00:00.250Z"_s, Qt::ISODateWithMs);
    note.begun = SessionNote::Begun{41, "abc", note.refreshedUtc};
    note.unrevoked = SessionNote::Unrevoked{"def", 1795831200};
    REQUIRE(writeSessionNote(folder.path(), note));
    const SessionNote read = readSessionNote(folder.path());
    CHECK(read.state == note.state);
    CHECK(read.vault == note.vault);
    CHECK(read.userId == 2);
    CHECK(read.generation == 41);
    CHECK(read.refreshedUtc == note.refreshedUtc);
    CHECK(read.begun->tokenSha256 == "abc");
    CHECK(read.begun->startedUtc == note.refreshedUtc);
    CHECK(read.unrevoked->expires == 1795831200);
    CHECK(QFile::permissions(sessionNotePath(folder.path()))
          == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

TEST_CASE("the account's lock is held by one at a time")
{
    const QTemporaryDir folder;
    AccountLock second(folder.path());
    {
        AccountLock first(folder.path());
        REQUIRE(first.take(0ms, {}) == AccountLock::Outcome::Taken);
        CHECK(second.take(50ms, {}) == AccountLock::Outcome::Busy);
    }
    CHECK(second.take(0ms, {}) == AccountLock::Outcome::Taken);
    AccountLock nowhere(u"/proc/nowhere"_s);
    CHECK(nowhere.take(0ms, {}) == AccountLock::Outcome::Failed);
}

TEST_CASE("a late stop comes after its grace, and never without being asked for")
{
    std::stop_source source;
    {
        const LateStop unasked(source.get_token(), 10ms, 1h);
        CHECK(!unasked.token().stop_requested());
    }
    const LateStop late(source.get_token(), 100ms, 1h);
    const auto before = std::chrono::steady_clock::now();
    source.request_stop();
    CHECK(!late.token().stop_requested());
    while (!late.token().stop_requested()) {
        std::this_thread::sleep_for(1ms);
        REQUIRE(std::chrono::steady_clock::now() - before < 30s);
    }
    CHECK(std::chrono::steady_clock::now() - before >= 100ms);
    const LateStop alreadyAsked(source.get_token(), 5s, 1h);
    CHECK(!alreadyAsked.token().stop_requested());
    const LateStop limited({}, 1h, 20ms);
    while (!limited.token().stop_requested()) {
        std::this_thread::sleep_for(1ms);
        REQUIRE(std::chrono::steady_clock::now() - before < 30s);
    }
}

TEST_CASE("a shared computer signs out after twenty minutes without use, asleep or not")
{
    ManualClock clock;
    IdleSignOut idle(clock);
    clock.pass(19min);
    CHECK(!idle.due());
    idle.activity();
    clock.pass(19min + 59s);
    CHECK(!idle.due());
    CHECK(idle.left() == 1s);
    clock.pass(1s);
    CHECK(idle.due());
    CHECK(idle.left() == 0ms);
    idle.activity(); // who moves the mouse after it is somebody else
    CHECK(idle.due());
    idle.restart();
    CHECK(!idle.due());
}

TEST_CASE("a machine's id is made once, and made anew when its file is damaged")
{
    const QTemporaryDir folder;
    std::vector<QString> ids(8);
    {
        std::vector<std::jthread> starts;
        for (QString &id : ids) {
            starts.emplace_back([&id, &folder] { id = machineId(folder.path()).value_or(QString()); });
        }
    }
    CHECK(ids.front().size() == 32);
    CHECK(std::all_of(ids.begin(), ids.end(), [&](const QString &id) { return id == ids.front(); }));
    {
        QFile file(folder.filePath(u"machine.json"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("{\"machine_id\":\"../../etc\"}");
    }
    const auto again = machineId(folder.path());
    REQUIRE(again);
    CHECK(again->size() == 32);
    CHECK(*again != ids.front());
    CHECK(QDir(folder.path()).entryList({u"machine.json.damaged-*"_s}).size() == 1);
    CHECK(!machineId(u"/proc/nowhere"_s));
}

TEST_CASE("a policy says what it says, and what it does not say stays open")
{
    const QTemporaryDir folder;
    const Policy none = readPolicy(folder.filePath(u"none.json"_s));
    CHECK(!none.found);
    CHECK(!none.sharedComputer);
    CHECK(none.keepSignIn);
    CHECK(none.allowRegistration);

    const Policy all = readPolicy(fileWith(folder, R"({"server":"learn.example.org/","shared_computer":true,
        "allow_registration":false,"proxy":"http://proxy.example:3128","extra_ca_file":"/etc/passwd",
        "keep_sign_in":false,"forum_days":90,"forum_megabytes":200,"forum_only_followed":true,
        "_comment":"ours"})"));
    CHECK(all.forum.days == 90);
    CHECK(all.forum.bytes == 200'000'000);
    CHECK(all.forum.onlyFollowed);
    CHECK(none.forum.bytes == ForumLimits().bytes);
    CHECK(all.found);
    CHECK(all.server == u"https://learn.example.org"_s);
    CHECK(all.sharedComputer == true);
    CHECK(!all.allowRegistration);
    CHECK(all.proxy == u"http://proxy.example:3128"_s);
    CHECK(all.extraCaFile == u"/etc/passwd"_s);
    CHECK(!all.keepSignIn);
    CHECK(all.problems.isEmpty());
}

TEST_CASE("a mistake in a policy is named; the rest holds")
{
    const QTemporaryDir folder;
    const Policy policy
        = readPolicy(fileWith(folder, R"({"server":"http://learn.example.org","shared_computer":"yes",
        "allow_registration":1,"proxy":"nonsense","extra_ca_file":"relative.pem","keep_sign_in":[],"colour":"red",
        "forum_days":0,"forum_megabytes":"much","forum_only_followed":1})"));
    CHECK(policy.problems.size() == 10);
    CHECK(policy.forum.days == 0);
    CHECK(policy.forum.onlyFollowed);
    CHECK(policy.server.isEmpty());
    CHECK(policy.sharedComputer == true); // the careful reading of each
    CHECK(!policy.allowRegistration);
    CHECK(!policy.keepSignIn);
    CHECK(policy.proxy.isEmpty());
    CHECK(policy.extraCaFile.isEmpty());
}

TEST_CASE("a policy that can't be understood is a shared computer's")
{
    const QTemporaryDir folder;
    const QByteArray bytes = GENERATE(QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray(70000, ' '),
                                      QByteArray("\xff\xfe{}"));
    const Policy policy = readPolicy(fileWith(folder, bytes));
    CHECK(policy.found);
    CHECK(policy.sharedComputer == true);
    CHECK(!policy.keepSignIn);
    CHECK(policy.problems.size() == 1);
}
