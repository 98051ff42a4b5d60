#pragma once

#include "domain/course.h"
#include "domain/progress.h"

namespace studio {

/// Whether an exercise is passed: for one made of steps, whether each step is.
bool isPassed(const Exercise &exercise, const CourseProgress &progress);

/// Whether the person has begun but not passed it.
bool isBegun(const Exercise &exercise, const CourseProgress &progress);

/// Read to its end, with all its exercises passed.
bool isDone(const Lesson &lesson, const CourseProgress &progress);

/// Places to visit one after another in a course: each lesson, then its exercises that have a page of their
/// own.
std::vector<Place> readingOrder(const Course &course);

} // namespace studio
