#include "services/grading/case_check.h"

#include "domain/blanks.h"
#include "services/grading/drawing_check.h"
#include "services/grading/function_check.h"
#include "services/grading/program_check.h"
#include "services/grading/static_check.h"
#include "services/grading/unittest_check.h"

namespace studio::services {

RunLimits limitsFor(const Exercise &exercise)
{
    RunLimits limits = RunLimits::forCheck();
    if (exercise.limits.time) {
        limits.cpu = *exercise.limits.time;
        limits.wall = *exercise.limits.time * 2;
    }
    if (exercise.limits.memoryMegabytes) {
        limits.memoryBytes = static_cast<qint64>(*exercise.limits.memoryMegabytes) << 20;
    }
    return limits;
}

bool didNotFinish(RunState state)
{
    switch (state) {
    case RunState::Crashed:
    case RunState::Stopped:
    case RunState::OutOfTime:
    case RunState::OutOfMemory:
    case RunState::TooMuchOutput:
    case RunState::TooMuchWritten:
        return true;
    case RunState::Finished:
    case RunState::Raised:
    case RunState::SyntaxError:
    case RunState::WorkerFailed:
        return false;
    }
    Q_UNREACHABLE();
}

std::unique_ptr<CaseCheck> makeCaseCheck(CodeRunner &runner, const Exercise &exercise, const QString &answer,
                                         const RunLimits &limits)
{
    const auto program = [&](const std::vector<ProgramCase> &cases, const OutputRule &rule) {
        return std::make_unique<ProgramCheck>(
            runner, ProgramCheck::Job{answer, exercise.fileName, cases, rule, limits});
    };
    switch (exercise.kind) {
    case ExerciseKind::Program: {
        const auto &spec = std::get<ProgramSpec>(exercise.spec);
        return program(spec.cases, spec.rule);
    }
    case ExerciseKind::Function:
        return std::make_unique<FunctionCheck>(runner, std::get<FunctionSpec>(exercise.spec), answer,
                                               exercise.fileName, limits);
    case ExerciseKind::UnitTest:
        return std::make_unique<UnitTestCheck>(runner, std::get<UnitTestSpec>(exercise.spec), answer,
                                               exercise.fileName, limits);
    case ExerciseKind::Drawing:
        return std::make_unique<DrawingCheck>(runner,
                                              DrawingCheck::Job{answer, exercise.solution, exercise.fileName,
                                                                std::get<DrawingSpec>(exercise.spec), limits,
                                                                exercise.place});
    case ExerciseKind::FillBlanks: {
        const auto &spec = std::get<FillBlanksSpec>(exercise.spec);
        if (!spec.cases.empty() && blanksAreFilled(spec, answer)) {
            return program(spec.cases, spec.rule);
        }
        break;
    }
    case ExerciseKind::Parsons: {
        const auto &spec = std::get<ParsonsSpec>(exercise.spec);
        if (!spec.cases.empty() && !answer.trimmed().isEmpty()) {
            return program(spec.cases, spec.rule);
        }
        break;
    }
    case ExerciseKind::Choice:
    case ExerciseKind::PredictOutput:
    case ExerciseKind::TypeThis:
    case ExerciseKind::Steps:
        break;
    }
    return std::make_unique<StaticCheck>(exercise, answer);
}

} // namespace studio::services
