#pragma once

#include "sync/courses/conversion.h"
#include "sync/courses/course_source.h"
#include "sync/courses/exercise_folder.h"

namespace studio::sync {

/// A course as the files of our own format, without pictures: those are in conversion.wanted() and have their
/// place in `pictures/`. The same source gives the same bytes, and any source a folder that loads without
/// errors.
CourseFilesMap writeCourse(const ClassicSource &source, Conversion &conversion);
CourseFilesMap writeCourse(const PageSource &source, Conversion &conversion);

} // namespace studio::sync
