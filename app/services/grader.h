#pragma once

#include "domain/exercise.h"
#include "domain/ports/code_runner.h"
#include "domain/verdict.h"

#include <QObject>

#include <memory>

namespace studio::services {

class MistakeBehaviours;

/// The checking of one answer; ends with exactly one finished(). Deleting it stops everything it started.
class Grading : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Grading)

public:
    explicit Grading(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~Grading() override = default;

    /// Stops at once; finished() follows with DidNotFinish and RunState::Stopped.
    virtual void stop() = 0;

Q_SIGNALS:
    void progressed(int casesDone, int casesInAll);
    void finished(const studio::Verdict &verdict);
};

/// Checks answers of every kind of exercise.
///
/// The verdict is made here, outside the learner's process, from what that process printed and gave back;
/// expected values never go in (a unittest file is the exception, see docs/adr). Lives on one thread.
class Grader final
{
    Q_DISABLE_COPY_MOVE(Grader)

public:
    explicit Grader(CodeRunner &runner);
    ~Grader();

    /// `exercise` must not be of kind Steps: grade its steps. Never null, never finishes inside this call.
    std::unique_ptr<Grading> grade(std::shared_ptr<const Exercise> exercise, const QString &answer);

    /// Without looking for anticipated mistakes: for the validator, which proves them.
    std::unique_ptr<Grading> gradePlainly(std::shared_ptr<const Exercise> exercise, const QString &answer);

private:
    CodeRunner &m_runner;
    std::unique_ptr<MistakeBehaviours> m_behaviours;
};

} // namespace studio::services
