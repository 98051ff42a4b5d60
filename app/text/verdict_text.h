#pragma once

#include "domain/error.h"
#include "domain/exercise.h"
#include "domain/verdict.h"

#include <QString>

namespace studio::text {

/// One row of "what you did, what was expected".
struct VerdictRow
{
    enum class Tone { Plain, Yours, Expected };

    QString label; ///< "Call", "Input", "You printed", "Expected"
    QString value;
    Tone tone = Tone::Plain;
    bool code = true; ///< Shown in the code font.
};

/// A verdict in words, in the order in which it is told: what happened, the smallest case that differs,
/// why it may be, what to do next.
struct VerdictText
{
    QString headline; ///< "Not yet: 2 of 5 cases agree."
    QString detail; ///< "This is the smallest case that differs."
    std::vector<VerdictRow> rows;
    QString difference; ///< "They differ first in line 2, column 5." May be empty.
    QString rule; ///< "Compared without spaces at line ends." May be empty.
    QString why; ///< Plain words; the mistake's own message is RichText and stays in the verdict.
    QString next; ///< What to do next.
    QString teacher; ///< For a broken exercise: what a teacher needs to mend it.
};

VerdictText describe(const Exercise &exercise, const Verdict &verdict);

/// "case 2", "hidden 1", or the author's name.
QString caseName(const CaseResult &result);

/// "Ended after 0.2 s", "Stopped", "Ended with exit status 3", "Killed by the segmentation fault …"
QString describe(const RunResult &result);

/// A sentence for a person: what happened and what to do; never the log text.
QString describe(const Error &error);

} // namespace studio::text
