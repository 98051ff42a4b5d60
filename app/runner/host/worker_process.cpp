#include "runner/host/worker_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <csignal>
#include <unistd.h>

namespace studio::runner {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kStartDeadline = 10s;
constexpr auto kPatience = 150ms; // between the interrupt and the kill

QString signalName(int number)
{
    switch (number) {
    case SIGSEGV:
        return u"SIGSEGV"_s;
    case SIGABRT:
        return u"SIGABRT"_s;
    case SIGFPE:
        return u"SIGFPE"_s;
    case SIGILL:
        return u"SIGILL"_s;
    case SIGBUS:
        return u"SIGBUS"_s;
    case SIGKILL:
        return u"SIGKILL"_s;
    case SIGTERM:
        return u"SIGTERM"_s;
    default:
        return u"signal %1"_s.arg(number);
    }
}

Json limitsJson(const RunLimits &limits)
{
    return {{"cpu_ms", limits.cpu.count()},
            {"memory", limits.memoryBytes},
            {"file_bytes", limits.fileBytes},
            {"open_files", limits.openFiles},
            {"processes", limits.processes}};
}

/// A process that is being killed takes a moment to go; nobody waits for it.
void letGo(QProcess *process)
{
    process->disconnect();
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    process->setParent(QCoreApplication::instance());
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

} // namespace

WorkerProcess::WorkerProcess(WorkerSpec spec, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_process(new QProcess)
{
    m_startDeadline.setSingleShot(true);
    m_wall.setSingleShot(true);
    m_kill.setSingleShot(true);
    connect(&m_startDeadline, &QTimer::timeout, this, [this] { end(Cause::NoHello); });
    connect(&m_wall, &QTimer::timeout, this, [this] { end(Cause::Time); });
    connect(&m_kill, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
    connect(&m_channel, &ChannelSocket::received, this, &WorkerProcess::handle);
    connect(&m_channel, &ChannelSocket::broken, this, [this] { end(Cause::Protocol); });
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { drain(RunStream::Out); });
    connect(m_process, &QProcess::readyReadStandardError, this, [this] { drain(RunStream::Err); });
    connect(m_process, &QProcess::finished, this, &WorkerProcess::finish);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(u"%1 could not be started: %2"_s.arg(m_spec.worker, m_process->errorString()));
        }
    });
}

WorkerProcess::~WorkerProcess()
{
    if (m_running) {
        signalGroup(SIGKILL);
    }
    letGo(m_process);
}

void WorkerProcess::start()
{
    m_running = true;
    QMetaObject::invokeMethod(this, &WorkerProcess::launch, Qt::QueuedConnection);
}

void WorkerProcess::launch()
{
    if (m_cause == Cause::Stopped) { // before it began
        RunResult result;
        result.state = RunState::Stopped;
        m_running = false;
        m_ended = true;
        Q_EMIT ended(result);
        return;
    }
    auto folder = WorkFolder::make(m_spec.workingFolder, m_spec.files);
    if (!folder) {
        return fail(u"no working folder: %1"_s.arg(folder.error().message));
    }
    m_folder = std::move(*folder);
    const int childEnd = m_channel.open();
    if (childEnd < 0) {
        return fail(u"no channel to the worker"_s);
    }
    prepare();
    m_process->setChildProcessModifier([childEnd] {
        ::setpgid(0, 0);
        ::dup2(childEnd, kChannelDescriptor);
    });
    m_startDeadline.start(kStartDeadline);
    m_clock.start();
    m_process->start(m_spec.worker, {}, QIODevice::ReadWrite);
    ::close(childEnd);
    m_group = m_process->processId();
    if (m_ended) {
        return; // could not be started
    }
    m_spec.start["type"] = "start";
    m_spec.start["version"] = kProtocolVersion;
    m_spec.start["limits"] = limitsJson(m_spec.limits);
    m_channel.send(m_spec.start);
    if (m_spec.input) {
        m_process->write(*m_spec.input);
        m_process->closeWriteChannel();
    }
}

void WorkerProcess::prepare()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/local/bin:/usr/bin:/bin"_s);
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, m_folder->isThrowAway() ? m_folder->path() : QDir::homePath());
    if (m_folder->isThrowAway()) {
        environment.insert(u"TMPDIR"_s, m_folder->path());
    }
    m_process->setProcessEnvironment(environment);
    m_process->setWorkingDirectory(m_folder->path());
}

void WorkerProcess::stop()
{
    if (!m_running || m_ended) {
        return;
    }
    m_cause = Cause::Stopped;
    signalGroup(SIGINT);
    m_kill.start(kPatience);
}

void WorkerProcess::write(const QByteArray &input)
{
    m_process->write(input);
}

void WorkerProcess::closeInput()
{
    m_process->closeWriteChannel();
}

void WorkerProcess::pauseClock()
{
    if (m_wall.isActive()) {
        m_wallLeft = std::chrono::milliseconds(m_wall.remainingTime());
        m_wall.stop();
    }
}

void WorkerProcess::resumeClock()
{
    if (m_wallLeft > 0ms && !m_wall.isActive()) {
        m_wall.start(m_wallLeft);
    }
}

void WorkerProcess::handle(const Json &message)
{
    const std::string type = textField(message, "type");
    if (type == "hello") {
        if (numberField(message, "version") != kProtocolVersion) {
            return end(Cause::Protocol);
        }
        m_greeted = true;
        m_startDeadline.stop();
        m_wallLeft = m_spec.limits.wall;
        resumeClock();
        Q_EMIT received(message);
    } else if (type == "done") {
        m_done = message;
    } else {
        Q_EMIT received(message);
    }
}

void WorkerProcess::drain(RunStream stream)
{
    QByteArray bytes
        = stream == RunStream::Out ? m_process->readAllStandardOutput() : m_process->readAllStandardError();
    const qint64 limit = m_spec.limits.outputBytes;
    if (limit > 0 && m_outputBytes + bytes.size() > limit) {
        bytes.truncate(qMax<qint64>(0, limit - m_outputBytes));
        m_outputBytes = limit;
        if (m_cause == Cause::None) {
            end(Cause::Output);
        }
    } else {
        m_outputBytes += bytes.size();
    }
    if (!bytes.isEmpty()) {
        Q_EMIT output(stream, bytes);
    }
}

void WorkerProcess::end(Cause cause)
{
    if (m_cause == Cause::None) {
        m_cause = cause;
    }
    signalGroup(SIGKILL);
}

void WorkerProcess::finish(int exitCode, QProcess::ExitStatus status)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_running = false;
    for (QTimer *timer : {&m_startDeadline, &m_wall, &m_kill}) {
        timer->stop();
    }
    drain(RunStream::Out);
    drain(RunStream::Err);
    m_channel.readAll();
    signalGroup(SIGKILL); // children that were left behind
    const RunResult result = resultOf(exitCode, status);
    m_channel.close();
    m_folder.reset();
    Q_EMIT ended(result);
}

RunResult WorkerProcess::resultOf(int exitCode, QProcess::ExitStatus status) const
{
    RunResult result;
    result.wall = std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    const bool killed = status == QProcess::CrashExit; // then exitCode is the signal
    result.exitCode = killed ? 128 + exitCode : exitCode;
    if (m_done.contains("error")) {
        result.error = runErrorFrom(m_done["error"]);
    }
    const std::string told = m_done.is_object() ? textField(m_done, "state") : std::string();
    switch (m_cause) {
    case Cause::Stopped:
        result.state = RunState::Stopped;
        return result;
    case Cause::Time:
        result.state = RunState::OutOfTime;
        return result;
    case Cause::Output:
        result.state = RunState::TooMuchOutput;
        return result;
    case Cause::Protocol:
        result.failure = u"the worker spoke nonsense on its channel"_s;
        return result;
    case Cause::NoHello:
        result.failure = u"the worker did not say hello in time"_s;
        return result;
    case Cause::None:
        break;
    }
    if (!m_greeted) {
        result.failure
            = u"the worker ended before it said hello (%1 %2)"_s.arg(killed ? u"signal"_s : u"status"_s)
                  .arg(exitCode);
        return result;
    }
    if (killed) {
        const bool outOfCpu = exitCode == SIGXCPU || (exitCode == SIGKILL && m_spec.limits.cpu > 0ms);
        result.state = outOfCpu ? RunState::OutOfTime : RunState::Crashed;
        result.signalName = signalName(exitCode);
    } else if (told == "syntax" && exitCode != 0) {
        result.state = RunState::SyntaxError;
    } else if (told == "raised" && exitCode != 0) {
        const bool memory
            = result.error && result.error->type == "MemoryError"_L1 && m_spec.limits.memoryBytes > 0;
        result.state = memory ? RunState::OutOfMemory : RunState::Raised;
    } else {
        result.state = RunState::Finished;
        result.leftEarly = told != "finished" || flagField(m_done, "left");
    }
    return result;
}

void WorkerProcess::fail(const QString &failure)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_running = false;
    m_startDeadline.stop();
    RunResult result;
    result.failure = failure;
    Q_EMIT ended(result);
}

void WorkerProcess::signalGroup(int number) const
{
    if (m_group > 0) {
        ::kill(static_cast<pid_t>(-m_group), number);
    }
}

RunError runErrorFrom(const Json &json)
{
    constexpr std::size_t kMostFrames = 100;
    RunError error;
    if (!json.is_object()) {
        return error;
    }
    const auto text = [](const Json &object, const char *key, qsizetype most) {
        return QString::fromStdString(textField(object, key)).left(most);
    };
    error.type = text(json, "type", 200);
    error.message = text(json, "message", 4000);
    error.traceback = text(json, "traceback", 40'000);
    error.line = static_cast<int>(numberField(json, "line"));
    error.column = static_cast<int>(numberField(json, "column"));
    if (const auto frames = json.find("frames"); frames != json.end() && frames->is_array()) {
        for (const Json &each : *frames) {
            if (!each.is_object() || error.frames.size() == kMostFrames) {
                break;
            }
            error.frames.push_back({text(each, "file", 300), static_cast<int>(numberField(each, "line")),
                                    text(each, "function", 200), text(each, "text", 400),
                                    flagField(each, "own")});
        }
    }
    return error;
}

} // namespace studio::runner
