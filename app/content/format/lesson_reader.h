#pragma once

#include "content/scope.h"
#include "domain/course.h"

#include <QHash>

namespace studio::content {

/// The exercise folders of a course while its lessons are read.
struct ExerciseShelf
{
    QHash<QString, std::shared_ptr<const Exercise>> exercises; ///< Null for one that couldn't be read.
    QHash<QString, SourcePlace> shown; ///< Where a lesson shows it.
};

/// Reads lessons/ID/lesson.md; `scope.folder` is the lesson's folder. `lessonIds` are those of the course.
Lesson readLesson(const QString &id, const QStringList &lessonIds, ExerciseShelf &shelf, Scope &scope);

} // namespace studio::content
