#pragma once

#include "services/grading/case_check.h"

namespace studio::services {

/// Answers that are judged without running anything: choices, predictions, orders, typed texts, blanks by
/// alternatives.
class StaticCheck final : public CaseCheck
{
    Q_OBJECT

public:
    StaticCheck(const Exercise &exercise, const QString &answer);

    void start() override;

    void stop() override { } // done before anybody could

private:
    CheckResult m_result;
};

/// Pure: what StaticCheck gives.
CheckResult checkWithoutRunning(const Exercise &exercise, const QString &answer);

/// Whether the answer is the template with no blank left as it was.
bool blanksAreFilled(const FillBlanksSpec &spec, const QString &answer);

/// Whether two pieces of Python are the same but for spaces between their tokens.
bool sameTokens(const QString &one, const QString &other, bool ignoreCase);

} // namespace studio::services
