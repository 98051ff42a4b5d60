#include "projects/disk_error.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace studio::projects {

using namespace Qt::StringLiterals;

ErrorCode codeOf(const std::error_code &error)
{
    if (error == std::errc::no_space_on_device || error.value() == EDQUOT) {
        return ErrorCode::DiskFull;
    }
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted
        || error == std::errc::read_only_file_system) {
        return ErrorCode::ReadOnly;
    }
    if (error == std::errc::no_such_file_or_directory) {
        return ErrorCode::NotFound;
    }
    if (error == std::errc::file_exists || error == std::errc::directory_not_empty) {
        return ErrorCode::Conflict;
    }
    return ErrorCode::Storage;
}

tl::unexpected<Error> failed(const std::error_code &error, const QString &what)
{
    return fail(codeOf(error), what % u": "_s % QString::fromLocal8Bit(error.message().c_str()));
}

ErrorCode codeOfFailedWrite(const QString &path)
{
    constexpr qint64 kSpare = 1 << 20;
    const QFileInfo folder(QFileInfo(path).path());
    if (folder.exists() && !folder.isWritable()) {
        return ErrorCode::ReadOnly;
    }
    return QStorageInfo(folder.filePath()).bytesAvailable() < kSpare ? ErrorCode::DiskFull
                                                                     : ErrorCode::Storage;
}

} // namespace studio::projects
