#include "store/work_tables.h"

#include "domain/outbox_rules.h"

#include <algorithm>

namespace studio::store {

WorkTables::WorkTables(Database &db, const Clock &clock)
    : progress(db)
    , attempts(db)
    , journal(db, clock)
    , settings(db)
    , outbox(db, clock)
    , sync(db, clock)
{
}

Result<ExerciseProgress> WorkTables::recordAttempt(const Attempt &attempt)
{
    auto counted = progress.countAttempt(attempt);
    if (!counted) {
        return counted;
    }
    const auto course = progress.courseRow(attempt.courseId, attempt.atUtc);
    if (!course) {
        return fail(course.error());
    }
    const DocumentId document = DocumentId::forAnswer(attempt.courseId, attempt.exerciseId);
    const auto version = journal.keepBeside(document, attempt.answer, VersionReason::Checked, attempt.atUtc);
    if (!version) {
        return fail(version.error());
    }
    if (auto done = attempts.insert(*course, attempt, *version); !done) {
        return fail(std::move(done).error());
    }
    return counted;
}

Result<> WorkTables::saveLessonAndQueue(const QString &courseId, const QString &lessonId,
                                        const LessonProgress &after, const QDateTime &nowUtc)
{
    if (!platformCourse(courseId)) {
        return progress.saveLesson(courseId, lessonId, after, nowUtc);
    }
    const auto before = progress.lesson(courseId, lessonId);
    if (!before) {
        return fail(before.error());
    }
    if (auto done = progress.saveLesson(courseId, lessonId, after, nowUtc); !done) {
        return done;
    }
    if (auto done = outbox.add(operationsFor(courseId, lessonId, *before, after)); !done) {
        return done;
    }
    return queueTime(courseId, lessonId,
                     std::max(after.timeSpent - before->timeSpent, std::chrono::seconds(0)));
}

Result<> WorkTables::addTimeAndQueue(const QString &courseId, const QString &lessonId,
                                     const QString &exerciseId, std::chrono::milliseconds spent,
                                     const QDateTime &nowUtc)
{
    if (auto done = progress.addTime(courseId, lessonId, exerciseId, spent, nowUtc); !done) {
        return done;
    }
    // Time on an exercise has no place on the platform.
    return platformCourse(courseId) && exerciseId.isEmpty() ? queueTime(courseId, lessonId, spent)
                                                            : Result<>();
}

Result<> WorkTables::queueTime(const QString &courseId, const QString &lessonId,
                               std::chrono::milliseconds spent)
{
    if (spent.count() <= 0) {
        return {};
    }
    const auto unsent = progress.unsentTime(courseId, lessonId);
    if (!unsent) {
        return fail(unsent.error());
    }
    const TimeToSend time = timeToSend(courseId, lessonId, *unsent + spent);
    if (time.operation) {
        if (auto done = outbox.add(*time.operation); !done) {
            return done;
        }
    }
    return progress.setUnsentTime(courseId, lessonId, time.left);
}

Result<ExerciseProgress> WorkTables::recordAttemptAndQueue(const Attempt &attempt)
{
    auto recorded = recordAttempt(attempt);
    if (!recorded || !platformCourse(attempt.courseId)) {
        return recorded;
    }
    const auto names = sync.state(QStringLiteral("capabilities"));
    if (!names) {
        return fail(names.error());
    }
    const bool answers = names->split('\n').contains(kAnswersCapability);
    if (auto done = outbox.add(operationsFor(attempt, answers)); !done) {
        return fail(std::move(done).error());
    }
    return recorded;
}

} // namespace studio::store
