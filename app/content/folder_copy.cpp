#include "content/folder_copy.h"

#include "content/course_files.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStorageInfo>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSpare = 4 * 1024 * 1024; ///< Bytes to leave on the disk.

Result<> copyFile(const QString &from, const QString &to)
{
    const QFileInfo entry(from);
    QFile source(from);
    // Asked again here: the folder may have changed since it was read.
    if (entry.isSymLink() || !entry.isFile() || !source.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::InvalidData, u"can't read %1: %2"_s.arg(from, source.errorString()));
    }
    const QByteArray bytes = source.read(kLargestPicture + 1);
    if (bytes.size() > kLargestPicture || source.error() != QFile::NoError) {
        return fail(ErrorCode::InvalidData, u"can't read %1: %2"_s.arg(from, source.errorString()));
    }
    if (auto made = makeFolder(QFileInfo(to).path()); !made) {
        return made;
    }
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::ReadOnly, u"can't write %1: %2"_s.arg(to, target.errorString()));
    }
    if (target.write(bytes) != bytes.size() || !target.commit()) {
        const bool full = QStorageInfo(QFileInfo(to).path()).bytesAvailable() < bytes.size() + kSpare;
        return fail(full ? ErrorCode::DiskFull : ErrorCode::Storage,
                    u"can't write %1: %2"_s.arg(to, target.errorString()));
    }
    return {};
}

} // namespace

Result<> makeFolder(const QString &path)
{
    if (QDir().mkpath(path)) {
        return {};
    }
    return fail(ErrorCode::ReadOnly, u"can't make the folder %1"_s.arg(path));
}

Result<> copyCourse(const QString &root, const QString &target)
{
    ProblemList problems;
    const CourseFiles files(root, problems);
    if (problems.hasErrors()) {
        return fail(ErrorCode::InvalidData, problems.take().front().what);
    }
    qint64 size = 0;
    for (const QString &path : files.all()) {
        size += QFileInfo(root % u'/' % path).size();
    }
    if (auto made = makeFolder(target); !made) {
        return made;
    }
    if (QStorageInfo(target).bytesAvailable() < size + kSpare) {
        return fail(ErrorCode::DiskFull, u"%1 KB are needed for the course"_s.arg(size / 1024));
    }
    for (const QString &path : files.all()) {
        if (auto copied = copyFile(root % u'/' % path, target % u'/' % path); !copied) {
            return copied;
        }
    }
    return {};
}

} // namespace studio::content
