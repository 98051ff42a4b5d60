#pragma once

#include "cli/command.h"

namespace studio::app {

class Core;

/// Tries every part the program needs and says what it found; for `doctor`. Blocks up to some seconds.
std::vector<cli::Finding> examine(Core &core);

} // namespace studio::app
