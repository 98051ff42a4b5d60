#include "store/database.h"

#include "store/statement.h"
#include "store/statement_cache.h"
#include "store/system_error.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QUrl>

#include <sqlite3.h>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcDatabase, "studio.store.database")

using namespace Qt::StringLiterals;

constexpr int kPatience = 2000; // milliseconds, for another program that writes to the same cache

ErrorCode codeFrom(sqlite3 *handle)
{
    switch (sqlite3_extended_errcode(handle) & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::InUse;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::InvalidData;
    default:
        break;
    }
    return codeFromErrno(sqlite3_system_errno(handle));
}

QString nameFor(const QString &path, Database::Mode mode)
{
    // `immutable` keeps SQLite from making -wal and -shm files beside a copy that is in WAL mode.
    const QString options = mode == Database::Mode::Copy ? u"?mode=ro&immutable=1"_s : QString();
    return u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + options;
}

} // namespace

void Database::Closer::operator()(sqlite3 *handle) const
{
    statements->close();
    sqlite3_close_v2(handle);
}

Database::Database(Handle handle)
    : m_handle(std::move(handle))
{
}

Result<Database> Database::open(const QString &path, Mode mode)
{
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        | (mode == Mode::Work || mode == Mode::Cache ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                     : SQLITE_OPEN_READONLY);
    sqlite3 *raw = nullptr;
    const int rc = sqlite3_open_v2(nameFor(path, mode).toUtf8().constData(), &raw, flags, nullptr);
    Database db{Handle(raw, Closer{std::make_shared<StatementCache>()})};
    if (rc != SQLITE_OK) {
        const Error error = db.lastError();
        return fail(error.code, path + u": "_s + error.message);
    }
    if (mode == Mode::Copy) {
        return db;
    }
    if (mode != Mode::Work) {
        sqlite3_busy_timeout(raw, kPatience);
        if (auto done = db.execute(u"PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"_s); !done) {
            return fail(std::move(done).error());
        }
        return db;
    }
    if (sqlite3_db_readonly(raw, "main") == 1) {
        return fail(ErrorCode::ReadOnly, path + u": may only be read"_s);
    }
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // Before the first access, so that SQLite keeps its index of the WAL in memory instead of in a -shm file.
    const QString lock
        = u"PRAGMA locking_mode=EXCLUSIVE; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"_s;
    if (auto done = db.execute(lock); !done) {
        return fail(std::move(done).error());
    }
    return db;
}

Result<> Database::setUpForWork()
{
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    Statement wal(*this, "PRAGMA journal_mode=WAL");
    const auto row = wal.next();
    if (!row) {
        return fail(row.error());
    }
    if (wal.text(0) != "wal"_L1) {
        return fail(ErrorCode::Storage, u"The file system cannot hold a write-ahead log"_s);
    }
    wal.reset();
    // An empty write takes the exclusive lock now, and not at the first key that is typed.
    return execute(u"PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=500;"
                   "PRAGMA journal_size_limit=4194304; BEGIN EXCLUSIVE; COMMIT;"_s);
}

Result<> Database::setUpForCache()
{
    return execute(u"PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                   "PRAGMA journal_size_limit=16777216; PRAGMA cache_size=-8000;"_s);
}

Result<> Database::execute(const QString &sql)
{
    if (sqlite3_exec(handle(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return fail(lastError());
    }
    return {};
}

Result<int> Database::userVersion()
{
    Statement statement(*this, "PRAGMA user_version");
    const auto row = statement.next();
    if (!row) {
        return fail(row.error());
    }
    return static_cast<int>(statement.integer(0));
}

Result<> Database::quickCheck()
{
    Statement check(*this, "PRAGMA quick_check(1)");
    const auto row = check.next();
    if (!row) {
        return fail(row.error());
    }
    const QString answer = check.text(0);
    if (answer == "ok"_L1) {
        return {};
    }
    // SQLite gives a disk that does not answer in the same words as damage; only the number tells them apart.
    static const QRegularExpression unreadable(u"error code=(\\d+)"_s);
    const int code = unreadable.match(answer).captured(1).toInt() & 0xff;
    const bool damaged = code == 0 || code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return fail(damaged ? ErrorCode::InvalidData : ErrorCode::Storage, answer);
}

Error Database::lastError() const
{
    if (!m_handle) {
        return {ErrorCode::Storage, u"SQLite is out of memory"_s};
    }
    return {codeFrom(handle()), QString::fromUtf8(sqlite3_errmsg(handle()))};
}

Transaction::Transaction(Database &db)
    : m_db(db)
{
}

Transaction::~Transaction()
{
    // After some failures SQLite has rolled back by itself.
    if (!m_open || sqlite3_get_autocommit(m_db.handle()) != 0) {
        return;
    }
    if (const auto done = m_db.execute(u"ROLLBACK"_s); !done) {
        qCWarning(lcDatabase) << "Rollback failed:" << done.error().message;
    }
}

Result<> Transaction::begin()
{
    auto done = Statement(m_db, "BEGIN IMMEDIATE").run();
    m_open = done.has_value();
    return done;
}

Result<> Transaction::commit()
{
    auto done = Statement(m_db, "COMMIT").run();
    if (done) {
        m_open = false;
    }
    return done;
}

} // namespace studio::store
