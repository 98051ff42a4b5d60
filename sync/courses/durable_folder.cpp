#include "sync/courses/durable_folder.h"

#include "sync/api/json_reader.h"
#include "sync/auth/durable_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> problem(const QString &path, const QFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
    const bool readOnly = file.error() == QFileDevice::PermissionsError || errno == EROFS || errno == EACCES;
    return fail(full           ? ErrorCode::DiskFull
                    : readOnly ? ErrorCode::ReadOnly
                               : ErrorCode::Storage,
                u"%1: %2"_s.arg(path, file.errorString()));
}

} // namespace

Result<> syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return problem(path, file);
    }
#ifdef Q_OS_WIN
    const int done = _commit(file.handle());
#else
    const int done = fsync(file.handle());
#endif
    return done == 0 ? Result<>() : Result<>(problem(path, file));
}

Result<> syncFolder(const QString &path)
{
#ifndef Q_OS_WIN
    const int folder = open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return fail(ErrorCode::Storage, u"%1 can't be opened"_s.arg(path));
    }
    const int done = fsync(folder);
    close(folder);
    if (done != 0 && errno != EINVAL) { // some file systems have nothing to do there
        return fail(ErrorCode::Storage, u"%1 can't be kept"_s.arg(path));
    }
#else
    Q_UNUSED(path)
#endif
    return {};
}

Result<> syncFolders(const QString &path)
{
    for (QDirIterator it(path, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
         it.hasNext();) {
        if (auto done = syncFolder(it.next()); !done) {
            return done;
        }
    }
    return syncFolder(path);
}

Result<> saveFile(const QString &path, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(path).path())) {
        return fail(ErrorCode::Storage, u"the folder of %1 can't be made"_s.arg(path));
    }
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size()
        || !file.flush()) {
        return problem(path, file);
    }
    file.close();
    return syncFile(path);
}

Result<> linkOrCopy(const QString &from, const QString &to)
{
    if (!QDir().mkpath(QFileInfo(to).path())) {
        return fail(ErrorCode::Storage, u"the folder of %1 can't be made"_s.arg(to));
    }
#ifndef Q_OS_WIN
    if (link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        return {};
    }
#endif
    QFile file(from);
    errno = 0;
    return file.copy(to) ? syncFile(to) : Result<>(problem(to, file));
}

QByteArrayList stagedMedia(const QString &staging)
{
    QByteArrayList hashes;
    const auto bytes = readSmallFile(staging + u"/media.json"_s, qint64{8} * 1024 * 1024);
    const auto json = bytes ? parseJson(*bytes) : fail(bytes.error());
    if (json) {
        for (const QJsonValue &each : json->toObject()) {
            hashes.append(each.toObject().value("sha256"_L1).toString().toLatin1());
        }
    }
    return hashes;
}

} // namespace studio::sync
