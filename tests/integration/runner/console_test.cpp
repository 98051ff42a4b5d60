#include <QFileInfo>
#include <QTemporaryDir>

#include "consoles.h"

using namespace studio;
using namespace studio::test;
using State = ConsoleAnswer::State;

TEST_CASE("A console has the names of the program, and the program's end is told once", "[console]")
{
    Consoling it(u"scores = [3, 9]\ndef double(n):\n    return 2 * n\nprint('done')\n"_s);
    REQUIRE(it.waitForProgram());
    CHECK(it.program == "done\n");
    CHECK(it.result.state == RunState::Finished);
    CHECK(it.result.exitCode == 0);
    CHECK_FALSE(it.result.leftEarly);
    CHECK_FALSE(it.run().isRunning());
    CHECK(it.run().takeConsole() == nullptr); // taken already
    CHECK(it.say(u"scores"_s).toStdString() == QString(u"[3, 9]\n"_s).toStdString());
    CHECK(it.say(u"double(scores[1])"_s).toStdString() == QString(u"18\n"_s).toStdString());
    CHECK(it.say(u"scores.append(1); len(scores)"_s).toStdString() == QString(u"3\n"_s).toStdString());
    CHECK(it.say(u"_ + 1"_s).toStdString() == QString(u"4\n"_s).toStdString());
    CHECK(it.say(u"__name__, __file__[-7:]"_s).toStdString()
          == QString(u"('__main__', 'main.py')\n"_s).toStdString());
    CHECK(it.finished == 1);
}

TEST_CASE("Every kind of statement runs and shows what an interactive Python shows", "[console]")
{
    Consoling it;

    struct Said
    {
        const char *source;
        const char *shown;
    };

    for (const Said &each : std::initializer_list<Said>{
             {"x = 5", ""},
             {"x", "5\n"},
             {"None", ""},
             {"'text'", "'text'\n"},
             {"print('a', end='')", "a"},
             {"import math", ""},
             {"math.floor(2.7)", "2\n"},
             {"for i in range(3):\n    i\n", "0\n1\n2\n"},
             {"for i in range(2): print(i)\n", "0\n1\n"},
             {"def f(a):\n    return a + x\n", ""},
             {"f(1)", "6\n"},
             {"class P:\n    def __repr__(self):\n        return 'P!'\n", ""},
             {"P()", "P!\n"},
             {"a = 1\nb = 2\na + b", "3\n"},
             {"1\n2\n", "1\n2\n"},
             {"if x > 3:\n    print('big')\nelse:\n    print('small')\n", "big\n"},
             {"with open('f', 'w') as f: f.write('abc')\n", "3\n"},
             {"try:\n    1/0\nexcept ZeroDivisionError as e:\n    print(e)\n", "division by zero\n"},
             {"[n * x\n for n in range(3)]", "[0, 5, 10]\n"},
             {"'''a\nb'''", "'a\\nb'\n"},
             {"(y := 3)", "3\n"},
             {"lambda: 0", "<function <lambda> at "},
             {"@staticmethod\ndef g(): return 1\n", ""},
             {"match x:\n    case 5:\n        print('five')\n", "five\n"},
             {"# a comment", ""},
             {"", ""},
             {"   ", ""},
             {"x = 6  # six", ""},
             {"assert x == 6", ""},
             {"del x", ""},
             {"from __future__ import annotations", ""},
             {"def h(n: not_there): pass\n", ""},
             {"h.__annotations__", "{'n': 'not_there'}\n"},
             {"import asyncio\nasync def c():\n    return 7\n", ""},
             {"asyncio.run(c())", "7\n"},
         }) {
        INFO(each.source);
        const QString shown = it.say(QString::fromUtf8(each.source));
        CHECK(it.answer.state == State::Done);
        if (QByteArray(each.shown).isEmpty()) {
            CHECK(shown.toStdString().empty());
        } else {
            CHECK(shown.left(static_cast<int>(qstrlen(each.shown))).toStdString() == each.shown);
        }
    }
}

TEST_CASE("A statement that goes on is not run", "[console]")
{
    Consoling it;
    for (const char *source :
         {"if 1:", "if 1:\n    print('no')", "for i in x:\n    pass\n    print('no')", "f(1,", "x = [1,\n2",
          "'''a", "'''a\n\n", "def f():", "class A:\n    def f(self):\n        return 1", "x = \\", "{'a': (",
          "@decorated", "while True:\n    if 1:\n        print('no')", "try:\n    1\n", "f(1,\n\n"}) {
        INFO(source);
        CHECK(it.say(QString::fromUtf8(source)).isEmpty());
        CHECK(it.answer.state == State::Incomplete);
    }
}

TEST_CASE("A mistake in a statement is shown with its line, and the console goes on", "[console]")
{
    Consoling it;
    CHECK(it.say(u"1 +* 2"_s)
          == u"  File \"<console 1>\", line 1\n    1 +* 2\n       ^\nSyntaxError: invalid syntax\n"_s);
    CHECK(it.answer.state == State::Raised);
    REQUIRE(it.answer.error);
    CHECK(it.answer.error->type == u"SyntaxError"_s);
    for (const char *source :
         {"x = = 1", "if x\n", "'abc", "print 1", "def f(:\n", "1a", "  x = 1", "f())", "x = 1\n y = 2\n",
          "return 1", "yield", "break", "x = '\x01' +", "for", "\xc2\xa3"}) {
        INFO(source);
        CHECK(it.say(QString::fromUtf8(source)).contains(u"Error: "_s));
        CHECK(it.answer.state == State::Raised);
    }
    CHECK(it.say(QString(u'x') + QChar(u'\0') + u'1').contains(u"null bytes"_s));
    CHECK(it.say(u"1 + 1"_s).toStdString() == QString(u"2\n"_s).toStdString());
}

TEST_CASE("A traceback in the console shows statements and the program's file, and nothing of ours",
          "[console]")
{
    Consoling it(u"def third(a):\n    return a[2]\n"_s);
    it.say(u"def call(a):\n    return third(a)\n"_s);
    CHECK(it.say(u"call([])"_s)
          == u"Traceback (most recent call last):\n"
             "  File \"<console 2>\", line 1, in <module>\n    call([])\n"
             "  File \"<console 1>\", line 2, in call\n    return third(a)\n"
             "           ^^^^^^^^\n"
             "  File \"main.py\", line 2, in third\n    return a[2]\n           ~^^^\n"
             "IndexError: list index out of range\n"_s);
    REQUIRE(it.answer.error);
    CHECK(it.answer.error->type == u"IndexError"_s);
    CHECK(it.say(u"import sys; sys._getframe(1)"_s).contains(u"call stack is not deep enough"_s));
}

TEST_CASE("A program that raised, was wrong or was stopped leaves a console too", "[console]")
{
    SECTION("raised")
    {
        Consoling it(u"x = 4\n1/0\n"_s);
        REQUIRE(it.waitForProgram());
        CHECK(it.result.state == RunState::Raised);
        CHECK(it.result.exitCode == 1);
        REQUIRE(it.result.error);
        CHECK(it.result.error->line == 2);
        CHECK(it.say(u"x"_s).toStdString() == QString(u"4\n"_s).toStdString());
    }
    SECTION("syntax error")
    {
        Consoling it(u"x = = 4\n"_s);
        REQUIRE(it.waitForProgram());
        CHECK(it.result.state == RunState::SyntaxError);
        CHECK(it.say(u"1 + 1"_s).toStdString() == QString(u"2\n"_s).toStdString());
    }
    SECTION("left by exit")
    {
        Consoling it(u"x = 4\nraise SystemExit(3)\n"_s);
        REQUIRE(it.waitForProgram());
        CHECK(it.result.state == RunState::Finished);
        CHECK(it.result.exitCode == 3);
        CHECK(it.say(u"x"_s).toStdString() == QString(u"4\n"_s).toStdString());
    }
    SECTION("stopped")
    {
        Consoling it(u"n = 0\nprint('on', flush=True)\nwhile True: n += 1\n"_s);
        REQUIRE(QTest::qWaitFor([&] { return it.program.contains("on"); }, 20'000));
        it.run().stop();
        REQUIRE(it.waitForProgram());
        CHECK(it.result.state == RunState::Stopped);
        REQUIRE(it.has());
        QTest::qWait(400); // longer than the patience before a kill
        CHECK(it.say(u"n > 0"_s).toStdString() == QString(u"True\n"_s).toStdString());
    }
    SECTION("stopped, but it did not listen")
    {
        Consoling it(u"import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
                     "print('on', flush=True)\nwhile True: pass\n"_s);
        REQUIRE(QTest::qWaitFor([&] { return it.program.contains("on"); }, 20'000));
        it.run().stop();
        REQUIRE(it.waitForProgram());
        CHECK(it.result.state == RunState::Stopped);
        CHECK_FALSE(it.has());
    }
    SECTION("crashed")
    {
        Consoling it(u"import os; os.abort()\n"_s);
        REQUIRE(it.waitForProgram());
        CHECK(it.result.state == RunState::Crashed);
        CHECK_FALSE(it.has());
    }
    SECTION("left without Python's own end")
    {
        Consoling it(u"import os; os._exit(0)\n"_s);
        REQUIRE(it.waitForProgram());
        CHECK(it.result.leftEarly);
        CHECK_FALSE(it.has());
    }
}

TEST_CASE("The program's threads and what it registered come before its end", "[console]")
{
    Consoling it(u"import atexit, threading, time\nfrom concurrent.futures import ThreadPoolExecutor\n"
                 "atexit.register(print, 'last')\n"
                 "def late():\n    time.sleep(0.2); print('thread')\n"
                 "threading.Thread(target=late).start()\n"
                 "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
                 "pool = ThreadPoolExecutor(1)\npool.submit(lambda: (time.sleep(0.1), print('pool')))\n"
                 "print('main')\n"_s);
    REQUIRE(it.waitForProgram());
    CHECK(it.program == "main\npool\nthread\nlast\n");
    CHECK(it.say(u"with ThreadPoolExecutor(2) as p: print(list(p.map(abs, [-1, -2])))\n"_s).toStdString()
          == QString(u"[1, 2]\n"_s).toStdString());
}

TEST_CASE("A process that the program or a statement forked takes no statements", "[console]")
{
    Consoling it(u"import os\nif os.fork() == 0:\n    print('child')\nelse:\n    os.wait()\n"_s);
    REQUIRE(it.waitForProgram());
    CHECK(it.program.contains("child"));
    const QString pid = it.say(u"os.getpid()"_s);
    CHECK(it.say(u"child = os.fork()"_s).isEmpty());
    CHECK(it.say(u"os.getpid()"_s) == pid);
    CHECK(it.say(u"os.waitpid(child, 0)[1]"_s).toStdString() == QString(u"0\n"_s).toStdString());
    CHECK(it.say(u"1 + 1"_s).toStdString() == QString(u"2\n"_s).toStdString());
}

TEST_CASE("Stop interrupts the statement and the console stays", "[console]")
{
    Consoling it(u"import time\n"_s);
    for (const QString &code :
         {u"print('on', flush=True)\nwhile True: pass\n"_s, u"print('on', flush=True); time.sleep(60)"_s,
          u"print('on', flush=True); input('? ')"_s,
          u"print('on', flush=True); sum(1 for i in iter(int, 1))"_s}) {
        INFO(code.toStdString());
        it.start(code);
        REQUIRE(QTest::qWaitFor([&] { return it.printed.contains("on"); }, 20'000));
        CHECK(it.console().isBusy());
        it.console().stop();
        it.console().stop(); // a double click
        CHECK(it.end(3000).endsWith(u"\nKeyboardInterrupt\n"_s));
        CHECK(it.answer.state == State::Raised);
        CHECK_FALSE(it.console().isBusy());
        CHECK_FALSE(it.over);
    }
    it.console().stop(); // nothing runs
    CHECK(it.say(u"1 + 1"_s).toStdString() == QString(u"2\n"_s).toStdString());
    // While it reads the statement, before and after: an interrupt never ends the console.
    for (int i = 0; i < 200 && !it.over; ++i) {
        it.start(u"x = 1"_s);
        QTest::qWait(i % 3);
        it.console().stop();
        it.end();
    }
    CHECK(it.say(u"2 + 2"_s).toStdString() == QString(u"4\n"_s).toStdString());
    CHECK_FALSE(it.over);
}

TEST_CASE("A second Stop kills what does not listen", "[console]")
{
    Consoling it(u"import signal\n"_s);
    it.start(u"signal.signal(signal.SIGINT, signal.SIG_IGN); print('on', flush=True)\nwhile True: pass\n"_s);
    REQUIRE(QTest::qWaitFor([&] { return it.printed.contains("on"); }, 20'000));
    it.console().stop();
    QTest::qWait(400);
    CHECK_FALSE(it.over);
    it.console().stop();
    REQUIRE(QTest::qWaitFor([&] { return it.over.has_value(); }, 5000));
    CHECK(it.over->state == RunState::Stopped);
    CHECK_FALSE(it.console().isAlive());
    it.console().execute(u"1"_s); // nothing happens
    it.console().stop();
    it.console().sendInput(u"x"_s);
    it.console().listVariables();
    CHECK_FALSE(it.console().isBusy());
}

TEST_CASE("exit() ends the console, with its status and what was registered", "[console]")
{
    Consoling it(u"import atexit, sys\n"_s);
    it.say(u"atexit.register(print, 'bye');"_s);
    it.start(u"sys.exit(3)"_s);
    REQUIRE(QTest::qWaitFor([&] { return it.over.has_value(); }, 10'000));
    CHECK(it.printed == "bye\n");
    CHECK(it.over->state == RunState::Finished);
    CHECK(it.over->exitCode == 3);
    CHECK_FALSE(it.over->leftEarly);
    CHECK(it.finished == 1);
}

TEST_CASE("Other ends of a console say what they were", "[console]")
{
    struct End
    {
        const char *source;
        RunState state;
    };

    for (const End &each :
         {End{"exit()", RunState::Finished}, End{"raise SystemExit('words')", RunState::Finished},
          End{"import os; os._exit(2)", RunState::Finished}, End{"import os; os.abort()", RunState::Crashed},
          End{"import ctypes; ctypes.string_at(0)", RunState::Crashed}}) {
        INFO(each.source);
        Consoling it;
        it.start(QString::fromUtf8(each.source));
        REQUIRE(QTest::qWaitFor([&] { return it.over.has_value(); }, 10'000));
        CHECK(static_cast<int>(it.over->state) == static_cast<int>(each.state));
    }
}

TEST_CASE("input() asks in a statement as in a program, and what is typed early waits", "[console]")
{
    Consoling it(u"first = input('first? ')\n"_s);
    it.run().sendInput(u"one"_s);
    it.run().sendInput(u"two"_s); // nobody asks for it yet
    REQUIRE(it.waitForProgram());
    CHECK(it.say(u"first, input()"_s).toStdString() == QString(u"('one', 'two')\n"_s).toStdString());
    it.start(u"name = input('name? ')"_s);
    REQUIRE(QTest::qWaitFor([&] { return it.asked == 1; }, 10'000));
    CHECK(it.printed == "name? ");
    it.console().sendInput(u"Ada"_s);
    it.end();
    CHECK(it.say(u"name"_s).toStdString() == QString(u"'Ada'\n"_s).toStdString());
    it.start(u"input()"_s);
    REQUIRE(QTest::qWaitFor([&] { return it.asked == 2; }, 10'000));
    it.console().endInput();
    CHECK(it.end().contains(u"EOFError"_s));
}

TEST_CASE("Limits hold in the console, and waiting for a statement costs no time", "[console]")
{
    RunRequest wishes;
    wishes.limits.wall = std::chrono::milliseconds(1500);
    wishes.limits.memoryBytes = 256LL << 20;
    wishes.limits.outputBytes = 1 << 20;
    Consoling it(u"x = 1\n"_s, wishes);
    REQUIRE(it.waitForProgram());
    QTest::qWait(2000);
    CHECK(it.say(u"x"_s).toStdString() == QString(u"1\n"_s).toStdString());
    CHECK(it.say(u"big = bytearray(1 << 30)"_s).contains(u"MemoryError"_s));
    CHECK(it.say(u"x"_s).toStdString() == QString(u"1\n"_s).toStdString());
    SECTION("time")
    {
        it.start(u"while True: pass\n"_s);
        REQUIRE(QTest::qWaitFor([&] { return it.over.has_value(); }, 10'000));
        CHECK(it.over->state == RunState::OutOfTime);
    }
    SECTION("output")
    {
        it.start(u"while True: print('x' * 1000)\n"_s);
        REQUIRE(QTest::qWaitFor([&] { return it.over.has_value(); }, 10'000));
        CHECK(it.over->state == RunState::TooMuchOutput);
        CHECK(it.printed.size() <= 1 << 20);
    }
}

TEST_CASE("What a statement does to Python itself does not end the console", "[console]")
{
    for (const char *source : {"import sys; sys.setrecursionlimit(40)",
                               "import sys; sys.stdout.close()",
                               "import sys; sys.stdout = None",
                               "import sys; sys.excepthook = lambda *a: 1/0",
                               "import sys; sys.displayhook = None",
                               "import sys; sys.modules.clear()",
                               "import builtins; builtins.__dict__.clear()",
                               "import builtins; builtins.isinstance = builtins.len = builtins.print = None",
                               "import sys; sys.settrace(lambda *a: 1/0)",
                               "import sys; sys.setprofile(lambda *a: 1/0)",
                               "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)",
                               "import gc; gc.disable()",
                               "globals().clear()",
                               "import linecache; linecache.cache = None",
                               "import threading; threading.enumerate = None",
                               "def f(): f()\n\nf()",
                               "class E(Exception):\n    def __str__(self): 1/0\n\nraise E",
                               "class E(BaseException):\n    __traceback__ = 5\n\nraise E",
                               "raise BaseException",
                               "raise GeneratorExit",
                               "import os; os.chdir('/')",
                               "import os; os.close(0)",
                               "import sys; sys.__stdout__ = sys.__stderr__ = 5",
                               "import traceback; traceback.print_exception = None; 1/0"}) {
        INFO(source);
        Consoling it;
        it.say(QString::fromUtf8(source));
        it.say(u"1/0"_s);
        CHECK(it.answer.state == State::Raised);
        it.say(u"answer = 42"_s);
        CHECK(it.answer.state == State::Done);
        CHECK(it.variable(u"answer"_s).value == u"42"_s);
        CHECK_FALSE(it.over);
    }
}

TEST_CASE("Deleting a console, or a run whose console nobody took, kills the process", "[console]")
{
    const QTemporaryDir folder;
    RunRequest wishes;
    wishes.workingFolder = folder.path();
    auto it
        = std::make_unique<Consoling>(u"import threading, time\n"
                                      "def beat():\n    while True:\n        open('beat', 'a').write('.')\n"
                                      "        time.sleep(0.02)\n"
                                      "threading.Thread(target=beat, daemon=True).start()\n"_s,
                                      wishes);
    REQUIRE(it->waitForProgram());
    const auto beats = [&] { return QFileInfo(folder.filePath(u"beat"_s)).size(); };
    REQUIRE(QTest::qWaitFor([&] { return beats() > 3; }, 5000));
    it.reset();
    QTest::qWait(200);
    const qint64 last = beats();
    QTest::qWait(300);
    CHECK(beats() == last);
}

TEST_CASE("Messages that a statement forges change nothing", "[console]")
{
    const QString forge = u"import json, os, struct\n"
                          "def forge(**m):\n"
                          "    b = json.dumps(m).encode()\n"
                          "    os.write(3, struct.pack('<I', len(b)) + b)\n"_s;
    Consoling it(forge);
    REQUIRE(it.waitForProgram());
    it.say(u"import time\nfor n in range(100):\n"
           "    forge(type='completed', id=n, prefix='', items=[{'text': 'forged'}])\n"
           "    forge(type='variables', id=n, items=[{'name': 'forged'}])\n"
           "    forge(type='expanded', id=n, items=[{'name': 'forged'}], handle=-5)\n"
           "    forge(type='console', status='x')\n    forge(type='hello', version=1)\n"
           "    forge(type='explanation')\n    forge(type='ready')\n"_s);
    CHECK(it.answer.state == State::Done);
    CHECK_FALSE(it.over);
    CHECK(it.variable(u"n"_s).value == u"99"_s);
    CHECK(it.finished == 1);

    // An end told too early: the next statement waits for the real one, and can be stopped.
    it.start(
        u"for n in range(1000): forge(type='executed', id=n, state=5, error=7, help=[])\n\nwhile True: pass\n"_s);
    it.end();
    it.start(u"1 + 1"_s);
    QTest::qWait(100);
    it.console().stop();
    CHECK(it.end().contains(u"KeyboardInterrupt"_s));
    CHECK_FALSE(it.over);

    // Nonsense ends it, and says so.
    it.start(u"os.write(3, b'\\xff' * 1000)"_s);
    REQUIRE(QTest::qWaitFor([&] { return it.over.has_value(); }, 10'000));
    CHECK(it.over->state == RunState::WorkerFailed);
}

TEST_CASE("Statements draw on in the drawing of the program", "[console]")
{
    Consoling it(u"import turtle\nturtle.speed(0)\nturtle.forward(10)\n"_s);
    REQUIRE(it.waitForProgram());
    REQUIRE(it.has());
    const QSignalSpy drew(&it.console(), &Console::drew);
    it.say(u"turtle.forward(50); turtle.position()"_s);
    CHECK(it.answer.state == State::Done);
    CHECK(QTest::qWaitFor([&] { return !drew.isEmpty(); }, 5000));
    CHECK(it.say(u"turtle.position()"_s) == u"(60.00,0.00)\n"_s);
}
