#pragma once

#include <QString>

namespace studio {

/// How an output is compared with the expected one; chosen by the author.
struct OutputRule
{
    enum class Kind {
        Exact, ///< Character for character; only a missing last newline is forgiven.
        TrailingSpace, ///< Spaces at line ends and empty lines at the end do not count. The default.
        Numbers, ///< As TrailingSpace, and numbers may differ by `tolerance`.
        Pattern, ///< The expected text is a regular expression that must match the whole output.
    };

    Kind kind = Kind::TrailingSpace;
    double tolerance = 1e-6; ///< Absolute or relative, whichever is larger.
    bool ignoreCase = false;
};

/// The first place where two texts differ. Lines and columns count from 1, in code points.
struct Difference
{
    int line = 0;
    int column = 0;
    QString actualLine;
    QString expectedLine;
    bool actualEnded = false; ///< The output stopped where more was expected.
    bool expectedEnded = false; ///< There is more output than expected.
};

struct OutputComparison
{
    bool equal = false;
    Difference difference; ///< Valid when not equal (for patterns: line 1, column 1 and the whole texts'
                           ///< first lines).
};

/// Pure; safe for any input, linear in its size except for patterns, which are cut off by
/// QRegularExpression's own limits.
OutputComparison compareOutput(const QString &actual, const QString &expected, const OutputRule &rule);

} // namespace studio
