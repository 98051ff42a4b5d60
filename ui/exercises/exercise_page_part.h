#pragma once

#include "services/exercise_session.h"
#include "ui/exercises/exercise_page.h"
#include "ui/exercises/last_try_watch.h"

namespace studio::ui {

class RichTextView;

/// For the files of ExercisePage alone. Its widgets belong to the page's layout.
struct ExercisePage::Part
{
    std::shared_ptr<const Exercise> exercise;
    std::unique_ptr<services::ExerciseSession> session;
    ExerciseWorkbench *workbench = nullptr;
    RichTextView *task = nullptr;
    QLabel *title = nullptr;
    HintCards *hints = nullptr;
    ExerciseTopics *topics = nullptr; ///< Null without a forum.
    std::unique_ptr<LastTryWatch> lastTry;
};

} // namespace studio::ui
