#include "store/progress_repository.h"

#include "store/database.h"
#include "store/statement.h"

#include <algorithm>
#include <cmath>

namespace studio::store {

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

seconds secondsFrom(qint64 stored)
{
    return duration_cast<seconds>(milliseconds(stored));
}

qint64 millisecondsOf(seconds time)
{
    return duration_cast<milliseconds>(time).count();
}

LessonProgress lessonFrom(const Statement &row, int column)
{
    LessonProgress progress;
    progress.read = row.integer(column) != 0;
    progress.bookmarked = row.integer(column + 1) != 0;
    progress.position = row.real(column + 2);
    progress.timeSpent = secondsFrom(row.integer(column + 3));
    progress.lastSeenUtc = row.time(column + 4);
    progress.notes = row.text(column + 5);
    return progress;
}

ExerciseProgress exerciseFrom(const Statement &row, int column)
{
    ExerciseProgress progress;
    progress.passed = row.integer(column) != 0;
    progress.attempts = static_cast<int>(row.integer(column + 1));
    progress.failedAttempts = static_cast<int>(row.integer(column + 2));
    progress.timeSpent = secondsFrom(row.integer(column + 3));
    progress.hintsOpened = static_cast<int>(row.integer(column + 4));
    progress.passedUtc = row.time(column + 5);
    progress.lastSeenUtc = row.time(column + 6);
    return progress;
}

QString dayOf(const QDateTime &atUtc)
{
    return atUtc.toLocalTime().date().toString(Qt::ISODate);
}

} // namespace

ProgressRepository::ProgressRepository(Database &db)
    : m_db(db)
{
}

Result<qint64> ProgressRepository::courseRow(const QString &courseId, const QDateTime &nowUtc)
{
    Statement insert(m_db, "INSERT OR IGNORE INTO course(key, first_seen) VALUES(?,?)");
    if (auto done = insert.bind(courseId, nowUtc).run(); !done) {
        return fail(std::move(done).error());
    }
    Statement select(m_db, "SELECT id FROM course WHERE key=?");
    const auto row = select.bind(courseId).next();
    if (!row) {
        return fail(row.error());
    }
    return select.integer(0);
}

Result<> ProgressRepository::saveLesson(const QString &courseId, const QString &lessonId,
                                        const LessonProgress &progress, const QDateTime &nowUtc)
{
    const auto course = courseRow(courseId, nowUtc);
    if (!course) {
        return fail(course.error());
    }
    const double position = std::isnan(progress.position) ? 0.0 : std::clamp(progress.position, 0.0, 1.0);
    const QDateTime seen = progress.lastSeenUtc.isValid() ? progress.lastSeenUtc : nowUtc;
    Statement save(
        m_db,
        "INSERT INTO lesson(course, key, read, bookmarked, position, time, last_seen, notes)"
        " VALUES(?,?,?,?,?,?,?,?)"
        " ON CONFLICT(course, key) DO UPDATE SET read=excluded.read, bookmarked=excluded.bookmarked,"
        " position=excluded.position, time=max(time, excluded.time), last_seen=excluded.last_seen,"
        " notes=excluded.notes");
    return save
        .bind(*course, lessonId, progress.read, progress.bookmarked, position,
              millisecondsOf(progress.timeSpent), seen, progress.notes)
        .run();
}

Result<> ProgressRepository::addTime(const QString &courseId, const QString &lessonId,
                                     const QString &exerciseId, milliseconds spent, const QDateTime &nowUtc)
{
    if (spent < milliseconds(0)) {
        return fail(ErrorCode::InvalidData, u"time spent is negative: %1 ms"_s.arg(spent.count()));
    }
    const auto course = courseRow(courseId, nowUtc);
    if (!course) {
        return fail(course.error());
    }
    Statement add(
        m_db,
        exerciseId.isEmpty()
            ? "INSERT INTO lesson(course, key, time, last_seen) VALUES(?,?,?,?) ON CONFLICT(course, key)"
              " DO UPDATE SET time=time+excluded.time, last_seen=excluded.last_seen"
            : "INSERT INTO exercise(course, key, time, last_seen) VALUES(?,?,?,?) ON CONFLICT(course, key)"
              " DO UPDATE SET time=time+excluded.time, last_seen=excluded.last_seen");
    add.bind(*course, exerciseId.isEmpty() ? lessonId : exerciseId, qint64{spent.count()}, nowUtc);
    if (auto done = add.run(); !done) {
        return done;
    }
    return addToDay(nowUtc, spent, 0);
}

Result<> ProgressRepository::saveHintsOpened(const QString &courseId, const QString &exerciseId, int opened,
                                             const QDateTime &nowUtc)
{
    const auto course = courseRow(courseId, nowUtc);
    if (!course) {
        return fail(course.error());
    }
    Statement save(
        m_db,
        "INSERT INTO exercise(course, key, hints_opened, last_seen) VALUES(?,?,?,?) ON CONFLICT(course, key)"
        " DO UPDATE SET hints_opened=max(hints_opened, excluded.hints_opened), last_seen=excluded.last_seen");
    return save.bind(*course, exerciseId, std::max(opened, 0), nowUtc).run();
}

Result<ExerciseProgress> ProgressRepository::countAttempt(const Attempt &attempt)
{
    const auto course = courseRow(attempt.courseId, attempt.atUtc);
    if (!course) {
        return fail(course.error());
    }
    auto progress = exercise(*course, attempt.exerciseId);
    if (!progress) {
        return progress;
    }
    const bool passed = attempt.outcome == Outcome::Passed;
    const bool learnersFailure
        = attempt.outcome == Outcome::Wrong || attempt.outcome == Outcome::DidNotFinish;
    const bool firstPass = passed && !progress->passed;
    progress->attempts += 1;
    progress->failedAttempts += learnersFailure && !progress->passed ? 1 : 0;
    progress->lastSeenUtc = attempt.atUtc;
    if (firstPass) {
        progress->passed = true;
        progress->passedUtc = attempt.atUtc;
    }
    Statement save(
        m_db,
        "INSERT INTO exercise(course, key, passed, attempts, failed_attempts, passed_at, last_seen)"
        " VALUES(?,?,?,?,?,?,?) ON CONFLICT(course, key) DO UPDATE SET passed=excluded.passed,"
        " attempts=excluded.attempts, failed_attempts=excluded.failed_attempts,"
        " passed_at=excluded.passed_at, last_seen=excluded.last_seen");
    save.bind(*course, attempt.exerciseId, progress->passed, progress->attempts, progress->failedAttempts,
              progress->passedUtc, progress->lastSeenUtc);
    if (auto done = save.run(); !done) {
        return fail(std::move(done).error());
    }
    if (auto done = addToDay(attempt.atUtc, milliseconds(0), firstPass ? 1 : 0); !done) {
        return fail(std::move(done).error());
    }
    return progress;
}

Result<ExerciseProgress> ProgressRepository::exercise(qint64 course, const QString &exerciseId)
{
    Statement select(m_db,
                     "SELECT passed, attempts, failed_attempts, time, hints_opened, passed_at, last_seen"
                     " FROM exercise WHERE course=? AND key=?");
    const auto row = select.bind(course, exerciseId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? exerciseFrom(select, 0) : ExerciseProgress();
}

Result<LessonProgress> ProgressRepository::lesson(const QString &courseId, const QString &lessonId)
{
    Statement select(m_db,
                     "SELECT l.read, l.bookmarked, l.position, l.time, l.last_seen, l.notes FROM lesson l"
                     " JOIN course c ON c.id=l.course WHERE c.key=? AND l.key=?");
    const auto row = select.bind(courseId, lessonId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? lessonFrom(select, 0) : LessonProgress();
}

Result<milliseconds> ProgressRepository::unsentTime(const QString &courseId, const QString &lessonId)
{
    Statement select(
        m_db, "SELECT l.unsent FROM lesson l JOIN course c ON c.id=l.course WHERE c.key=? AND l.key=?");
    const auto row = select.bind(courseId, lessonId).next();
    if (!row) {
        return fail(row.error());
    }
    return milliseconds(*row ? select.integer(0) : 0);
}

Result<> ProgressRepository::setUnsentTime(const QString &courseId, const QString &lessonId,
                                           milliseconds time)
{
    Statement update(m_db,
                     "UPDATE lesson SET unsent=? WHERE key=? AND course=(SELECT id FROM course WHERE key=?)");
    return update.bind(qint64{time.count()}, lessonId, courseId).run();
}

Result<> ProgressRepository::markPassed(const QString &courseId, const QString &exerciseId,
                                        const QDateTime &atUtc)
{
    const auto course = courseRow(courseId, atUtc);
    if (!course) {
        return fail(course.error());
    }
    Statement save(m_db,
                   "INSERT INTO exercise(course, key, passed, passed_at, last_seen) VALUES(?1,?2,1,?3,?3)"
                   " ON CONFLICT(course, key) DO UPDATE SET passed=1,"
                   " passed_at=coalesce(passed_at, excluded.passed_at)");
    return save.bind(*course, exerciseId, atUtc).run();
}

Result<CourseProgress> ProgressRepository::course(const QString &courseId)
{
    QHash<QString, CourseProgress> found;
    if (auto done = readLessons(courseId, found); !done) {
        return fail(std::move(done).error());
    }
    if (auto done = readExercises(courseId, found); !done) {
        return fail(std::move(done).error());
    }
    return found.value(courseId);
}

Result<QHash<QString, CourseProgress>> ProgressRepository::all()
{
    QHash<QString, CourseProgress> found;
    if (auto done = readLessons(QString(), found); !done) {
        return fail(std::move(done).error());
    }
    if (auto done = readExercises(QString(), found); !done) {
        return fail(std::move(done).error());
    }
    return found;
}

/// An empty course id means all of them.
Result<> ProgressRepository::readLessons(const QString &courseId, QHash<QString, CourseProgress> &into)
{
    Statement select(
        m_db,
        "SELECT c.key, l.key, l.read, l.bookmarked, l.position, l.time, l.last_seen, l.notes FROM lesson l"
        " JOIN course c ON c.id=l.course WHERE ?1='' OR c.key=?1");
    select.bind(courseId);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return {};
        }
        into[select.text(0)].lessons.insert(select.text(1), lessonFrom(select, 2));
    }
}

Result<> ProgressRepository::readExercises(const QString &courseId, QHash<QString, CourseProgress> &into)
{
    Statement select(
        m_db,
        "SELECT c.key, e.key, e.passed, e.attempts, e.failed_attempts, e.time, e.hints_opened,"
        " e.passed_at, e.last_seen FROM exercise e JOIN course c ON c.id=e.course WHERE ?1='' OR c.key=?1");
    select.bind(courseId);
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return {};
        }
        into[select.text(0)].exercises.insert(select.text(1), exerciseFrom(select, 2));
    }
}

Result<std::vector<DayActivity>> ProgressRepository::activity(const QDate &from, const QDate &to)
{
    std::vector<DayActivity> days;
    Statement select(m_db, "SELECT day, time, solved FROM day WHERE day BETWEEN ? AND ? ORDER BY day");
    select.bind(from.toString(Qt::ISODate), to.toString(Qt::ISODate));
    for (;;) {
        const auto row = select.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return days;
        }
        days.push_back({QDate::fromString(select.text(0), Qt::ISODate), secondsFrom(select.integer(1)),
                        static_cast<int>(select.integer(2))});
    }
}

Result<> ProgressRepository::addToDay(const QDateTime &atUtc, milliseconds time, int solved)
{
    Statement add(m_db,
                  "INSERT INTO day(day, time, solved) VALUES(?,?,?) ON CONFLICT(day)"
                  " DO UPDATE SET time=time+excluded.time, solved=solved+excluded.solved");
    return add.bind(dayOf(atUtc), qint64{time.count()}, solved).run();
}

} // namespace studio::store
