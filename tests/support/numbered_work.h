#pragma once

#include "domain/outbox.h"
#include "domain/ports/sync_store.h"
#include "domain/ports/work_store.h"

#include <QStringList>

#include <set>

namespace studio::test {

/// Does action `number` of a person in courses of the platform. Each leaves a trace of its own, so that one
/// can tell later which of them are there. True: the store acknowledged it.
bool doNumbered(WorkStore &work, SyncStore &sync, int number, const QDateTime &nowUtc);

/// What the store has of the numbered actions.
struct NumberedWork
{
    std::set<int> done; ///< In the person's progress.
    std::set<int> waiting; ///< In the outbox, whole.
    std::vector<OutboxEntry> entries; ///< Of the outbox.
    int odd = 0; ///< Entries that are there twice, or damaged, or of no action.
};

/// `most`: the highest number that was tried.
Result<NumberedWork> findNumbered(WorkStore &work, SyncStore &sync, int most);

} // namespace studio::test
