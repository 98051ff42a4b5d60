// The vault in the system's password store: a Secret Service of our own, on a bus of our own.

#include <QFile>
#include <QStandardPaths>

#include <chrono>

#include "auth_programs.h"

using namespace studio;
using namespace studio::sync;
using namespace Qt::StringLiterals;

namespace {

/// A bus with a keyring daemon behind it, whose files are in `home`. `start`: what the shell does first.
std::unique_ptr<AuthProgram> withKeyring(const QTemporaryDir &home, const QString &start)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"share"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s); // QtKeychain chooses by it
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    return std::make_unique<AuthProgram>(u"dbus-run-session"_s,
                                         QStringList{u"--"_s, u"sh"_s, u"-c"_s,
                                                     start + u" exec \"$0\" --keyring 2"_s,
                                                     QStringLiteral(AUTH_PROGRAM)},
                                         environment);
}

const QString kUnlocked
    = u"printf 'keyring password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;"_s;
const QString kLocked = u"gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1;"_s;

} // namespace

TEST_CASE(
    "the password store keeps the entry, also over its own restart, and deletes only the one that is meant",
    "[keyring]")
{
    REQUIRE(!QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty());
    const QTemporaryDir home;
    {
        const auto program = withKeyring(home, kUnlocked);
        CHECK(program->ask("read") == "none");
        CHECK(program->ask("write 1") == "ok");
        CHECK(program->ask("write 2") == "ok");
        CHECK(program->ask("read") == "entry 2");
        CHECK(program->ask("remove 1") == "kept");
    }
    {
        const auto program = withKeyring(home, kUnlocked);
        CHECK(program->ask("read") == "entry 2");
        CHECK(program->ask("remove 2") == "removed");
        CHECK(program->ask("read") == "none");
    }
}

TEST_CASE("T15: a locked password store is not an empty one", "[keyring]")
{
    const QTemporaryDir home;
    {
        const auto program = withKeyring(home, kUnlocked);
        REQUIRE(program->ask("write 1") == "ok");
    }
    {
        const auto program = withKeyring(home, kLocked); // nobody is there to answer its question
        const QByteArray told = program->ask("read");
        INFO(told.toStdString());
        CHECK((told.startsWith("locked") || told.startsWith("timeout")));
        CHECK(program->ask("write 2") != "ok");
    }
    const auto program = withKeyring(home, kUnlocked);
    CHECK(program->ask("read") == "entry 1");
}

TEST_CASE("without a password store that is said, in time", "[keyring]")
{
    const bool bus = GENERATE(true, false);
    const QTemporaryDir home;
    const auto began = std::chrono::steady_clock::now();
    std::unique_ptr<AuthProgram> program;
    if (bus) {
        program
            = withKeyring(home, u"GNOME_KEYRING_CONTROL=;"_s); // a bus, and nobody on it who keeps secrets
    } else {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.remove(u"DISPLAY"_s);
        program = std::make_unique<AuthProgram>(QStringLiteral(AUTH_PROGRAM),
                                                QStringList{u"--keyring"_s, u"2"_s}, environment);
    }
    if (!bus) {
        const QByteArray told = program->ask("read");
        INFO(told.toStdString());
        CHECK(told != "none");
        CHECK(!told.startsWith("entry"));
        const QByteArray written = program->ask("write 1");
        INFO(written.toStdString());
        CHECK(written != "ok");
    } else {
        // The bus may start a daemon that asks for a password nobody types: then it is locked.
        CHECK(program->ask("write 1") != "ok");
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(20));
}
