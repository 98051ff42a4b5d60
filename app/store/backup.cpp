#include "store/backup.h"

#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sqlite3.h>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

#include <memory>

namespace studio::store {

namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t kMostBackups = 10;
constexpr std::size_t kAlwaysKept = 3;
constexpr qint64 kDay = 24 * 3600; // seconds
constexpr auto kTimeFormat = "yyyyMMdd'T'HHmmsszzz'Z'";

QString folderOf(const QString &profileFolder)
{
    return profileFolder + u"/backups"_s;
}

struct BackupEnd
{
    void operator()(sqlite3_backup *backup) const { sqlite3_backup_finish(backup); }
};

Result<> copyInto(Database &from, Database &to)
{
    std::unique_ptr<sqlite3_backup, BackupEnd> copy(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
    if (!copy) {
        return fail(to.lastError());
    }
    const int rc = sqlite3_backup_step(copy.get(), -1);
    copy.reset();
    if (rc == SQLITE_DONE) {
        return {};
    }
    // The copy's connection carries the error of either side.
    return fail(to.lastError());
}

Result<> checkFile(const QString &path, int schema)
{
    auto db = Database::open(path, Database::Mode::Copy);
    if (!db) {
        return fail(std::move(db).error());
    }
    const auto version = db->userVersion();
    if (!version) {
        return fail(version.error());
    }
    if (*version != schema) {
        return fail(ErrorCode::InvalidData, u"of schema %1, not %2"_s.arg(*version).arg(schema));
    }
    return db->quickCheck();
}

Result<> fillCopy(Database &db, const QString &path)
{
    auto copy = Database::open(path, Database::Mode::Work);
    if (!copy) {
        return fail(std::move(copy).error());
    }
    return copyInto(db, *copy);
}

} // namespace

std::vector<Backup> backupsIn(const QString &profileFolder)
{
    static const QRegularExpression name(u"\\Awork-(\\d{8}T\\d{9}Z)-v(\\d+)\\.db\\z"_s);
    std::vector<Backup> backups;
    const QDir folder(folderOf(profileFolder));
    for (const QString &file : folder.entryList(QDir::Files, QDir::Name | QDir::Reversed)) {
        const auto match = name.match(file);
        if (!match.hasMatch()) {
            continue;
        }
        QDateTime made = QDateTime::fromString(match.captured(1), QLatin1StringView(kTimeFormat));
        made.setTimeSpec(Qt::UTC);
        backups.push_back({folder.filePath(file), made, match.captured(2).toInt()});
    }
    return backups;
}

Result<Backup> makeBackup(Database &db, const QString &profileFolder, const QDateTime &nowUtc)
{
    const auto schema = db.userVersion();
    if (!schema) {
        return fail(schema.error());
    }
    const QString folder = folderOf(profileFolder);
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::Storage, folder + u" cannot be made"_s);
    }
    const QString time = nowUtc.toUTC().toString(QLatin1StringView(kTimeFormat));
    const Backup backup{u"%1/work-%2-v%3.db"_s.arg(folder, time).arg(*schema), nowUtc.toUTC(), *schema};
    const QString part = folder + u"/unfinished.db"_s;
    for (const QString &ending : {u""_s, u"-journal"_s, u"-wal"_s}) {
        QFile::remove(part + ending);
    }
    if (auto filled = fillCopy(db, part); !filled) {
        QFile::remove(part);
        return fail(std::move(filled).error());
    }
    if (auto checked = checkFile(part, *schema); !checked) {
        QFile::remove(part);
        return fail(checked.error().code, u"the copy does not pass its check: "_s + checked.error().message);
    }
    if (auto flushed = flushFile(part); !flushed) {
        return fail(std::move(flushed).error());
    }
    QFile::remove(backup.path);
    if (!QFile::rename(part, backup.path)) {
        return fail(ErrorCode::Storage, backup.path + u" cannot be written"_s);
    }
    thinBackups(profileFolder);
    return backup;
}

Result<> checkBackup(const Backup &backup, int newestSchema)
{
    if (backup.schema > newestSchema) {
        return fail(ErrorCode::TooNew, u"schema %1, newest known %2"_s.arg(backup.schema).arg(newestSchema));
    }
    return checkFile(backup.path, backup.schema);
}

void thinBackups(const QString &profileFolder)
{
    const std::vector<Backup> backups = backupsIn(profileFolder);
    if (backups.empty()) {
        return;
    }
    const QDateTime newest = backups.front().madeUtc;
    std::size_t kept = 0;
    // From the oldest on, so that the one that stays of a day stays until it is old, instead of ageing away.
    QDateTime before;
    std::vector<Backup> staying;
    for (auto it = backups.rbegin(); it != backups.rend(); ++it) {
        const bool recent = std::distance(it, backups.rend()) <= static_cast<std::ptrdiff_t>(kAlwaysKept);
        const qint64 apart = it->madeUtc.secsTo(newest) > 7 * kDay ? 7 * kDay : kDay;
        if (recent || !before.isValid() || before.secsTo(it->madeUtc) >= apart - 3600) {
            before = it->madeUtc;
            staying.push_back(*it);
            ++kept;
        } else {
            QFile::remove(it->path);
        }
    }
    for (std::size_t i = 0; kept > kMostBackups; ++i, --kept) {
        QFile::remove(staying[i].path);
    }
}

Result<> flushFile(const QString &path)
{
#ifdef Q_OS_UNIX
    for (const QString &name : {path, QFileInfo(path).absolutePath()}) {
        const int fd = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
        const bool flushed = fd >= 0 && ::fsync(fd) == 0;
        if (fd >= 0) {
            ::close(fd);
        }
        if (!flushed) {
            return fail(ErrorCode::Storage, name + u" cannot be flushed: "_s + qt_error_string());
        }
    }
#else
    Q_UNUSED(path)
#endif
    return {};
}

} // namespace studio::store
