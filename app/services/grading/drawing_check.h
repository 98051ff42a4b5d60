#pragma once

#include "services/grading/case_check.h"

namespace studio::services {

/// A turtle program: what it draws is compared with what the solution draws, outside both their processes.
class DrawingCheck final : public CaseCheck
{
    Q_OBJECT

public:
    struct Job
    {
        QString code;
        QString solution;
        QString fileName;
        DrawingSpec spec;
        RunLimits limits;
        SourcePlace place;
    };

    DrawingCheck(CodeRunner &runner, Job job);

    void start() override;
    void stop() override;

private:
    void run(const QString &code, Drawing &drawing, void (DrawingCheck::*then)(const RunResult &));
    void solutionDrawn(const RunResult &result);
    void answerDrawn(const RunResult &result);
    void conclude();

    CodeRunner &m_runner;
    Job m_job;
    CheckResult m_result;
    Drawing m_expected;
    Drawing m_actual;
    std::unique_ptr<Run> m_run;
};

} // namespace studio::services
