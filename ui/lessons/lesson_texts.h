#pragma once

#include <QJsonObject>

namespace studio {
struct Exercise;
} // namespace studio

namespace studio::ui {

/// The words of the interface that the viewer shows, by their keys; in the person's language.
QJsonObject lessonTexts();

/// "Write a function · 2 points"; empty for a question inside a lesson.
QString exerciseSort(const Exercise &exercise);

} // namespace studio::ui
