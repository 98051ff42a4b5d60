#pragma once

#include "domain/verdict.h"
#include "text/verdict_text.h"

namespace studio::text {

/// An answer that failed before any case: syntax, its own top level, leaving too early. Fills headline, rows,
/// why.
void describeLoadError(const Exercise &exercise, const RunError &error, VerdictText &words);

/// The cause of a common exception in plain words; empty where there is nothing better to say than Python
/// does.
QString explain(const RunError &error);

/// "Your code uses sorted(), which is not allowed here."
QString constructSentence(const ConstructFinding &finding);

QString unfinishedReason(RunState state); ///< "It ran longer than allowed."
QString unfinishedAdvice(RunState state); ///< What to try.

} // namespace studio::text
