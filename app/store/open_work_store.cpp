#include "store/open_work_store.h"

#include "store/profiles.h"
#include "store/recovery.h"
#include "store/sqlite_work_store.h"

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
    return OpenedWorkStore{std::make_unique<SqliteWorkStore>(folder, std::move(*db), clock), report};
}

} // namespace studio::store
