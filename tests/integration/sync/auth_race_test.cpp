// The session's single flight between real processes, against the real platform.

#include "sync/auth/waiting.h"

#include <QDir>
#include <QFile>

#include "auth_programs.h"

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

TEST_CASE("T5: two programs refresh at once a hundred times: one request at a time, and nobody is signed out")
{
    AuthRoom room(u"deployed"_s);
    const auto first = room.program();
    const auto second = room.program();
    constexpr int kRounds = 100;
    for (int round = 0; round < kRounds; ++round) {
        first->say("refresh");
        second->say("refresh");
        const QByteArray one = first->heard();
        const QByteArray two = second->heard();
        INFO(one.toStdString() << " / " << two.toStdString() << " in round " << round);
        REQUIRE(one.startsWith("ok "));
        REQUIRE(two.startsWith("ok "));
    }
    const QJsonObject refreshes = room.refreshes();
    CHECK(refreshes[u"in_flight_max"_s] == 1);
    CHECK(refreshes[u"count"_s] == 2 * kRounds);
    CHECK(refreshes[u"ok"_s] == 2 * kRounds); // none was refused
    CHECK((*room.vault()->read())->generation == 2 * kRounds + 1);
}

TEST_CASE("T8: killed at each step of a refresh, only the lost token asks for the password, and never where "
          "there is grace")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    AuthRoom room(profile);
    for (const QString &step : {u"begun"_s, u"answered"_s, u"saved"_s, u"noted"_s}) {
        {
            const auto dies = room.program(step);
            CHECK(dies->ask("refresh").isEmpty());
            REQUIRE(dies->process().state() == QProcess::NotRunning);
            CHECK(dies->process().exitStatus() == QProcess::CrashExit);
        }
        const QByteArray told = room.program()->ask("bearer");
        INFO(profile.toStdString() << ' ' << step.toStdString() << ": " << told.toStdString());
        const bool lost = step == u"answered"_s && profile == u"deployed"_s;
        CHECK(told.startsWith(lost ? "sign-in 3" : "ok "));
        CHECK(QFile::exists(room.folder.filePath(u"vault.bin"_s))); // nothing is deleted in either case
        if (lost) {
            room.signIn();
        }
    }
}

TEST_CASE("T3: a lost answer is survived where there is grace, and else costs a sign-in, no more")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    AuthRoom room(profile);
    room.server.setFaults(
        {QJsonObject{{u"path"_s, u"auth/refresh"_s}, {u"kind"_s, u"drop_answer"_s}, {u"nth"_s, 1}}});
    const auto program = room.program();
    CHECK(program->ask("refresh").startsWith("later 2")); // unsure
    const QByteArray told = program->ask("refresh");
    INFO(told.toStdString());
    CHECK(told.startsWith(profile == u"deployed"_s ? "sign-in 3" : "ok "));
    CHECK(room.refreshes()[u"count"_s] == 2); // libcurl did not repeat it

    room.signIn(); // the person does
    CHECK(program->ask("bearer").startsWith("ok ")); // and the other program goes on with it
}

TEST_CASE("T10: what stands between us and the platform signs nobody out")
{
    AuthRoom room(u"deployed"_s);
    const auto program = room.program();
    for (const QString &kind : {u"portal_page"_s, u"portal_redirect"_s, u"gateway_page"_s}) {
        room.server.setFaults({QJsonObject{{u"path"_s, u"auth/refresh"_s},
                                           {u"kind"_s, kind},
                                           {u"times"_s, 1},
                                           {u"location"_s, u"http://portal.example/"_s}}});
        const QByteArray told = program->ask("refresh");
        INFO(kind.toStdString() << ": " << told.toStdString());
        CHECK(told.startsWith("later 1")); // still signed in
        CHECK(program->ask("refresh").startsWith("ok "));
    }
    for (const QString &kind :
         {u"close_before"_s, u"reset_before"_s}) { // nobody can tell that it was not read
        room.server.setFaults(
            {QJsonObject{{u"path"_s, u"auth/refresh"_s}, {u"kind"_s, kind}, {u"times"_s, 1}}});
        CHECK(program->ask("refresh").startsWith("later 2"));
        CHECK(program->ask("refresh").startsWith("ok "));
    }
}

TEST_CASE("an empty answer on the way is unsure, and is made good by asking once more")
{
    AuthRoom room(u"deployed"_s);
    const auto program = room.program();
    room.server.setFaults(
        {QJsonObject{{u"path"_s, u"auth/refresh"_s}, {u"kind"_s, u"empty_object"_s}, {u"times"_s, 1}}});
    CHECK(program->ask("refresh").startsWith("later 2"));
    CHECK(program->ask("refresh").startsWith("ok "));
}

TEST_CASE("T14: sign-out of one program revokes on the platform, and the other one stops")
{
    AuthRoom room(GENERATE(u"deployed"_s, u"repaired"_s));
    const auto window = room.program();
    const auto command = room.program();
    CHECK(window->ask("refresh").startsWith("ok "));
    CHECK(command->ask("signout") == "revoked");
    CHECK(window->ask("bearer").startsWith("sign-in 0"));
    CHECK(!QFile::exists(room.folder.filePath(u"vault.bin"_s)));
    const QJsonObject state = room.server.state(u"ada"_s);
    CHECK(state[u"outstanding"_s].toInt() >= 1);
    CHECK(state[u"outstanding"_s] == state[u"blacklisted"_s]); // every token that was ever given
}

TEST_CASE(
    "no token, password or passphrase stands in a file, a command line, an environment or what is printed")
{
    AuthRoom room(u"deployed"_s);
    const auto program = room.program();
    program->process().setReadChannel(QProcess::StandardError);
    program->process().setReadChannel(QProcess::StandardOutput);
    const QByteArray refreshed = program->ask("refresh");
    REQUIRE(refreshed.startsWith("ok "));
    const auto entry = room.vault()->read();
    REQUIRE((entry && *entry));
    const auto third = room.program();
    REQUIRE(third->ask("refresh").startsWith("ok "));

    QByteArray everything = refreshed + program->process().readAllStandardError();
    const QString proc = u"/proc/"_s + QString::number(program->process().processId());
    QStringList files{proc + u"/cmdline"_s, proc + u"/environ"_s};
    const QStringList names = QDir(room.folder.path()).entryList(QDir::Files | QDir::Hidden);
    CHECK(names.contains(u"session.json"_s));
    for (const QString &name : names) {
        files.append(room.folder.filePath(name));
    }
    for (const QString &name : files) {
        QFile file(name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        everything += file.readAll();
    }
    CHECK(!everything.contains(kPassword.toUtf8()));
    CHECK(!everything.contains(kPassphrase.toUtf8()));
    const QByteArray refresh = (*entry)->refresh.bytes();
    for (const QByteArray &token : {refresh, room.access}) {
        const qsizetype payload
            = token.indexOf('.') + 1; // the header is the same in every token of the world
        CHECK(!everything.contains(token.mid(payload, 30)));
        CHECK(!everything.contains(token.right(30)));
    }
}
