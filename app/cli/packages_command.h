#pragma once

#include "cli/command.h"
#include "domain/packages.h"

namespace studio {
struct Project;
} // namespace studio

namespace studio::services {
class ProjectPackages;
} // namespace studio::services

namespace studio::cli {

/// `packages list|install|update|remove`: the packages of one project.
class PackagesCommand final : public Command
{
    Q_OBJECT

public:
    PackagesCommand(const Environment &environment, CommandIo io);
    ~PackagesCommand() override;

    void start(const QStringList &arguments) override;
    void interrupt() override; ///< Cancels; the packages stay what they were.

private:
    void choose(const std::vector<Project> &projects);
    void begin(const Project &project);
    void list();
    void tellEnd(const std::optional<PackageFailure> &failure);

    QString m_project; ///< Title, id or folder.
    bool m_json = false;
    bool m_list = false;
    PackageChange m_change;
    std::unique_ptr<services::ProjectPackages> m_packages;
    QString m_said; ///< The last step that was told.
};

} // namespace studio::cli
