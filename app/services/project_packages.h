#pragma once

#include "services/project_service.h"

namespace studio::services {

/// The packages of one project: what is there, and one change at a time, with requirements.txt kept in step.
class ProjectPackages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProjectPackages)

public:
    ProjectPackages(ProjectService &projects, Project project, QObject *parent = nullptr);
    ~ProjectPackages() override; ///< Cancels what is under way.

    void refresh(); ///< listed() follows.

    const std::vector<InstalledPackage> &installed() const { return m_installed; }

    QStringList neededBy(const QString &name) const; ///< Names of the installed packages that need it.

    bool isChanging() const { return m_job != nullptr; }

    void change(const PackageChange &change); ///< While nothing changes; changed() follows exactly once.
    void cancel();

Q_SIGNALS:
    void listed();
    void stepped(const studio::PackageStep &step);
    void printed(const QString &line);
    void changed(const std::optional<studio::PackageFailure> &failure); ///< The list is up to date then.

private:
    void read(const std::function<void()> &then);
    void ended(const PackageChange &change, const std::optional<PackageFailure> &failure);

    ProjectService &m_projects;
    Project m_project;
    std::vector<InstalledPackage> m_installed;
    std::unique_ptr<PackageJob> m_job;
};

/// As a setting keeps it: empty for PyPI, `folder:` and a path, or an index's address.
PackageSource packageSourceFrom(const QString &setting);
QString toSetting(const PackageSource &source);

} // namespace studio::services
