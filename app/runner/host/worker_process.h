#pragma once

#include "domain/run.h"
#include "runner/host/channel_socket.h"
#include "runner/host/work_folder.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

namespace studio::runner {

/// What a worker is started with.
struct WorkerSpec
{
    QString worker; ///< Path of the executable.
    QString workingFolder; ///< Empty: throw-away.
    QMap<QString, QByteArray> files;
    RunLimits limits;
    Json start; ///< The start message; version and limits are filled in here.
    std::optional<QByteArray> input; ///< Unset: given piece by piece through write().
};

/// One worker, from start to its end: process, channel, standard streams, limits of time and output.
///
/// The seam for other ways to start one (a fork server, Windows): everything above it speaks messages only.
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

    void send(const Json &message) { m_channel.send(message); }

    void write(const QByteArray &input);
    void closeInput();
    void pauseClock(); ///< While a person is asked; the wall limit does not run.
    void resumeClock();

    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void output(studio::RunStream stream, const QByteArray &bytes);
    void received(const studio::runner::Json &message); ///< All but hello and done.
    void ended(const studio::RunResult &result);

private:
    enum class Cause { None, Stopped, Time, Output, Protocol, NoHello };

    void launch();
    void prepare();
    void handle(const Json &message);
    void drain(RunStream stream);
    void end(Cause cause); ///< Kills the group because of this.
    void finish(int exitCode, QProcess::ExitStatus status);
    RunResult resultOf(int exitCode, QProcess::ExitStatus status) const;
    void fail(const QString &failure);
    void signalGroup(int number) const;

    WorkerSpec m_spec;
    std::unique_ptr<WorkFolder> m_folder;
    ChannelSocket m_channel;
    QProcess *m_process; ///< Outlives this object when it has not ended yet.
    QTimer m_startDeadline;
    QTimer m_wall;
    QTimer m_kill;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_wallLeft{0};
    qint64 m_outputBytes = 0;
    qint64 m_group = 0;
    Json m_done;
    Cause m_cause = Cause::None;
    bool m_greeted = false;
    bool m_running = false;
    bool m_ended = false;
};

/// A structured error of a worker's message; bounded, whatever the worker sent.
RunError runErrorFrom(const Json &json);

} // namespace studio::runner
