#include "runner/host/worker_process.h"

#include <csignal>

namespace studio::runner {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kStartDeadline = 10s;
// Between the interrupt and the kill: a program that hangs in a C call is not waited for, one that runs its
// finally blocks is.
constexpr auto kPatience = 10ms;
constexpr auto kPatienceWhenAlive = 1s;
constexpr auto kPatienceWhenStarved = std::chrono::milliseconds(150);
constexpr auto kHeard = 12ms; // processor time in which Python would have looked at its signals
constexpr auto kLookOften = 100ms; // at what a run has written: small folders, tight limits
constexpr auto kLookSeldom = 1s;

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

/// Folders beside the system's that a run reads: a project's packages, the library that explains errors.
Json readableFolders(const Json &start)
{
    Json folders = start.value("import_paths", Json::array());
    if (const auto explain = start.find("explain"); explain != start.end() && explain->is_object()) {
        folders.push_back(textField(*explain, "library"));
    }
    return folders;
}

} // namespace

WorkerProcess::WorkerProcess(WorkerSpec spec, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
{
    m_startDeadline.setSingleShot(true);
    m_wall.setSingleShot(true);
    m_kill.setSingleShot(true);
    m_kill.setTimerType(Qt::PreciseTimer);
    connect(&m_startDeadline, &QTimer::timeout, this, [this] { end(Cause::NoHello); });
    connect(&m_wall, &QTimer::timeout, this, [this] { end(Cause::Time); });
    connect(&m_kill, &QTimer::timeout, this, &WorkerProcess::killIfBusy);
    connect(&m_channel, &ChannelSocket::received, this, &WorkerProcess::handle);
    connect(&m_channel, &ChannelSocket::broken, this, [this] { end(Cause::Protocol); });
    connect(&m_quota, &FolderQuota::exceeded, this, [this] { end(Cause::Files); });
    connect(&m_output, &OutputPipe::arrived, this,
            [this](const QByteArray &bytes) { take(RunStream::Out, bytes); });
    connect(&m_error, &OutputPipe::arrived, this, [this](const QByteArray &bytes) {
        m_output.readNow(); // a worker writes to one only when the other is empty: this was printed before
        take(RunStream::Err, bytes);
    });
}

WorkerProcess::~WorkerProcess() = default;

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
    m_startDeadline.start(kStartDeadline);
    m_clock.start();
    m_process = m_spec.launcher->launch(m_spec.kind, m_spec.network);
    connect(m_process.get(), &LaunchedWorker::ended, this, &WorkerProcess::finish);
    connect(m_process.get(), &LaunchedWorker::failed, this, &WorkerProcess::fail);
    const LaunchedWorker::Ends ends = m_process->takeEnds();
    if (ends.channel < 0) {
        return fail(u"no channel to the worker"_s);
    }
    m_channel.open(ends.channel);
    m_input.open(ends.input);
    m_output.open(ends.output);
    m_error.open(ends.error);
    completeStart();
    m_quota.watch(m_folder->path(), m_spec.limits.allFilesBytes,
                  m_folder->isThrowAway() ? kLookOften : kLookSeldom);
    m_channel.send(m_spec.start);
    if (m_spec.input) {
        m_input.write(*m_spec.input);
        m_input.end();
    }
}

void WorkerProcess::completeStart()
{
    const std::string path = m_folder->path().toStdString();
    std::string scratch = path;
    if (!m_folder->isThrowAway()) {
        if (auto made = WorkFolder::make({}, {})) {
            m_scratch = std::move(*made);
            scratch = m_scratch->path().toStdString();
        }
    }
    m_spec.start["type"] = "start";
    m_spec.start["version"] = kProtocolVersion;
    m_spec.start["limits"] = limitsJson(m_spec.limits);
    m_spec.start["environment"] = {{"HOME", scratch}, {"TMPDIR", scratch}};
    m_spec.start["sandbox"] = {{"check", m_spec.kind == RunKind::Check},
                               {"network", m_spec.network},
                               {"throw_away", m_folder->isThrowAway()},
                               {"folder", path},
                               {"scratch", scratch},
                               {"readable", readableFolders(m_spec.start)},
                               {"all_files", m_spec.limits.allFilesBytes}};
}

void WorkerProcess::stop()
{
    if (!m_running || m_ended) {
        return;
    }
    m_cause = Cause::Stopped;
    if (m_process) {
        m_busyBefore = m_process->busyTime();
        m_sinceStop.start();
        m_process->interrupt();
        m_kill.start(kPatience);
    }
}

void WorkerProcess::killIfBusy()
{
    // On a busy machine it may not have had the time to hear of it.
    const auto busy = m_process->busyTime();
    const bool starved = !m_waitsLonger && busy && m_busyBefore && *busy - *m_busyBefore < kHeard
        && m_sinceStop.elapsed() < kPatienceWhenStarved.count();
    if (starved) {
        m_kill.start(kPatience / 2);
    } else {
        m_process->kill();
    }
}

void WorkerProcess::waitLonger()
{
    if (m_kill.isActive() && !m_waitsLonger) { // once, whatever is said
        m_waitsLonger = true;
        m_kill.start(kPatienceWhenAlive);
    }
}

void WorkerProcess::interrupt()
{
    if (m_running && m_greeted) {
        m_process->interrupt();
    }
}

void WorkerProcess::spare()
{
    if (m_cause == Cause::Stopped && m_running) {
        m_cause = Cause::None;
        m_kill.stop();
    }
}

void WorkerProcess::write(const QByteArray &input)
{
    m_input.write(input);
}

void WorkerProcess::readPrinted()
{
    m_output.readAll();
    m_error.readAll();
}

void WorkerProcess::closeInput()
{
    m_input.end();
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
        m_spec.launcher->setSandbox(sandboxReportFrom(message));
        m_startDeadline.stop();
        m_wallLeft = m_spec.limits.wall;
        resumeClock();
        Q_EMIT received(message);
    } else if (type == "refused" && !m_greeted) {
        m_refusal = QString::fromStdString(textField(message, "why"));
        end(Cause::Refused);
    } else if (type == "alive") {
        waitLonger();
    } else if (type == "deaf") {
        if (m_kill.isActive() && !m_waitsLonger) { // it was to stop, and would only be waited for in vain
            m_process->kill();
        }
    } else if (type == "done") {
        m_done = message;
        waitLonger(); // for what it is told of the end
    } else {
        Q_EMIT received(message);
    }
}

void WorkerProcess::take(RunStream stream, QByteArray bytes)
{
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
    if (!m_process) {
        return;
    }
    if (cause == Cause::NoHello) {
        m_process->distrust();
    }
    m_process->kill();
}

void WorkerProcess::finish(ProcessEnd how)
{
    if (m_ended) {
        return;
    }
    readPrinted();
    m_channel.readAll();
    if (m_ended) {
        return; // a listener ended it
    }
    m_ended = true;
    m_running = false;
    for (QTimer *timer : {&m_startDeadline, &m_wall, &m_kill}) {
        timer->stop();
    }
    m_quota.stop();
    const RunResult result = resultOf(how);
    m_channel.close();
    m_output.close();
    m_error.close();
    m_input.close();
    m_folder.reset();
    m_scratch.reset();
    Q_EMIT ended(result);
}

RunResult WorkerProcess::resultOf(ProcessEnd how) const
{
    RunResult result;
    result.wall = std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    const auto [killed, exitCode] = how;
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
    case Cause::Refused:
        result.failure = u"the worker could not be confined: %1"_s.arg(m_refusal);
        return result;
    case Cause::Files:
        result.state = RunState::TooMuchWritten;
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
    for (QTimer *timer : {&m_startDeadline, &m_wall, &m_kill}) {
        timer->stop();
    }
    RunResult result;
    result.failure = m_cause == Cause::NoHello ? u"the worker did not say hello in time"_s : failure;
    Q_EMIT ended(result);
}

} // namespace studio::runner
