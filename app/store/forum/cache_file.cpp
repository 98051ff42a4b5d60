#include "store/forum/cache_file.h"

#include "store/search/code_tokenizer.h"
#include "store/statement.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <sqlite3.h>

static void initResources() // outside of any namespace, as Q_INIT_RESOURCE wants it
{
    Q_INIT_RESOURCE(store_sql);
}

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcCache, "studio.store.cache")

QString schema()
{
    initResources();
    QString sql;
    const QDir folder(u":/store/sql/cache"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            sql += QString::fromUtf8(file.readAll());
        }
    }
    return sql;
}

/// Any change of the schema makes another number: the file of another program is made anew, and never
/// misread.
int versionOf(const QString &sql)
{
    const QByteArray hash = QCryptographicHash::hash(sql.toUtf8(), QCryptographicHash::Sha256);
    int version = 0;
    for (int i = 0; i < 4; ++i) {
        version = (version << 7) | (hash[i] & 0x7f);
    }
    return version == 0 ? 1 : version;
}

/// The triggers of the search write to its tables, which SQLite lets only a trusted schema do: all that could
/// act by itself must be what this program put there.
Result<bool> hasOnlyOwnTriggers(Database &db, const QString &sql)
{
    Statement list(db, "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')");
    for (;;) {
        const auto row = list.next();
        if (!row || !*row) {
            return row ? Result<bool>(true) : row;
        }
        if (!sql.contains(list.text(0))) {
            return false;
        }
    }
}

} // namespace

Result<> CacheFile::remake(Database &db)
{
    // SQLite's way to empty a file that may be damaged, with readers beside.
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
    const auto emptied = db.execute(u"VACUUM"_s);
    sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
    if (!emptied) {
        return emptied;
    }
    const QString sql = schema();
    Transaction transaction(db);
    if (auto begun = transaction.begin(); !begun) {
        return begun;
    }
    if (auto done = db.execute(sql + u";PRAGMA user_version=%1"_s.arg(versionOf(sql))); !done) {
        return done;
    }
    return transaction.commit();
}

Result<Database> CacheFile::openOnce(bool &fresh) const
{
    auto db = Database::open(m_path, Database::Mode::Cache);
    if (!db) {
        return db;
    }
    if (auto done = addCodeTokenizer(*db); !done) {
        return fail(done.error());
    }
    if (auto done = db->setUpForCache(); !done) {
        return fail(done.error());
    }
    const auto version = db->userVersion();
    if (!version) {
        return fail(version.error());
    }
    const QString sql = schema();
    const auto own = hasOnlyOwnTriggers(*db, sql);
    if (!own) {
        return fail(own.error());
    }
    fresh = *version != versionOf(sql) || !*own;
    if (fresh) {
        if (auto done = remake(*db); !done) {
            return fail(done.error());
        }
    }
    if (auto done = db->execute(u"PRAGMA trusted_schema=ON"_s); !done) {
        return fail(done.error());
    }
    return db;
}

Result<Database> CacheFile::open(bool &fresh) const
{
    auto db = openOnce(fresh);
    if (db || db.error().code != ErrorCode::InvalidData) {
        return db;
    }
    qCWarning(lcCache) << "made anew:" << db.error().message;
    for (const char *end : {"", "-wal", "-shm"}) {
        QFile::remove(m_path + QLatin1StringView(end));
    }
    db = openOnce(fresh);
    fresh = true;
    return db;
}

Result<Database> CacheFile::look() const
{
    auto db = Database::open(m_path, Database::Mode::Look);
    if (!db) {
        return db;
    }
    if (auto done = addCodeTokenizer(*db); !done) {
        return fail(done.error());
    }
    return db;
}

} // namespace studio::store
