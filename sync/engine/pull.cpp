#include "sync/engine/pull.h"

#include "sync/api/classic.h"
#include "sync/api/cms.h"
#include "sync/api/decode.h"
#include "sync/api/progress_answers.h"

#include <QSet>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPages = 1000;
constexpr int kMostSweeps = 3;
constexpr int kMostProbes = 100; ///< Of one pull; the rest comes with the next.
constexpr int kMostGoneProbes = 10;

PlatformLesson lessonOf(const LessonProgressRow &row)
{
    PlatformLesson lesson;
    lesson.courseId = courseIdOf({Catalogue::Classic, row.courseId});
    lesson.lessonId = u"lesson-%1"_s.arg(row.lessonId);
    lesson.rowId = row.id;
    lesson.done = row.completed;
    lesson.position = row.position;
    lesson.bookmarked = row.bookmarked;
    lesson.notes = row.notes;
    lesson.minutes = row.minutes;
    return lesson;
}

/// A lesson of another course has its id now, as on a platform that was set up anew.
bool isAnother(const PlatformLesson &before, const Answer &answer)
{
    const auto course = platformCourse(before.courseId);
    const auto lesson = decode<LessonDto>(answer.response.body);
    return course && lesson && lesson->courseId != course->id;
}

} // namespace

Pull::Pull(SyncParts &parts, const EngineOptions &options, const Endpoints &endpoints, Access &access,
           bool answersHavePlace)
    : m_parts(parts)
    , m_options(options)
    , m_endpoints(endpoints)
    , m_access(access)
    , m_answersHavePlace(answersHavePlace)
{
}

bool Pull::mayGoOn(const std::stop_token &stop) const
{
    return !stop.stop_requested() && (!m_options.shouldYield || !m_options.shouldYield());
}

std::optional<Pull::Swept> Pull::sweepOnce(const std::stop_token &stop)
{
    Swept swept;
    qsizetype read = 0;
    QSet<qint64> unreadable;
    for (int page = 1; page <= kMostPages; ++page) {
        if (!mayGoOn(stop)) {
            return {};
        }
        const Answer answer = m_access.ask(Endpoint::ProgressRows, m_endpoints.progressRows(page), stop);
        if (!answer.isDone()) {
            return {};
        }
        const auto rows = decodePage<LessonProgressRow>(answer.response.body);
        if (!rows) {
            return {};
        }
        for (const LessonProgressRow &row : rows->items) {
            swept.rows[row.id] = lessonOf(row); // the order can change between two pages: union by id
        }
        read += rows->skipped.size();
        swept.whole = swept.whole && rows->skipped.isEmpty();
        if (!rows->more) {
            const auto all = static_cast<qint64>(swept.rows.size()) + read;
            return rows->count < 0 || all >= rows->count ? std::optional(swept) : std::nullopt;
        }
    }
    return {};
}

std::optional<Pull::Swept> Pull::sweepRows(const std::stop_token &stop)
{
    for (int turn = 0; turn < kMostSweeps && mayGoOn(stop); ++turn) {
        if (auto swept = sweepOnce(stop)) {
            return swept;
        }
        if (m_access.obstacle().trouble != SyncTrouble::None) {
            return {};
        }
    }
    return {};
}

std::optional<std::vector<QString>> Pull::sweepEnrolments(const std::stop_token &stop)
{
    for (int turn = 0; turn < kMostSweeps; ++turn) {
        std::map<qint64, QString> courses;
        qint64 count = -1;
        for (int page = 1; page <= kMostPages; ++page) {
            if (!mayGoOn(stop)) {
                return {};
            }
            const Answer answer = m_access.ask(Endpoint::Enrolments, m_endpoints.enrolments(page), stop);
            if (!answer.isDone()) {
                return {};
            }
            const auto rows = decodePage<EnrolmentDto>(answer.response.body);
            if (!rows || !rows->skipped.isEmpty()) {
                return {}; // a course left out would read as left
            }
            for (const EnrolmentDto &row : rows->items) {
                courses[row.id] = courseIdOf({Catalogue::Classic, row.courseId});
            }
            count = rows->count;
            if (!rows->more) {
                break;
            }
        }
        if (count < 0 || static_cast<qint64>(courses.size()) >= count) {
            std::vector<QString> ids;
            for (const auto &[id, course] : courses) {
                ids.push_back(course);
            }
            return ids;
        }
    }
    return {};
}

std::vector<std::pair<QString, bool>> Pull::askPageCourses(const std::stop_token &stop)
{
    std::vector<std::pair<QString, bool>> courses;
    if (!m_options.pageCourses) {
        return courses;
    }
    for (const auto &[courseId, slug] : m_options.pageCourses()) {
        if (!mayGoOn(stop)) {
            break;
        }
        const Answer answer = m_access.ask(Endpoint::PagesEnrolment, m_endpoints.pagesEnrolment(slug), stop);
        const auto status = answer.isDone() ? decode<PageEnrolmentStatusDto>(answer.response.body)
                                            : Result<PageEnrolmentStatusDto>(fail(ErrorCode::NotFound, {}));
        if (status) {
            courses.emplace_back(courseId, status->enrolled);
        }
    }
    return courses;
}

/// The platform has less than it had: a completion, or a whole row.
bool Pull::lessSeen(const Rows &rows, const std::vector<PlatformLesson> &seen) const
{
    std::map<std::pair<QString, QString>, const PlatformLesson *> there;
    for (const auto &[id, lesson] : rows) {
        there[{lesson.courseId, lesson.lessonId}] = &lesson;
    }
    return std::any_of(seen.begin(), seen.end(), [&there](const PlatformLesson &before) {
        const auto now = there.find({before.courseId, before.lessonId});
        return now == there.end() || (before.done && !now->second->done);
    });
}

/// Asks for the lessons whose rows are missing. False: there was no answer.
bool Pull::lookForMissing(const Swept &swept, Sweep &sweep, const std::stop_token &stop)
{
    const auto seen = m_parts.store.platformLessons();
    if (!seen) {
        m_storeError = seen.error();
        return false;
    }
    QSet<QString> there;
    for (const auto &[id, lesson] : swept.rows) {
        there.insert(lesson.courseId + u'/' + lesson.lessonId);
    }
    int probes = 0;
    for (const PlatformLesson &before : *seen) {
        if (there.contains(before.courseId + u'/' + before.lessonId)) {
            continue;
        }
        const auto lesson = platformLesson(before.lessonId);
        bool leaveAlone = !swept.whole || !lesson || ++probes > kMostProbes;
        if (!leaveAlone) {
            if (!mayGoOn(stop)) {
                return false;
            }
            const Answer answer = m_access.ask(Endpoint::OtherJson, m_endpoints.lesson(*lesson), stop);
            if (!answer.isDone() && answer.verdict.kind != Verdict::Kind::Gone) {
                return false;
            }
            leaveAlone = answer.verdict.kind == Verdict::Kind::Gone || isAnother(before, answer);
        }
        if (leaveAlone) {
            sweep.goneLessons.emplace_back(before.courseId, before.lessonId);
        }
    }
    return true;
}

bool Pull::pullAnswers(PullReport &report, const std::stop_token &stop)
{
    if (!m_answersHavePlace || !m_options.courseOfExercise) {
        return true;
    }
    for (int page = 1; page <= kMostPages; ++page) {
        if (!mayGoOn(stop)) {
            return false;
        }
        const Answer answer = m_access.ask(Endpoint::OtherJson, m_endpoints.exerciseAnswers(page), stop);
        const auto rows = answer.isDone() ? decodePage<ExerciseAnswerDto>(answer.response.body)
                                          : Result<Page<ExerciseAnswerDto>>(fail(ErrorCode::NotFound, {}));
        if (!rows) {
            return false;
        }
        for (const ExerciseAnswerDto &row : rows->items) {
            const QString course = m_options.courseOfExercise(row.catalogue, row.exerciseId);
            if (course.isEmpty() || row.code.isEmpty()) {
                continue;
            }
            const auto merged = m_parts.store.mergeAnswer(
                {course, u"exercise-%1"_s.arg(row.exerciseId), row.version, row.code, row.completed});
            if (!merged) {
                m_storeError = merged.error();
                return false;
            }
            report.answers += *merged ? 1 : 0;
        }
        if (!rows->more) {
            return true;
        }
    }
    return true;
}

/// Work that was kept because its lesson was no longer offered goes out by itself when it is again.
bool Pull::retryGone(PullReport &report, const std::stop_token &stop)
{
    const auto kept = m_parts.store.kept();
    if (!kept) {
        m_storeError = kept.error();
        return false;
    }
    QHash<QByteArray, bool> there;
    for (const KeptWork &work : *kept) {
        if (work.reason != KeptWork::Reason::Gone) {
            continue;
        }
        auto request = existsRequest(work.entry, m_endpoints);
        if (const auto exercise = platformExercise(work.entry.itemId); request && exercise) {
            request = m_endpoints.testCases(*exercise); // the exercise itself answers 500 when it is there
        }
        if (!request) {
            continue;
        }
        if (!there.contains(request->url)) {
            if (there.size() >= kMostGoneProbes || !mayGoOn(stop)) {
                return true;
            }
            there.insert(request->url, m_access.ask(Endpoint::OtherJson, *request, stop).isDone());
        }
        if (there.value(request->url)) {
            if (const auto done = m_parts.store.retryKept(work.entry.seq); !done) {
                m_storeError = done.error();
                return false;
            }
            ++report.back;
        }
    }
    return true;
}

PullReport Pull::run(const PullAnswer &answer, const std::stop_token &stop)
{
    PullReport report;
    const auto finish = [this, &report] {
        report.storeError = m_storeError;
        return report;
    };
    if (!retryGone(report, stop)) {
        return finish();
    }
    auto swept = sweepRows(stop);
    if (!swept) {
        return finish();
    }
    const auto seen = m_parts.store.platformLessons();
    if (!seen) {
        m_storeError = seen.error();
        return finish();
    }
    if (lessSeen(swept->rows, *seen)) {
        const auto again = sweepRows(stop);
        if (!again || again->rows != swept->rows) {
            return finish(); // it is still moving: another time
        }
    }
    Sweep sweep;
    if (!lookForMissing(*swept, sweep, stop)) {
        return finish();
    }
    const auto courses = sweepEnrolments(stop);
    if (!courses) {
        return finish();
    }
    sweep.classicCourses = *courses;
    sweep.pageCourses = askPageCourses(stop);
    for (const auto &[id, lesson] : swept->rows) {
        sweep.lessons.push_back(lesson);
    }
    const auto outcome = m_parts.store.applySweep(sweep, answer);
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Conflict) {
            m_storeError = outcome.error();
        }
        return finish();
    }
    report.outcome = *outcome;
    report.complete = pullAnswers(report, stop);
    return finish();
}

} // namespace studio::sync
