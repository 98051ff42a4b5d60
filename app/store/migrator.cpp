#include "store/migrator.h"

#include "store/database.h"

#include <QDir>
#include <QFile>

// Q_INIT_RESOURCE must be called from outside of any namespace.
static void initSql()
{
    Q_INIT_RESOURCE(store_sql);
}

namespace studio::store {

using namespace Qt::StringLiterals;

Result<std::vector<Migration>> workMigrations()
{
    initSql();
    std::vector<Migration> migrations;
    const QDir folder(u":/store/sql"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(ErrorCode::Internal, name + u": "_s + file.errorString());
        }
        migrations.push_back({name.section(u'_', 0, 0).toInt(), QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

Result<int> migrate(Database &db, std::span<const Migration> migrations)
{
    const auto current = db.userVersion();
    if (!current) {
        return fail(current.error());
    }
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*current > newest) {
        return fail(ErrorCode::TooNew, u"schema %1, newest known %2"_s.arg(*current).arg(newest));
    }
    if (*current == newest) {
        return *current;
    }

    Transaction transaction(db);
    if (auto begun = transaction.begin(); !begun) {
        return fail(std::move(begun).error());
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= *current) {
            continue;
        }
        if (auto done = db.execute(migration.sql); !done) {
            return fail(done.error().code,
                        u"migration %1: %2"_s.arg(migration.version).arg(done.error().message));
        }
    }
    if (auto done = db.execute(u"PRAGMA user_version=%1"_s.arg(newest)); !done) {
        return fail(std::move(done).error());
    }
    if (auto done = transaction.commit(); !done) {
        return fail(std::move(done).error());
    }
    return *current;
}

} // namespace studio::store
