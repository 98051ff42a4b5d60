#pragma once

#include "services/grading/case_check.h"

namespace studio::services {

/// A course's unittest file against the answer; each test is a case.
class UnitTestCheck final : public CaseCheck
{
    Q_OBJECT

public:
    UnitTestCheck(CodeRunner &runner, UnitTestSpec spec, QString code, QString fileName,
                  const RunLimits &limits);

    void start() override;
    void stop() override;

private:
    void begin();
    void finished(const TestReport &report);

    CodeRunner &m_runner;
    UnitTestSpec m_spec;
    QString m_code;
    QString m_fileName;
    RunLimits m_limits;
    CheckResult m_result;
    std::unique_ptr<TestSession> m_session;
};

} // namespace studio::services
