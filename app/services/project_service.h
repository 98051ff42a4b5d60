#pragma once

#include "domain/ports/package_store.h"
#include "services/project_session.h"

namespace studio::services {

/// The learner's projects. A program that was kept alone, before there were projects, becomes a project of
/// one file the first time the list is asked for; its text and its history stay what they are.
class ProjectService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectService)

public:
    ProjectService(const ProjectStores &stores, PackageStore &packages, QObject *parent = nullptr);
    ~ProjectService() override;

    QFuture<Result<std::vector<Project>>> projects(); ///< Last changed first.
    QFuture<Result<Project>> create(const QString &title, const QString &code = {});
    QFuture<Result<Project>> openFolder(const QString &folder);
    QFuture<Result<>> rename(const Project &project, const QString &title);
    QFuture<Result<>> remove(const QString &id); ///< restore() brings it back.
    QFuture<Result<>> restore(const QString &id);

    std::unique_ptr<ProjectSession> open(const Project &project);

    QStringList importPaths(const Project &project) const; ///< For RunRequest.

    // Packages. `environment` is where they lie; the requirements are the project's own file.
    QString environment(const Project &project) const;

    PackageStore &packages() { return m_packages; }

    /// Brings the project's requirements.txt in step with a change that succeeded. Installed versions are
    /// pinned, so that the project works the same elsewhere.
    QFuture<Result<>> noteChange(const Project &project, const PackageChange &change,
                                 const std::vector<InstalledPackage> &installed);
    QFuture<Result<QStringList>> requirements(const Project &project); ///< Empty when there is no such file.

Q_SIGNALS:
    void projectsChanged();

private:
    QFuture<Result<std::vector<Project>>> migrate(const std::vector<Document> &programs,
                                                  const QStringList &known);
    template<typename Value>
    QFuture<Result<Value>> thenTell(const QFuture<Result<Value>> &future);

    ProjectStores m_stores;
    PackageStore &m_packages;
};

} // namespace studio::services
