#pragma once

#include "content/scope.h"
#include "content/yaml/map_reader.h"
#include "domain/exercise.h"

namespace studio::content {

/// Reads what only one kind has, and sets starter and solution where the kind carries them or has files for
/// them. Kind `steps` is the exercise reader's own.
void readSpec(MapReader &map, Exercise &exercise, Scope &scope);

} // namespace studio::content
