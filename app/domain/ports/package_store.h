#pragma once

#include "domain/packages.h"
#include "domain/result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace studio {

/// A change of an environment under way. It begins by itself; deleting it cancels it without waiting.
///
/// Ends with exactly one finished(), never before control returns to the event loop. Unless it succeeded,
/// the environment is what it was, also after a crash or a pulled plug.
class PackageJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackageJob)

public:
    explicit PackageJob(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~PackageJob() override = default;

public Q_SLOTS:
    virtual void cancel() = 0; ///< finished() follows with Cancelled, unless it had come to its end.

Q_SIGNALS:
    void stepped(const studio::PackageStep &step);
    void printed(const QString &line); ///< In pip's words, without credentials.
    void finished(const std::optional<studio::PackageFailure> &failure); ///< Nothing: it succeeded.
};

/// Environments of packages, each a folder of its own. Calls return at once.
class PackageStore
{
    Q_DISABLE_COPY_MOVE(PackageStore)

public:
    PackageStore() = default;
    virtual ~PackageStore() = default;

    /// By name. Empty when there is no environment yet.
    virtual QFuture<Result<std::vector<InstalledPackage>>> installed(const QString &environment) = 0;

    /// Makes the environment when there is none. One change at a time for each; a second fails with InUse.
    virtual std::unique_ptr<PackageJob> change(const QString &environment, const PackageChange &change) = 0;

    /// What RunRequest::importPaths needs; empty when there is no environment. A look at the disk, no more.
    virtual QStringList importPaths(const QString &environment) const = 0;
};

} // namespace studio
