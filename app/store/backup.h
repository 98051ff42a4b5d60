#pragma once

#include "domain/result.h"

#include <QDateTime>

#include <vector>

namespace studio::store {

class Database;

/// One copy of the work in `<profile>/backups`. Its name says when it was made and of which schema it is.
struct Backup
{
    QString path;
    QDateTime madeUtc;
    int schema = 0;
};

/// Newest first. Files with other names are left out.
std::vector<Backup> backupsIn(const QString &profileFolder);

/// Copies the open database, checks the copy, and only then gives it a backup's name. InvalidData when the
/// copy does not pass, which means that the source is damaged.
Result<Backup> makeBackup(Database &db, const QString &profileFolder, const QDateTime &nowUtc);

/// Reads the whole copy. InvalidData: damaged. TooNew: of a schema after `newestSchema`. Anything else: it
/// could not be read just now.
Result<> checkBackup(const Backup &backup, int newestSchema);

/// Keeps at most ten: the newest three, then one a day for a week, then one a week. The oldest of a day stays
/// until it is a week old.
void thinBackups(const QString &profileFolder);

/// The content of the file and its name reach the disk.
Result<> flushFile(const QString &path);

} // namespace studio::store
