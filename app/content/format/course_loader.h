#pragma once

#include "domain/ports/course_source.h"

namespace studio::content {

/// Reads a whole course folder, which has to have a course.yaml. Nothing in it is run. Safe on any thread.
LoadedCourse loadCourse(const QString &root);

/// Only what a list of courses shows; nothing when course.yaml can't be used.
std::optional<CourseSummary> loadSummary(const QString &root);

} // namespace studio::content
