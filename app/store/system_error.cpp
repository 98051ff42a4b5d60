#include "store/system_error.h"

#include <cerrno>

namespace studio::store {

ErrorCode codeFromErrno(int error)
{
    switch (error) {
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return ErrorCode::DiskFull;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::ReadOnly;
    default:
        return ErrorCode::Storage;
    }
}

} // namespace studio::store
