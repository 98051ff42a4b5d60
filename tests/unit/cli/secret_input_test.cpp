#include "cli/exit_code.h"
#include "cli/remote/command_server.h"
#include "cli/remote/remote_call.h"
#include "cli/secret_input.h"

#include <QTest>
#include <QUuid>

#include <catch2/catch.hpp>

#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include "command_bench.h"

using namespace studio;
using namespace studio::cli;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

/// A terminal and the person in front of it.
struct Desk
{
    Q_DISABLE_COPY_MOVE(Desk)

    Desk()
    {
        char path[128] = {};
        REQUIRE(::openpty(&person, &terminal, path, nullptr, nullptr) == 0);
        name = path;
    }

    ~Desk()
    {
        ::close(person);
        ::close(terminal);
    }

    void type(const QByteArray &keys) const
    {
        REQUIRE(::write(person, keys.constData(), static_cast<size_t>(keys.size())) == keys.size());
    }

    QByteArray seen() const
    {
        QTest::qWait(50);
        QByteArray all(4096, '\0');
        const ssize_t got = ::read(person, all.data(), static_cast<size_t>(all.size()));
        return got > 0 ? all.left(got) : QByteArray();
    }

    bool echoes() const
    {
        termios now = {};
        REQUIRE(::tcgetattr(terminal, &now) == 0);
        return (now.c_lflag & ECHO) != 0;
    }

    int person = -1;
    int terminal = -1;
    QByteArray name = {};
};

} // namespace

TEST_CASE("A password typed at a terminal is not shown, and the terminal is as before", "[cli]")
{
    const Desk desk;
    SecretInput input(desk.name);
    std::optional<QByteArray> answer;
    input.ask(SecretSource::Terminal, u"Password: "_s,
              [&answer](const std::optional<QByteArray> &secret) { answer = secret; });
    CHECK_FALSE(desk.echoes());
    desk.type("s3cret\n");
    REQUIRE(QTest::qWaitFor([&answer] { return answer.has_value(); }, 5000));
    CHECK(*answer == "s3cret");
    CHECK(desk.echoes());
    const QByteArray seen = desk.seen();
    CHECK(seen.contains("Password: "));
    CHECK_FALSE(seen.contains("s3cret"));
}

TEST_CASE("A question that is given up leaves the terminal as it was", "[cli]")
{
    const Desk desk;
    {
        SecretInput input(desk.name);
        input.ask(SecretSource::Terminal, u"Password: "_s, [](const std::optional<QByteArray> &) {});
        CHECK_FALSE(desk.echoes());
    }
    CHECK(desk.echoes());
}

TEST_CASE("No terminal: nothing is the answer", "[cli]")
{
    SecretInput input("/nonexistent/tty");
    bool asked = false;
    std::optional<QByteArray> answer = "before";
    input.ask(SecretSource::Terminal, u"Password: "_s, [&](const std::optional<QByteArray> &secret) {
        asked = true;
        answer = secret;
    });
    CHECK_FALSE(asked);
    REQUIRE(QTest::qWaitFor([&asked] { return asked; }, 5000));
    CHECK_FALSE(answer);
}

TEST_CASE("A command carried out by the running program asks at the caller's terminal", "[cli]")
{
    CommandBench bench;
    const QString name = u"learning-studio-test-"_s % QUuid::createUuid().toString(QUuid::WithoutBraces);
    CommandServer server(bench.environment());
    REQUIRE(server.listen(name));
    RemoteRequest request{RemoteRequest::Kind::Command,
                          u"login"_s,
                          {u"--server"_s, u"https://learn.example.org"_s, u"--user"_s, u"ada"_s},
                          u"/"_s};
    CHECK_FALSE(encode(request).contains("right"));

    SECTION("and gets the answer")
    {
        bench.secrets = {"right"};
        RemoteCall call(name, request, bench.io());
        QSignalSpy finished(&call, &RemoteCall::finished);
        call.start();
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kDone);
        CHECK(bench.prompts == QStringList{u"Password of ada: "_s});
        CHECK(bench.platform.theAccount.has_value());
    }
    SECTION("or that there is none")
    {
        bench.secrets = {std::nullopt};
        RemoteCall call(name, request, bench.io());
        QSignalSpy finished(&call, &RemoteCall::finished);
        call.start();
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kUsage);
    }
    SECTION("and two questions after one another")
    {
        bench.secrets = {"right", "open sesame"};
        request.arguments += QStringList{u"--keep"_s, u"file"_s};
        RemoteCall call(name, request, bench.io());
        QSignalSpy finished(&call, &RemoteCall::finished);
        call.start();
        REQUIRE(finished.wait(5000));
        CHECK(finished.first().first().toInt() == kDone);
        CHECK(bench.platform.lastSignIn->passphrase == u"open sesame"_s);
    }
    SECTION("and a caller that hangs up instead of answering ends the command")
    {
        CommandIo silent = bench.io();
        bool asked = false;
        silent.askSecret = [&asked](SecretSource, const QString &, const SecretAnswer &) { asked = true; };
        {
            RemoteCall call(name, request, silent);
            call.start();
            REQUIRE(QTest::qWaitFor([&asked] { return asked; }, 5000));
        }
        QTest::qWait(50);
        CHECK_FALSE(bench.platform.theAccount.has_value());
    }
}
