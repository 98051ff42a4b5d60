#include "services/grading/exercise_grading.h"

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

const OutputRule *ruleOf(const Exercise &exercise)
{
    if (const auto *program = std::get_if<ProgramSpec>(&exercise.spec)) {
        return &program->rule;
    }
    if (const auto *predict = std::get_if<PredictOutputSpec>(&exercise.spec)) {
        return &predict->rule;
    }
    if (const auto *fill = std::get_if<FillBlanksSpec>(&exercise.spec); fill && !fill->cases.empty()) {
        return &fill->rule;
    }
    if (const auto *parsons = std::get_if<ParsonsSpec>(&exercise.spec); parsons && !parsons->cases.empty()) {
        return &parsons->rule;
    }
    return nullptr;
}

QString ruleName(const OutputRule *rule)
{
    if (!rule) {
        return {};
    }
    switch (rule->kind) {
    case OutputRule::Kind::Exact:
        return u"exact"_s;
    case OutputRule::Kind::TrailingSpace:
        return u"trailing-space"_s;
    case OutputRule::Kind::Numbers:
        return u"numbers"_s;
    case OutputRule::Kind::Pattern:
        return u"pattern"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Outcome outcomeOf(const CheckResult &result)
{
    if (result.broken) {
        return Outcome::ExerciseBroken;
    }
    if (result.stopped) {
        return Outcome::DidNotFinish;
    }
    if (result.error || result.cases.empty()) {
        return Outcome::Wrong;
    }
    const bool unfinished = std::any_of(result.cases.begin(), result.cases.end(), [](const CaseResult &each) {
        return each.state == CaseState::DidNotFinish && didNotFinish(each.run);
    });
    if (unfinished) {
        return Outcome::DidNotFinish;
    }
    const bool passed = std::all_of(result.cases.begin(), result.cases.end(),
                                    [](const CaseResult &each) { return each.state == CaseState::Passed; });
    return passed ? Outcome::Passed : Outcome::Wrong;
}

ExerciseGrading::ExerciseGrading(CodeRunner &runner, MistakeBehaviours *behaviours,
                                 std::shared_ptr<const Exercise> exercise, QString answer)
    : m_runner(runner)
    , m_behaviours(behaviours)
    , m_exercise(std::move(exercise))
    , m_answer(std::move(answer))
    , m_check(makeCaseCheck(runner, *m_exercise, m_answer, limitsFor(*m_exercise)))
{
    m_clock.start();
    connect(m_check.get(), &CaseCheck::progressed, this, &Grading::progressed);
    connect(m_check.get(), &CaseCheck::done, this, &ExerciseGrading::checked);
    m_check->start();
}

void ExerciseGrading::stop()
{
    m_result.stopped = true;
    if (m_check) {
        m_check->stop();
    } else if (!m_concluded) {
        m_inspection.reset();
        m_finder.reset();
        conclude(); // the cases have been judged already
    }
}

void ExerciseGrading::checked(const CheckResult &result)
{
    if (m_check) {
        m_check.release()->deleteLater(); // this is its own signal
    }
    m_result = result;
    m_verdict.outcome = outcomeOf(result);
    m_verdict.cases = result.cases;
    m_verdict.error = result.error;
    m_verdict.broken = result.broken;
    m_verdict.openTests = result.openTests;
    m_verdict.rule = ruleName(ruleOf(*m_exercise));
    m_verdict.firstDiffering = smallestDiffering(result.cases);
    if (m_verdict.outcome == Outcome::ExerciseBroken || result.stopped) {
        return conclude();
    }
    if (needsInspection() && !(result.error && result.error->type == "SyntaxError"_L1)) {
        return inspect();
    }
    findMistake();
}

bool ExerciseGrading::needsInspection() const
{
    const bool marked = std::any_of(m_exercise->mistakes.begin(), m_exercise->mistakes.end(),
                                    [](const Mistake &each) { return !each.whenConstruct.isEmpty(); });
    return isCode(m_exercise->kind)
        && (!m_exercise->constructs.forbidden.empty() || !m_exercise->constructs.required.empty() || marked);
}

void ExerciseGrading::inspect()
{
    m_inspection = m_runner.inspect(m_answer);
    connect(m_inspection.get(), &Inspection::finished, this, [this](const Result<SourceFacts> &facts) {
        m_inspection.release()->deleteLater(); // this is its own signal
        if (!facts) {
            m_verdict.outcome = Outcome::ExerciseBroken;
            m_verdict.broken
                = BrokenReason{u"the code could not be looked at: "_s % facts.error().message, {}, true, {}};
            return conclude();
        }
        judgeConstructs(*facts);
        findMistake();
    });
}

void ExerciseGrading::judgeConstructs(const SourceFacts &facts)
{
    m_constructs = facts.constructs;
    for (const ConstructRule &rule : m_exercise->constructs.forbidden) {
        const auto found
            = std::find_if(facts.constructs.begin(), facts.constructs.end(),
                           [&rule](const FoundConstruct &each) { return each.name == rule.construct; });
        if (found != facts.constructs.end()) {
            m_verdict.constructs.push_back({rule.construct, false, found->line, rule.message});
        }
    }
    for (const ConstructRule &rule : m_exercise->constructs.required) {
        const auto count
            = std::count_if(facts.constructs.begin(), facts.constructs.end(),
                            [&rule](const FoundConstruct &each) { return each.name == rule.construct; });
        if (count < rule.atLeast) {
            m_verdict.constructs.push_back({rule.construct, true, 0, rule.message});
        }
    }
    if (!m_verdict.constructs.empty() && m_verdict.outcome == Outcome::Passed) {
        m_verdict.outcome = Outcome::Wrong;
    }
}

void ExerciseGrading::findMistake()
{
    const bool failed = m_verdict.outcome == Outcome::Wrong || m_verdict.outcome == Outcome::DidNotFinish;
    if (!m_behaviours || !failed || m_exercise->mistakes.empty()) {
        return conclude();
    }
    m_finder = std::make_unique<MistakeFinder>(
        m_runner, *m_behaviours,
        MistakeFinder::Subject{m_exercise, m_result, m_verdict.firstDiffering, m_constructs});
    connect(m_finder.get(), &MistakeFinder::found, this, [this](int index) {
        m_finder.release()->deleteLater(); // this is its own signal
        if (index >= 0) {
            const Mistake &mistake = m_exercise->mistakes[static_cast<std::size_t>(index)];
            m_verdict.mistake = mistake.name;
            m_verdict.mistakeMessage = mistake.message;
        }
        conclude();
    });
    m_finder->start();
}

void ExerciseGrading::conclude()
{
    if (m_concluded) {
        return;
    }
    m_concluded = true;
    m_verdict.elapsed = std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    Q_EMIT finished(m_verdict);
}

} // namespace studio::services
