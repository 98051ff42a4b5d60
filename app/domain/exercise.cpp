#include "domain/exercise.h"

#include <QStringView>

#include <array>
#include <utility>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

const std::array<std::pair<ExerciseKind, QLatin1StringView>, 10> kKindNames = {{
    {ExerciseKind::Program, "program"_L1},
    {ExerciseKind::Function, "function"_L1},
    {ExerciseKind::UnitTest, "unittest"_L1},
    {ExerciseKind::Drawing, "drawing"_L1},
    {ExerciseKind::FillBlanks, "fill-blanks"_L1},
    {ExerciseKind::Choice, "choice"_L1},
    {ExerciseKind::PredictOutput, "predict-output"_L1},
    {ExerciseKind::Parsons, "parsons"_L1},
    {ExerciseKind::TypeThis, "type-this"_L1},
    {ExerciseKind::Steps, "steps"_L1},
}};

} // namespace

QString toString(ExerciseKind kind)
{
    for (const auto &[value, name] : kKindNames) {
        if (value == kind) {
            return name;
        }
    }
    Q_UNREACHABLE();
}

std::optional<ExerciseKind> exerciseKindFrom(const QString &name)
{
    for (const auto &[value, known] : kKindNames) {
        if (name == known) {
            return value;
        }
    }
    return std::nullopt;
}

bool isCode(ExerciseKind kind)
{
    switch (kind) {
    case ExerciseKind::Program:
    case ExerciseKind::Function:
    case ExerciseKind::UnitTest:
    case ExerciseKind::Drawing:
    case ExerciseKind::FillBlanks:
        return true;
    case ExerciseKind::Choice:
    case ExerciseKind::PredictOutput:
    case ExerciseKind::Parsons:
    case ExerciseKind::TypeThis:
    case ExerciseKind::Steps:
        return false;
    }
    Q_UNREACHABLE();
}

QString initialAnswer(const Exercise &exercise)
{
    switch (exercise.kind) {
    case ExerciseKind::Program:
    case ExerciseKind::Function:
    case ExerciseKind::UnitTest:
    case ExerciseKind::Drawing:
        return exercise.starter;
    case ExerciseKind::FillBlanks:
        return std::get<FillBlanksSpec>(exercise.spec).codeTemplate;
    case ExerciseKind::Choice:
    case ExerciseKind::PredictOutput:
    case ExerciseKind::Parsons:
    case ExerciseKind::TypeThis:
    case ExerciseKind::Steps:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace studio
