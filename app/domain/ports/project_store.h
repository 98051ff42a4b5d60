#pragma once

#include "domain/project.h"
#include "domain/result.h"

#include <QFuture>

#include <memory>
#include <vector>

namespace studio {

/// What the store knows of a file's bytes on the disk, so that another program's change is noticed before it
/// is overwritten. Made by readText(); only the store's own thread looks inside.
struct DiskMark
{
    QByteArray hash; ///< Of the bytes as last read or written; empty: there was no file.
};

struct FileText
{
    QString text; ///< With `\n` alone; the file keeps the line ends and the byte order mark it has.
    QDateTime changedUtc;
    std::shared_ptr<DiskMark> mark;
};

struct NewProject
{
    QString id; ///< A name of letters, digits and `-`; empty: a new one.
    QString title;
    QString mainFile; ///< `main.py`
    QString code;
    QString documentKey; ///< Journal key of the main file, when it has one already.
};

/// The person's projects and the files in them. All calls return at once; the work is done in order on the
/// store's own thread. Every path is relative to its project; one that is no right name, or that leads out of
/// the project by a link, is InvalidData.
class ProjectStore
{
    Q_DISABLE_COPY_MOVE(ProjectStore)

public:
    ProjectStore() = default;
    virtual ~ProjectStore() = default;

    virtual QFuture<Result<std::vector<Project>>> projects() = 0; ///< Last changed first.
    virtual QFuture<Result<QStringList>> knownIds() = 0; ///< Also of those in the bin.
    virtual QFuture<Result<Project>> add(const NewProject &wanted) = 0; ///< Conflict when the id is known.
    virtual QFuture<Result<Project>> openFolder(const QString &folder) = 0; ///< The same one the next time.
    virtual QFuture<Result<>> save(const Project &project) = 0; ///< Its record; its files are not touched.
    /// To the bin, with its files; of a folder from the disk only the record.
    virtual QFuture<Result<>> remove(const QString &id) = 0;
    virtual QFuture<Result<>> restore(const QString &id) = 0;

    /// Sorted, folders before their content; hidden ones, caches and environments are left out. At most
    /// 2,000.
    virtual QFuture<Result<std::vector<ProjectFile>>> files(const Project &project) = 0;
    /// InvalidData when it is no text, or larger than 1 MB.
    virtual QFuture<Result<FileText>> readText(const Project &project, const QString &path) = 0;
    /// Whole or not at all. Conflict when the bytes on the disk are no longer those of `mark`.
    virtual QFuture<Result<>> writeText(const Project &project, const QString &path, const QString &text,
                                        std::shared_ptr<DiskMark> mark)
        = 0;
    virtual QFuture<Result<>> makeFile(const Project &project, const QString &path) = 0; ///< Empty; Conflict.
    virtual QFuture<Result<>> makeFolder(const Project &project, const QString &path) = 0;
    virtual QFuture<Result<>> rename(const Project &project, const QString &from, const QString &to) = 0;
    virtual QFuture<Result<QString>> duplicate(const Project &project, const QString &path)
        = 0; ///< Its path.
    /// Copies files from anywhere into a folder of the project (empty: the top). Gives their paths.
    virtual QFuture<Result<QStringList>> import(const Project &project, const QStringList &files,
                                                const QString &into)
        = 0;
    virtual QFuture<Result<>> removeFile(const Project &project, const QString &path) = 0; ///< To the bin.
    virtual QFuture<Result<>> restoreFile(const Project &project, const QString &path) = 0; ///< Last removed.

    /// Where a project's environment of packages is kept: beside its files, never among them. Immediate.
    virtual QString environmentFolder(const QString &id) const = 0;
};

} // namespace studio
