#pragma once

#include "domain/run.h"
#include "services/file_session.h"

#include <QFileSystemWatcher>

#include <functional>
#include <vector>

namespace studio::services {

/// One project that is open: its list of files, the files that are being edited, and what is run.
///
/// Notices what other programs, or the learner's own, do to the folder. Files that are open keep their
/// sessions until closeFile(); what is pending is saved.
class ProjectSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectSession)

public:
    ProjectSession(const ProjectStores &stores, Project project, QObject *parent = nullptr);
    ~ProjectSession() override;

    void open(); ///< opened() follows.

    const Project &project() const { return m_project; }

    const std::vector<ProjectFile> &files() const { return m_files; }

    const ProjectFile *file(const QString &path) const; ///< Null when it is not there.

    FileSession *openFile(const QString &path); ///< The one that is open, or a new one; owned by this.
    FileSession *session(const QString &path) const; ///< Null when the file is not open.
    void closeFile(const QString &path);
    void setTabs(const QStringList &paths, const QString &current); ///< Remembered for the next time.

    void setTitle(const QString &title);
    void setMainFile(const QString &path);

    QFuture<Result<>> makeFile(const QString &path);
    QFuture<Result<>> makeFolder(const QString &path);
    QFuture<Result<>> rename(const QString &from, const QString &to);
    QFuture<Result<QString>> duplicate(const QString &path);
    QFuture<Result<QStringList>> import(const QStringList &files, const QString &into);
    QFuture<Result<>> removeFile(const QString &path); ///< restoreFile() brings the last one back.
    QFuture<Result<>> restoreFile(const QString &path);

    void saveNow();
    /// Saves what is pending, keeps a version of what is run, and gives the request, in a while or at once.
    void prepareRun(const QString &path, const std::function<void(const Result<RunRequest> &)> &then);

Q_SIGNALS:
    void opened();
    void filesChanged(); ///< The list.
    void fileRenamed(const QString &from, const QString &to); ///< Of a file that is open.
    void saveFailed(const studio::Error &error); ///< Of the project's record.

private:
    QFuture<Result<>> thenRefresh(const QFuture<Result<>> &future);
    void refresh();
    void watch();
    void saveRecord();
    void follow(const QString &from, const QString &to);
    QString documentKey(const QString &path);
    RunRequest requestFor(const QString &path, const QString &code) const;

    ProjectStores m_stores;
    Project m_project;
    std::vector<ProjectFile> m_files;
    std::vector<std::unique_ptr<FileSession>> m_sessions;
    QFileSystemWatcher m_watcher;
    QTimer m_settled; ///< After a change on the disk: one look for many changes.
    bool m_known = false; ///< The list has come.
};

} // namespace studio::services
