#include "store/salvage_sync.h"

#include "store/sync_work.h"

#include <algorithm>

namespace studio::store {

namespace {

/// The entry of `entries` that is this action, or what it was before newer ones were added to it: they keep
/// the seq.
const OutboxEntry *sameOrEarlier(const std::vector<OutboxEntry> &entries, const OutboxEntry &entry)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&entry](const OutboxEntry &each) {
        return each.operationId == entry.operationId
            || (each.seq == entry.seq && each.lane == entry.lane && each.madeUtc <= entry.madeUtc
                && each.state == OutboxState::New);
    });
    return found == entries.end() ? nullptr : &*found;
}

/// Of a copy that knows nobody, nothing must go out in the name of whoever signs in next.
Result<bool> isOfOneAccount(WorkTables &restored, const SyncRemains &remains)
{
    const auto here = restored.sync.account();
    if (!here) {
        return fail(here.error());
    }
    if (!remains.account) {
        return here->has_value();
    }
    if (!*here) {
        if (auto done = restored.sync.link(*remains.account); !done) {
            return fail(std::move(done).error());
        }
        return true;
    }
    return (*here)->server == remains.account->server && (*here)->userId == remains.account->userId;
}

Result<> dropConfirmed(WorkTables &restored, WorkTables &damaged)
{
    const auto waiting = restored.outbox.list();
    if (!waiting) {
        return fail(waiting.error());
    }
    for (const OutboxEntry &entry : *waiting) {
        const auto confirmed = damaged.outbox.wasConfirmed(entry);
        if (!confirmed || !*confirmed) {
            continue; // also when that can't be read: then it waits, and the person is asked
        }
        if (auto done = confirmEntry(restored, entry); !done) {
            return done;
        }
    }
    return {};
}

Result<OutboxEntry> bringEntry(WorkTables &restored, const OutboxEntry &entry)
{
    const auto waiting = restored.outbox.list();
    if (!waiting) {
        return fail(waiting.error());
    }
    if (const OutboxEntry *earlier = sameOrEarlier(*waiting, entry)) {
        // The damaged file is the newer one: it knows whether this was begun to be sent.
        if (auto done = restored.outbox.remove(*earlier); !done) {
            return fail(std::move(done).error());
        }
    }
    auto brought = restored.outbox.bring(entry);
    if (!brought || (entry.kind != OperationKind::Enrol && entry.kind != OperationKind::Leave)) {
        return brought;
    }
    auto enrolment = restored.sync.enrolment(entry.courseId);
    if (!enrolment) {
        return fail(enrolment.error());
    }
    enrolment->wanted = entry.kind == OperationKind::Enrol;
    if (auto done = restored.sync.setEnrolment(entry.courseId, *enrolment); !done) {
        return fail(std::move(done).error());
    }
    return brought;
}

Result<> bringKept(WorkTables &restored, const KeptWork &work)
{
    const auto known = restored.outbox.kept();
    if (!known) {
        return fail(known.error());
    }
    const bool isKnown = std::any_of(known->begin(), known->end(), [&work](const KeptWork &each) {
        return each.entry.operationId == work.entry.operationId;
    });
    if (isKnown) {
        return {};
    }
    // By way of the outbox, so that its seq is never given to another.
    auto brought = bringEntry(restored, work.entry);
    if (!brought) {
        return fail(std::move(brought).error());
    }
    KeptWork there = work;
    there.entry = *brought;
    return restored.outbox.keep(there);
}

Result<> bringConflicts(WorkTables &restored, const std::vector<SyncConflict> &conflicts)
{
    for (const SyncConflict &conflict : conflicts) {
        if (auto done = restored.sync.addConflict(conflict); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

SyncRemains readSyncRemains(WorkTables &damaged)
{
    SyncRemains remains;
    if (const auto account = damaged.sync.account()) {
        remains.account = *account;
    }
    remains.waiting = damaged.outbox.readable();
    remains.kept = damaged.outbox.readableKept();
    if (auto conflicts = damaged.sync.conflicts()) {
        remains.conflicts = std::move(*conflicts);
    }
    return remains;
}

Result<bool> bringSyncRemains(WorkTables &restored, WorkTables &damaged, const SyncRemains &remains)
{
    const auto oneAccount = isOfOneAccount(restored, remains);
    if (!oneAccount) {
        return fail(oneAccount.error());
    }
    if (auto done = dropConfirmed(restored, damaged); !done) {
        return fail(done.error());
    }
    for (const KeptWork &work : remains.kept) {
        if (auto done = bringKept(restored, work); !done) {
            return fail(done.error());
        }
    }
    for (const OutboxEntry &entry : remains.waiting) {
        auto done = *oneAccount ? bringEntry(restored, entry).map([](const OutboxEntry &) {})
                                : bringKept(restored, {entry, KeptWork::Reason::Refused, 0, {}, {}});
        if (!done) {
            return fail(done.error());
        }
    }
    auto done = bringConflicts(restored, remains.conflicts);
    return done ? oneAccount : fail(done.error());
}

} // namespace studio::store
