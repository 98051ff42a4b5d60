#pragma once

#include "content/course_files.h"

#include <vector>

namespace studio::content {

/// A link to a heading, to be checked when all headings of the lesson are known.
struct AnchorUse
{
    QString anchor;
    SourcePlace place;
};

/// What every reader of a part of a course needs. References outlive the readers.
struct Scope
{
    CourseFiles &files;
    ProblemList &problems;
    QString folder; ///< Where the part lies, relative to the course folder: pictures are named from here.
    QString definitions; ///< Link definitions of the whole lesson, in Markdown.
    std::vector<AnchorUse> anchors;
};

} // namespace studio::content
