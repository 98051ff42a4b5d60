#include "domain/course.h"

namespace studio {

namespace {

std::shared_ptr<const Exercise> findStep(const std::shared_ptr<const Exercise> &exercise, const QString &id)
{
    if (exercise->id == id) {
        return exercise;
    }
    if (const auto *steps = std::get_if<StepsSpec>(&exercise->spec)) {
        for (const auto &step : steps->steps) {
            if (auto found = findStep(step, id)) {
                return found;
            }
        }
    }
    return nullptr;
}

} // namespace

std::vector<const Lesson *> lessonsOf(const Course &course)
{
    std::vector<const Lesson *> lessons;
    for (const Section &section : course.sections) {
        for (const Lesson &lesson : section.lessons) {
            lessons.push_back(&lesson);
        }
    }
    return lessons;
}

std::optional<LessonPosition> findLesson(const Course &course, const QString &lessonId)
{
    LessonPosition position;
    std::optional<LessonPosition> found;
    for (const Section &section : course.sections) {
        for (const Lesson &lesson : section.lessons) {
            if (!found && lesson.id == lessonId) {
                found = LessonPosition{&section, &lesson, position.count, 0};
            }
            ++position.count;
        }
    }
    if (found) {
        found->count = position.count;
    }
    return found;
}

std::vector<std::shared_ptr<const Exercise>> exercisesOf(const Lesson &lesson)
{
    std::vector<std::shared_ptr<const Exercise>> exercises;
    for (const Block &block : lesson.blocks) {
        if (const auto *one = std::get_if<ExerciseBlock>(&block)) {
            exercises.push_back(one->exercise);
        } else if (const auto *embedded = std::get_if<EmbeddedExerciseBlock>(&block)) {
            exercises.insert(exercises.end(), embedded->questions.begin(), embedded->questions.end());
        }
    }
    return exercises;
}

std::vector<std::shared_ptr<const Exercise>> exercisesOf(const Course &course)
{
    std::vector<std::shared_ptr<const Exercise>> exercises;
    for (const Lesson *lesson : lessonsOf(course)) {
        const auto more = exercisesOf(*lesson);
        exercises.insert(exercises.end(), more.begin(), more.end());
    }
    return exercises;
}

std::shared_ptr<const Exercise> findExercise(const Course &course, const QString &exerciseId)
{
    for (const auto &exercise : exercisesOf(course)) {
        if (auto found = findStep(exercise, exerciseId)) {
            return found;
        }
    }
    return nullptr;
}

const Lesson *lessonOfExercise(const Course &course, const QString &exerciseId)
{
    for (const Lesson *lesson : lessonsOf(course)) {
        for (const auto &exercise : exercisesOf(*lesson)) {
            if (findStep(exercise, exerciseId)) {
                return lesson;
            }
        }
    }
    return nullptr;
}

} // namespace studio
