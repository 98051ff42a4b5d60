#include "projects/packages/pip_package_store.h"

#include <QFileInfo>
#include <QLockFile>
#include <QtConcurrent>

#include "projects/packages/environment.h"
#include "projects/packages/pip_job.h"

namespace studio::projects {

PipPackageStore::PipPackageStore(PipSetup setup)
    : m_setup(std::move(setup))
{
}

PipPackageStore::~PipPackageStore()
{
    m_disk.waitForDone();
}

QFuture<Result<std::vector<InstalledPackage>>> PipPackageStore::installed(const QString &environment)
{
    return QtConcurrent::run(&m_disk, [environment]() -> Result<std::vector<InstalledPackage>> {
        const Environment known(environment);
        if (QFileInfo::exists(environment)) {
            // What a crash left half-done is put right, unless somebody is at work.
            QLockFile lock(known.lockFile());
            lock.setStaleLockTime(0);
            if (lock.tryLock(0)) {
                known.recover().has_value();
            }
        }
        return known.installed();
    });
}

std::unique_ptr<PackageJob> PipPackageStore::change(const QString &environment, const PackageChange &change)
{
    return std::make_unique<PipJob>(m_setup, environment, change, m_disk);
}

QStringList PipPackageStore::importPaths(const QString &environment) const
{
    const QString folder = Environment(environment).sitePackages();
    return folder.isEmpty() ? QStringList() : QStringList{folder};
}

} // namespace studio::projects
