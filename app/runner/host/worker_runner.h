#pragma once

#include "domain/ports/code_runner.h"
#include "runner/host/launcher.h"

namespace studio::runner {

/// Runs everything in workers: a process of its own for each run.
class WorkerRunner final : public CodeRunner
{
public:
    explicit WorkerRunner(
        const QString &worker); ///< Path of the executable; launched as this system does best.
    explicit WorkerRunner(const LauncherOptions &options);

    std::unique_ptr<Run> run(const RunRequest &request) override;
    std::unique_ptr<CallSession> callSession(const RunRequest &module) override;
    std::unique_ptr<TestSession> test(const TestRequest &request) override;
    std::unique_ptr<Inspection> inspect(const QString &code) override;
    Result<PythonInfo> probe() override;
    void warm() override;
    SandboxReport sandbox() const override;

private:
    std::shared_ptr<Launcher> m_launcher;
};

} // namespace studio::runner
