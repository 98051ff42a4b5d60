#include "support/numbered_work.h"

#include "domain/outbox_rules.h"

namespace studio::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKinds = 4;
const QString kCourse = QStringLiteral("classic-1");

QString lessonId(int number)
{
    return u"lesson-%1"_s.arg(number);
}

QString exerciseId(int number)
{
    return u"exercise-%1"_s.arg(number);
}

QString enrolledCourse(int number)
{
    return u"classic-%1"_s.arg(1000 + number);
}

QString codeOf(int number)
{
    return u"print(%1)\n"_s.arg(number).repeated(1 + number % 40);
}

std::chrono::minutes timeOf(int number)
{
    return std::chrono::minutes(1 + number % 9);
}

Result<bool> isDone(const CourseProgress &progress, SyncStore &sync, int number)
{
    switch (number % kKinds) {
    case 0:
        return progress.lessons.value(lessonId(number)).read;
    case 1:
        return progress.exercises.value(exerciseId(number)).passed;
    case 2:
        return progress.lessons.value(lessonId(number)).timeSpent == timeOf(number);
    default: {
        const auto enrolled = sync.enrolled(enrolledCourse(number));
        if (!enrolled) {
            return fail(enrolled.error());
        }
        return *enrolled == true;
    }
    }
}

/// The number of the action this is the whole entry of; 0: of none.
int numberOf(const OutboxEntry &entry)
{
    const QString name = entry.itemId.isEmpty() ? entry.courseId : entry.itemId;
    const int number = name.section(u'-', 1).toInt() - (entry.itemId.isEmpty() ? 1000 : 0);
    switch (entry.kind) {
    case OperationKind::Complete:
        return number % kKinds == 0 ? number : 0;
    case OperationKind::Submit:
        return number % kKinds == 1 && codeIn(entry) == codeOf(number) ? number : 0;
    case OperationKind::Time:
        return number % kKinds == 2 && minutesIn(entry) == timeOf(number).count() ? number : 0;
    case OperationKind::Enrol:
        return number % kKinds == 3 ? number : 0;
    default:
        return 0;
    }
}

} // namespace

bool doNumbered(WorkStore &work, SyncStore &sync, int number, const QDateTime &nowUtc)
{
    switch (number % kKinds) {
    case 0: {
        LessonProgress progress;
        progress.read = true;
        progress.lastSeenUtc = nowUtc;
        return work.saveLesson(kCourse, lessonId(number), progress).result().has_value();
    }
    case 1:
        return work
            .recordAttempt({0, kCourse, exerciseId(number), nowUtc, codeOf(number), Outcome::Passed, {}})
            .result()
            .has_value();
    case 2:
        return work.addTime(kCourse, lessonId(number), {}, timeOf(number)).result().has_value();
    default:
        return sync.setEnrolled(enrolledCourse(number), true).has_value();
    }
}

Result<NumberedWork> findNumbered(WorkStore &work, SyncStore &sync, int most)
{
    const auto progress = work.courseProgress(kCourse).result();
    if (!progress) {
        return fail(progress.error());
    }
    auto waiting = sync.waiting();
    if (!waiting) {
        return fail(waiting.error());
    }
    const auto counts = sync.counts();
    if (!counts) {
        return fail(counts.error());
    }
    NumberedWork found;
    for (int number = 1; number <= most; ++number) {
        const auto done = isDone(*progress, sync, number);
        if (!done) {
            return fail(done.error());
        }
        if (*done) {
            found.done.insert(number);
        }
    }
    for (const OutboxEntry &entry : *waiting) {
        found.odd += found.waiting.insert(numberOf(entry)).second ? 0 : 1;
    }
    found.odd += found.waiting.contains(0) ? 1 : 0;
    found.odd += counts->kept; // nothing refuses anything here: damaged
    found.entries = std::move(*waiting);
    return found;
}

} // namespace studio::test
