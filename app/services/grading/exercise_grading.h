#pragma once

#include "services/grader.h"
#include "services/grading/case_check.h"
#include "services/grading/mistake_finder.h"

#include <QElapsedTimer>

namespace studio::services {

/// One grading from cases through constructs to mistakes.
class ExerciseGrading final : public Grading
{
    Q_OBJECT

public:
    /// `behaviours` null: mistakes are not looked for.
    ExerciseGrading(CodeRunner &runner, MistakeBehaviours *behaviours,
                    std::shared_ptr<const Exercise> exercise, QString answer);

    void stop() override;

private:
    void checked(const CheckResult &result);
    void inspect();
    void judgeConstructs(const SourceFacts &facts);
    void findMistake();
    void conclude();
    bool needsInspection() const;

    CodeRunner &m_runner;
    MistakeBehaviours *m_behaviours;
    std::shared_ptr<const Exercise> m_exercise;
    QString m_answer;
    CheckResult m_result;
    Verdict m_verdict;
    std::vector<FoundConstruct> m_constructs;
    std::unique_ptr<CaseCheck> m_check;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<MistakeFinder> m_finder;
    QElapsedTimer m_clock;
    bool m_concluded = false;
};

/// Pure: the outcome of checked cases.
Outcome outcomeOf(const CheckResult &result);

} // namespace studio::services
