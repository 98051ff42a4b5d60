#pragma once

#include "domain/catalogue.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace studio {

/// What the platform has to hear of. Stored by name; a new kind needs no migration.
enum class OperationKind {
    Enrol,
    Leave,
    Complete, ///< Set once; repeatable.
    Position, ///< Absolute, per mille of the lesson; the newest counts.
    Bookmark, ///< Absolute.
    Notes, ///< Absolute text, compared with the text last seen on the platform.
    Time, ///< Minutes to add. The only additive one: verified by reading (facts: platform adds twice).
    Submit, ///< At least once; a lost answer marks it "maybe sent twice".
    Answer, ///< Code of an answer, where the platform has a place for it.
    Profile, ///< The person's own name.

    // The forum; bodies in forum_outbox.h. No client id there: each is looked for before it is sent again.
    Topic,
    Reply,
    EditPost,
    EditTopic, ///< Its subject.
    DeletePost,
    DeleteTopic,
    Follow, ///< Absolute, as Unfollow.
    Unfollow,
};

enum class OutboxState {
    New,
    Sent, ///< Made durable before the request: the platform may have it.
};

/// One action that the platform has not confirmed. Written in the same transaction as the action itself.
struct OutboxEntry
{
    qint64 seq = 0; ///< The only order that counts; never a clock.
    QByteArray operationId; ///< 16 random bytes, made with the action.
    OperationKind kind = OperationKind::Complete;
    QString lane; ///< `lesson/17`, `exercise/9`, `course/classic-5`, `profile`: one in flight each, in order.
    QString courseId; ///< As in the course folder, e.g. `classic-5`.
    QString itemId; ///< Lesson or exercise id in the course, e.g. `lesson-17`; empty for a course.
    QByteArray body; ///< JSON object of the kind's own values, e.g. `{"minutes":12}`.
    QDateTime madeUtc;
    OutboxState state = OutboxState::New;
    std::optional<qint64> base; ///< Time: what the platform had before it was sent, in minutes.
    int tries = 0;
    bool maybeTwice = false;
    int refusals = 0; ///< 403 answers among the tries.
    int serverErrors = 0; ///< 5xx answers in a row.
    QDateTime firstTriedUtc; ///< Invalid before the first try.
    QString lastProblem; ///< A word for the log and the page, e.g. `offline`, `server`; empty when none.
};

/// SHA-256 over all that makes the action what it is. A row on disk whose hash does not fit is never sent:
/// page checks of a database miss damage inside a row.
QByteArray hashOf(const OutboxEntry &entry);

/// Work the platform refused. Never thrown away without the learner's word.
struct KeptWork
{
    enum class Reason { Gone, Refused, Invalid, Damaged };

    OutboxEntry entry;
    Reason reason = Reason::Refused;
    int status = 0; ///< HTTP; 0 when the reason is ours.
    QString serverText; ///< What the platform said, plain text, at most 500 characters.
    QDateTime keptUtc;
};

bool isForum(OperationKind kind);

QString toString(OperationKind kind);
std::optional<OperationKind> operationKindFrom(const QString &name);
QString toString(KeptWork::Reason reason); ///< `gone`, `refused`, `invalid`, `damaged`
std::optional<KeptWork::Reason> keptReasonFrom(const QString &name);

} // namespace studio
