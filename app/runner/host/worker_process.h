#pragma once

#include "domain/run.h"
#include "runner/host/channel_socket.h"
#include "runner/host/folder_quota.h"
#include "runner/host/launcher.h"
#include "runner/host/standard_streams.h"
#include "runner/host/work_folder.h"
#include "runner/host/worker_messages.h"

#include <QElapsedTimer>
#include <QTimer>

namespace studio::runner {

/// What a worker is started with.
struct WorkerSpec
{
    std::shared_ptr<Launcher> launcher;
    RunKind kind = RunKind::Check;
    bool network = false;
    QString workingFolder; ///< Empty: throw-away.
    QMap<QString, QByteArray> files;
    RunLimits limits;
    Json start; ///< The start message; version, limits, sandbox and environment are filled in here.
    std::optional<QByteArray> input; ///< Unset: given piece by piece through write().
};

/// One worker, from start to its end: process, channel, standard streams, limits of time and output.
///
/// Where the process comes from is its Launcher's affair; everything above speaks messages only.
/// Ends with exactly one ended(), never inside start(). Deleting it kills the process and all it started,
/// without waiting.
class WorkerProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkerProcess)

public:
    explicit WorkerProcess(WorkerSpec spec, QObject *parent = nullptr);
    ~WorkerProcess() override;

    void start(); ///< Queued.
    void stop(); ///< Interrupts; kills after a short while.
    void interrupt(); ///< Only that: a KeyboardInterrupt for what runs.
    void spare(); ///< The interrupt of stop() was heeded and the process lives on: it is not killed.

    void send(const Json &message) { m_channel.send(message); }

    void write(const QByteArray &input);
    void closeInput();
    void readPrinted(); ///< What was written before the message that is being handled; emits output().
    void pauseClock(); ///< While a person is asked; the wall limit does not run.
    void resumeClock();

    bool isRunning() const { return m_running; }

    /// What ended() would say if the process left by itself now, with this status.
    RunResult soFar(int exitCode) const { return resultOf({false, exitCode}); }

Q_SIGNALS:
    void output(studio::RunStream stream, const QByteArray &bytes);
    void received(const studio::runner::Json &message); ///< All but hello and done.
    void ended(const studio::RunResult &result);

private:
    enum class Cause { None, Stopped, Time, Output, Files, Protocol, NoHello, Refused };

    void launch();
    void completeStart();
    void waitLonger(); ///< Before the kill.
    void killIfBusy();
    void handle(const Json &message);
    void take(RunStream stream, QByteArray bytes);
    void end(Cause cause); ///< Kills the group because of this.
    void finish(ProcessEnd how);
    RunResult resultOf(ProcessEnd how) const;
    void fail(const QString &failure);

    WorkerSpec m_spec;
    std::unique_ptr<WorkFolder> m_folder;
    ChannelSocket m_channel;
    std::unique_ptr<WorkFolder> m_scratch; ///< A program's temporary files, where /tmp can't be its own.
    std::unique_ptr<LaunchedWorker> m_process;
    InputPipe m_input;
    OutputPipe m_output;
    OutputPipe m_error;
    FolderQuota m_quota;
    QTimer m_startDeadline;
    QTimer m_wall;
    QTimer m_kill;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_wallLeft{0};
    qint64 m_outputBytes = 0;
    QString m_refusal;
    Json m_done;
    Cause m_cause = Cause::None;
    bool m_greeted = false;
    bool m_waitsLonger = false;
    std::optional<std::chrono::nanoseconds> m_busyBefore; ///< Processor time when it was to stop.
    QElapsedTimer m_sinceStop;
    bool m_running = false;
    bool m_ended = false;
};

} // namespace studio::runner
