#pragma once

#include "domain/ports/code_runner.h"

namespace studio::runner {

/// Runs everything in workers: one fresh `studio-python` for each run.
class WorkerRunner final : public CodeRunner
{
public:
    explicit WorkerRunner(QString worker); ///< Path of the executable.

    std::unique_ptr<Run> run(const RunRequest &request) override;
    std::unique_ptr<CallSession> callSession(const RunRequest &module) override;
    std::unique_ptr<TestSession> test(const TestRequest &request) override;
    std::unique_ptr<Inspection> inspect(const QString &code) override;
    Result<PythonInfo> probe() override;

private:
    QString m_worker;
};

} // namespace studio::runner
