#pragma once

#include "content/scope.h"
#include "domain/exercise.h"

namespace studio::content {

/// Reads the exercise folder `scope.folder` (relative to the course). Null when exercise.yaml can't be read
/// or its kind is unknown; otherwise as much as could be read. A step is an exercise inside one of kind
/// `steps`.
std::shared_ptr<const Exercise> readExercise(const QString &id, Scope &scope, bool step = false);

} // namespace studio::content
