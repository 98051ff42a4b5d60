#pragma once

#include "domain/result.h"

#include <system_error>

namespace studio::projects {

/// What the last failed system call means for the caller: DiskFull, ReadOnly, NotFound, Conflict, else
/// Storage.
ErrorCode codeOf(const std::error_code &error);

tl::unexpected<Error> failed(const std::error_code &error, const QString &what);

/// After a failed write below `path`, where only a sentence is known: DiskFull when there is no room left.
ErrorCode codeOfFailedWrite(const QString &path);

} // namespace studio::projects
