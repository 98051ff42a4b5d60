#pragma once

#include "domain/drawing_comparison.h"
#include "services/grading/drawing_parts.h"

namespace studio::services {

/// Pure. What counts is what is to be seen: the order and direction of drawing do not, nor in how many steps
/// a line was drawn, nor where the turtle ends.
DrawingDifference compareDrawings(const Drawing &expected, const Drawing &actual, const DrawingRule &rule);

/// A drawing's parts as text, one a line, each beginning with its kind: the form in which a case tells them.
QString drawingText(const Drawing &drawing, const DrawingRule &rule);

} // namespace studio::services
