#pragma once

#include "services/grading/case_check.h"

namespace studio::services {

/// A function, called once for each case; what it gives back is compared here. Inputs are sent only when
/// their turn comes.
class FunctionCheck final : public CaseCheck
{
    Q_OBJECT

public:
    FunctionCheck(CodeRunner &runner, FunctionSpec spec, QString code, QString fileName,
                  const RunLimits &limits);

    void start() override;
    void stop() override;

private:
    void begin();
    void next();
    void answered(const CallAnswer &answer);
    void compare(const FunctionCase &expected, const CallAnswer &answer, CaseResult &result) const;
    void ended(const RunResult &run);
    void moduleFailed(const RunResult &run);
    void conclude();

    CodeRunner &m_runner;
    FunctionSpec m_spec;
    QString m_code;
    QString m_fileName;
    RunLimits m_limits;
    CheckResult m_result;
    std::vector<PyValue> m_expected; ///< By case; None where a case has no `gives`.
    std::unique_ptr<CallSession> m_session;
    std::size_t m_at = 0;
    bool m_ready = false;
    bool m_concluded = false;
};

} // namespace studio::services
