#include "services/project_packages.h"

#include "domain/when_done.h"

#include <QLoggingCategory>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcPackages, "studio.services.packages")

} // namespace

ProjectPackages::ProjectPackages(ProjectService &projects, Project project, QObject *parent)
    : QObject(parent)
    , m_projects(projects)
    , m_project(std::move(project))
{
}

ProjectPackages::~ProjectPackages() = default;

void ProjectPackages::read(const std::function<void()> &then)
{
    whenDone(m_projects.packages().installed(m_projects.environment(m_project)), this,
             [this, then](const Result<std::vector<InstalledPackage>> &installed) {
                 if (installed) {
                     m_installed = *installed;
                 }
                 then();
             });
}

void ProjectPackages::refresh()
{
    read([this] { Q_EMIT listed(); });
}

QStringList ProjectPackages::neededBy(const QString &name) const
{
    QStringList names;
    for (const InstalledPackage &each : m_installed) {
        if (each.needs.contains(packageKey(name))) {
            names.append(each.name);
        }
    }
    return names;
}

void ProjectPackages::change(const PackageChange &change)
{
    m_job = m_projects.packages().change(m_projects.environment(m_project), change);
    connect(m_job.get(), &PackageJob::stepped, this, &ProjectPackages::stepped);
    connect(m_job.get(), &PackageJob::printed, this, &ProjectPackages::printed);
    connect(m_job.get(), &PackageJob::finished, this,
            [this, change](const std::optional<PackageFailure> &failure) { ended(change, failure); });
}

void ProjectPackages::cancel()
{
    if (m_job) {
        m_job->cancel();
    }
}

void ProjectPackages::ended(const PackageChange &change, const std::optional<PackageFailure> &failure)
{
    m_job.release()->deleteLater(); // this is its own signal
    read([this, change, failure] {
        Q_EMIT listed();
        if (failure) {
            Q_EMIT changed(failure);
            return;
        }
        whenDone(m_projects.noteChange(m_project, change, m_installed), this, [this](const Result<> &noted) {
            if (!noted) { // the packages are there all the same
                qCWarning(lcPackages) << "requirements.txt is not up to date:" << noted.error().message;
            }
            Q_EMIT changed(std::nullopt);
        });
    });
}

PackageSource packageSourceFrom(const QString &setting)
{
    if (setting.startsWith("folder:"_L1)) {
        return {PackageSource::Kind::Wheels, setting.mid(7)};
    }
    return {PackageSource::Kind::Index, setting};
}

QString toSetting(const PackageSource &source)
{
    return source.kind == PackageSource::Kind::Wheels ? u"folder:"_s % source.location : source.location;
}

} // namespace studio::services
