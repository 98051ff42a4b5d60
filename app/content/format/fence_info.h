#pragma once

#include "content/source_text.h"

namespace studio::content {

/// What stands behind the marks of a fence: `python run title="Twice" input="3\n"`.
struct FenceInfo
{
    QString language; ///< `text` when none is given.
    bool run = false;
    QString title;
    QString input;
};

/// Reports what it doesn't know with the place of the word.
FenceInfo readFenceInfo(const SourceText &info, ProblemList &problems);

} // namespace studio::content
