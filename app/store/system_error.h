#pragma once

#include "domain/error.h"

namespace studio::store {

/// What a system call that gave this `errno` asks of the caller: DiskFull, ReadOnly, else Storage.
ErrorCode codeFromErrno(int error);

} // namespace studio::store
