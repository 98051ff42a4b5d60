#pragma once

#include "domain/ports/package_store.h"

#include <QThreadPool>

namespace studio::projects {

/// What environments are made with.
struct PipSetup
{
    QString python; ///< The interpreter whose standard library the workers have.
    QString script; ///< studio_pip.py
};

/// PackageStore with Python's own venv and pip, in processes of their own. Only ready-made packages (wheels)
/// are installed: a source package would run its author's code here.
class PipPackageStore final : public PackageStore
{
    Q_DISABLE_COPY_MOVE(PipPackageStore)

public:
    explicit PipPackageStore(PipSetup setup);
    ~PipPackageStore() override; ///< Waits for work on the disk, not for pip.

    QFuture<Result<std::vector<InstalledPackage>>> installed(const QString &environment) override;
    std::unique_ptr<PackageJob> change(const QString &environment, const PackageChange &change) override;
    QStringList importPaths(const QString &environment) const override;

private:
    PipSetup m_setup;
    QThreadPool m_disk;
};

} // namespace studio::projects
