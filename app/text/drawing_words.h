#pragma once

#include "domain/drawing_comparison.h"

#include <QString>

namespace studio::text {

/// "2 of 4 lines are missing. The first goes from (0, 0) to (100, 0)." Empty when nothing differs.
QString drawingDifference(const DrawingDifference &difference);

} // namespace studio::text
