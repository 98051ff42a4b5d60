#pragma once

#include "domain/run.h"
#include "domain/sandbox_report.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace studio::runner {

/// How a process ended, as waitpid() tells it.
struct ProcessEnd
{
    bool killed = false;
    int code = 0; ///< The exit status, or the signal's number when killed.
};

/// One worker process, from launch to its end, with the host's ends of what it reads and writes.
///
/// Lives on the thread that launched it. Tells exactly one of ended() and failed(), never inside launch().
/// Deleting it ends the process and all it started, without waiting.
class LaunchedWorker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaunchedWorker)

public:
    LaunchedWorker() = default;
    ~LaunchedWorker() override = default;

    /// Descriptors, not blocking and the caller's to close. Once.
    struct Ends
    {
        int channel = -1;
        int input = -1; ///< To write to.
        int output = -1;
        int error = -1;
    };

    virtual Ends takeEnds() = 0;

    virtual void interrupt() = 0; ///< As Ctrl+C in a terminal.
    virtual void kill() = 0; ///< The process and all that it started.

    /// Processor time that its main thread has had; nothing when that can't be told.
    virtual std::optional<std::chrono::nanoseconds> busyTime() const = 0;

    /// It did not answer: whatever was prepared with it is not to be used again.
    virtual void distrust() = 0;

Q_SIGNALS:
    void ended(studio::runner::ProcessEnd end);
    void failed(const QString &why); ///< It could not be started, or was lost.
};

/// Where worker processes come from: the seam between systems that can fork and those that can't.
class Launcher
{
    Q_DISABLE_COPY_MOVE(Launcher)

public:
    Launcher() = default;
    virtual ~Launcher() = default;

    /// Has a process ready before one is asked for.
    virtual void warm() = 0;

    /// A process that waits for a start message. Never null.
    /// `network`: for a program that may use it.
    virtual std::unique_ptr<LaunchedWorker> launch(RunKind kind, bool network) = 0;

    virtual QString worker() const = 0; ///< Path of the executable.

    /// What the last worker said of its sandbox, before it ran anything of a learner's.
    const SandboxReport &sandbox() const { return m_sandbox; }

    void setSandbox(SandboxReport report) { m_sandbox = std::move(report); }

private:
    SandboxReport m_sandbox;
};

/// How to start workers.
struct LauncherOptions
{
    enum class Kind {
        Fork, ///< A warm process forks one for each run. Not on Windows.
        Spare, ///< A fresh process for each run, the next one started ahead.
    };

    QString worker; ///< Path of the executable.
    Kind kind = Kind::Fork;
    QString withoutLayers; ///< Of the sandbox, comma-separated; to show what the others hold.
};

std::shared_ptr<Launcher> makeLauncher(const LauncherOptions &options);

/// The worker's command line: what it is to be ready for, and which layers it leaves out.
QStringList workerArguments(const LauncherOptions &options, RunKind kind, bool network);

} // namespace studio::runner
