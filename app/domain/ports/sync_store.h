#pragma once

#include "domain/account.h"
#include "domain/forum.h"
#include "domain/merge_rules.h"
#include "domain/outbox.h"
#include "domain/result.h"
#include "domain/sync_status.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace studio {

struct SyncCounts
{
    int waiting = 0;
    int kept = 0;
    int conflicts = 0;
    int timeSent = 0; ///< Of `waiting`: time that was begun to be sent, and may be there already.
};

/// Everything the platform has of this person's progress, from one complete sweep.
struct Sweep
{
    std::vector<PlatformLesson> lessons; ///< All rows there are.
    std::vector<QString> classicCourses; ///< Enrolled in, all of that catalogue.
    std::vector<std::pair<QString, bool>> pageCourses; ///< As far as they were asked for.
    /// Seen before, without a row now, because the lesson itself is no longer there: (course, lesson).
    std::vector<std::pair<QString, QString>> goneLessons;
};

/// What the person said to a question, for one pull.
struct PullAnswer
{
    SyncQuestion to = SyncQuestion::None;
    bool yes = false;
};

struct PullOutcome
{
    int changed = 0; ///< Lessons whose progress here is another now.
    int requeued = 0; ///< Completions that wait again, because the platform lost them.
    int newConflicts = 0;
    SyncQuestion question = SyncQuestion::None; ///< Not None: nothing was written.
    int questionCount = 0;
};

/// The platform's copy of an answer, as last seen.
struct PlatformAnswer
{
    QString courseId;
    QString exerciseId;
    qint64 version = 0;
    QString code;
    bool completed = false;
};

/// One line of the log of exchanges. Nothing personal.
struct SyncLogLine
{
    QDateTime atUtc;
    QString what; ///< e.g. `position`, `pull`
    QString verdict;
    int status = 0;
    int milliseconds = 0;
    QByteArray requestId;
};

/// What the sync engine keeps beside a person's work, in the same file. Calls block until the store's own
/// thread has done them; each is one transaction and on disk when it returns. A call that fails has changed
/// nothing.
///
/// For the sync thread; owned by whoever opened the store, and lives as long as it.
class SyncStore
{
    Q_DISABLE_COPY_MOVE(SyncStore)

public:
    SyncStore() = default;
    virtual ~SyncStore() = default;

    // The account this work belongs to: one for good.
    virtual Result<std::optional<Account>> account() = 0;
    /// Conflict: the work belongs to another account.
    virtual Result<> link(const Account &account) = 0;
    virtual Result<QStringList> capabilities() = 0; ///< As the platform last said.
    virtual Result<> setCapabilities(const QStringList &names) = 0;

    // The outbox. Entries are named by seq and operationId: a newer action can take the place of an entry
    // that is not Sent, and gets another operationId; NotFound then, and the newer one waits.
    virtual Result<SyncCounts> counts() = 0;
    /// In order. An entry whose hash does not fit is moved to the kept work and not given.
    virtual Result<std::vector<OutboxEntry>> waiting() = 0;
    virtual Result<> markSent(const OutboxEntry &entry, std::optional<qint64> base) = 0;
    virtual Result<> markNew(const OutboxEntry &entry) = 0; ///< Known not to have arrived.
    /// The platform has it: leaves the outbox, is noted as confirmed and seen. When a newer action has taken
    /// its place, that one stays.
    virtual Result<> confirm(const OutboxEntry &entry) = 0;
    /// As confirm(), of the forum: it is there as this topic and post; 0: not known.
    virtual Result<> noteForumSent(const OutboxEntry &entry, qint64 topicId, qint64 postId) = 0;
    virtual Result<bool> isForumPostOurs(qint64 postId) = 0; ///< An entry became it.
    virtual Result<bool> isForumTopicOurs(qint64 topicId) = 0;
    /// Not now: writes tries, refusals, serverErrors, firstTriedUtc, maybeTwice and lastProblem.
    virtual Result<> postpone(const OutboxEntry &entry) = 0;
    virtual Result<> keep(const KeptWork &work) = 0; ///< From the outbox into the kept work.
    /// What the person wants, with its entry. NotFound: not a course of the platform.
    virtual Result<> setEnrolled(const QString &courseId, bool wanted) = 0;
    /// nullopt: neither wanted nor seen yet.
    virtual Result<std::optional<bool>> enrolled(const QString &courseId) = 0;

    // Kept work.
    virtual Result<std::vector<KeptWork>> kept() = 0;
    virtual Result<> retryKept(qint64 seq) = 0; ///< Back into the outbox, last in its lane.
    virtual Result<> discardKept(qint64 seq) = 0; ///< The only way work is ever deleted.

    // The platform's side.
    virtual Result<std::optional<PlatformLesson>> platformLesson(const QString &courseId,
                                                                 const QString &lessonId)
        = 0;
    virtual Result<std::vector<PlatformLesson>> platformLessons() = 0; ///< All that were ever seen.
    /// What one row has now; nothing is merged.
    virtual Result<> noteSeen(const PlatformLesson &lesson) = 0;
    /// Merges by rule, in one transaction, or asks. Fails with Conflict while time is Sent.
    virtual Result<PullOutcome> applySweep(const Sweep &sweep, const PullAnswer &answer) = 0;
    virtual Result<std::optional<PlatformAnswer>> platformAnswer(const QString &courseId,
                                                                 const QString &exerciseId)
        = 0;
    virtual Result<> noteSeenAnswer(const PlatformAnswer &answer) = 0; ///< Nothing is merged.
    /// Seen on the platform: becomes the answer here when ours has not changed since; a conflict when both
    /// did. True: something is another here now.
    virtual Result<bool> mergeAnswer(const PlatformAnswer &answer) = 0;
    virtual Result<QByteArray> cursor(const QString &name)
        = 0; ///< Empty when unset, or of another generation.
    virtual Result<> setCursor(const QString &name, const QByteArray &value) = 0;

    // Conflicts.
    virtual Result<std::vector<SyncConflict>> conflicts() = 0;
    /// The text in `entry` and the platform's both changed: theirs is kept beside ours, and the entry leaves
    /// the outbox until the person chooses. NotFound as above.
    virtual Result<> addConflict(const OutboxEntry &entry, const PlatformLesson &there) = 0;
    virtual Result<> addConflict(const OutboxEntry &entry, const PlatformAnswer &there) = 0;
    /// An edit that met another one. `there`: the post as it is on the platform.
    virtual Result<> addConflict(const OutboxEntry &entry, const ForumPost &there) = 0;
    virtual Result<> resolveConflict(qint64 id, ConflictChoice choice) = 0;

    // State.
    virtual Result<QByteArray> generation() = 0; ///< Another one after each restored backup.
    virtual Result<bool> restored() = 0; ///< The work comes from a backup, and nobody has said what to do.
    /// The work is an older copy than what was synced last: as after a restored backup.
    virtual Result<> markRestored() = 0;
    /// `send` false: what waits becomes kept work.
    virtual Result<> confirmRestored(bool send) = 0;
    virtual Result<> log(const std::vector<SyncLogLine> &lines)
        = 0; ///< Oldest first; keeps the newest 2,000.
    virtual Result<std::vector<SyncLogLine>> logLines() = 0; ///< Newest first.

    /// Called on the store's thread after something came into the outbox. Set before work begins.
    virtual void onQueued(std::function<void()> call) = 0;
};

} // namespace studio
