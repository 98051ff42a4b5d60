#pragma once

#include "store/work_tables.h"

namespace studio::store {

/// What of a damaged file is between the work and the platform. All of it whole: hashes fit.
struct SyncRemains
{
    std::optional<Account> account;
    std::vector<OutboxEntry> waiting;
    std::vector<KeptWork> kept;
    std::vector<SyncConflict> conflicts;
};

SyncRemains readSyncRemains(WorkTables &damaged);

/// Into the older copy of the same work that takes its place; no action twice. What the damaged file knows to
/// be confirmed does not wait here any more. False: they are of two accounts. In the caller's transaction.
Result<bool> bringSyncRemains(WorkTables &restored, WorkTables &damaged, const SyncRemains &remains);

} // namespace studio::store
