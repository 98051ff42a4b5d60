#pragma once

#include "runner/host/worker_runner.h"
#include "support/runner_path.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>

#include <catch2/catch.hpp>

namespace studio::test {

using namespace Qt::StringLiterals;

using LauncherKind = runner::LauncherOptions::Kind;

struct Ran
{
    RunResult result;
    QString out;
    QString err;
};

/// Whether any process of this machine was started with this argument. Processes of a run have numbers of
/// their own, which mean nothing here.
inline bool isRunning(const QByteArray &argument)
{
    QDirIterator processes(u"/proc"_s, QDir::Dirs | QDir::NoDotAndDotDot);
    while (processes.hasNext()) {
        QFile words(processes.next() + u"/cmdline"_s);
        if (words.open(QIODevice::ReadOnly) && words.readAll().split('\0').contains(argument)) {
            return true;
        }
    }
    return false;
}

/// A program in a real worker, followed to its end.
class Running final
{
public:
    explicit Running(const RunRequest &request, const QString &worker = workerPath(),
                     LauncherKind kind = LauncherKind::Fork, const QString &withoutLayers = {})
        : m_runner(runner::LauncherOptions{worker, kind, withoutLayers})
        , m_run(m_runner.run(request))
        , finished(m_run.get(), &Run::finished)
        , asked(m_run.get(), &Run::inputRequested)
    {
        QObject::connect(m_run.get(), &Run::output, m_run.get(),
                         [this](RunStream stream, const QByteArray &bytes) {
                             (stream == RunStream::Out ? m_out : m_err) += bytes;
                         });
    }

    Run &run() { return *m_run; }

    const QByteArray &out() const { return m_out; }

    Ran end(int milliseconds = 30'000)
    {
        if (finished.isEmpty()) {
            REQUIRE(finished.wait(milliseconds));
        }
        REQUIRE(finished.count() == 1);
        return {finished.first().first().value<RunResult>(), QString::fromUtf8(m_out),
                QString::fromUtf8(m_err)};
    }

private:
    runner::WorkerRunner m_runner;
    std::unique_ptr<Run> m_run;
    QByteArray m_out;
    QByteArray m_err;

public:
    QSignalSpy finished;
    QSignalSpy asked;
};

inline RunRequest request(const QString &code, const QByteArray &input = {})
{
    RunRequest made;
    made.code = code;
    made.fileName = u"main.py"_s;
    made.input = input;
    return made;
}

inline Ran ran(const QString &code, const QByteArray &input = {})
{
    Running running(request(code, input));
    return running.end();
}

} // namespace studio::test
