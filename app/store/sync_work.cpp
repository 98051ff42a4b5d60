#include "store/sync_work.h"

#include "domain/forum_outbox.h"
#include "domain/outbox_rules.h"

#include <algorithm>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

bool isAnotherNow(const Result<> &done)
{
    return !done && done.error().code == ErrorCode::NotFound;
}

/// The platform's row after it took the entry.
void apply(const OutboxEntry &entry, PlatformLesson &seen)
{
    seen.done = seen.done || entry.kind == OperationKind::Complete;
    seen.position = positionIn(entry).value_or(seen.position);
    seen.bookmarked = bookmarkIn(entry).value_or(seen.bookmarked);
    seen.notes = notesIn(entry).value_or(seen.notes);
    seen.minutes += minutesIn(entry).value_or(0);
}

Result<> noteConfirmedEnrolment(WorkTables &tables, const OutboxEntry &entry)
{
    auto enrolment = tables.sync.enrolment(entry.courseId);
    if (!enrolment) {
        return fail(enrolment.error());
    }
    enrolment->seen = entry.kind == OperationKind::Enrol;
    return tables.sync.setEnrolment(entry.courseId, *enrolment);
}

Result<> noteConfirmedLesson(WorkTables &tables, const OutboxEntry &entry)
{
    auto seen = tables.sync.seenLesson(entry.courseId, entry.itemId);
    if (!seen) {
        return fail(seen.error());
    }
    PlatformLesson lesson = seen->value_or(PlatformLesson{entry.courseId, entry.itemId});
    apply(entry, lesson);
    return tables.sync.noteSeen(lesson);
}

} // namespace

Result<> confirmEntry(WorkTables &tables, const OutboxEntry &entry)
{
    if (auto done = tables.outbox.remove(entry); !done && !isAnotherNow(done)) {
        return done;
    }
    if (auto done = tables.outbox.noteConfirmed(entry); !done) {
        return done;
    }
    switch (entry.kind) {
    case OperationKind::Enrol:
    case OperationKind::Leave:
        return noteConfirmedEnrolment(tables, entry);
    case OperationKind::Complete:
    case OperationKind::Position:
    case OperationKind::Bookmark:
    case OperationKind::Notes:
    case OperationKind::Time:
        return noteConfirmedLesson(tables, entry);
    case OperationKind::Submit:
    case OperationKind::Answer:
    case OperationKind::Profile:
    case OperationKind::Topic:
    case OperationKind::Reply:
    case OperationKind::EditPost:
    case OperationKind::EditTopic:
    case OperationKind::DeletePost:
    case OperationKind::DeleteTopic:
    case OperationKind::Follow:
    case OperationKind::Unfollow:
        return {};
    }
    return {};
}

Result<> wantEnrolment(WorkTables &tables, const QString &courseId, bool wanted)
{
    const auto operation = enrolmentOperation(courseId, wanted);
    if (!operation) {
        return fail(ErrorCode::NotFound, courseId + u" is not a course of the platform"_s);
    }
    auto enrolment = tables.sync.enrolment(courseId);
    if (!enrolment) {
        return fail(enrolment.error());
    }
    if (enrolment->wanted == wanted) {
        return {};
    }
    enrolment->wanted = wanted;
    if (auto done = tables.sync.setEnrolment(courseId, *enrolment); !done) {
        return done;
    }
    return tables.outbox.add(*operation);
}

Result<> requeueKept(WorkTables &tables, qint64 seq)
{
    const auto kept = tables.outbox.keptAt(seq);
    if (!kept) {
        return fail(kept.error());
    }
    if (!*kept) {
        return fail(ErrorCode::NotFound, u"no kept work %1"_s.arg(seq));
    }
    if ((*kept)->reason == KeptWork::Reason::Damaged) {
        return fail(ErrorCode::InvalidData, u"kept work %1 is damaged"_s.arg(seq));
    }
    OutboxEntry entry = (*kept)->entry;
    if (auto done = tables.outbox.removeKept(seq); !done) {
        return done;
    }
    // The person may have gone on since: what is true now goes out, never an older value after a newer one.
    const auto here = tables.progress.lesson(entry.courseId, entry.itemId);
    if (!here) {
        return fail(here.error());
    }
    LessonProgress other = *here;
    switch (entry.kind) {
    case OperationKind::Position:
        other.position = here->position < 0.5 ? 1 : 0;
        return tables.outbox.add(operationsFor(entry.courseId, entry.itemId, other, *here));
    case OperationKind::Bookmark:
        other.bookmarked = !here->bookmarked;
        return tables.outbox.add(operationsFor(entry.courseId, entry.itemId, other, *here));
    case OperationKind::Notes:
        return tables.outbox.add(notesOperation(entry.courseId, entry.itemId, here->notes));
    case OperationKind::Enrol:
    case OperationKind::Leave: {
        const auto enrolment = tables.sync.enrolment(entry.courseId);
        if (!enrolment) {
            return fail(enrolment.error());
        }
        const auto operation = enrolmentOperation(
            entry.courseId, enrolment->wanted.value_or(entry.kind == OperationKind::Enrol));
        return operation ? tables.outbox.add(*operation) : Result<>();
    }
    case OperationKind::Submit:
    case OperationKind::Topic:
    case OperationKind::Reply:
    case OperationKind::EditPost:
    case OperationKind::EditTopic:
    case OperationKind::DeletePost:
    case OperationKind::DeleteTopic:
    case OperationKind::Follow:
    case OperationKind::Unfollow:
        return tables.outbox.requeue(entry);
    case OperationKind::Complete:
    case OperationKind::Time:
    case OperationKind::Answer:
    case OperationKind::Profile:
        return tables.outbox.add(entry);
    }
    return {};
}

Result<> keepAllWaiting(WorkTables &tables)
{
    const auto waiting = tables.outbox.list();
    if (!waiting) {
        return fail(waiting.error());
    }
    for (const OutboxEntry &entry : *waiting) {
        if (auto done = tables.outbox.keep({entry, KeptWork::Reason::Refused, 0, {}, {}}); !done) {
            return done;
        }
    }
    return {};
}

Result<bool> mergeAnswerInto(WorkTables &tables, const PlatformAnswer &there, const QDateTime &nowUtc)
{
    const auto seen = tables.sync.seenAnswer(there.courseId, there.exerciseId);
    if (!seen) {
        return fail(seen.error());
    }
    if (*seen && (*seen)->version == there.version) {
        return false;
    }
    const auto waiting = tables.outbox.list();
    if (!waiting) {
        return fail(waiting.error());
    }
    const bool pending = std::any_of(waiting->begin(), waiting->end(), [&there](const OutboxEntry &each) {
        return each.kind == OperationKind::Answer && each.courseId == there.courseId
            && each.itemId == there.exerciseId;
    });
    if (pending) {
        return false; // sending it meets the other version, and then both are kept
    }
    const DocumentId id = DocumentId::forAnswer(there.courseId, there.exerciseId);
    const auto here = tables.journal.open(id);
    if (!here) {
        return fail(here.error());
    }
    const QString before = *seen ? (*seen)->code : QString();
    if (there.completed) {
        if (auto done = tables.progress.markPassed(there.courseId, there.exerciseId, nowUtc); !done) {
            return fail(std::move(done).error());
        }
    }
    if (!*here || (*here)->text == before) {
        Document document{id, *here ? (*here)->title : QString(), there.code, 0, nowUtc};
        if (auto done = tables.journal.save(document, VersionReason::Restored); !done) {
            return fail(done.error());
        }
    } else if ((*here)->text != there.code && there.code != before) {
        if (auto done = tables.sync.addConflict({0,
                                                 there.courseId,
                                                 there.exerciseId,
                                                 u"answer"_s,
                                                 (*here)->text,
                                                 there.code,
                                                 (*here)->changedUtc,
                                                 {}});
            !done) {
            return fail(std::move(done).error());
        }
    }
    if (auto done = tables.sync.noteSeenAnswer(there); !done) {
        return fail(std::move(done).error());
    }
    return true;
}

namespace {

/// What is here now, and not what was when the two met: the person may have gone on writing.
QString chosen(ConflictChoice choice, const QString &here, const QString &theirs)
{
    switch (choice) {
    case ConflictChoice::Mine:
        return here;
    case ConflictChoice::Theirs:
        return theirs;
    case ConflictChoice::Both:
        return here + u"\n\n"_s + theirs;
    }
    return here;
}

Result<> resolveNotes(WorkTables &tables, const SyncConflict &conflict, ConflictChoice choice,
                      const QDateTime &nowUtc)
{
    auto here = tables.progress.lesson(conflict.courseId, conflict.itemId);
    if (!here) {
        return fail(here.error());
    }
    here->notes = chosen(choice, here->notes, conflict.theirs);
    if (auto done = tables.progress.saveLesson(conflict.courseId, conflict.itemId, *here, nowUtc); !done) {
        return done;
    }
    // Theirs too: the platform may have got another text since.
    return tables.outbox.add(notesOperation(conflict.courseId, conflict.itemId, here->notes));
}

Result<> resolveAnswer(WorkTables &tables, const SyncConflict &conflict, ConflictChoice choice,
                       const QDateTime &nowUtc)
{
    const DocumentId id = DocumentId::forAnswer(conflict.courseId, conflict.itemId);
    const auto here = tables.journal.open(id);
    if (!here) {
        return fail(here.error());
    }
    const QString text = chosen(choice, *here ? (*here)->text : conflict.mine, conflict.theirs);
    const Document document{id, *here ? (*here)->title : QString(), text, 0, nowUtc};
    if (auto done = tables.journal.save(document, VersionReason::Restored); !done) {
        return fail(done.error());
    }
    Attempt attempt;
    attempt.courseId = conflict.courseId;
    attempt.exerciseId = conflict.itemId;
    attempt.answer = text;
    for (const OutboxEntry &entry : operationsFor(attempt, true)) {
        if (entry.kind != OperationKind::Answer) {
            continue; // nothing was checked: this is no submission
        }
        if (auto done = tables.outbox.add(entry); !done) {
            return done;
        }
    }
    return {};
}

/// The edit goes out again, over the text of theirs that its author has seen by now.
Result<> resolvePost(WorkTables &tables, const SyncConflict &conflict, ConflictChoice choice)
{
    if (choice == ConflictChoice::Theirs) {
        return {};
    }
    ForumWriting edit;
    edit.kind = WritingKind::EditPost;
    edit.topicId = conflict.courseId.section(u'/', 1).toLongLong();
    edit.postId = conflict.itemId.section(u'/', 1).toLongLong();
    edit.text = choice == ConflictChoice::Both ? conflict.theirs + u"\n\n"_s + conflict.mine : conflict.mine;
    edit.seenText = conflict.theirs;
    edit.seenUpdatedUtc = conflict.theirsUtc;
    return tables.outbox.add(operationFor(edit));
}

} // namespace

Result<> resolveConflictIn(WorkTables &tables, qint64 id, ConflictChoice choice, const QDateTime &nowUtc)
{
    const auto conflicts = tables.sync.conflicts();
    if (!conflicts) {
        return fail(conflicts.error());
    }
    const auto found = std::find_if(conflicts->begin(), conflicts->end(),
                                    [id](const SyncConflict &each) { return each.id == id; });
    if (found == conflicts->end()) {
        return fail(ErrorCode::NotFound, u"no conflict %1"_s.arg(id));
    }
    if (auto done = found->what == QLatin1StringView(kPostConflict) ? resolvePost(tables, *found, choice)
            : found->what == "notes"_L1 ? resolveNotes(tables, *found, choice, nowUtc)
                                        : resolveAnswer(tables, *found, choice, nowUtc);
        !done) {
        return done;
    }
    return tables.sync.removeConflict(id);
}

} // namespace studio::store
