#pragma once

#include "domain/course.h"
#include "domain/progress.h"

#include <QJsonArray>
#include <QJsonObject>

namespace studio::ui {

/// An example's code as it is shown: without the newline at its end, which would be an empty line more.
QString exampleCode(const RunnableBlock &block);

/// One segment for each lesson of the course: {title, here, done}.
QJsonArray stripJson(const Course &course, const Lesson &here, const CourseProgress &progress);

/// All that the viewer needs to show a lesson: message `show`, see resources/lesson-viewer/src/main.js.
QJsonObject lessonJson(const Course &course, const LessonPosition &position, const CourseProgress &progress);

/// An exercise without anything that gives its answer away.
QJsonObject exerciseJson(const Exercise &exercise);

} // namespace studio::ui
