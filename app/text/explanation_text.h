#pragma once

#include "domain/run.h"

#include <QString>

#include <vector>

namespace studio::text {

/// One step of the way to an error, as a person is told it.
struct PathStep
{
    QString place; ///< "Line 8", "Line 5, in cost()", "978 more times", "Inside random.py"
    QString source; ///< That line's text; empty when there is none to show.
    int line = 0; ///< The learner's line, to go to; 0: none.
};

/// The learner's lines that led to the error, outermost first; repeated ones and those of libraries in short.
std::vector<PathStep> pathTo(const RunError &error);

/// An explanation as plain text, for the terminal and the clipboard: title, cause, what to try, values.
QString plainText(const ErrorExplanation &explanation);

} // namespace studio::text
