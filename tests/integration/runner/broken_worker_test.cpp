#include <QFile>
#include <QTemporaryDir>

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
    const QTemporaryDir dir;
    for (const QByteArray &script : {QByteArray("exit 0"), QByteArray("exit 3"), QByteArray("kill -9 $$"),
                                     QByteArray("echo nonsense >&3; cat <&3 >/dev/null"),
                                     QByteArray("printf '\\377\\377\\377\\177' >&3; sleep 60"),
                                     QByteArray("printf '\\002\\000\\000\\000{}' >&3; sleep 60")}) {
        INFO(script.toStdString());
        Running running(request(u"print(1)"_s), wrongWorker(dir, script));
        const Ran done = running.end(15'000);
        CHECK(done.result.state == RunState::WorkerFailed);
        CHECK_FALSE(done.result.failure.isEmpty());
    }
    Running missing(request(u"print(1)"_s), u"/no/such/worker"_s);
    CHECK(missing.end().result.state == RunState::WorkerFailed);
    CHECK(ran(u"print(1)"_s).out == u"1\n"_s);
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
