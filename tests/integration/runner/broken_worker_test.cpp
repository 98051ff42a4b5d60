#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "runs.h"

using namespace studio;
using namespace studio::test;

namespace {

/// A program in the worker's place, as a broken installation might have.
QString wrongWorker(const QTemporaryDir &dir, const QByteArray &script)
{
    QFile file(dir.filePath(u"studio-python"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

TEST_CASE("A worker that is missing, dies or speaks nonsense is told as that, and the next run works",
          "[runner]")
{
    const LauncherKind kind = GENERATE(LauncherKind::Fork, LauncherKind::Spare);
    const QTemporaryDir dir;
    for (const QByteArray &script : {QByteArray("exit 0"), QByteArray("exit 3"), QByteArray("kill -9 $$"),
                                     QByteArray("echo nonsense >&3; cat <&3 >/dev/null"),
                                     QByteArray("printf '\\377\\377\\377\\177' >&3; sleep 60"),
                                     QByteArray("printf '\\002\\000\\000\\000{}' >&3; sleep 60")}) {
        INFO(script.toStdString());
        Running running(request(u"print(1)"_s), wrongWorker(dir, script), kind);
        const Ran done = running.end(15'000);
        CHECK(done.result.state == RunState::WorkerFailed);
        CHECK_FALSE(done.result.failure.isEmpty());
    }
    Running missing(request(u"print(1)"_s), u"/no/such/worker"_s, kind);
    CHECK(missing.end().result.state == RunState::WorkerFailed);
    Running good(request(u"print(1)"_s), workerPath(), kind);
    CHECK(good.end().out == u"1\n"_s);
}

TEST_CASE("A worker that hangs at its start is given up, and nothing of it stays", "[runner]")
{
    const LauncherKind kind = GENERATE(LauncherKind::Fork, LauncherKind::Spare);
    const QTemporaryDir dir;
    {
        Running running(request(u"print(1)"_s), wrongWorker(dir, "exec sleep 61.0625"), kind);
        const Ran done = running.end(15'000);
        CHECK(done.result.state == RunState::WorkerFailed);
        CHECK(done.result.failure.contains(u"did not say hello"_s));
    }
    CHECK(QTest::qWaitFor([] { return !isRunning("61.0625"); }, 5000));
}

TEST_CASE("A program that writes to the worker's channel harms its own run only", "[runner]")
{
    runner::WorkerRunner both(workerPath());

    struct Forgery
    {
        QString code;
        RunState state;
    };

    const QString length = u"import os\nos.write(3, %1)\n"_s;
    for (const auto &[code, state] :
         {Forgery{length.arg(u"b'\\xff\\xff\\xff\\x7f' + b'x' * 100"_s), RunState::WorkerFailed}, // 2 GB
          Forgery{length.arg(u"b'\\x10\\0\\0\\0not json at all!'"_s), RunState::WorkerFailed},
          Forgery{length.arg(u"b'\\x40\\0\\0\\0{\"type\":'"_s) + u"os._exit(0)"_s, RunState::Finished},
          Forgery{u"import os\nwhile True: os.write(3, b'\\x12\\0\\0\\0{\"type\": \"junk\" } ')"_s,
                  RunState::OutOfTime}}) {
        INFO(code.toStdString());
        RunRequest made = request(code);
        made.limits.wall = std::chrono::seconds(2);
        const auto run = both.run(made);
        QSignalSpy finished(run.get(), &Run::finished);
        REQUIRE(finished.wait(15'000));
        CHECK(finished.first().first().value<RunResult>().state == state);

        const auto next = both.run(request(u"print('well')"_s));
        QSignalSpy nextFinished(next.get(), &Run::finished);
        REQUIRE(nextFinished.wait(15'000));
        CHECK(nextFinished.first().first().value<RunResult>().state == RunState::Finished);
    }
}

TEST_CASE("A spare worker runs what a forked one runs", "[runner]")
{
    Running spare(request(u"import sys\nprint(input() * 2, __name__, sys.argv)\nsys.exit(3)"_s, "ab\n"),
                  workerPath(), LauncherKind::Spare);
    const Ran done = spare.end();
    CHECK(done.out == u"abab __main__ ['main.py']\n"_s);
    CHECK(done.result.exitCode == 3);
    Running loop(request(u"print('begun', flush=True)\nwhile True: pass"_s), workerPath(),
                 LauncherKind::Spare);
    REQUIRE(QTest::qWaitFor([&] { return loop.out().contains("begun"); }, 10'000));
    loop.run().stop();
    CHECK(loop.end().result.state == RunState::Stopped);
}

TEST_CASE("A worker can be asked what it is, and a missing one does not hang the question", "[runner]")
{
    runner::WorkerRunner good(workerPath());
    runner::WorkerRunner missing(u"/no/such/worker"_s);
    const auto info = good.probe();
    REQUIRE(info);
    CHECK(info->version.startsWith(u"3.11"_s));
    CHECK_FALSE(missing.probe());
}
