#pragma once

#include "sync/api/classic.h"
#include "sync/api/cms.h"

#include <map>
#include <vector>

namespace studio::sync {

/// All that was fetched of one course of the plain tables.
struct ClassicSource
{
    ClassicCourseDto course;
    std::vector<LessonDto> lessons;
    std::vector<ClassicExerciseDto> exercises; ///< Empty when the platform does not give them out.
};

/// All that was fetched of one course of the CMS.
struct PageSource
{
    PageCourseDto course;
    std::vector<CourseExerciseDto> listed; ///< Where each exercise belongs.
    std::map<qint64, PageExerciseDto> exercises; ///< By id; one that could not be read is not there.
    std::map<qint64, StepExerciseDto> steps;
    std::map<qint64, PageLessonRefDto> exerciseLessons; ///< By exercise: the lesson it says it is in.
    std::map<qint64, PageLessonDto> lessons; ///< By id, where the platform gives out their text.
};

} // namespace studio::sync
