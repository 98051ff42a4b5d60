#include "store/open_work_store.h"

#include "store/profiles.h"
#include "store/recovery.h"
#include "store/sqlite_work_store.h"
#include "store/sync_tables.h"

namespace studio::store {

Result<OpenedWorkStore> openWorkStore(const QString &folder, const Clock &clock)
{
    if (auto made = ensureProfile(folder, clock); !made) {
        return fail(std::move(made).error());
    }
    OpenReport report;
    auto db = WorkFile(folder, clock).open(report);
    if (!db) {
        return fail(std::move(db).error());
    }
    if (report.restoredUtc.isValid() || !report.damagedFile.isEmpty()) {
        // What waits in a backup, or was read from a damaged file, may have gone out since.
        if (auto marked = SyncTables(*db, clock).markRestored(); !marked) {
            return fail(std::move(marked).error());
        }
    }
    auto store = std::make_unique<SqliteWorkStore>(folder, std::move(*db), clock);
    SyncStore &sync = store->sync();
    ForumStore &forum = store->forum();
    ForumCopy &copy = store->forumCopy();
    SearchIndex &search = store->search();
    return OpenedWorkStore{std::move(store), report, &sync, &forum, &copy, &search};
}

} // namespace studio::store
