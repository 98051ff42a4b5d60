#include "services/grader.h"

#include "services/grading/exercise_grading.h"

namespace studio::services {

Grader::Grader(CodeRunner &runner)
    : m_runner(runner)
    , m_behaviours(std::make_unique<MistakeBehaviours>())
{
}

Grader::~Grader() = default;

std::unique_ptr<Grading> Grader::grade(std::shared_ptr<const Exercise> exercise, const QString &answer)
{
    return std::make_unique<ExerciseGrading>(m_runner, m_behaviours.get(), std::move(exercise), answer);
}

std::unique_ptr<Grading> Grader::gradePlainly(std::shared_ptr<const Exercise> exercise, const QString &answer)
{
    return std::make_unique<ExerciseGrading>(m_runner, nullptr, std::move(exercise), answer);
}

} // namespace studio::services
