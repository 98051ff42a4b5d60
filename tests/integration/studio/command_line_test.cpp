#include "support/pilot.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include <csignal>

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

struct Done
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs `learning-studio` for real; the event loop of this process goes on meanwhile.
Done command(const QStringList &words, const QByteArray &input = {})
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/learning-studio"_s, words);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QString fileWith(const QTemporaryDir &dir, const QString &name, const QByteArray &text)
{
    QFile file(dir.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

QJsonDocument json(const Done &done)
{
    return QJsonDocument::fromJson(done.out);
}

} // namespace

TEST_CASE("run streams a program, gives it input, and ends with its status", "[cli]")
{
    const QTemporaryDir dir;
    const QString program = fileWith(
        dir, u"p.py"_s,
        "import sys\nprint('hi', input(), sys.argv[1])\nprint('oh', file=sys.stderr)\nsys.exit(7)\n");
    const QString input = fileWith(dir, u"in.txt"_s, "Ada\n");

    const Done fromFile = command({u"run"_s, program, u"--stdin"_s, input, u"--"_s, u"x"_s});
    const Done fromHere = command({u"run"_s, program, u"--"_s, u"y"_s}, "Bo\n");

    CHECK(fromFile.exitCode == 7);
    CHECK(fromFile.out == "hi Ada x\n");
    CHECK(fromFile.err == "oh\n");
    CHECK(fromHere.out == "hi Bo y\n");
}

TEST_CASE("run explains what went wrong after the program's own output, unless told not to", "[cli]")
{
    const QTemporaryDir dir;
    const QString program = fileWith(dir, u"p.py"_s, "names = ['a']\nprint('before')\nprint(names[1])\n");

    const Done english = command({u"run"_s, program, u"--explain"_s, u"en"_s});
    CHECK(english.exitCode == 1);
    CHECK(english.out == "before\n");
    const qsizetype native = english.err.indexOf("IndexError: list index out of range");
    const qsizetype explained = english.err.indexOf("Line 3: The position is one too far.");
    CHECK(native >= 0);
    CHECK(explained > native);
    CHECK(english.err.contains("names = ['a']"));

    const Done french = command({u"run"_s, program, u"--explain=fr"_s});
    CHECK(QString::fromUtf8(french.err).contains(u"La position est une de trop."_s));
    const Done off = command({u"run"_s, program, u"--explain"_s, u"off"_s});
    CHECK(off.err.endsWith("IndexError: list index out of range\n"));
    CHECK(command({u"run"_s, program, u"--explain"_s, u"klingon"_s}).exitCode == 2);
}

TEST_CASE("run --json tells state, output, error and explanation in one object", "[cli]")
{
    const QTemporaryDir dir;
    const QString program = fileWith(dir, u"p.py"_s, "print('hi')\nn = 0\n1 / n\n");
    const Done done = command({u"run"_s, program, u"--json"_s, u"--explain"_s, u"en"_s});
    CHECK(done.exitCode == 1);
    const QJsonObject told = json(done).object();
    CHECK(told[u"state"_s].toString() == u"raised"_s);
    CHECK(told[u"exit_status"_s].toInt() == 1);
    CHECK(told[u"out"_s].toString() == u"hi\n"_s);
    CHECK(told[u"err"_s].toString().contains(u"ZeroDivisionError"_s));
    CHECK(told[u"error"_s].toObject()[u"type"_s].toString() == u"ZeroDivisionError"_s);
    const QJsonObject explanation = told[u"explanation"_s].toObject();
    CHECK(explanation[u"line"_s].toInt() == 3);
    CHECK(explanation[u"cause"_s].toString().contains(u"`n` is 0"_s));
    CHECK(explanation[u"values"_s].toArray().first().toObject()[u"value"_s].toString() == u"0"_s);
}

TEST_CASE("check says passed, wrong and unfinished by its status, and records the attempt", "[cli]")
{
    const QTemporaryDir dir;
    const QStringList where{u"--data-dir"_s, dir.filePath(u"data"_s)};
    const QString right
        = fileWith(dir, u"right.py"_s, "print('Good evening!')\nprint('The shop is closed.')\n");
    const QString wrong = fileWith(dir, u"wrong.py"_s, "print('Good evening!')\n");

    const Done failed = command(
        QStringList{u"check"_s, u"first-steps/hello-world"_s, u"--code"_s, wrong, u"--json"_s} + where);
    const Done passed
        = command(QStringList{u"check"_s, u"first-steps/hello-world"_s, u"--code"_s, right} + where);
    const Done progress = command(QStringList{u"progress"_s, u"first-steps"_s, u"--json"_s} + where);

    CHECK(failed.exitCode == 1);
    CHECK(json(failed).object().value(u"outcome"_s).toString() == u"wrong"_s);
    CHECK(json(failed).object().value(u"mistake"_s).toString() == u"only-first"_s);
    CHECK(passed.exitCode == 0);
    const QJsonArray lessons = json(progress).array().first().toObject().value(u"lessons"_s).toArray();
    const QJsonArray exercises = lessons.first().toObject().value(u"exercises"_s).toArray();
    bool found = false;
    for (const auto &each : exercises) {
        const QJsonObject exercise = each.toObject();
        if (exercise.value(u"id"_s).toString() == "hello-world"_L1) {
            found = true;
            CHECK(exercise.value(u"passed"_s).toBool());
            CHECK(exercise.value(u"attempts"_s).toInt() == 2);
        }
    }
    CHECK(found);
}

TEST_CASE("The bundled course is proved, without a problem", "[cli]")
{
    const Done done = command(
        {u"validate"_s,
         QCoreApplication::applicationDirPath() + u"/../share/learning-studio/courses/first-steps"_s,
         u"--json"_s});

    const QJsonObject report = json(done).object();
    CHECK(done.exitCode == 0);
    CHECK(report.value(u"exercises"_s).toArray().size() >= 24);
    CHECK(report.value(u"lessons"_s).toInt() >= 10);
    CHECK(report.value(u"problems"_s).toArray().isEmpty());
}

TEST_CASE("While the window is open, commands are carried out by it", "[cli][gui]")
{
    const QTemporaryDir dir;
    Pilot pilot(dir.filePath(u"data"_s));
    REQUIRE(pilot.failure().isEmpty());
    const QString right
        = fileWith(dir, u"right.py"_s, "print('Good evening!')\nprint('The shop is closed.')\n");

    const Done done = command({u"check"_s, u"first-steps/hello-world"_s, u"--code"_s, right, u"--data-dir"_s,
                               dir.filePath(u"data"_s)});

    CHECK(done.exitCode == 0);
    CHECK(done.err.isEmpty());
    const auto work = pilot.core().work();
    auto reading = (*work)->courseProgress(u"first-steps"_s);
    REQUIRE(pilot.waitFor([&] { return reading.isFinished(); }, u"the progress"_s));
    CHECK(reading.result()->exercises.value(u"hello-world"_s).passed);
}

TEST_CASE("Help, doctor and wrong words", "[cli]")
{
    const QTemporaryDir dir;
    CHECK(command({u"--help"_s}).out.contains("validate"));
    CHECK(command({u"help"_s, u"check"_s}).out.contains("--code"));
    CHECK(command({u"--version"_s}).exitCode == 0);
    CHECK(command({u"chek"_s}).exitCode == 2);
    CHECK(command({u"check"_s, u"first-steps/none"_s, u"--code"_s, fileWith(dir, u"x.py"_s, "")}).exitCode
          == 5);
    CHECK(command({u"run"_s, u"/no/such/file.py"_s}).exitCode == 5);
    const Done doctor = command({u"doctor"_s, u"--json"_s, u"--data-dir"_s, dir.filePath(u"d"_s)});
    CHECK(doctor.exitCode == 0);
    CHECK(json(doctor).object().value(u"well"_s).toBool());
}

TEST_CASE("Ctrl+C stops a program and ends the command", "[cli]")
{
    const QTemporaryDir dir;
    const QString program = fileWith(dir, u"endless.py"_s, "print('on', flush=True)\nwhile True: pass\n");
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + u"/learning-studio"_s, {u"run"_s, program});
    REQUIRE(QTest::qWaitFor([&] { return process.bytesAvailable() > 0; }, 20'000));

    ::kill(static_cast<pid_t>(process.processId()), SIGINT);

    REQUIRE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 10'000));
    CHECK(process.exitStatus() == QProcess::NormalExit);
    CHECK(process.exitCode() == 130);
}

TEST_CASE("a crash leaves no file with what was in memory", "[cli]")
{
    const QTemporaryDir dir;
    const QString program = fileWith(dir, u"wait.py"_s, "print('on', flush=True)\ninput()\n");
    QProcess process;
    process.start(u"/bin/sh"_s,
                  {u"-c"_s, u"ulimit -S -c hard; exec \"$0\" run \"$1\""_s,
                   QCoreApplication::applicationDirPath() + u"/learning-studio"_s, program});
    REQUIRE(QTest::qWaitFor([&] { return process.bytesAvailable() > 0; }, 20'000));

    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    REQUIRE(limits.open(QIODevice::ReadOnly));
    const QByteArray all = limits.readAll();
    process.closeWriteChannel();
    REQUIRE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000));

    INFO(all.toStdString());
    const qsizetype line = all.indexOf("Max core file size");
    REQUIRE(line >= 0);
    // 1 is too little for any file; see writeNoCoreFiles(). Where nobody may write one it stays 0.
    CHECK(QList<QByteArray>{"0", "1"}.contains(all.mid(line + 18).simplified().split(' ').first()));
}
