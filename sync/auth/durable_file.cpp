#include "sync/auth/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

tl::unexpected<Error> storageError(const QString &path, const QString &what, int error)
{
    const ErrorCode code = error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull
        : error == EROFS || error == EACCES                   ? ErrorCode::ReadOnly
                                                              : ErrorCode::Storage;
    return fail(code, path % u": "_s % what);
}

bool flushed([[maybe_unused]] int descriptor)
{
#ifdef Q_OS_UNIX
    return ::fsync(descriptor) == 0;
#else
    return true; // QSaveFile flushes itself before it renames
#endif
}

/// The new name itself is only safe once its folder is.
bool folderFlushed([[maybe_unused]] const QString &folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool done = flushed(descriptor) || errno == EINVAL; // some file systems have nothing to flush there
    ::close(descriptor);
    return done;
#else
    return true;
#endif
}

} // namespace

Result<> writeDurably(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).absolutePath();
    errno = 0;
    if (!QDir().mkpath(folder)) {
        return storageError(path, u"the folder can't be made"_s, errno);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.flush() || !flushed(file.handle()) || !file.commit()) {
        return storageError(path, file.errorString(), errno);
    }
    if (!folderFlushed(folder)) {
        return storageError(path, u"the folder can't be flushed"_s, errno);
    }
    return {};
}

Result<QByteArray> readSmallFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(file.exists() ? ErrorCode::Storage : ErrorCode::NotFound,
                    path % u": "_s % file.errorString());
    }
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most) {
        return fail(ErrorCode::InvalidData, path % u": too large"_s);
    }
    return bytes;
}

} // namespace studio::sync
