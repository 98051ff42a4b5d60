#pragma once

#include "domain/ports/clock.h"
#include "store/database.h"
#include "store/store_thread.h"
#include "store/work_tables.h"

namespace studio::store {

/// One work.db with its tables and its thread: what the stores on it share.
struct StoreCore
{
    Q_DISABLE_COPY_MOVE(StoreCore)

    StoreCore(QString folderPath, Database database, const Clock &time)
        : folder(std::move(folderPath))
        , db(std::move(database))
        , clock(time)
        , tables(db, clock)
    {
    }

    ~StoreCore() = default;

    /// Runs `work` in a transaction on the thread. When it or the commit fails, nothing of it stays.
    template<typename Work>
    auto write(Work work)
    {
        return thread.run([this, work = std::move(work)]() -> decltype(work()) {
            auto result = inTransaction(work);
            const bool queued = tables.outbox.takeAdded();
            if (!result) {
                tables.journal.forget();
            } else if (queued && onQueued) {
                onQueued();
            }
            return result;
        });
    }

    const QString folder;
    Database db; ///< Used by the thread alone once it runs.
    const Clock &clock;
    WorkTables tables;
    std::function<void()> onQueued; ///< Thread: the store's.
    StoreThread thread; ///< Last: goes first, and does what is queued.

private:
    template<typename Work>
    auto inTransaction(Work &work) -> decltype(work())
    {
        Transaction transaction(db);
        if (auto begun = transaction.begin(); !begun) {
            return fail(std::move(begun).error());
        }
        auto result = work();
        if (!result) {
            return result;
        }
        if (auto done = transaction.commit(); !done) {
            return fail(std::move(done).error());
        }
        return result;
    }
};

} // namespace studio::store
