#pragma once

#include "domain/ports/search_index.h"
#include "store/database.h"
#include "store/forum/cache_file.h"
#include "store/store_thread.h"

#include <atomic>
#include <functional>
#include <optional>

namespace studio::store {

/// SearchIndex over cache.db, with a connection and a thread of its own to read with: what is typed never
/// waits for what is being written.
class SqliteSearchIndex final : public SearchIndex
{
    Q_DISABLE_COPY_MOVE(SqliteSearchIndex)

public:
    /// Runs the work in a transaction on the thread that writes to the file, which it makes when it is
    /// missing, and makes anew when the work finds it damaged.
    using Write = std::function<QFuture<Result<>>(std::function<Result<>(Database &)> work)>;
    /// Sets what that thread calls after it made the file anew, in the order in which it is given work.
    using TellRemade = std::function<void(std::function<void()> call)>;

    /// Both must work until the index is gone.
    SqliteSearchIndex(const QString &path, Write write, TellRemade tellRemade);
    ~SqliteSearchIndex() override;

    QFuture<Result<SearchAnswer>> search(const SearchRequest &request) override;
    MarkedText excerpt(const SearchRequest &request, const QString &text) const override;
    QFuture<Result<>> put(const std::vector<SearchDocument> &documents) override;
    QFuture<Result<>> keepOnly(FoundKind kind, const QStringList &keys) override;
    void onEmptied(std::function<void()> call) override;

    void reopen(); ///< The file is another one now: the next search opens it.

private:
    Result<> ensureReader();
    Result<SearchAnswer> searchNow(const SearchRequest &request, const std::function<bool()> &ended);

    CacheFile m_file;
    Write m_write;
    TellRemade m_tellRemade;
    std::atomic<quint64> m_latest = 0; ///< The number of the last search asked for.
    std::optional<Database> m_reader; ///< Of the reading thread.
    StoreThread m_reading; ///< Last: goes first.
};

} // namespace studio::store
