#pragma once

#include "domain/catalogue.h"
#include "domain/result.h"
#include "sync/courses/exercise_folder.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace studio::sync {

/// A picture of a course, kept by its content.
struct StoredMedia
{
    QByteArray sha256; ///< Hex
    QByteArray etag; ///< For asking again; empty when the platform gave none.
    QByteArray lastModified;
    QString ending; ///< `png`
    qint64 bytes = 0;

    bool operator==(const StoredMedia &) const = default;
};

/// What is known of an installed course.
struct CourseManifest
{
    QByteArray contentHash; ///< Of the catalogue's item it was made from.
    QHash<QString, StoredMedia> media; ///< By address.
    QStringList report; ///< What was left out.
    qint64 bytes = 0;
};

/// The platform's courses on the disk:
/// `<root>/courses/<id>` the folders in our own format, `<root>/media/ab/<sha256>` their pictures,
/// `<root>/manifests/<id>.json`, `<root>/staging/<id>` what is being fetched.
///
/// A course is whole or not there: its folder is made aside and put in place by renaming. Blocking; on one
/// thread.
class CourseStore
{
public:
    explicit CourseStore(QString root);

    QString coursesFolder() const; ///< For content::CourseFolder.
    QString staging(const QString &courseId) const;
    QString mediaPath(const QByteArray &sha256) const;

    /// Puts right what a crash left: the old version back where the new one was not yet in place. Call once.
    void recover();

    /// Writes the files, links the pictures in (copies where links are not possible) and replaces the older
    /// version. DiskFull, ReadOnly, Storage; the older version stays then.
    Result<> activate(const QString &courseId, const CourseFilesMap &files, const CourseManifest &manifest);

    std::optional<CourseManifest> manifest(const QString &courseId) const;
    bool isInstalled(const QString &courseId) const;
    QStringList installed() const; ///< Ids, sorted.

    /// The folder, its manifest and what was staged; pictures go with collectGarbage(). NotFound, Storage.
    Result<> remove(const QString &courseId);
    /// Pictures that no course has. Gives the bytes that were freed.
    qint64 collectGarbage();

    StorageUse use() const;
    qint64 freeBytes() const; ///< On that disk; -1 when it can't be told.
    /// DiskFull when less than 250 MB would be left after `more` bytes.
    Result<> reserve(qint64 more) const;

    static bool isCourseId(const QString &courseId); ///< `classic-5`, `pages-5`: no path can be made of it.

private:
    QString path(const QString &part) const;
    QString manifestPath(const QString &courseId) const;

    QString m_root;
};

} // namespace studio::sync
