#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace studio::sync {

/// Writes a new file and has the disk keep it; makes the folders above. Storage, DiskFull, ReadOnly.
Result<> saveFile(const QString &path, const QByteArray &bytes);

/// The file under a second name; a copy where the file system has no links.
Result<> linkOrCopy(const QString &from, const QString &to);

Result<> syncFile(const QString &path);
Result<> syncFolder(const QString &path); ///< The names in it.
Result<> syncFolders(const QString &path); ///< And in all folders below.

/// The pictures a download that is not finished already has: hex.
QByteArrayList stagedMedia(const QString &staging);

} // namespace studio::sync
