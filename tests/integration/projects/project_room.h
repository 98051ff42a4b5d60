#pragma once

#include "domain/ports/clock.h"
#include "services/project_service.h"
#include "store/open_work_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include "projects/disk_project_store.h"

namespace studio::test {

using namespace Qt::StringLiterals;

class RealClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

/// For tests that are not about packages.
class NoPackages final : public PackageStore
{
public:
    QFuture<Result<std::vector<InstalledPackage>>> installed(const QString & /*environment*/) override
    {
        return {};
    }

    std::unique_ptr<PackageJob> change(const QString & /*environment*/,
                                       const PackageChange & /*change*/) override
    {
        return {};
    }

    QStringList importPaths(const QString & /*environment*/) const override { return {}; }
};

template<typename T>
T resultOf(const QFuture<T> &future)
{
    REQUIRE(QTest::qWaitFor([&] { return future.isFinished(); }, 10'000));
    return future.result();
}

/// A person's data in a folder of its own, with everything real behind the service.
struct ProjectRoom
{
    RealClock clock;
    std::unique_ptr<WorkStore> work;
    std::unique_ptr<projects::DiskProjectStore> store;
    NoPackages packages;
    std::unique_ptr<services::ProjectService> service;

    explicit ProjectRoom(const QString &root)
    {
        auto opened = store::openWorkStore(root, clock);
        REQUIRE(opened);
        work = std::move(opened->store);
        store = std::make_unique<projects::DiskProjectStore>(root);
        service = std::make_unique<services::ProjectService>(services::ProjectStores{*store, *work, clock},
                                                             packages);
    }

    std::unique_ptr<services::ProjectSession> open(const Project &project) const
    {
        auto session = service->open(project);
        QSignalSpy opened(session.get(), &services::ProjectSession::opened);
        session->open();
        REQUIRE(opened.wait(10'000));
        return session;
    }

    services::FileSession *openFile(services::ProjectSession &session, const QString &path) const
    {
        services::FileSession *file = session.openFile(path);
        REQUIRE(QTest::qWaitFor([&] { return file->isOpen(); }, 10'000));
        return file;
    }
};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace studio::test
