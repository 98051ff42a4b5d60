#include "cli/command_line.h"
#include "cli/command_table.h"

#include <catch2/catch.hpp>

using namespace studio::cli;
using namespace Qt::StringLiterals;

TEST_CASE("No words open the window, with the options for it", "[cli]")
{
    const auto line = parseCommandLine({u"--data-dir"_s, u"/data"_s, u"--profile=ada"_s});

    REQUIRE(line);
    CHECK(line->wish == CommandLine::Wish::Window);
    CHECK(line->dataDir == u"/data"_s);
    CHECK(line->profile == u"ada"_s);
}

TEST_CASE("Global options may stand before or after the command", "[cli]")
{
    const auto line = parseCommandLine({u"check"_s, u"a/b"_s, u"--data-dir=/data"_s, u"--code"_s, u"x.py"_s});

    REQUIRE(line);
    CHECK(line->wish == CommandLine::Wish::Command);
    CHECK(line->command == u"check"_s);
    CHECK(line->arguments == QStringList{u"a/b"_s, u"--code"_s, u"x.py"_s});
    CHECK(line->dataDir == u"/data"_s);
}

TEST_CASE("What follows -- belongs to the learner's program", "[cli]")
{
    const auto line = parseCommandLine({u"run"_s, u"x.py"_s, u"--"_s, u"--help"_s, u"--data-dir"_s});

    REQUIRE(line);
    CHECK(line->wish == CommandLine::Wish::Command);
    CHECK(line->arguments == QStringList{u"x.py"_s, u"--"_s, u"--help"_s, u"--data-dir"_s});
}

TEST_CASE("A misspelt command is met with the nearest one", "[cli]")
{
    const auto near = parseCommandLine({u"chek"_s});
    const auto far = parseCommandLine({u"frobnicate"_s});

    REQUIRE_FALSE(near);
    CHECK(near.error().message.contains(u"\"check\""_s));
    REQUIRE_FALSE(far);
    CHECK(far.error().message.contains(u"--help"_s));
}

TEST_CASE("Every command can be explained", "[cli]")
{
    for (const CommandEntry &entry : commandTable()) {
        const QString name = QString::fromLatin1(entry.name);
        const auto asked = parseCommandLine({name, u"--help"_s});
        REQUIRE(asked);
        CHECK(asked->wish == CommandLine::Wish::Help);
        CHECK(helpText(entry).contains(QString::fromLatin1(entry.synopsis)));
        CHECK(helpText().contains(name));
    }
}

TEST_CASE("An option without its value is told", "[cli]")
{
    CHECK_FALSE(parseCommandLine({u"--data-dir"_s}));
    CHECK_FALSE(parseCommandLine({u"courses"_s, u"--profile="_s}));
}
