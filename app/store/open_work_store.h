#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/forum_copy.h"
#include "domain/ports/forum_store.h"
#include "domain/ports/search_index.h"
#include "domain/ports/sync_store.h"
#include "domain/ports/work_store.h"

#include <memory>

namespace studio::store {

/// What opening had to do. All empty or false: the work was there, whole and of this program's schema.
struct OpenReport
{
    bool fresh = false; ///< There was no work yet.
    std::optional<int> migratedFrom; ///< The schema before.
    QString damagedFile; ///< Name, in the profile's folder, under which damaged work was set aside.
    QDateTime damagedChangedUtc; ///< When the damaged file was last written.
    /// When the backup that took its place was made: what was done after it, up to damagedChangedUtc, is lost
    /// but for what was recovered. Invalid when there was none, or nothing was restored.
    QDateTime restoredUtc;
    int recoveredDocuments = 0; ///< Texts read from the damaged file that are newer than those of the backup.
    int recoveredAttempts = 0;
    QString damagedLog; ///< Name under which an unreadable write-ahead log was set aside: the last work is in
                        ///< doubt.
};

struct OpenedWorkStore
{
    std::unique_ptr<WorkStore>
        store; ///< Holds the lock until it is destroyed, which writes all that is queued.
    OpenReport report;
    SyncStore *sync
        = nullptr; ///< Part of `store`. For the sync thread, which must end before the store does.
    ForumStore *forum = nullptr; ///< Part of `store`.
    ForumCopy *forumCopy = nullptr; ///< As `sync`.
    SearchIndex *search = nullptr; ///< Part of `store`.
};

/// Opens the work of one profile; makes the folder and the file when they are missing. The clock must outlive
/// the store.
///
/// Errors: InUse (another process has it), TooNew (not touched), ReadOnly, DiskFull, Storage. Blocks for the
/// time of opening, a few milliseconds for usual files.
Result<OpenedWorkStore> openWorkStore(const QString &folder, const Clock &clock);

} // namespace studio::store
