#pragma once

#include "domain/ports/sync_store.h"
#include "store/work_tables.h"

namespace studio::store {

// What the sync engine asks of several tables together. Opens no transaction; whoever calls these does.

Result<> confirmEntry(WorkTables &tables, const OutboxEntry &entry);
Result<> wantEnrolment(WorkTables &tables, const QString &courseId, bool wanted);
Result<> requeueKept(WorkTables &tables, qint64 seq);
Result<bool> mergeAnswerInto(WorkTables &tables, const PlatformAnswer &answer, const QDateTime &nowUtc);
Result<> resolveConflictIn(WorkTables &tables, qint64 id, ConflictChoice choice, const QDateTime &nowUtc);
Result<> keepAllWaiting(WorkTables &tables);

/// See SyncStore::applySweep().
Result<PullOutcome> applySweepTo(WorkTables &tables, const Sweep &sweep, const PullAnswer &answer,
                                 const QDateTime &nowUtc);

} // namespace studio::store
