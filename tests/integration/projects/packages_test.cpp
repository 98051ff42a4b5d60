#include "domain/run.h"
#include "runner/host/worker_runner.h"
#include "support/runner_path.h"

#include <QProcess>
#include <QTcpServer>

#include <algorithm>

#include "project_room.h"
#include "projects/packages/environment.h"
#include "projects/packages/pip_package_store.h"

using namespace studio;
using namespace studio::test;
using projects::PipPackageStore;

namespace {

const QString kScript = QStringLiteral(PACKAGE_INDEX);
const QString kPython = u"/usr/bin/python3"_s;

/// A folder of wheels that the test writes, and the same as an index on the loopback.
class Shelf final
{
public:
    void make(const QStringList &nameVersionNeeds) const
    {
        QProcess process;
        process.start(kPython, QStringList{kScript, u"make"_s, folder()} + nameVersionNeeds);
        REQUIRE(process.waitForFinished());
        REQUIRE(process.exitCode() == 0);
    }

    QString serve(const QString &mode = {})
    {
        m_server = std::make_unique<QProcess>();
        m_server->start(kPython, {kScript, u"serve"_s, folder(), mode});
        REQUIRE(m_server->waitForReadyRead());
        return u"127.0.0.1:%1/simple"_s.arg(QString::fromLatin1(m_server->readLine().trimmed()));
    }

    QString folder() const { return m_folder.path(); }

    ~Shelf()
    {
        if (m_server) {
            m_server->kill();
            m_server->waitForFinished();
        }
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_server;
};

struct Environ
{
    QTemporaryDir root;
    PipPackageStore store{{kPython, sharePath() % u"/python/studio_pip.py"_s}};

    QString folder() const { return root.filePath(u"packages"_s); }

    QStringList names()
    {
        QStringList all;
        const auto installed = resultOf(store.installed(folder())).value();
        for (const InstalledPackage &each : installed) {
            all.append(each.name % u'=' % each.version);
        }
        return all;
    }

    PackageFailure fails(const PackageChange &change) { return *ends(change); }

    std::optional<PackageFailure> ends(const PackageChange &change)
    {
        const auto job = store.change(folder(), change);
        QSignalSpy finished(job.get(), &PackageJob::finished);
        printed.clear();
        steps.clear();
        QObject::connect(job.get(), &PackageJob::printed, job.get(),
                         [this](const QString &line) { printed += line % u'\n'; });
        QObject::connect(job.get(), &PackageJob::stepped, job.get(),
                         [this](const PackageStep &step) { steps.push_back(step); });
        REQUIRE(finished.wait(60'000));
        REQUIRE(finished.count() == 1);
        const auto failure = finished.first().first().value<std::optional<PackageFailure>>();
        UNSCOPED_INFO(printed.toStdString());
        return failure;
    }

    QString printed;
    std::vector<PackageStep> steps;
};

PackageChange install(const QStringList &packages, const PackageSource &source)
{
    return {PackageChange::Kind::Install, packages, source};
}

PackageSource wheels(const Shelf &shelf)
{
    return {PackageSource::Kind::Wheels, shelf.folder()};
}

PackageSource mirror(const QString &address)
{
    return {PackageSource::Kind::Index, address};
}

} // namespace

TEST_CASE("From a folder of wheels: installed, updated, imported by a program, removed", "[packages]")
{
    Shelf shelf;
    shelf.make({u"tinytool"_s, u"1.0"_s, u"helper-lib>=1"_s});
    shelf.make({u"helper-lib"_s, u"1.5"_s});
    Environ house;
    CHECK(house.names().isEmpty());
    CHECK(house.store.importPaths(house.folder()).isEmpty());
    REQUIRE_FALSE(house.ends(install({u"tinytool"_s}, wheels(shelf))));
    CHECK(house.names() == QStringList{u"helper-lib=1.5"_s, u"tinytool=1.0"_s});
    const auto installed = resultOf(house.store.installed(house.folder())).value();
    CHECK(installed[1].summary == u"The tinytool of the tests"_s);
    CHECK(installed[1].needs == QStringList{u"helper-lib"_s});
    CHECK(installed[1].size > 20);

    RunRequest request;
    request.kind = RunKind::Program;
    request.code = u"import tinytool, helper_lib\nprint(tinytool.VERSION, helper_lib.VERSION)"_s;
    request.fileName = u"main.py"_s;
    request.input = QByteArray();
    request.importPaths = house.store.importPaths(house.folder());
    REQUIRE(request.importPaths.size() == 1);
    runner::WorkerRunner workers(workerPath());
    const auto run = workers.run(request);
    QByteArray out;
    QObject::connect(run.get(), &Run::output, run.get(),
                     [&out](RunStream, const QByteArray &bytes) { out += bytes; });
    QSignalSpy finished(run.get(), &Run::finished);
    REQUIRE(finished.wait(20'000));
    CHECK(out == "1.0 1.5\n");

    shelf.make({u"tinytool"_s, u"2.0"_s});
    REQUIRE_FALSE(house.ends({PackageChange::Kind::Update, {u"tinytool"_s}, wheels(shelf)}));
    CHECK(house.names() == QStringList{u"helper-lib=1.5"_s, u"tinytool=2.0"_s});
    REQUIRE_FALSE(house.ends({PackageChange::Kind::Remove, {u"Helper_Lib"_s}, {}}));
    CHECK(house.names() == QStringList{u"tinytool=2.0"_s});
    CHECK(house.fails({PackageChange::Kind::Remove, {u"helper-lib"_s}, {}}).problem
          == PackageProblem::NotInstalled);
}

TEST_CASE("From a mirror, with its steps told", "[packages]")
{
    Shelf shelf;
    shelf.make({u"large"_s, u"1.0"_s});
    const QString address = u"http://"_s % shelf.serve();
    Environ house;
    REQUIRE_FALSE(house.ends(install({u"large"_s}, mirror(address))));
    CHECK(house.names() == QStringList{u"large=1.0"_s});
    const auto told = [&house](PackageStep::Kind kind) {
        return std::any_of(house.steps.begin(), house.steps.end(),
                           [kind](const PackageStep &each) { return each.kind == kind; });
    };
    CHECK(told(PackageStep::Kind::Preparing));
    CHECK(told(PackageStep::Kind::Looking));
    CHECK(told(PackageStep::Kind::Installing));
    CHECK(std::any_of(house.steps.begin(), house.steps.end(), [](const PackageStep &each) {
        return each.kind == PackageStep::Kind::Downloading && each.total > 400'000 && each.done == each.total;
    }));
}

TEST_CASE("A mirror that wants a password gets it, and nobody else sees it", "[packages]")
{
    Shelf shelf;
    shelf.make({u"tinytool"_s, u"1.0"_s});
    const QString host = shelf.serve(u"password"_s);
    Environ house;
    CHECK(house.fails(install({u"tinytool"_s}, mirror(u"http://"_s % host))).problem
          == PackageProblem::Unauthorized);
    REQUIRE_FALSE(house.ends(install({u"tinytool"_s}, mirror(u"http://ada:secret@"_s % host))));
    CHECK_FALSE(house.printed.contains(u"secret"_s));
    CHECK_FALSE(house.printed.contains(u"ada"_s));
}

TEST_CASE("What can't be installed is told apart", "[packages]")
{
    Shelf shelf;
    shelf.make({u"tinytool"_s, u"1.0"_s});
    shelf.make({u"left"_s, u"1.0"_s, u"tinytool<1"_s});
    shelf.make({u"sourceonly-1.0.tar.gz"_s});
    QFile broken(shelf.folder() % u"/broken-1.0-py3-none-any.whl"_s);
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("no zip");
    broken.close();
    const QString address = u"http://"_s % shelf.serve();
    Environ house;
    const auto problem = [&house](const QString &name, const PackageSource &source) {
        return house.fails(install({name}, source)).problem;
    };
    CHECK(problem(u"nosuchthing"_s, mirror(address)) == PackageProblem::NoSuchPackage);
    CHECK(problem(u"nosuchthing"_s, wheels(shelf)) == PackageProblem::NoSuchPackage);
    CHECK(problem(u"sourceonly"_s, mirror(address)) == PackageProblem::NoWheel);
    CHECK(problem(u"broken"_s, wheels(shelf)) == PackageProblem::BadWheel);
    CHECK(problem(u"--index-url=http://evil"_s, mirror(address)) == PackageProblem::BadName);
    CHECK(problem(u"tinytool"_s, {PackageSource::Kind::Wheels, shelf.folder() % u"/none"_s})
          == PackageProblem::NoFolder);
    const PackageFailure version = house.fails(install({u"tinytool==9"_s}, mirror(address)));
    CHECK(version.problem == PackageProblem::NoSuchVersion);
    CHECK(version.detail == u"1.0"_s);
    const PackageFailure conflict = house.fails(install({u"left"_s, u"tinytool==1.0"_s}, mirror(address)));
    CHECK(conflict.problem == PackageProblem::Conflict);

    // A port on which nobody listens.
    QTcpServer closed;
    REQUIRE(closed.listen(QHostAddress::LocalHost));
    const QString nowhere = u"http://127.0.0.1:%1/simple"_s.arg(closed.serverPort());
    closed.close();
    const PackageFailure offline = house.fails(install({u"tinytool"_s}, mirror(nowhere)));
    CHECK(offline.problem == PackageProblem::IndexUnreachable);
    CHECK(offline.subject == nowhere);

    CHECK(house.names().isEmpty()); // none of these left anything
    CHECK_FALSE(QFileInfo::exists(house.folder() % u"/venv"_s));
    REQUIRE_FALSE(house.ends(install({u"tinytool"_s}, mirror(address))));
}

TEST_CASE("Cancelled in the middle, the environment is what it was", "[packages]")
{
    Shelf shelf;
    shelf.make({u"tinytool"_s, u"1.0"_s});
    shelf.make({u"large"_s, u"1.0"_s});
    Environ house;
    REQUIRE_FALSE(house.ends(install({u"tinytool"_s}, wheels(shelf))));
    const QString slow = u"http://"_s % shelf.serve(u"slow"_s);
    auto job = house.store.change(house.folder(), install({u"large"_s}, mirror(slow)));
    QSignalSpy finished(job.get(), &PackageJob::finished);
    bool downloading = false;
    QObject::connect(job.get(), &PackageJob::stepped, job.get(),
                     [&downloading](const PackageStep &step) { downloading = downloading || step.done > 0; });
    REQUIRE(QTest::qWaitFor([&] { return downloading; }, 30'000));
    CHECK(house.fails(install({u"tinytool"_s}, wheels(shelf))).problem == PackageProblem::InUse);
    job->cancel();
    REQUIRE((!finished.isEmpty() || finished.wait(5'000)));
    CHECK(finished.first().first().value<std::optional<PackageFailure>>()->problem
          == PackageProblem::Cancelled);
    CHECK(house.names() == QStringList{u"tinytool=1.0"_s});

    // The same when the window is closed on it, and the next change works.
    job = house.store.change(house.folder(), install({u"large"_s}, mirror(slow)));
    downloading = false;
    QObject::connect(job.get(), &PackageJob::stepped, job.get(),
                     [&downloading](const PackageStep &step) { downloading = downloading || step.done > 0; });
    REQUIRE(QTest::qWaitFor([&] { return downloading; }, 30'000));
    job.reset();
    std::optional<PackageFailure> failure;
    for (int i = 0; i < 20; ++i) { // until the process is gone and its lock with it
        failure = house.ends({PackageChange::Kind::Remove, {u"tinytool"_s}, {}});
        if (!failure || failure->problem != PackageProblem::InUse) {
            break;
        }
        QTest::qWait(100);
    }
    CHECK_FALSE(failure);
    CHECK(house.names().isEmpty());
    CHECK(QDir(house.folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot) == QStringList{u"venv"_s});
}

TEST_CASE("A change that a crash cut short is undone the next time", "[packages]")
{
    Shelf shelf;
    shelf.make({u"tinytool"_s, u"1.0"_s});
    Environ house;
    REQUIRE_FALSE(house.ends(install({u"tinytool"_s}, wheels(shelf))));
    const projects::Environment environment(house.folder());
    REQUIRE(environment.beginChange());
    const QString site = house.store.importPaths(house.folder()).first();
    REQUIRE(QDir(site % u"/tinytool"_s).removeRecursively());
    REQUIRE(QDir(site % u"/tinytool-1.0.dist-info"_s).removeRecursively());
    CHECK(house.names() == QStringList{u"tinytool=1.0"_s}); // asking puts it right
    CHECK(QFileInfo::exists(site % u"/tinytool/__init__.py"_s));
}

TEST_CASE("requirements.txt says what was installed", "[packages]")
{
    const QTemporaryDir data;
    const ProjectRoom room(data.path());
    const Project project = resultOf(room.service->create(u"p"_s)).value();
    const std::vector<InstalledPackage> installed = {{u"Rich"_s, u"13.7"_s, {}, 0, {}}};
    const QString path = project.folder % u"/requirements.txt"_s;
    REQUIRE(resultOf(room.service->noteChange(project, install({u"rich>=13"_s}, {}), installed)));
    CHECK(bytesOf(path) == "Rich==13.7\n");
    CHECK(resultOf(room.service->requirements(project)).value() == QStringList{u"Rich==13.7"_s});
    REQUIRE(resultOf(room.service->noteChange(project, {PackageChange::Kind::Remove, {u"rich"_s}, {}}, {})));
    CHECK(bytesOf(path).trimmed().isEmpty());
}
