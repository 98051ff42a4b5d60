#include "domain/completion.h"

#include <algorithm>

namespace studio {

using namespace Qt::StringLiterals;

bool isPassed(const Exercise &exercise, const CourseProgress &progress)
{
    if (const auto *steps = std::get_if<StepsSpec>(&exercise.spec)) {
        return std::all_of(steps->steps.begin(), steps->steps.end(),
                           [&progress](const auto &step) { return isPassed(*step, progress); });
    }
    return progress.exercises.value(exercise.id).passed;
}

bool isBegun(const Exercise &exercise, const CourseProgress &progress)
{
    if (isPassed(exercise, progress)) {
        return false;
    }
    if (const auto *steps = std::get_if<StepsSpec>(&exercise.spec)) {
        return std::any_of(steps->steps.begin(), steps->steps.end(), [&progress](const auto &step) {
            return isPassed(*step, progress) || isBegun(*step, progress);
        });
    }
    return progress.exercises.value(exercise.id).attempts > 0;
}

bool isDone(const Lesson &lesson, const CourseProgress &progress)
{
    const auto exercises = exercisesOf(lesson);
    return progress.lessons.value(lesson.id).read
        && std::all_of(exercises.begin(), exercises.end(),
                       [&progress](const auto &exercise) { return isPassed(*exercise, progress); });
}

std::vector<Place> readingOrder(const Course &course)
{
    std::vector<Place> places;
    for (const Lesson *lesson : lessonsOf(course)) {
        places.push_back({u"lesson"_s, course.id, lesson->id});
        for (const auto &exercise : exercisesOf(*lesson)) {
            if (!exercise->embedded) {
                places.push_back({u"exercise"_s, course.id, exercise->id});
            }
        }
    }
    return places;
}

} // namespace studio
