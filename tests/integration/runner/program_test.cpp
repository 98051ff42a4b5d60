#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include "runs.h"

using namespace studio;
using namespace studio::test;

TEST_CASE("A program prints, in any language, and ends", "[runner]")
{
    const Ran done = ran(u"import sys\nprint('héllo 😀', file=sys.stdout)\nprint('oh', file=sys.stderr)"_s);

    CHECK(done.result.state == RunState::Finished);
    CHECK(done.result.exitCode == 0);
    CHECK_FALSE(done.result.leftEarly);
    CHECK(done.out == u"héllo 😀\n"_s);
    CHECK(done.err == u"oh\n"_s);
}

TEST_CASE("A program is __main__, in its own file, with its arguments", "[runner]")
{
    RunRequest made = request(
        u"import sys, os\nprint(__name__, sys.argv, os.path.basename(__file__), open(__file__).read().count('argv'))"_s);
    made.arguments = QStringList{u"a b"_s, u"ü"_s};
    Running running(made);
    CHECK(running.end().out == u"__main__ ['main.py', 'a b', 'ü'] main.py 2\n"_s);
}

TEST_CASE("Every way to leave ends in its own state", "[runner]")
{
    struct Way
    {
        const char *code;
        RunState state;
        int exitCode;
        bool leftEarly;
    };

    for (const Way &way :
         {Way{"import sys; sys.exit()", RunState::Finished, 0, false},
          Way{"import sys; sys.exit(3)", RunState::Finished, 3, false},
          Way{"import sys; sys.exit('bye')", RunState::Finished, 1, false},
          Way{"raise SystemExit(258)", RunState::Finished, 2, false},
          Way{"import os; os._exit(4)", RunState::Finished, 4, true}, Way{"1/0", RunState::Raised, 1, false},
          Way{"print(1", RunState::SyntaxError, 1, false},
          Way{"import ctypes; ctypes.string_at(0)", RunState::Crashed, 128 + SIGSEGV, false},
          Way{"import os; os.abort()", RunState::Crashed, 128 + SIGABRT, false},
          Way{"raise KeyboardInterrupt", RunState::Raised, 130, false},
          Way{"exit(5)", RunState::Finished, 5, false}, Way{"", RunState::Finished, 0, false}}) {
        INFO(way.code);
        const Ran done = ran(QString::fromLatin1(way.code));
        CHECK(static_cast<int>(done.result.state) == static_cast<int>(way.state));
        CHECK(done.result.exitCode == way.exitCode);
        CHECK(done.result.leftEarly == way.leftEarly);
    }
}

TEST_CASE("An uncaught exception tells type, message, line and frames", "[runner]")
{
    const Ran done = ran(u"def f(n):\n    return 1 / n\n\n\nf(0)\n"_s);

    REQUIRE(done.result.error);
    CHECK(done.result.error->type == u"ZeroDivisionError"_s);
    CHECK(done.result.error->line == 2);
    REQUIRE(done.result.error->frames.size() == 2);
    CHECK(done.result.error->frames[0].line == 5);
    CHECK(done.result.error->frames[1].function == u"f"_s);
    CHECK(done.result.error->frames[1].text == u"return 1 / n"_s);
    CHECK(done.result.error->frames[1].own);
}

TEST_CASE("A syntax error tells line and column", "[runner]")
{
    const Ran done = ran(u"x = 1\nif x\n    pass\n"_s);
    REQUIRE(done.result.error);
    CHECK(done.result.error->line == 2);
    CHECK(done.result.error->column == 5);
    CHECK(done.err.contains(u"expected ':'"_s));
}

TEST_CASE("input() asks, and goes on with the answer; end of file is EOFError", "[runner]")
{
    RunRequest made = request(u"name = input('name? ')\nprint('hi', name)\ninput()"_s);
    made.input.reset();
    Running running(made);
    REQUIRE(running.asked.wait(10'000));
    CHECK(running.out() == "name? ");
    running.run().sendInput(u"Ada"_s);
    REQUIRE((running.asked.count() == 2 || running.asked.wait(10'000)));
    CHECK(running.out() == "name? hi Ada\n");
    running.run().endInput();
    const Ran done = running.end();
    REQUIRE(done.result.error);
    CHECK(done.result.error->type == u"EOFError"_s);
}

TEST_CASE("A line typed early waits until the program asks", "[runner]")
{
    RunRequest made = request(u"for line in __import__('sys').stdin: print('<' + line.strip() + '>')"_s);
    made.input.reset();
    Running running(made);
    running.run().sendInput(u"one"_s);
    running.run().sendInput(u"two"_s);
    running.run().endInput();
    CHECK(running.end().out == u"<one>\n<two>\n"_s);
}

TEST_CASE("Stop interrupts what listens and kills what does not", "[runner]")
{
    for (
        const QString &code :
        {u"print('on', flush=True)\nwhile True: pass"_s,
         u"import time\nprint('on', flush=True)\ntime.sleep(60)"_s,
         u"print('on', flush=True)\nwhile True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass"_s,
         u"import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint('on', flush=True)\nwhile True: pass"_s}) {
        Running running(request(code));
        REQUIRE(QTest::qWaitFor([&] { return running.out().contains("on"); }, 20'000));
        running.run().stop();
        CHECK(running.end(5000).result.state == RunState::Stopped);
    }
}

TEST_CASE("What a stopped program wrote is in its file, and its own ends are reached", "[runner]")
{
    const QTemporaryDir folder;
    RunRequest made = request(
        u"import atexit\nclass Thing:\n    def __del__(self): print('gone', len(WORDS))\n"
        "WORDS = ['a', 'b']\nthing = Thing()\nthing.itself = thing\n"
        "atexit.register(print, 'handler')\nout = open('out.txt', 'w')\nout.write('kept')\n"
        "try:\n    print('on', flush=True)\n    while True: pass\nfinally:\n    print('finally')\n"_s);
    made.kind = RunKind::Program;
    made.workingFolder = folder.path();
    Running running(made);
    REQUIRE(QTest::qWaitFor([&] { return running.out().contains("on"); }, 20'000));
    running.run().stop();
    const auto &end = running.end(5000);
    CHECK(end.result.state == RunState::Stopped);
    CAPTURE(end.err.toStdString());
    CHECK(end.out.toStdString() == "on\nfinally\nhandler\ngone 2\n");
    QFile out(folder.filePath(u"out.txt"_s));
    REQUIRE(out.open(QIODevice::ReadOnly));
    CHECK(out.readAll() == "kept");
}

TEST_CASE("Limits end a program in the state that says which", "[runner]")
{
    struct Case
    {
        const char *what;
        QString code;
        RunState state;
    };

    for (const Case &each : {Case{"cpu", u"while True: pass"_s, RunState::OutOfTime},
                             Case{"wall", u"import time\ntime.sleep(60)"_s, RunState::OutOfTime},
                             Case{"memory", u"x = bytearray(1 << 30)"_s, RunState::OutOfMemory},
                             Case{"output", u"while True: print('x' * 100)"_s, RunState::TooMuchOutput},
                             Case{"file", u"open('f', 'w').write('x' * (1 << 25))"_s, RunState::Raised}}) {
        INFO(each.what);
        RunRequest made = request(each.code);
        made.limits = RunLimits::forCheck();
        made.limits.cpu = std::chrono::milliseconds(1000);
        made.limits.wall = std::chrono::milliseconds(2500);
        Running running(made);
        CHECK(static_cast<int>(running.end().result.state) == static_cast<int>(each.state));
    }
}

TEST_CASE("Time at input() does not count", "[runner]")
{
    RunRequest made = request(u"input()\nprint('done')"_s);
    made.input.reset();
    made.limits.wall = std::chrono::milliseconds(600);
    Running running(made);
    REQUIRE(running.asked.wait(10'000));
    CHECK_FALSE(running.finished.wait(1200));
    running.run().sendInput({});
    CHECK(running.end().out == u"done\n"_s);
}

TEST_CASE("A flood is bounded and does not keep the event loop", "[runner]")
{
    RunRequest made = request(u"while True: print('x' * 70)"_s);
    made.limits.outputBytes = 4 << 20;
    Running running(made);
    const Ran done = running.end();
    CHECK(done.result.state == RunState::TooMuchOutput);
    CHECK(done.out.size() <= 4 << 20);
}

TEST_CASE("What a program writes is bounded together, not file by file", "[runner]")
{
    const QTemporaryDir folder(u"/var/tmp/studio-written-XXXXXX"_s);
    RunRequest made
        = request(u"import itertools\nfor i in itertools.count():\n    with open(f'{i}.bin', 'wb') as file:\n"
                  "        file.write(bytes(1 << 20))"_s);
    made.kind = RunKind::Program;
    made.workingFolder = folder.path();
    made.limits.allFilesBytes = 64 << 20;
    Running running(made);
    const Ran done = running.end();
    CHECK(done.result.state == RunState::TooMuchWritten);
}

TEST_CASE("Children that were left behind are gone with the run", "[runner]")
{
    RunRequest made = request(u"import os, subprocess\nsubprocess.Popen(['sleep', '100.0625'])\n"
                              "subprocess.Popen(['setsid', 'sleep', '100.0625'])\nprint('left')"_s);
    made.kind = RunKind::Program;
    Running running(made);
    CHECK(running.end().out == u"left\n"_s);
    CHECK(QTest::qWaitFor([] { return !isRunning("100.0625"); }, 5000));
}

TEST_CASE("Threads are waited for, atexit handlers run, daemons are not waited for", "[runner]")
{
    const Ran done
        = ran(u"import threading, time, atexit\natexit.register(print, 'last')\n"
              "threading.Thread(target=lambda: (time.sleep(0.2), print('thread'))).start()\n"
              "threading.Thread(target=lambda: time.sleep(60), daemon=True).start()\nprint('main')"_s);
    CHECK(done.out == u"main\nthread\nlast\n"_s);
    CHECK(done.result.exitCode == 0);
}

TEST_CASE("The throw-away folder holds the files given and is gone afterwards", "[runner]")
{
    RunRequest made = request(
        u"import os\nprint(open('d/data.txt').read())\nos.makedirs('x/y')\nos.chmod('x', 0)\nprint(os.getcwd())"_s);
    made.files = {{u"d/data.txt"_s, "42"}};
    Running running(made);
    const Ran done = running.end();
    const QStringList lines = done.out.split(u'\n');
    CHECK(lines.value(0) == u"42"_s);
    CHECK_FALSE(QFileInfo::exists(lines.value(1)));
}

TEST_CASE("A file that would lie outside the folder is refused", "[runner]")
{
    RunRequest made = request(u"print(1)"_s);
    made.files = {{u"../evil.py"_s, "x"}};
    Running running(made);
    CHECK(running.end().result.state == RunState::WorkerFailed);
}

TEST_CASE("Deleting a run kills its program at once", "[runner]")
{
    RunRequest made = request(u"import subprocess\nprint('begun', flush=True)\n"
                              "subprocess.run(['sleep', '100.125'])"_s);
    made.kind = RunKind::Program;
    auto running = std::make_unique<Running>(made);
    REQUIRE(QTest::qWaitFor([] { return isRunning("100.125"); }, 20'000));
    running.reset();
    CHECK(QTest::qWaitFor([] { return !isRunning("100.125"); }, 5000));
}

TEST_CASE("The standard library is complete and nothing of the person's Python is seen", "[runner]")
{
    const Ran done = ran(u"import unittest, doctest, asyncio, sqlite3, json, decimal, statistics, random, "
                         u"datetime, csv, re, sys, site\n"
                         "print(sys.flags.isolated, site.ENABLE_USER_SITE, sys.flags.utf8_mode)\n"
                         "asyncio.run(asyncio.sleep(0))\nprint(len({hash('a')}))"_s);
    CHECK(done.result.state == RunState::Finished);
    CHECK(done.out.startsWith(u"1 False 1"_s));
}
