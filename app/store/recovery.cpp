#include "store/recovery.h"

#include "store/backup.h"
#include "store/deadline.h"
#include "store/migrator.h"
#include "store/salvage.h"
#include "store/statement.h"
#include "store/system_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QtEndian>

#include <cerrno>

namespace studio::store {

namespace {

Q_LOGGING_CATEGORY(lcRecovery, "studio.store.recovery")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qint64 kHeaderSize = 100;
constexpr qint64 kUserVersionAt = 60;
constexpr qint64 kLogHeaderSize = 32;

bool isDamage(const Error &error)
{
    return error.code == ErrorCode::InvalidData;
}

Result<bool> isEmpty(Database &db)
{
    Statement count(db, "SELECT count(*) FROM sqlite_schema");
    const auto row = count.next();
    if (!row) {
        return fail(row.error());
    }
    return count.integer(0) == 0;
}

} // namespace

WorkFile::WorkFile(QString folder, const Clock &clock)
    : m_folder(std::move(folder))
    , m_path(m_folder + u"/work.db"_s)
    , m_clock(clock)
{
}

Result<Database> WorkFile::open(OpenReport &report)
{
    const auto migrations = workMigrations();
    if (!migrations) {
        return fail(migrations.error());
    }
    m_newest = migrations->back().version;
    if (!QFile::exists(m_path)) {
        // Gone, or setting aside and restoring was cut short.
        adoptSetAside(report);
        if (auto done = restore(report); !done) {
            return fail(std::move(done).error());
        }
    }
    auto db = openSound(report);
    if (!db && isDamage(db.error())) {
        qCWarning(lcRecovery) << "The work is damaged:" << db.error().message;
        if (auto done = setAside(report); !done) {
            return fail(std::move(done).error());
        }
        db = openSound(report);
    }
    if (db && !report.damagedFile.isEmpty()) {
        const Salvaged salvaged = salvage(*db, m_folder + u'/' + report.damagedFile, m_clock);
        report.recoveredDocuments = salvaged.documents;
        report.recoveredAttempts = salvaged.attempts;
    }
    return db;
}

Result<Database> WorkFile::openSound(OpenReport &report)
{
    if (auto done = refuseNewer(); !done) {
        return fail(std::move(done).error());
    }
    const QFileInfo log(m_path + u"-wal"_s);
    const bool wasUnclean = log.exists() && log.size() > 0;
    auto db = Database::open(m_path, Database::Mode::Work);
    if (!db) {
        return db;
    }
    // A log can hold a newer version than the file's header: look again, through SQLite. This also takes the
    // lock.
    const auto version = db->userVersion();
    if (!version) {
        return fail(version.error());
    }
    if (*version > m_newest) {
        return fail(ErrorCode::TooNew, u"schema %1, newest known %2"_s.arg(*version).arg(m_newest));
    }
    const auto empty = isEmpty(*db);
    if (!empty) {
        return fail(empty.error());
    }
    if (*empty != (*version == 0)) {
        return fail(ErrorCode::InvalidData, u"not a file of this program"_s);
    }
    if (*empty && report.damagedFile.isEmpty() && !backupsIn(m_folder).empty()) {
        return fail(ErrorCode::InvalidData, u"empty, although there are backups"_s);
    }
    if (wasUnclean) {
        setAsideSenselessLog(report);
    }
    if (auto done = check(*db, wasUnclean); !done) {
        return fail(std::move(done).error());
    }
    if (auto done = db->setUpForWork(); !done) {
        return fail(std::move(done).error());
    }
    if (auto done = migrateWithBackup(*db, report); !done) {
        return fail(std::move(done).error());
    }
    return db;
}

Result<> WorkFile::refuseNewer() const
{
    QFile file(m_path);
    if (!file.exists()) {
        return {};
    }
    if (QFileInfo(m_path).isDir()) {
        return fail(ErrorCode::Storage, m_path + u" is a folder"_s);
    }
    errno = 0;
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(codeFromErrno(errno), m_path + u": "_s + file.errorString());
    }
    const QByteArray header = file.read(kHeaderSize);
    if (header.size() < kHeaderSize || !header.startsWith("SQLite format 3")) {
        return {};
    }
    const auto version = qFromBigEndian<qint32>(header.constData() + kUserVersionAt);
    if (version > m_newest) {
        return fail(ErrorCode::TooNew, u"schema %1, newest known %2"_s.arg(version).arg(m_newest));
    }
    return {};
}

Result<> WorkFile::check(Database &db, bool wasUnclean) const
{
    const Deadline deadline(db, wasUnclean ? 3s : 300ms);
    auto checked = db.quickCheck();
    if (!checked && !isDamage(checked.error()) && deadline.over()) {
        qCInfo(lcRecovery) << "The check took too long and was ended";
        return {};
    }
    return checked;
}

Result<> WorkFile::migrateWithBackup(Database &db, OpenReport &report) const
{
    const auto migrations = workMigrations();
    const auto version = db.userVersion();
    if (!migrations || !version) {
        return fail(migrations ? version.error() : migrations.error());
    }
    if (*version > 0 && *version < m_newest) {
        if (auto backup = makeBackup(db, m_folder, m_clock.nowUtc()); !backup) {
            return fail(backup.error().code, u"backup before the migration: "_s + backup.error().message);
        }
    }
    const auto before = migrate(db, *migrations);
    if (!before) {
        return fail(before.error());
    }
    report.fresh = *before == 0 && report.damagedFile.isEmpty();
    if (*before > 0 && *before < m_newest) {
        report.migratedFrom = *before;
    }
    return {};
}

/// SQLite passes over a log that does not begin as one. It is kept, since the last work may have been in it.
void WorkFile::setAsideSenselessLog(OpenReport &report) const
{
    QFile log(m_path + u"-wal"_s);
    if (!log.open(QIODevice::ReadOnly)) {
        return;
    }
    const QByteArray header = log.read(kLogHeaderSize);
    // Shorter than its header, or zeros: cut off while it was begun, before anything was in it.
    const bool begun = header.size() == kLogHeaderSize && header.count('\0') < header.size();
    if (!begun || (qFromBigEndian<quint32>(header.constData()) | 1U) == 0x377f0683U) {
        return;
    }
    const QString name = asideName(u".db-wal"_s);
    if (log.copy(m_folder + u'/' + name)) {
        report.damagedLog = name;
    } else {
        qCWarning(lcRecovery) << "The unreadable log could not be copied:" << log.errorString();
    }
}

void WorkFile::adoptSetAside(OpenReport &report) const
{
    const QFileInfoList files
        = QDir(m_folder).entryInfoList({u"work.damaged-*.db"_s}, QDir::Files, QDir::Time);
    if (!files.isEmpty()) {
        report.damagedFile = files.front().fileName();
        report.damagedChangedUtc = files.front().lastModified().toUTC();
    }
}

Result<> WorkFile::setAside(OpenReport &report) const
{
    const QString name = asideName(u".db"_s);
    report.damagedChangedUtc = QFileInfo(m_path).lastModified().toUTC();
    // The log first: left behind, it would be played into the restored file.
    const QString log = m_path + u"-wal"_s;
    if (QFile::exists(log) && !QFile::rename(log, m_folder + u'/' + name + u"-wal"_s)) {
        return fail(ErrorCode::Storage, log + u" cannot be set aside"_s);
    }
    if (!QFile::rename(m_path, m_folder + u'/' + name)) {
        return fail(ErrorCode::Storage, m_path + u" cannot be set aside"_s);
    }
    report.damagedFile = name;
    report.fresh = false;
    return restore(report);
}

Result<> WorkFile::restore(OpenReport &report) const
{
    const QString part = m_path + u".restoring"_s;
    for (const Backup &backup : backupsIn(m_folder)) {
        if (auto checked = checkBackup(backup, m_newest); !checked) {
            const ErrorCode code = checked.error().code;
            if (code != ErrorCode::InvalidData && code != ErrorCode::TooNew) {
                return checked; // it may be good: an older one must not take its place
            }
            qCWarning(lcRecovery) << "Not a good backup:" << backup.madeUtc << checked.error().message;
            continue;
        }
        QFile::remove(part);
        QFile source(backup.path);
        if (!source.copy(part)) {
            QFile::remove(part);
            return fail(ErrorCode::Storage, u"the backup cannot be copied: "_s + source.errorString());
        }
        if (auto flushed = flushFile(part); !flushed) {
            return flushed;
        }
        // A log of the lost file must not be played into another one.
        const QString log = m_path + u"-wal"_s;
        if (QFile::exists(log)) {
            QFile::rename(log, m_folder + u'/' + asideName(u".db-wal"_s));
        }
        if (!QFile::rename(part, m_path)) {
            return fail(ErrorCode::Storage, m_path + u" cannot be restored"_s);
        }
        report.restoredUtc = backup.madeUtc;
        return {};
    }
    return {};
}

/// A name that is free.
QString WorkFile::asideName(const QString &ending) const
{
    const QString time = m_clock.nowUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString name = u"work.damaged-"_s + time + ending;
    for (int n = 2; QFile::exists(m_folder + u'/' + name); ++n) {
        name = u"work.damaged-%1-%2%3"_s.arg(time).arg(n).arg(ending);
    }
    return name;
}

} // namespace studio::store
