#pragma once

#include "domain/result.h"

namespace studio::content {

/// Makes a folder and those above it. ReadOnly or Storage.
Result<> makeFolder(const QString &path);

/// Copies the files of a course to a new folder `target`. Links, hidden files and files beyond the limits are
/// not part of a course. On failure part of `target` may be there. DiskFull, ReadOnly, Storage, InvalidData.
Result<> copyCourse(const QString &root, const QString &target);

} // namespace studio::content
