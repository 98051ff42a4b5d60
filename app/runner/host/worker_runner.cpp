#include "runner/host/worker_runner.h"

#include "runner/host/inspection_run.h"
#include "runner/host/module_session.h"
#include "runner/host/program_run.h"
#include "runner/host/tests_run.h"

#include <QEventLoop>
#include <QTimer>

namespace studio::runner {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WorkerRunner::WorkerRunner(const QString &worker)
    : WorkerRunner(LauncherOptions{worker, LauncherOptions::Kind::Fork, {}})
{
}

WorkerRunner::WorkerRunner(const LauncherOptions &options)
    : m_launcher(makeLauncher(options))
{
}

void WorkerRunner::warm()
{
    m_launcher->warm();
}

SandboxReport WorkerRunner::sandbox() const
{
    return m_launcher->sandbox();
}

std::unique_ptr<Run> WorkerRunner::run(const RunRequest &request)
{
    return std::make_unique<ProgramRun>(m_launcher, request);
}

std::unique_ptr<CallSession> WorkerRunner::callSession(const RunRequest &module)
{
    return std::make_unique<ModuleSession>(m_launcher, module);
}

std::unique_ptr<TestSession> WorkerRunner::test(const TestRequest &request)
{
    return std::make_unique<TestsRun>(m_launcher, request);
}

std::unique_ptr<Inspection> WorkerRunner::inspect(const QString &code)
{
    return std::make_unique<InspectionRun>(m_launcher, code);
}

Result<PythonInfo> WorkerRunner::probe()
{
    WorkerSpec spec{m_launcher, RunKind::Check, false, {}, {}, RunLimits::forCheck(), {}, QByteArray()};
    spec.start = {{"job", "inspect"}, {"code", ""}, {"file", "probe.py"}, {"interactive", false}};
    WorkerProcess process(std::move(spec));
    PythonInfo info;
    info.worker = m_launcher->worker();
    QString failure;
    // A loop of its own is right here alone: the commands that ask have nothing else to do, and it is
    // bounded.
    QEventLoop loop;
    QObject::connect(&process, &WorkerProcess::received, &loop, [&info](const Json &message) {
        if (textField(message, "type") == "hello") {
            info.version = QString::fromStdString(textField(message, "python")).trimmed();
            info.home = QString::fromStdString(textField(message, "home"));
        }
    });
    QObject::connect(&process, &WorkerProcess::ended, &loop, [&](const RunResult &result) {
        failure = result.failure;
        info.sandbox = sandbox();
        loop.quit();
    });
    QTimer::singleShot(5s, &loop, [&] {
        failure = u"no answer in five seconds"_s;
        loop.quit();
    });
    process.start();
    loop.exec();
    if (info.version.isEmpty()) {
        return fail(ErrorCode::Internal, failure);
    }
    return info;
}

} // namespace studio::runner
