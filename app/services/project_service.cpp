#include "services/project_service.h"

#include "domain/when_done.h"

#include <QLoggingCategory>

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcProjects, "studio.services.projects")

const QString kPrograms = u"playground/"_s;
const QString kRequirements = u"requirements.txt"_s;

QString programName(const QString &title)
{
    const QString name = safeFileName(title);
    return name.endsWith(".py"_L1) ? name : u"main.py"_s;
}

/// An answer that comes by a chain of futures, each in its own time.
template<typename Value>
struct Answer
{
    QPromise<Result<Value>> promise;

    Answer() { promise.start(); }

    void give(Result<Value> value)
    {
        promise.addResult(std::move(value));
        promise.finish();
    }
};

/// requirements.txt after a change that succeeded.
QString changedRequirements(QString text, const PackageChange &change,
                            const std::vector<InstalledPackage> &installed)
{
    for (const QString &each : change.packages) {
        if (change.kind == PackageChange::Kind::Remove) {
            text = withoutRequirement(text, each);
            continue;
        }
        const auto found = std::find_if(installed.begin(), installed.end(), [&each](const auto &package) {
            return packageKey(package.name) == packageKey(each);
        });
        if (found != installed.end()) {
            text = withRequirement(text, found->name % u"=="_s % found->version);
        }
    }
    return text;
}

} // namespace

ProjectService::ProjectService(const ProjectStores &stores, PackageStore &packages, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_packages(packages)
{
}

ProjectService::~ProjectService() = default;

template<typename Value>
QFuture<Result<Value>> ProjectService::thenTell(const QFuture<Result<Value>> &future)
{
    return whenDone(future, this, [this](const Result<Value> &done) {
        if (done) {
            Q_EMIT projectsChanged();
        }
        return done;
    });
}

QFuture<Result<std::vector<Project>>> ProjectService::projects()
{
    auto answer = std::make_shared<Answer<std::vector<Project>>>();
    const auto known = m_stores.files.knownIds();
    whenDone(m_stores.work.documents(kPrograms), this,
             [this, answer, known](const Result<std::vector<Document>> &programs) {
                 whenDone(known, this, [this, answer, programs](const Result<QStringList> &ids) {
                     const bool readable = programs && ids;
                     whenDone(readable ? migrate(*programs, *ids) : m_stores.files.projects(), this,
                              [answer](const Result<std::vector<Project>> &all) { answer->give(all); });
                 });
             });
    return answer->promise.future();
}

/// Makes a project of each program that has none yet, oldest first, and gives all projects.
QFuture<Result<std::vector<Project>>> ProjectService::migrate(const std::vector<Document> &programs,
                                                              const QStringList &known)
{
    for (auto each = programs.rbegin(); each != programs.rend(); ++each) {
        const QString id = each->id.key.mid(kPrograms.size());
        if (known.contains(id)) {
            continue;
        }
        const NewProject wanted{id, each->title, programName(each->title), each->text, each->id.key};
        whenDone(m_stores.files.add(wanted), this, [id](const Result<Project> &made) {
            if (!made && made.error().code != ErrorCode::Conflict) {
                qCWarning(lcProjects) << "Program" << id << "is no project yet:" << made.error().message;
            }
        });
    }
    return m_stores.files.projects(); // after them: the store keeps the order
}

QFuture<Result<Project>> ProjectService::create(const QString &title, const QString &code)
{
    return thenTell(m_stores.files.add({{}, title, programName(title), code, {}}));
}

QFuture<Result<Project>> ProjectService::openFolder(const QString &folder)
{
    return thenTell(m_stores.files.openFolder(folder));
}

QFuture<Result<>> ProjectService::rename(const Project &project, const QString &title)
{
    Project renamed = project;
    renamed.title = title;
    renamed.changedUtc = m_stores.clock.nowUtc();
    return thenTell(m_stores.files.save(renamed));
}

QFuture<Result<>> ProjectService::remove(const QString &id)
{
    return thenTell(m_stores.files.remove(id));
}

QFuture<Result<>> ProjectService::restore(const QString &id)
{
    return thenTell(m_stores.files.restore(id));
}

std::unique_ptr<ProjectSession> ProjectService::open(const Project &project)
{
    return std::make_unique<ProjectSession>(m_stores, project);
}

QString ProjectService::environment(const Project &project) const
{
    return m_stores.files.environmentFolder(project.id);
}

QStringList ProjectService::importPaths(const Project &project) const
{
    return m_packages.importPaths(environment(project));
}

QFuture<Result<>> ProjectService::noteChange(const Project &project, const PackageChange &change,
                                             const std::vector<InstalledPackage> &installed)
{
    auto answer = std::make_shared<Answer<void>>();
    whenDone(m_stores.files.readText(project, kRequirements), this,
             [this, answer, project, change, installed](const Result<FileText> &read) {
                 if (!read && read.error().code != ErrorCode::NotFound) {
                     return answer->give(fail(read.error()));
                 }
                 const QString before = read ? read->text : QString();
                 const QString after = changedRequirements(before, change, installed);
                 if (after == before) {
                     return answer->give({});
                 }
                 const auto mark = read ? read->mark : std::make_shared<DiskMark>();
                 whenDone(m_stores.files.writeText(project, kRequirements, after, mark), this,
                          [answer](const Result<> &done) { answer->give(done); });
             });
    return answer->promise.future();
}

QFuture<Result<QStringList>> ProjectService::requirements(const Project &project)
{
    return whenDone(m_stores.files.readText(project, kRequirements), this,
                    [](const Result<FileText> &read) -> Result<QStringList> {
                        if (!read && read.error().code != ErrorCode::NotFound) {
                            return fail(read.error());
                        }
                        return read ? requirementsIn(read->text) : QStringList();
                    });
}

} // namespace studio::services
