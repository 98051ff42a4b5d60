#include "domain/outbox_rules.h"
#include "store/sync_work.h"

#include <QSet>

#include <map>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSentAgain = 20; // more are asked for
constexpr int kMostUndone = 5;

using Key = std::pair<QString, QString>; ///< Course, lesson.

/// One sweep being brought in: first all is worked out, then it is written, or a question is asked.
class SweepMerge final
{
public:
    SweepMerge(WorkTables &tables, const Sweep &sweep, const PullAnswer &answer, const QDateTime &nowUtc)
        : m_tables(tables)
        , m_sweep(sweep)
        , m_answer(answer)
        , m_now(nowUtc)
    {
    }

    Result<PullOutcome> run();

private:
    struct Change
    {
        PlatformLesson there;
        MergedLesson merged;
        PlatformLesson seen = {}; ///< From now on.
        bool resend = false; ///< Lost there, and known to have been there.
    };

    Result<> read();
    Result<> readPending();
    Result<> work(const PlatformLesson &there, const PlatformLesson &seen);
    Result<> workMissing();
    bool asks();
    Result<> write();
    Result<> writeLesson(const Change &change);
    Result<> writeEnrolments();
    Result<> setSeen(const QString &courseId, bool seen);

    WorkTables &m_tables;
    const Sweep &m_sweep;
    const PullAnswer m_answer;
    const QDateTime m_now;
    QHash<QString, CourseProgress> m_here;
    std::map<Key, PlatformLesson> m_seen;
    std::map<Key, PendingLesson> m_pending;
    QSet<QString> m_enrolmentPending;
    std::vector<Change> m_changes;
    int m_lostOurs = 0;
    int m_lostOthers = 0;
    PullOutcome m_outcome;
};

Result<> SweepMerge::readPending()
{
    const auto waiting = m_tables.outbox.list();
    if (!waiting) {
        return fail(waiting.error());
    }
    for (const OutboxEntry &entry : *waiting) {
        PendingLesson &pending = m_pending[{entry.courseId, entry.itemId}];
        pending.complete |= entry.kind == OperationKind::Complete;
        pending.position |= entry.kind == OperationKind::Position;
        pending.bookmark |= entry.kind == OperationKind::Bookmark;
        pending.notes |= entry.kind == OperationKind::Notes;
        pending.time += std::chrono::minutes(minutesIn(entry).value_or(0));
        if (entry.kind == OperationKind::Enrol || entry.kind == OperationKind::Leave) {
            m_enrolmentPending.insert(entry.courseId);
        }
    }
    const auto kept = m_tables.outbox.kept();
    if (!kept) {
        return fail(kept.error());
    }
    for (const KeptWork &work : *kept) {
        m_pending[{work.entry.courseId, work.entry.itemId}].time
            += std::chrono::minutes(minutesIn(work.entry).value_or(0));
    }
    return {};
}

Result<> SweepMerge::read()
{
    auto here = m_tables.progress.all();
    if (!here) {
        return fail(here.error());
    }
    m_here = std::move(*here);
    const auto seen = m_tables.sync.seenLessons();
    if (!seen) {
        return fail(seen.error());
    }
    for (const PlatformLesson &lesson : *seen) {
        m_seen[{lesson.courseId, lesson.lessonId}] = lesson;
    }
    return readPending();
}

Result<> SweepMerge::work(const PlatformLesson &there, const PlatformLesson &seen)
{
    const LessonProgress here = m_here.value(there.courseId).lessons.value(there.lessonId);
    PendingLesson pending = m_pending[{there.courseId, there.lessonId}];
    const auto unsent = m_tables.progress.unsentTime(there.courseId, there.lessonId);
    if (!unsent) {
        return fail(unsent.error());
    }
    pending.time += *unsent;
    Change change{there, mergeLesson(here, pending, seen, there)};
    change.seen = there;
    if (pending.notes) {
        change.seen.notes = seen.notes; // ours is compared with it when it is sent
    }
    if (change.merged.lostThere) {
        const auto ours = m_tables.outbox.wasConfirmed(completeOperation(there.courseId, there.lessonId).lane,
                                                       OperationKind::Complete);
        if (!ours) {
            return fail(ours.error());
        }
        // Neither: it was never there, or the person threw the kept entry away.
        change.resend = *ours || seen.done;
        m_lostOurs += *ours ? 1 : 0;
        m_lostOthers += !*ours && seen.done ? 1 : 0;
    }
    m_changes.push_back(std::move(change));
    return {};
}

/// Rows that were there once and are not now, of lessons that are: the platform lost them. Nothing here is
/// taken back for that.
Result<> SweepMerge::workMissing()
{
    std::map<Key, PlatformLesson> missing = m_seen;
    for (const PlatformLesson &there : m_sweep.lessons) {
        missing.erase({there.courseId, there.lessonId});
    }
    for (const auto &gone : m_sweep.goneLessons) {
        missing.erase(gone);
    }
    for (const auto &[key, seen] : missing) {
        PlatformLesson blank{key.first, key.second};
        PlatformLesson before = blank;
        before.done = seen.done;
        if (auto done = work(blank, before); !done) {
            return done;
        }
    }
    return {};
}

bool SweepMerge::asks()
{
    if (m_lostOurs > kMostSentAgain && m_answer.to != SyncQuestion::SendAgain) {
        m_outcome = {};
        m_outcome.question = SyncQuestion::SendAgain;
        m_outcome.questionCount = m_lostOurs + m_lostOthers;
        return true;
    }
    if (m_lostOthers > kMostUndone && m_answer.to != SyncQuestion::ManyUndone
        && m_answer.to != SyncQuestion::SendAgain) {
        m_outcome = {};
        m_outcome.question = SyncQuestion::ManyUndone;
        m_outcome.questionCount = m_lostOthers;
        return true;
    }
    return false;
}

Result<> SweepMerge::writeLesson(const Change &change)
{
    const PlatformLesson &there = change.there;
    LessonProgress progress = change.merged.progress;
    bool changed = change.merged.changed;
    const bool takeOver = m_answer.to == SyncQuestion::ManyUndone && m_answer.yes;
    const bool leave = m_answer.to == SyncQuestion::SendAgain && !m_answer.yes;
    if (change.resend && takeOver) {
        progress.read = false;
        changed = true;
    } else if (change.resend && !leave) {
        if (auto done = m_tables.outbox.add(completeOperation(there.courseId, there.lessonId)); !done) {
            return done;
        }
        ++m_outcome.requeued;
    } else if (change.resend) {
        if (auto done
            = m_tables.outbox.forgetConfirmed(completeOperation(there.courseId, there.lessonId).lane);
            !done) {
            return done;
        }
    }
    if (change.merged.notesConflict) {
        ++m_outcome.newConflicts;
        if (auto done = m_tables.sync.addConflict({0,
                                                   there.courseId,
                                                   there.lessonId,
                                                   u"notes"_s,
                                                   progress.notes,
                                                   there.notes,
                                                   progress.lastSeenUtc,
                                                   {}});
            !done) {
            return done;
        }
    }
    if (changed) {
        ++m_outcome.changed;
        if (auto done = m_tables.progress.saveLesson(there.courseId, there.lessonId, progress, m_now);
            !done) {
            return done;
        }
    }
    const auto seen = m_seen.find({there.courseId, there.lessonId});
    return seen != m_seen.end() && seen->second == change.seen ? Result<>()
                                                               : m_tables.sync.noteSeen(change.seen);
}

Result<> SweepMerge::setSeen(const QString &courseId, bool seen)
{
    auto enrolment = m_tables.sync.enrolment(courseId);
    if (!enrolment) {
        return fail(enrolment.error());
    }
    const auto before = *enrolment;
    enrolment->seen = seen;
    if (!m_enrolmentPending.contains(courseId)) {
        enrolment->wanted = seen;
    }
    return before.seen == enrolment->seen && before.wanted == enrolment->wanted
        ? Result<>()
        : m_tables.sync.setEnrolment(courseId, *enrolment);
}

Result<> SweepMerge::writeEnrolments()
{
    const auto known = m_tables.sync.enrolments();
    if (!known) {
        return fail(known.error());
    }
    QSet<QString> in;
    for (const QString &courseId : m_sweep.classicCourses) {
        in.insert(courseId);
        if (auto done = setSeen(courseId, true); !done) {
            return done;
        }
    }
    for (const auto &[courseId, enrolment] : *known) {
        const auto course = platformCourse(courseId);
        if (course && course->catalogue == Catalogue::Classic && !in.contains(courseId)) {
            if (auto done = setSeen(courseId, false); !done) {
                return done;
            }
        }
    }
    for (const auto &[courseId, enrolled] : m_sweep.pageCourses) {
        if (auto done = setSeen(courseId, enrolled); !done) {
            return done;
        }
    }
    return {};
}

Result<> SweepMerge::write()
{
    for (const Change &change : m_changes) {
        if (auto done = writeLesson(change); !done) {
            return done;
        }
    }
    return writeEnrolments();
}

Result<PullOutcome> SweepMerge::run()
{
    if (auto done = read(); !done) {
        return fail(std::move(done).error());
    }
    for (const PlatformLesson &there : m_sweep.lessons) {
        const auto seen = m_seen.find({there.courseId, there.lessonId});
        const PlatformLesson before
            = seen == m_seen.end() ? PlatformLesson{there.courseId, there.lessonId} : seen->second;
        if (auto done = work(there, before); !done) {
            return fail(std::move(done).error());
        }
    }
    if (auto done = workMissing(); !done) {
        return fail(std::move(done).error());
    }
    if (asks()) {
        return m_outcome;
    }
    if (auto done = write(); !done) {
        return fail(std::move(done).error());
    }
    return m_outcome;
}

} // namespace

Result<PullOutcome> applySweepTo(WorkTables &tables, const Sweep &sweep, const PullAnswer &answer,
                                 const QDateTime &nowUtc)
{
    const auto sent = tables.outbox.timeSentCount();
    if (!sent) {
        return fail(sent.error());
    }
    if (*sent > 0) {
        return fail(ErrorCode::Conflict, u"time is on its way: the platform's may hold it or not"_s);
    }
    return SweepMerge(tables, sweep, answer, nowUtc).run();
}

} // namespace studio::store
