#pragma once

#include "domain/course.h"
#include "domain/ports/clock.h"
#include "domain/ports/work_store.h"

#include <QObject>

#include <array>

namespace studio::services {

/// How far a person is in a course, counted over its lessons and exercises.
struct CourseSummaryProgress
{
    int exercisesPassed = 0;
    int exercises = 0;
    int lessonsDone = 0; ///< Read, and all exercises passed.
    int lessons = 0;

    double share() const; ///< 0 to 1
};

/// What Home shows of the last seven days; day 6 is today.
struct WeekActivity
{
    std::array<DayActivity, 7> days;
    int streak = 0; ///< Days in a row with work, today or yesterday the last.
};

/// The person's progress, in memory as the store has it, and the only writer of it.
///
/// A value changes here first and is written behind; when writing fails, saveFailed() says so, the value
/// stays here, and the next change of the same thing writes it again.
class ProgressService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressService)

public:
    ProgressService(WorkStore &store, const Clock &clock, QObject *parent = nullptr);
    ~ProgressService() override;

    QFuture<Result<>> load(); ///< Call once; until it ends every query gives "nothing done".
    void readAgain(); ///< The store was changed by others: loaded() follows. What is done meanwhile stays.
    bool isLoaded() const;

    const Profile &profile() const;
    void rename(const QString &name);

    CourseProgress course(const QString &courseId) const;
    LessonProgress lesson(const QString &courseId, const QString &lessonId) const;
    ExerciseProgress exercise(const QString &courseId, const QString &exerciseId) const;
    CourseSummaryProgress summary(const Course &course) const;
    bool isDone(const Course &course, const Lesson &lesson) const;
    WeekActivity week() const;
    std::optional<Place> lastPlace() const;
    std::optional<Place> lastPlaceAtStart() const; ///< As it was when the program started.
    std::optional<Place> lastWorkPlace() const; ///< The last lesson or exercise: "go on where you stopped".

    void setRead(const QString &courseId, const QString &lessonId, bool read);
    void setBookmarked(const QString &courseId, const QString &lessonId, bool bookmarked);
    void setNotes(const QString &courseId, const QString &lessonId, const QString &notes);
    void setPosition(const QString &courseId, const QString &lessonId, double position);
    void setPlace(const Place &place);
    void addTime(const QString &courseId, const QString &lessonId, const QString &exerciseId,
                 std::chrono::seconds spent);
    void setHintsOpened(const QString &courseId, const QString &exerciseId, int opened);

    /// Stores the attempt and updates the exercise's progress; the future ends when it is on disk.
    QFuture<Result<ExerciseProgress>> recordAttempt(const Attempt &attempt);

Q_SIGNALS:
    void loaded();
    void profileChanged();
    void lessonChanged(const QString &courseId, const QString &lessonId);
    void exerciseChanged(const QString &courseId, const QString &exerciseId);
    void weekChanged();
    void saveFailed(const studio::Error &error);
    void saved(); ///< A write succeeded (again).

private:
    struct Private;

    void save(const QString &courseId, const QString &lessonId);
    void watch(QFuture<Result<>> writing); ///< Tells whether it succeeded.

    std::unique_ptr<Private> d;
};

} // namespace studio::services
