#pragma once

#include "services/grading/case_check.h"

namespace studio::services {

/// A program, run once for each case in a fresh process; its output is compared here.
class ProgramCheck final : public CaseCheck
{
    Q_OBJECT

public:
    struct Job
    {
        QString code;
        QString fileName;
        std::vector<ProgramCase> cases;
        OutputRule rule;
        RunLimits limits;
    };

    ProgramCheck(CodeRunner &runner, Job job);

    void start() override;
    void stop() override;

private:
    void next();
    void ended(const RunResult &result);
    void conclude();

    CodeRunner &m_runner;
    Job m_job;
    CheckResult m_result;
    std::size_t m_at = 0;
    std::unique_ptr<Run> m_run;
    QByteArray m_printed;
    bool m_enough = false; ///< No further case would tell more.
};

/// Results of cases that have not been run yet, numbered and named.
std::vector<CaseResult> unrunCases(const std::vector<ProgramCase> &cases);

} // namespace studio::services
