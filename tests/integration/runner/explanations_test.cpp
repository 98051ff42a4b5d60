#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "explanation_cases.h"
#include "runs.h"

using namespace studio;
using namespace studio::test;

namespace {

RunRequest explained(const QString &code, const QString &language = u"en"_s, const QByteArray &input = {})
{
    RunRequest made = request(code, input);
    made.kind = RunKind::Program;
    made.limits = RunLimits::forProgram();
    made.explain = language;
    return made;
}

RunResult resultOf(const QString &code, const QString &language = u"en"_s, const QByteArray &input = {})
{
    Running running(explained(code, language, input));
    return running.end().result;
}

QString told(const RunResult &result)
{
    const auto &explanation = result.explanation;
    return explanation ? explanation->title % u'\n' % explanation->cause % u'\n' % explanation->hint
                       : QString();
}

QString valueOf(const RunResult &result, const QString &name)
{
    if (result.explanation) {
        for (const NamedValue &each : result.explanation->values) {
            if (each.name == name) {
                return each.value;
            }
        }
    }
    return {};
}

/// A program that is stopped after it has printed "on". A machine that is busy may not let it answer in the
/// few milliseconds that a stopped program has; then it is killed without a word, so there are several tries.
RunResult stoppedAfterStart(const QString &code, const QString &language = u"en"_s)
{
    RunResult result;
    for (int attempt = 0; attempt < 8 && !result.explanation; ++attempt) {
        Running running(explained(code, language));
        REQUIRE(QTest::qWaitFor([&] { return running.out().contains("on"); }, 20'000));
        QTest::qWait(50); // into the loop
        running.run().stop();
        result = running.end().result;
        CHECK(result.state == RunState::Stopped);
    }
    return result;
}

} // namespace

TEST_CASE("What goes wrong for beginners is explained rightly in both languages", "[runner][explanations]")
{
    for (const ExplanationCase &each : explanationCases()) {
        for (const bool french : {false, true}) {
            INFO(each.name << (french ? " (fr)" : " (en)"));
            const RunResult result
                = resultOf(QString::fromUtf8(each.code), french ? u"fr"_s : u"en"_s, each.input);
            REQUIRE(result.explanation);
            INFO(told(result).toStdString());
            CHECK(result.explanation->language == (french ? u"fr"_s : u"en"_s));
            for (const QString &piece : QString::fromUtf8(french ? each.french : each.english).split(u'|')) {
                CHECK_THAT(told(result).toStdString(), Catch::Contains(piece.toStdString()));
            }
            CHECK_FALSE(told(result).contains(u"friendly"_s, Qt::CaseInsensitive));
            CHECK_FALSE(told(result).contains(u"github"_s, Qt::CaseInsensitive));
        }
    }
}

TEST_CASE("An explanation names the line and the values at the moment of failure", "[runner][explanations]")
{
    const RunResult result = resultOf(
        u"prices = [3, 4]\n\ndef cost(index):\n    tax = 1\n    return prices[index] + tax\n\ncost(2)\n"_s);
    REQUIRE(result.explanation);
    CHECK(result.explanation->line == 5);
    CHECK(result.explanation->source == u"return prices[index] + tax"_s);
    CHECK(valueOf(result, u"prices"_s) == u"[3, 4]"_s);
    CHECK(valueOf(result, u"index"_s) == u"2"_s);
    CHECK(valueOf(result, u"tax"_s) == u"1"_s);
    REQUIRE(result.error); // Python's own traceback is there all the same
    CHECK(result.error->traceback.contains(u"IndexError: list index out of range"_s));
}

TEST_CASE("A stopped endless loop tells its condition and what does not change", "[runner][explanations]")
{
    const RunResult unchanged
        = stoppedAfterStart(u"print('on', flush=True)\nn = 5\nwhile n > 0:\n    m = n - 1\n"_s);
    CHECK(unchanged.state == RunState::Stopped);
    REQUIRE(unchanged.explanation);
    CHECK(unchanged.explanation->kind == ErrorExplanation::Kind::Stopped);
    CHECK(unchanged.explanation->line == 3);
    CHECK_THAT(told(unchanged).toStdString(), Catch::Contains("`n > 0`") && Catch::Contains("changes `n`"));
    CHECK(valueOf(unchanged, u"n"_s) == u"5"_s);

    const RunResult french
        = stoppedAfterStart(u"print('on', flush=True)\nn = 5\nwhile n > 0:\n    m = n - 1\n"_s, u"fr"_s);
    CHECK_THAT(told(french).toStdString(), Catch::Contains("ne change `n`"));

    const RunResult changed
        = stoppedAfterStart(u"print('on', flush=True)\nn = 5\nwhile n > 0:\n    n += 1\n"_s);
    CHECK_THAT(told(changed).toStdString(), Catch::Contains("still running") && Catch::Contains("`n > 0`"));

    const RunResult always = stoppedAfterStart(u"print('on', flush=True)\nwhile True:\n    pass\n"_s);
    CHECK_THAT(told(always).toStdString(), Catch::Contains("always true") && Catch::Contains("`break`"));

    const RunResult sleeping = stoppedAfterStart(u"import time\nprint('on', flush=True)\ntime.sleep(60)\n"_s);
    CHECK_THAT(told(sleeping).toStdString(),
               Catch::Contains("line 3") && Catch::Contains("`time.sleep(60)`"));
}

TEST_CASE("The loop that a stopped call was made from is the one explained", "[runner][explanations]")
{
    const RunResult result = stoppedAfterStart(
        u"def work(x):\n    return x * 2\n\nprint('on', flush=True)\nn = 1\nwhile n < 10:\n    m = work(n)\n"_s);
    REQUIRE(result.explanation);
    CHECK(result.explanation->line == 6);
    CHECK_THAT(told(result).toStdString(), Catch::Contains("`n < 10`"));
}

TEST_CASE("A program that says something or does something is left in peace", "[runner][explanations]")
{
    for (const QString &code : {u"def f():\n    pass\n\nprint(1)\n"_s, u"def f():\n    pass\n\nf()\n"_s,
                                u"x = 1\n"_s, u"import sys\nsys.exit(3)\n"_s, u""_s}) {
        INFO(code.toStdString());
        CHECK_FALSE(resultOf(code).explanation);
    }
}

TEST_CASE("Nothing is explained unless it is asked for", "[runner][explanations]")
{
    CHECK_FALSE(ran(u"1/0\n"_s).result.explanation);
}

TEST_CASE("Hostile exceptions and values cost their explanation at most", "[runner][explanations]")
{
    struct Hostile
    {
        const char *what;
        QString code;
    };

    for (
        const Hostile &each : {
            Hostile{"str() raises",
                    u"class E(Exception):\n    def __str__(self):\n        raise ValueError\nraise E\n"_s},
            Hostile{"repr() raises",
                    u"class A:\n    def __repr__(self):\n        raise SystemExit(9)\na = A()\na + 1\n"_s},
            Hostile{
                "repr() is huge",
                u"class A:\n    def __repr__(self):\n        return 'x' * 50_000_000\na = A()\na + 1\n"_s},
            Hostile{
                "attributes raise",
                u"class A:\n    def __getattribute__(self, name):\n        raise KeyboardInterrupt\na = A()\na + 1\n"_s},
            Hostile{"names with surrogates", u"x = {'\\ud800': '\\udfff'}\nx['a']\n"_s},
            Hostile{"a deep chain", u"x = []\nfor i in range(900):\n    x = [x]\nx['a']\n"_s},
            Hostile{"builtins taken away",
                    u"import builtins\ndel builtins.isinstance, builtins.len\n1/0\n"_s},
            Hostile{"modules taken away", u"import sys\nsys.modules.clear()\n1/0\n"_s},
            Hostile{
                "import taken over",
                u"import builtins\ndef no(*a, **k): raise ImportError\nbuiltins.__import__ = no\n{}['a'].b\n"_s},
            Hostile{"standard streams gone", u"import sys\nsys.stdout = sys.stderr = None\n[].x\n"_s},
        }) {
        INFO(each.what);
        const RunResult result = resultOf(each.code);
        CHECK(static_cast<int>(result.state) == static_cast<int>(RunState::Raised));
        CHECK(result.error);
        if (result.explanation) {
            CHECK(told(result).size() < 13'000);
            for (const NamedValue &value : result.explanation->values) {
                CHECK(value.value.size() <= 400);
            }
        }
    }
}

TEST_CASE("A value that never tells itself costs two seconds at most, and only the values",
          "[runner][explanations]")
{
    QElapsedTimer clock;
    clock.start();
    const RunResult result = resultOf(
        u"class A:\n    def __repr__(self):\n        while True:\n            try:\n                while "
        u"True: pass\n"
        "            except BaseException: break\n        while True: pass\n\nn = 0\na = A()\na.x = 1\nn and a\n1 / n if a else 0\n"_s);
    CHECK(clock.elapsed() < 5000);
    CHECK(result.state == RunState::Raised);
    REQUIRE(result.explanation);
    CHECK_THAT(told(result).toStdString(), Catch::Contains("`n` is 0"));
}

TEST_CASE("The library stays out of the program's sight", "[runner][explanations]")
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"difflib.py"_s)); // what the library would import, in the learner's folder
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("print('mine')\n");
    file.close();
    RunRequest made = explained(u"import atexit, sys\n"
                                "def look():\n"
                                "    print([m for m in sys.modules if 'friendly' in m or 'stack_data' in m], "
                                "[p for p in sys.path if 'explanations' in p])\n"
                                "look()\natexit.register(look)\n[].apend\n"_s);
    made.workingFolder = dir.path();
    Running running(made);
    const Ran done = running.end();
    CHECK(done.out == u"[] []\n[] []\n"_s);
    CHECK_THAT(told(done.result).toStdString(), Catch::Contains("`append`"));
}

TEST_CASE("The failing line is not run a second time", "[runner][explanations]")
{
    QTemporaryDir dir;
    RunRequest made = explained(
        u"def note(): open('log', 'a').write('x')\nimport builtins\nbuiltins.note = note\nnote() or missing.attribute\n"_s);
    made.workingFolder = dir.path();
    Running running(made);
    running.end();
    QFile log(dir.filePath(u"log"_s));
    REQUIRE(log.open(QIODevice::ReadOnly));
    CHECK(log.readAll() == "x");
}

TEST_CASE("Without the library the studio's own explanations remain", "[runner][explanations]")
{
    QTemporaryDir dir;
    REQUIRE(QDir(dir.path()).mkpath(u"bin"_s));
    const QString alone = dir.filePath(u"bin/studio-python"_s);
    REQUIRE(QFile::copy(workerPath(), alone));
    Running own(explained(u"print(1 / 0)\n"_s), alone);
    CHECK_THAT(told(own.end().result).toStdString(), Catch::Contains("`0` is 0"));
    Running silent(explained(u"t = (1, 2)\nt[0] = 5\n"_s), alone);
    const RunResult result = silent.end().result;
    REQUIRE(result.explanation);
    CHECK(result.explanation->cause.isEmpty());
    CHECK_FALSE(result.explanation->title.isEmpty());
}
