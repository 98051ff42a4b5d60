#pragma once

#include "domain/exercise.h"
#include "domain/ports/code_runner.h"
#include "domain/verdict.h"

#include <QObject>

#include <memory>

namespace studio::services {

/// What came of an answer's cases, before constructs and mistakes are looked at.
struct CheckResult
{
    std::vector<CaseResult> cases;
    std::optional<RunError> error; ///< The answer failed before any case: syntax, import, leaving.
    std::optional<BrokenReason> broken;
    bool openTests = false;
    bool stopped = false;
};

/// Runs the cases of one answer. Ends with exactly one done(), never inside start(). Deleting it stops
/// everything.
class CaseCheck : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseCheck)

public:
    explicit CaseCheck(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~CaseCheck() override = default;

    virtual void start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    void progressed(int done, int inAll);
    void done(const studio::services::CheckResult &result);
};

/// The check for this exercise's kind. `limits` are those of one process.
std::unique_ptr<CaseCheck> makeCaseCheck(CodeRunner &runner, const Exercise &exercise, const QString &answer,
                                         const RunLimits &limits);

/// The limits an exercise asks for, over the program's own.
RunLimits limitsFor(const Exercise &exercise);

/// Whether a run that ended so did not come to its end, by no decision of its program.
bool didNotFinish(RunState state);

} // namespace studio::services
