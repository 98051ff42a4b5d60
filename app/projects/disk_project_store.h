#pragma once

#include <QThreadPool>

#include "projects/project_records.h"

namespace studio::projects {

/// ProjectStore on a person's folder, with one thread of its own.
class DiskProjectStore final : public ProjectStore
{
    Q_DISABLE_COPY_MOVE(DiskProjectStore)

public:
    explicit DiskProjectStore(const QString &root); ///< The profile's folder.
    ~DiskProjectStore() override; ///< Does what is queued.

    QFuture<Result<std::vector<Project>>> projects() override;
    QFuture<Result<QStringList>> knownIds() override;
    QFuture<Result<Project>> add(const NewProject &wanted) override;
    QFuture<Result<Project>> openFolder(const QString &folder) override;
    QFuture<Result<>> save(const Project &project) override;
    QFuture<Result<>> remove(const QString &id) override;
    QFuture<Result<>> restore(const QString &id) override;

    QFuture<Result<std::vector<ProjectFile>>> files(const Project &project) override;
    QFuture<Result<FileText>> readText(const Project &project, const QString &path) override;
    QFuture<Result<>> writeText(const Project &project, const QString &path, const QString &text,
                                std::shared_ptr<DiskMark> mark) override;
    QFuture<Result<>> makeFile(const Project &project, const QString &path) override;
    QFuture<Result<>> makeFolder(const Project &project, const QString &path) override;
    QFuture<Result<>> rename(const Project &project, const QString &from, const QString &to) override;
    QFuture<Result<QString>> duplicate(const Project &project, const QString &path) override;
    QFuture<Result<QStringList>> import(const Project &project, const QStringList &files,
                                        const QString &into) override;
    QFuture<Result<>> removeFile(const Project &project, const QString &path) override;
    QFuture<Result<>> restoreFile(const Project &project, const QString &path) override;

    QString environmentFolder(const QString &id) const override;

private:
    template<typename Work>
    auto later(Work work);
    template<typename Work>
    auto inFolder(const Project &project, Work work);

    const ProjectRecords m_records;
    QThreadPool m_thread; ///< One thread: the order of calls is the order of work. Last: goes first.
};

} // namespace studio::projects
