#pragma once

// What the plain tables' catalogue answers: courses, lessons, exercises (where the platform is repaired).

#include "sync/api/json_reader.h"

namespace studio::sync {

struct UserDto
{
    qint64 id = 0;
    QString username;
    QString email;
    QString firstName;
    QString lastName;
};

struct CategoryDto
{
    qint64 id = 0;
    QString name;
    QString slug;
};

struct ClassicCourseDto
{
    qint64 id = 0;
    QString title;
    QString slug;
    QString description;
    QString shortDescription;
    QString instructorName;
    QString categoryName;
    QString difficulty;
    qint64 hours = 0; ///< 0 when the platform does not say.
    QString prerequisites;
    std::optional<bool> enrolled; ///< Only at top level of the course endpoints.
    bool published = true;
    QString thumbnailUrl;
    QString averageRating; ///< A decimal as text.
    QDateTime updatedUtc;
};

struct LessonDto
{
    qint64 id = 0;
    qint64 courseId = 0;
    QString title;
    QString slug;
    QString description;
    QString content;
    QJsonArray structured; ///< Free JSON: nothing about it is certain.
    bool useStructured = false;
    QString contentFormat; ///< `plain`, `markdown` or `structured`
    QString videoUrl;
    QString lessonType;
    qint64 order = 0;
    qint64 minutes = 0;
    bool published = true;
    std::vector<qint64> requiredLessons;
    QDateTime updatedUtc;
};

/// A lesson as it is named in a list.
struct LessonNameDto
{
    qint64 id = 0;
    QString title;
};

struct TestCaseDto
{
    qint64 id = 0;
    QString name;
    QString input;
    QString expected;
    bool hidden = false;
    bool sample = false;
    qint64 exerciseId = 0;
};

struct ClassicHintDto
{
    QString text;
    std::optional<qint64> afterAttempts;
};

/// Answers 500 on the platform as it is deployed; the shape of a repaired one.
struct ClassicExerciseDto
{
    qint64 id = 0;
    qint64 lessonId = 0; ///< 0: of no lesson.
    QString title;
    QString description;
    QString instructions;
    QString starterCode;
    QString solutionCode;
    QString difficulty;
    qint64 points = 1;
    qint64 order = 0;
    bool published = true;
    std::vector<ClassicHintDto> hints;
    std::vector<TestCaseDto> testCases;
    QDateTime updatedUtc;
};

struct EnrolmentDto
{
    qint64 id = 0;
    qint64 courseId = 0;
    QDateTime enrolledUtc;
    bool completed = false;
};

void read(Fields &in, UserDto &out);
void read(Fields &in, CategoryDto &out);
void read(Fields &in, ClassicCourseDto &out);
void read(Fields &in, LessonDto &out);
void read(Fields &in, LessonNameDto &out);
void read(Fields &in, TestCaseDto &out);
void read(Fields &in, ClassicHintDto &out);
void read(Fields &in, ClassicExerciseDto &out);
void read(Fields &in, EnrolmentDto &out);

} // namespace studio::sync
