#include "sync/courses/course_store.h"

#include "sync/api/json_reader.h"
#include "sync/auth/durable_file.h"
#include "sync/courses/durable_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kKeepFree = qint64{250} * 1024 * 1024;
constexpr qint64 kLargestManifest = 8 * 1024 * 1024;

qint64 bytesBelow(const QString &folder)
{
    qint64 bytes = 0;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        it.next();
        bytes += it.fileInfo().size();
    }
    return bytes;
}

QByteArray jsonOf(const CourseManifest &manifest)
{
    QJsonObject media;
    for (auto it = manifest.media.begin(); it != manifest.media.end(); ++it) {
        media.insert(it.key(),
                     QJsonObject{{u"sha256"_s, QString::fromLatin1(it->sha256)},
                                 {u"etag"_s, QString::fromLatin1(it->etag)},
                                 {u"last_modified"_s, QString::fromLatin1(it->lastModified)},
                                 {u"ending"_s, it->ending},
                                 {u"bytes"_s, it->bytes}});
    }
    return QJsonDocument(QJsonObject{{u"hash"_s, QString::fromLatin1(manifest.contentHash)},
                                     {u"media"_s, media},
                                     {u"report"_s, QJsonArray::fromStringList(manifest.report)},
                                     {u"bytes"_s, manifest.bytes}})
        .toJson();
}

} // namespace

CourseStore::CourseStore(QString root)
    : m_root(std::move(root))
{
}

bool CourseStore::isCourseId(const QString &courseId)
{
    return platformCourse(courseId).has_value();
}

QString CourseStore::path(const QString &part) const
{
    return m_root + u'/' + part;
}

QString CourseStore::coursesFolder() const
{
    return path(u"courses"_s);
}

QString CourseStore::staging(const QString &courseId) const
{
    return path(u"staging/"_s + courseId);
}

QString CourseStore::manifestPath(const QString &courseId) const
{
    return path(u"manifests/"_s + courseId + u".json"_s);
}

QString CourseStore::mediaPath(const QByteArray &sha256) const
{
    return path(u"media/"_s + QString::fromLatin1(sha256.left(2)) + u'/' + QString::fromLatin1(sha256));
}

void CourseStore::recover()
{
    const QDir staged(path(u"staging"_s));
    for (const QString &id : staged.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!isCourseId(id)) {
            continue;
        }
        const QString old = staging(id) + u"/old"_s;
        const QString place = coursesFolder() + u'/' + id;
        if (QFileInfo::exists(old) && !QFileInfo::exists(place)) {
            QDir().rename(old, place);
        }
        QDir(old).removeRecursively();
        QDir(staging(id) + u"/new"_s).removeRecursively();
        QDir(staging(id) + u"/gone"_s).removeRecursively();
    }
}

Result<> CourseStore::activate(const QString &courseId, const CourseFilesMap &files,
                               const CourseManifest &manifest)
{
    if (!isCourseId(courseId)) {
        return fail(ErrorCode::Internal, u"no id of a course of the platform"_s);
    }
    const QString fresh = staging(courseId) + u"/new"_s;
    const QString old = staging(courseId) + u"/old"_s;
    const QString place = coursesFolder() + u'/' + courseId;
    QDir(fresh).removeRecursively();
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (auto saved = saveFile(fresh + u'/' + it.key(), it.value()); !saved) {
            return saved;
        }
    }
    QSet<QString> names;
    for (const StoredMedia &each : manifest.media) {
        const QString name = QString::fromLatin1(each.sha256.left(32)) + u'.' + each.ending;
        if (names.contains(name)) {
            continue;
        }
        names.insert(name);
        if (auto linked = linkOrCopy(mediaPath(each.sha256), fresh + u"/pictures/"_s + name); !linked) {
            return linked;
        }
    }
    if (auto synced = syncFolders(fresh); !synced) {
        return synced;
    }
    QDir().mkpath(coursesFolder());
    if (QFileInfo::exists(place) && !QDir().rename(place, old)) {
        return fail(ErrorCode::Storage, u"%1 can't be moved"_s.arg(place));
    }
    if (!QDir().rename(fresh, place)) {
        QDir().rename(old, place);
        return fail(ErrorCode::Storage, u"%1 can't be put in place"_s.arg(place));
    }
    (void)syncFolder(coursesFolder());
    QDir().mkpath(path(u"manifests"_s));
    auto saved = writeDurably(manifestPath(courseId), jsonOf(manifest));
    QDir(staging(courseId)).removeRecursively();
    return saved;
}

std::optional<CourseManifest> CourseStore::manifest(const QString &courseId) const
{
    if (!isCourseId(courseId)) {
        return {};
    }
    const auto bytes = readSmallFile(manifestPath(courseId), kLargestManifest);
    const auto json = bytes ? parseJson(*bytes) : fail(bytes.error());
    if (!json) {
        return {};
    }
    CourseManifest manifest;
    const QJsonObject object = json->toObject();
    manifest.contentHash = object.value("hash"_L1).toString().toLatin1();
    manifest.bytes = object.value("bytes"_L1).toInteger();
    for (const QJsonValue &each : object.value("report"_L1).toArray()) {
        manifest.report.append(each.toString());
    }
    const QJsonObject media = object.value("media"_L1).toObject();
    for (auto it = media.begin(); it != media.end(); ++it) {
        const QJsonObject each = it.value().toObject();
        manifest.media.insert(it.key(),
                              {each.value("sha256"_L1).toString().toLatin1(),
                               each.value("etag"_L1).toString().toLatin1(),
                               each.value("last_modified"_L1).toString().toLatin1(),
                               each.value("ending"_L1).toString(), each.value("bytes"_L1).toInteger()});
    }
    return manifest;
}

bool CourseStore::isInstalled(const QString &courseId) const
{
    return isCourseId(courseId) && QFileInfo::exists(coursesFolder() + u'/' + courseId + u"/course.yaml"_s);
}

QStringList CourseStore::installed() const
{
    QStringList ids;
    for (const QString &name :
         QDir(coursesFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (isInstalled(name)) {
            ids.append(name);
        }
    }
    return ids;
}

Result<> CourseStore::remove(const QString &courseId)
{
    if (!isCourseId(courseId)) {
        return fail(ErrorCode::NotFound, u"no course of the platform"_s);
    }
    const QString place = coursesFolder() + u'/' + courseId;
    const bool was = QFileInfo::exists(place) || QFileInfo::exists(staging(courseId));
    QDir(staging(courseId)).removeRecursively();
    // Out of the way in one step first: half a course is none.
    const QString gone = staging(courseId) + u"/gone"_s;
    QDir().mkpath(staging(courseId));
    if (QFileInfo::exists(place) && !QDir().rename(place, gone)) {
        return fail(ErrorCode::Storage, u"%1 can't be removed"_s.arg(place));
    }
    QFile::remove(manifestPath(courseId));
    QDir(staging(courseId)).removeRecursively();
    return was ? Result<>() : fail(ErrorCode::NotFound, u"%1 is not installed"_s.arg(courseId));
}

qint64 CourseStore::collectGarbage()
{
    QSet<QString> used;
    for (const QString &name : QDir(path(u"manifests"_s)).entryList({u"*.json"_s}, QDir::Files)) {
        const auto found = manifest(name.chopped(5));
        if (!found) {
            return 0; // a manifest that can't be read may need any of them
        }
        for (const StoredMedia &each : found->media) {
            used.insert(QString::fromLatin1(each.sha256));
        }
    }
    for (const QString &id : QDir(path(u"staging"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QByteArray &each : stagedMedia(staging(id))) {
            used.insert(QString::fromLatin1(each));
        }
    }
    qint64 freed = 0;
    for (QDirIterator it(path(u"media"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString file = it.next();
        const qint64 bytes = it.fileInfo().size();
        if (!used.contains(it.fileName()) && QFile::remove(file)) {
            freed += bytes;
        }
    }
    return freed;
}

StorageUse CourseStore::use() const
{
    StorageUse use;
    // Pictures in course folders are the media's own bytes where links are possible: they count once.
    for (const QString &id : installed()) {
        const QString folder = coursesFolder() + u'/' + id;
        use.courses += bytesBelow(folder) - bytesBelow(folder + u"/pictures"_s);
    }
    use.courses += bytesBelow(path(u"staging"_s));
    use.media = bytesBelow(path(u"media"_s));
    use.free = std::max<qint64>(0, freeBytes());
    return use;
}

qint64 CourseStore::freeBytes() const
{
    QDir().mkpath(m_root);
    const QStorageInfo disk(m_root);
    return disk.isValid() ? disk.bytesAvailable() : -1;
}

Result<> CourseStore::reserve(qint64 more) const
{
    const qint64 free = freeBytes();
    if (free >= 0 && free - more < kKeepFree) {
        return fail(ErrorCode::DiskFull, u"%1 MB are free, 250 MB have to stay so"_s.arg(free / 1024 / 1024));
    }
    return {};
}

} // namespace studio::sync
