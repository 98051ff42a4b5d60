#pragma once

#include "domain/block.h"

namespace studio {

struct Lesson
{
    QString id; ///< Unique in its course: the folder's name.
    QString title;
    QString summary;
    int minutes = 0; ///< The author's estimate; 0 when not given.
    std::vector<Block> blocks;
    SourcePlace place;
};

/// A named group of lessons, in order.
struct Section
{
    QString title;
    std::vector<Lesson> lessons;
};

/// What a list of courses shows, without reading the lessons.
struct CourseSummary
{
    QString id;
    QString title;
    QString summary;
    QString root; ///< Absolute path of the course's folder.
    bool bundled = false;
};

/// A course as an author wrote it. Immutable once loaded, and shared by `std::shared_ptr<const Course>`.
struct Course
{
    QString id; ///< Letters, digits and dashes; the key under which progress is kept.
    QString title;
    QString summary;
    RichText about;
    QString language; ///< Of the text, BCP 47, e.g. `en`.
    QString version;
    QString licence; ///< SPDX expression or words.
    QStringList authors;
    QString root; ///< Absolute path of the folder.
    std::vector<Section> sections;
};

/// Where a lesson or an exercise stands in its course.
struct LessonPosition
{
    const Section *section = nullptr;
    const Lesson *lesson = nullptr;
    int index = 0; ///< From 0, over the whole course.
    int count = 0;
};

std::vector<const Lesson *> lessonsOf(const Course &course);
std::optional<LessonPosition> findLesson(const Course &course, const QString &lessonId);

/// All exercises of a lesson in reading order: folders and embedded ones; steps are not listed on their own.
std::vector<std::shared_ptr<const Exercise>> exercisesOf(const Lesson &lesson);
std::vector<std::shared_ptr<const Exercise>> exercisesOf(const Course &course);

/// Finds steps as well (`id/step`).
std::shared_ptr<const Exercise> findExercise(const Course &course, const QString &exerciseId);
const Lesson *lessonOfExercise(const Course &course, const QString &exerciseId);

} // namespace studio
