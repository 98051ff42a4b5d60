#pragma once

#include "domain/drawing_comparison.h"
#include "domain/output_rule.h"
#include "domain/problem.h"
#include "domain/rich_text.h"
#include "domain/run.h"

#include <chrono>
#include <optional>
#include <vector>

namespace studio {

enum class Outcome {
    Passed,
    Wrong, ///< The answer is wrong.
    DidNotFinish, ///< The answer's program did not come to its end: time, memory, output, crash, stopped.
    ExerciseBroken, ///< The exercise has a mistake, not the learner.
};

QString toString(
    Outcome outcome); ///< `passed`, `wrong`, `did-not-finish`, `exercise-broken`; for JSON and the store.
std::optional<Outcome> outcomeFrom(const QString &name);

enum class CaseState { Passed, Differs, Raised, DidNotFinish, NotRun };

/// What came of one case.
struct CaseResult
{
    QString name; ///< As the author named it; may be empty.
    int number = 0; ///< From 1 within visible or hidden ones.
    bool hidden = false;
    CaseState state = CaseState::NotRun;
    QString call; ///< For functions: the expression; for tests: the test's name.
    QString input; ///< What was given on standard input.
    QString actual; ///< What the learner's answer did: printed, gave back, or chose.
    QString
        expected; ///< In the same form as actual. The text of a hidden case is kept too; the view decides.
    std::optional<Difference> difference;
    std::optional<RunError> error;
    RunState run = RunState::Finished; ///< How the process ended, for DidNotFinish.
    QString printed; ///< Standard output, where `actual` is a value.
    QString message; ///< The author's message for this case or test; plain text.
    std::shared_ptr<const DrawingComparison> drawing; ///< For a drawing; null else.
};

/// A rule on constructs that was broken.
struct ConstructFinding
{
    QString construct;
    bool required = false; ///< Else forbidden.
    int line = 0;
    RichText message;
};

/// Why an exercise is broken, for a teacher.
struct BrokenReason
{
    QString what; ///< English; names the file, the case and what happened.
    SourcePlace place;
    bool computer = false; ///< Not the exercise: Python could not be started on this computer.
    std::optional<RunError> error;
};

/// What came of checking one answer.
struct Verdict
{
    Outcome outcome = Outcome::ExerciseBroken;
    std::vector<CaseResult> cases;
    int firstDiffering = -1; ///< Index into cases of the smallest one that differs; -1 when none.
    QString rule; ///< The output rule that was used: `exact`, `trailing-space`, `numbers`, `pattern`; empty
                  ///< when none.
    std::optional<RunError> error; ///< The answer has a syntax error, or failed before any case.
    std::vector<ConstructFinding> constructs;
    QString mistake; ///< Name of the anticipated mistake that was recognised; empty when none.
    RichText mistakeMessage;
    std::optional<BrokenReason> broken;
    bool openTests = false; ///< The tests ran beside the learner's code and could have been cheated.
    std::chrono::microseconds elapsed{0};

    int passedCases() const;
};

/// Index of the case to show first: visible before hidden, then the shortest input; -1 when all passed.
int smallestDiffering(const std::vector<CaseResult> &cases);

} // namespace studio
