#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace studio::sync {

/// Replaces a file, readable by its owner alone, so that after a power cut it is the old or the new one,
/// whole; on success it is the new one. Storage, DiskFull, ReadOnly. Any thread.
Result<> writeDurably(const QString &path, const QByteArray &bytes);

/// NotFound, InvalidData (larger than `most`), Storage. Any thread.
Result<QByteArray> readSmallFile(const QString &path, qint64 most);

} // namespace studio::sync
