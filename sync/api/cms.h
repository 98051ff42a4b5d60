#pragma once

// What the CMS's catalogue answers. No item of it has a time; ids are page ids and have nothing to do with
// those of the plain tables. Slugs are for fetching only.

#include "sync/api/json_reader.h"

namespace studio::sync {

/// A course as lists and the index show it.
struct PageCourseSummaryDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    QString summary;
    QString difficulty;
    QString duration; ///< Free text.
    QString teacher;
    QStringList categories;
};

struct PageObjectiveDto
{
    QString title;
    QString description;
};

/// A lesson as the detail of a repaired platform names it.
struct PageLessonRefDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    qint64 number = 0;
};

struct PageCourseDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    QString summary;
    QString detailed; ///< HTML as its editor stores it.
    QString difficulty;
    QString duration;
    QString prerequisites; ///< HTML as its editor stores it.
    QString teacher;
    std::vector<PageObjectiveDto> objectives;
    QJsonArray syllabus; ///< Blocks.
    std::optional<bool> enrolled; ///< Nothing when the platform does not say: anonymous or not enrolled.
    std::vector<PageLessonRefDto> lessons; ///< Empty on the platform as it is deployed.
    QStringList skipped;
};

/// One line of `courses/{slug}/exercises/`.
struct CourseExerciseDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    QString url;
    bool steps = false;
    qint64 sequence = 0;
    bool ofLesson = false; ///< Else directly below the course.
    QString parentTitle;
    qint64 lessonNumber = 0;
};

struct CourseExercisesDto
{
    qint64 courseId = 0;
    std::vector<CourseExerciseDto> exercises;
    QStringList skipped;
};

/// One line of `wagtail/exercises/`.
struct ExerciseListItemDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    QString url; ///< `/learning/<course>/…`: the only list that names every course.
    bool steps = false;
};

struct PageHintDto
{
    QString text; ///< HTML.
    qint64 level = 0;
    qint64 afterSeconds = 0;
    qint64 afterAttempts = 0;
};

struct PageTestCaseDto
{
    QString input;
    QString expected;
    QString description;
    bool hidden = false;
};

struct PageExerciseDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    QString type; ///< coding, multiple_choice, fill_blank, project, quiz
    qint64 points = 1;
    QString language;
    QString description; ///< HTML as its editor stores it.
    QString starter;
    QString solution;
    QString templateCode;
    QJsonObject solutions;
    QJsonObject alternatives;
    std::vector<PageHintDto> progressiveHints;
    QJsonValue question; ///< Any JSON.
    QJsonArray content; ///< Blocks.
    std::vector<PageTestCaseDto> testCases;
    std::vector<PageHintDto> hints;
    std::optional<qint64> maxAttempts;
    QStringList skipped;
};

struct StepDto
{
    qint64 number = 0;
    QString title;
    QString description; ///< HTML
    QString type; ///< code, fill_blank, multiple_choice, quiz
    QString templateCode;
    qint64 points = 0;
    QString success;
    QString hint;
    QJsonValue solutions;
};

struct StepExerciseDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    qint64 points = 1;
    std::vector<StepDto> steps;
    std::vector<PageHintDto> hints;
    QStringList skipped;
};

/// A lesson's text, where the platform is repaired.
struct PageLessonDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    qint64 number = 0;
    QString duration;
    QString intro; ///< HTML as its editor stores it.
    QJsonArray content; ///< Blocks.
    QStringList objectives;
    QString prerequisites;
    QJsonArray resources;
};

struct LearningIndexDto
{
    QString title;
    std::vector<PageCourseSummaryDto> featured;
    QStringList skipped;
};

struct PageEnrolmentStatusDto
{
    bool enrolled = false;
};

void read(Fields &in, PageCourseSummaryDto &out);
void read(Fields &in, PageObjectiveDto &out);
void read(Fields &in, PageLessonRefDto &out);
void read(Fields &in, PageCourseDto &out);
void read(Fields &in, CourseExerciseDto &out);
void read(Fields &in, CourseExercisesDto &out);
void read(Fields &in, ExerciseListItemDto &out);
void read(Fields &in, PageHintDto &out);
void read(Fields &in, PageTestCaseDto &out);
void read(Fields &in, PageExerciseDto &out);
void read(Fields &in, StepDto &out);
void read(Fields &in, StepExerciseDto &out);
void read(Fields &in, PageLessonDto &out);
void read(Fields &in, LearningIndexDto &out);
void read(Fields &in, PageEnrolmentStatusDto &out);

} // namespace studio::sync
