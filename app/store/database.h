#pragma once

#include "domain/result.h"

#include <memory>

struct sqlite3;

namespace studio::store {

class StatementCache;

/// One SQLite connection. Used by one thread at a time; may be handed over to another one between calls.
///
/// A damaged file gives ErrorCode::InvalidData, from whichever call meets the damage.
class Database final
{
public:
    enum class Mode {
        Work, ///< Read and write, made when missing; the lock is held until it is closed.
        Copy, ///< Read only; the file must be closed elsewhere. Leaves no files beside it.
        Cache, ///< Read and write, made when missing; others may read at the same time.
        Look, ///< Read only, while another connection has it as Cache.
    };

    /// Mode::Work takes the lock, but changes nothing yet: see setUpForWork().
    static Result<Database> open(const QString &path, Mode mode);

    /// WAL, FULL. Call it when the file is known to be ours. Until then closing leaves the file's bytes as
    /// they are.
    Result<> setUpForWork();

    Result<> setUpForCache(); ///< WAL, NORMAL: a power cut may cost the last of what can be fetched again.

    Result<> execute(const QString &sql);
    Result<int> userVersion();
    /// Reads every page and row. InvalidData: it is damaged. Anything else: it could not be read to the end.
    Result<> quickCheck();
    /// What the connection's last failed call failed of.
    Error lastError() const;

    sqlite3 *handle() const { return m_handle.get(); }

    /// For Statement, which may outlive the connection.
    const std::shared_ptr<StatementCache> &statements() const { return m_handle.get_deleter().statements; }

private:
    struct Closer
    {
        std::shared_ptr<StatementCache> statements;
        void operator()(sqlite3 *handle) const;
    };

    using Handle = std::unique_ptr<sqlite3, Closer>;

    explicit Database(Handle handle);

    Handle m_handle;
};

/// Rolls back unless commit() was called and succeeded.
class Transaction final
{
    Q_DISABLE_COPY_MOVE(Transaction)

public:
    explicit Transaction(Database &db);
    ~Transaction();

    Result<> begin();
    Result<> commit();

private:
    Database &m_db;
    bool m_open = false;
};

} // namespace studio::store
