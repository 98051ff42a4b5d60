#pragma once

#include "domain/exercise.h"

#include <QJsonArray>

namespace studio::services {
class ExerciseSession;
} // namespace studio::services

namespace studio::ui {

/// The hints of an exercise as the viewer shows them: open ones with their text, the others with when they
/// open.
QJsonArray hintsJson(const Exercise &exercise, const services::ExerciseSession &session);

} // namespace studio::ui
