#pragma once

#include "sync/api/classic.h"
#include "sync/api/cms.h"
#include "sync/courses/conversion.h"

#include <QMap>

namespace studio::sync {

/// Files by their path from the course's root; sorted, so that the same course gives the same folder.
using CourseFilesMap = QMap<QString, QByteArray>;

/// An exercise of the platform in our form. Where the platform has nothing to check an answer with, there is
/// no exercise, and `lesson` shows its text and its code to try instead.
struct ExerciseFolder
{
    CourseFilesMap files; ///< Below `exercises/exercise-9/`; empty when there is no exercise.
    QString lesson; ///< Markdown for the lesson that would show it; empty when there is an exercise.
};

ExerciseFolder exerciseFolder(const PageExerciseDto &exercise, Conversion &conversion);
/// Steps without anything to check are read before the next one that has.
ExerciseFolder exerciseFolder(const StepExerciseDto &exercise, Conversion &conversion);
ExerciseFolder exerciseFolder(const ClassicExerciseDto &exercise, Conversion &conversion);

} // namespace studio::sync
