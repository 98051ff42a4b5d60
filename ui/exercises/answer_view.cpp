#include "ui/exercises/answer_view.h"

#include "ui/exercises/choice_answer.h"
#include "ui/exercises/code_answer.h"
#include "ui/exercises/parsons_answer.h"
#include "ui/exercises/text_answer.h"

namespace studio::ui {

std::unique_ptr<AnswerView> makeAnswerView(const Exercise &exercise)
{
    switch (exercise.kind) {
    case ExerciseKind::Program:
    case ExerciseKind::Function:
    case ExerciseKind::UnitTest:
    case ExerciseKind::Drawing:
    case ExerciseKind::FillBlanks:
        return std::make_unique<CodeAnswer>(exercise);
    case ExerciseKind::Choice:
        return std::make_unique<ChoiceAnswer>(exercise);
    case ExerciseKind::PredictOutput:
    case ExerciseKind::TypeThis:
        return std::make_unique<TextAnswer>(exercise);
    case ExerciseKind::Parsons:
        return std::make_unique<ParsonsAnswer>(exercise);
    case ExerciseKind::Steps:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace studio::ui
