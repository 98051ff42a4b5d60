#pragma once

#include "domain/progress.h"
#include "domain/result.h"

#include <vector>

namespace studio::store {

class Database;

/// How far a person is: lessons, exercises, time, days. Opens no transaction; whoever calls it does.
class ProgressRepository final
{
public:
    explicit ProgressRepository(Database &db);

    /// The time spent never goes down: what addTime() counted stays.
    Result<> saveLesson(const QString &courseId, const QString &lessonId, const LessonProgress &progress,
                        const QDateTime &nowUtc);
    /// To the exercise when `exerciseId` is not empty, else to the lesson; and to the day.
    Result<> addTime(const QString &courseId, const QString &lessonId, const QString &exerciseId,
                     std::chrono::milliseconds spent, const QDateTime &nowUtc);
    /// Hints that are open stay open: a smaller number changes nothing.
    Result<> saveHintsOpened(const QString &courseId, const QString &exerciseId, int opened,
                             const QDateTime &nowUtc);
    /// Counts one check, also for its day, and gives what the exercise stands at now.
    Result<ExerciseProgress> countAttempt(const Attempt &attempt);

    Result<LessonProgress> lesson(const QString &courseId, const QString &lessonId);
    /// Time of the lesson that is in no entry of the outbox yet.
    Result<std::chrono::milliseconds> unsentTime(const QString &courseId, const QString &lessonId);
    Result<> setUnsentTime(const QString &courseId, const QString &lessonId, std::chrono::milliseconds time);

    /// Passed on another computer.
    Result<> markPassed(const QString &courseId, const QString &exerciseId, const QDateTime &atUtc);

    Result<CourseProgress> course(const QString &courseId);
    Result<QHash<QString, CourseProgress>> all();
    Result<std::vector<DayActivity>> activity(const QDate &from, const QDate &to);

    /// The row of the course, made when there is none.
    Result<qint64> courseRow(const QString &courseId, const QDateTime &nowUtc);

private:
    Result<ExerciseProgress> exercise(qint64 course, const QString &exerciseId);
    Result<> readLessons(const QString &courseId, QHash<QString, CourseProgress> &into);
    Result<> readExercises(const QString &courseId, QHash<QString, CourseProgress> &into);
    Result<> addToDay(const QDateTime &atUtc, std::chrono::milliseconds time, int solved);

    Database &m_db;
};

} // namespace studio::store
