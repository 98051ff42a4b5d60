#pragma once

#include "domain/drawing.h"

#include <QLineF>

#include <memory>
#include <optional>

namespace studio {

/// How two drawings may differ and still be the same.
struct DrawingRule
{
    bool anywhere = false; ///< Its shape counts, not where on the paper it is.
    double tolerance = 2; ///< Canvas units.
    bool colours = false; ///< They count.
    bool widths = false; ///< Those of lines count.
};

/// What kind of thing in a drawing.
struct DrawingCounts
{
    int lines = 0; ///< Straight lines: however many steps they were drawn in.
    int areas = 0; ///< Filled ones.
    int dots = 0;
    int texts = 0;

    int all() const { return lines + areas + dots + texts; }
};

/// How a learner's drawing differs from what was expected. Positions are a turtle's: y upwards.
struct DrawingDifference
{
    DrawingCounts expected; ///< What there should be.
    DrawingCounts missing; ///< Of these: missing, or not as expected.
    DrawingCounts extra; ///< What there is too much.
    std::optional<QLineF> firstMissing; ///< The first line of them, in the order of drawing.
    std::optional<QLineF> firstExtra;
    bool background = false; ///< The paper's colour differs, where colours count.
    bool colourOnly = false; ///< All is there but for the colours.
    bool tooMuch = false; ///< Too many parts to be compared.

    bool none() const { return missing.all() == 0 && extra.all() == 0 && !background && !tooMuch; }
};

/// A verdict's two drawings. Immutable, shared.
struct DrawingComparison
{
    Drawing expected;
    Drawing actual;
    DrawingDifference difference;
};

} // namespace studio
