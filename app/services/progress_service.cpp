#include "services/progress_service.h"

#include "domain/completion.h"
#include "domain/when_done.h"

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;

double CourseSummaryProgress::share() const
{
    const int all = exercises + lessons;
    return all == 0 ? 0 : static_cast<double>(exercisesPassed + lessonsDone) / all;
}

struct ProgressService::Private
{
    WorkStore &store;
    const Clock &clock;
    Profile profile;
    QHash<QString, CourseProgress> courses;
    QHash<QDate, DayActivity> days;
    std::optional<Place> place;
    std::optional<Place> placeAtStart;
    std::optional<Place> workPlace;
    bool loaded = false;
    quint64 changes = 0; ///< Counts what was changed here since the start.

    QDate today() const { return clock.nowUtc().toLocalTime().date(); }

    DayActivity &day(const QDate &date)
    {
        DayActivity &activity = days[date];
        activity.day = date;
        return activity;
    }

    LessonProgress &lesson(const QString &courseId, const QString &lessonId)
    {
        LessonProgress &progress = courses[courseId].lessons[lessonId];
        progress.lastSeenUtc = clock.nowUtc();
        return progress;
    }
};

namespace {

bool isWork(const Place &place)
{
    return place.page == "lesson"_L1 || place.page == "exercise"_L1;
}

/// How far back a streak is looked for.
constexpr int kDaysKept = 400;

} // namespace

ProgressService::ProgressService(WorkStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(new Private{store, clock, {}, {}, {}, {}, {}, {}, false})
{
}

ProgressService::~ProgressService() = default;

QFuture<Result<>> ProgressService::load()
{
    whenDone(d->store.profile(), this, [this](const Result<Profile> &profile) {
        if (profile) {
            d->profile = *profile;
            Q_EMIT profileChanged();
        }
    });
    whenDone(d->store.activity(d->today().addDays(-kDaysKept), d->today()), this,
             [this](const Result<std::vector<DayActivity>> &days) {
                 for (const DayActivity &day : days ? *days : std::vector<DayActivity>()) {
                     d->days.insert(day.day, day);
                 }
                 Q_EMIT weekChanged();
             });
    whenDone(d->store.lastPlace(), this, [this](const Result<std::optional<Place>> &place) {
        if (place && *place) {
            d->placeAtStart = *place;
        }
    });
    // Asked for last and answered last: when it is there, all is there.
    return whenDone(
        d->store.allProgress(), this, [this](const Result<QHash<QString, CourseProgress>> &all) -> Result<> {
            if (!all) {
                return fail(all.error());
            }
            d->courses = *all;
            QDateTime newest;
            for (auto course = d->courses.begin(); course != d->courses.end(); ++course) {
                for (auto lesson = course->lessons.begin(); lesson != course->lessons.end(); ++lesson) {
                    if (!newest.isValid() || lesson->lastSeenUtc > newest) {
                        newest = lesson->lastSeenUtc;
                        d->workPlace = Place{u"lesson"_s, course.key(), lesson.key()};
                    }
                }
                for (auto exercise = course->exercises.begin(); exercise != course->exercises.end();
                     ++exercise) {
                    // Questions inside a lesson have dots in their ids and no page of their own.
                    if (!exercise.key().contains(u'.')
                        && (!newest.isValid() || exercise->lastSeenUtc > newest)) {
                        newest = exercise->lastSeenUtc;
                        d->workPlace = Place{u"exercise"_s, course.key(), exercise.key()};
                    }
                }
            }
            if (d->place && isWork(*d->place)) {
                d->workPlace = d->place;
            }
            d->loaded = true;
            Q_EMIT loaded();
            return {};
        });
}

bool ProgressService::isLoaded() const
{
    return d->loaded;
}

const Profile &ProgressService::profile() const
{
    return d->profile;
}

void ProgressService::rename(const QString &name)
{
    d->profile.name = name.trimmed().left(100);
    Q_EMIT profileChanged();
    watch(d->store.renameProfile(d->profile.name));
}

CourseProgress ProgressService::course(const QString &courseId) const
{
    return d->courses.value(courseId);
}

LessonProgress ProgressService::lesson(const QString &courseId, const QString &lessonId) const
{
    return d->courses.value(courseId).lessons.value(lessonId);
}

ExerciseProgress ProgressService::exercise(const QString &courseId, const QString &exerciseId) const
{
    return d->courses.value(courseId).exercises.value(exerciseId);
}

CourseSummaryProgress ProgressService::summary(const Course &course) const
{
    const CourseProgress progress = this->course(course.id);
    CourseSummaryProgress summary;
    for (const Lesson *lesson : lessonsOf(course)) {
        ++summary.lessons;
        summary.lessonsDone += studio::isDone(*lesson, progress) ? 1 : 0;
        for (const auto &exercise : exercisesOf(*lesson)) {
            ++summary.exercises;
            summary.exercisesPassed += isPassed(*exercise, progress) ? 1 : 0;
        }
    }
    return summary;
}

bool ProgressService::isDone(const Course &course, const Lesson &lesson) const
{
    return studio::isDone(lesson, this->course(course.id));
}

WeekActivity ProgressService::week() const
{
    WeekActivity week;
    const QDate today = d->today();
    for (int i = 0; i < 7; ++i) {
        const QDate date = today.addDays(i - 6);
        week.days[static_cast<std::size_t>(i)] = d->days.value(date);
        week.days[static_cast<std::size_t>(i)].day = date;
    }
    const auto worked = [this](const QDate &date) {
        const auto day = d->days.find(date);
        return day != d->days.end() && (day->solved > 0 || day->time.count() > 0);
    };
    QDate date = worked(today) ? today : today.addDays(-1);
    while (worked(date)) {
        ++week.streak;
        date = date.addDays(-1);
    }
    return week;
}

std::optional<Place> ProgressService::lastPlace() const
{
    return d->place;
}

std::optional<Place> ProgressService::lastPlaceAtStart() const
{
    return d->placeAtStart;
}

std::optional<Place> ProgressService::lastWorkPlace() const
{
    return d->workPlace;
}

void ProgressService::setRead(const QString &courseId, const QString &lessonId, bool read)
{
    LessonProgress &progress = d->lesson(courseId, lessonId);
    if (progress.read != read) {
        progress.read = read;
        save(courseId, lessonId);
    }
}

void ProgressService::setBookmarked(const QString &courseId, const QString &lessonId, bool bookmarked)
{
    LessonProgress &progress = d->lesson(courseId, lessonId);
    if (progress.bookmarked != bookmarked) {
        progress.bookmarked = bookmarked;
        save(courseId, lessonId);
    }
}

void ProgressService::setNotes(const QString &courseId, const QString &lessonId, const QString &notes)
{
    LessonProgress &progress = d->lesson(courseId, lessonId);
    if (progress.notes != notes) {
        progress.notes = notes;
        save(courseId, lessonId);
    }
}

void ProgressService::readAgain()
{
    whenDone(d->store.allProgress(), this,
             [this, before = d->changes](const Result<QHash<QString, CourseProgress>> &all) {
                 if (!all) {
                     return; // what is known stays, and is what the person did
                 }
                 if (d->changes != before) {
                     return readAgain(); // that answer is older than what was done meanwhile
                 }
                 d->courses = *all;
                 Q_EMIT loaded();
             });
}

void ProgressService::setPosition(const QString &courseId, const QString &lessonId, double position)
{
    LessonProgress &progress = d->lesson(courseId, lessonId);
    progress.position = std::clamp(position, 0.0, 1.0);
    save(courseId, lessonId);
}

void ProgressService::setPlace(const Place &place)
{
    if (d->place == place) {
        return;
    }
    d->place = place;
    if (isWork(place)) {
        d->workPlace = place;
    }
    watch(d->store.savePlace(place));
}

void ProgressService::addTime(const QString &courseId, const QString &lessonId, const QString &exerciseId,
                              std::chrono::seconds spent)
{
    if (spent.count() <= 0) {
        return;
    }
    if (!lessonId.isEmpty()) {
        d->lesson(courseId, lessonId).timeSpent += spent;
    }
    if (!exerciseId.isEmpty()) {
        d->courses[courseId].exercises[exerciseId].timeSpent += spent;
    }
    d->day(d->today()).time += spent;
    watch(d->store.addTime(courseId, lessonId, exerciseId, spent));
    Q_EMIT weekChanged();
}

void ProgressService::setHintsOpened(const QString &courseId, const QString &exerciseId, int opened)
{
    d->courses[courseId].exercises[exerciseId].hintsOpened = opened;
    watch(d->store.saveHintsOpened(courseId, exerciseId, opened));
}

QFuture<Result<ExerciseProgress>> ProgressService::recordAttempt(const Attempt &attempt)
{
    return whenDone(
        d->store.recordAttempt(attempt), this, [this, attempt](const Result<ExerciseProgress> &done) {
            if (!done) {
                Q_EMIT saveFailed(done.error());
                return done;
            }
            ++d->changes;
            ExerciseProgress &progress = d->courses[attempt.courseId].exercises[attempt.exerciseId];
            const bool first = done->passed && !progress.passed;
            const auto time
                = std::max(progress.timeSpent, done->timeSpent); // seconds that are not written yet stay
            const int hints = std::max(progress.hintsOpened, done->hintsOpened);
            progress = *done;
            progress.timeSpent = time;
            progress.hintsOpened = hints;
            if (first) {
                ++d->day(d->today()).solved;
                Q_EMIT weekChanged();
            }
            Q_EMIT saved();
            Q_EMIT exerciseChanged(attempt.courseId, attempt.exerciseId);
            return done;
        });
}

void ProgressService::save(const QString &courseId, const QString &lessonId)
{
    watch(d->store.saveLesson(courseId, lessonId, lesson(courseId, lessonId)));
    Q_EMIT lessonChanged(courseId, lessonId);
}

void ProgressService::watch(QFuture<Result<>> writing)
{
    ++d->changes;
    whenDone(writing, this, [this](const Result<> &done) {
        if (done) {
            Q_EMIT saved();
        } else {
            Q_EMIT saveFailed(done.error());
        }
    });
}

} // namespace studio::services
