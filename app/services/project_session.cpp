#include "services/project_session.h"

#include "domain/when_done.h"

#include <QUuid>

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kSettle = 150ms;
constexpr qsizetype kMostWatched = 300; // folders and files; the system's own limit is not ours to use up

bool isUnder(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder % u'/');
}

} // namespace

ProjectSession::ProjectSession(const ProjectStores &stores, Project project, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_project(std::move(project))
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettle);
    connect(&m_settled, &QTimer::timeout, this, &ProjectSession::refresh);
    const auto changed = [this] { m_settled.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, changed);
}

ProjectSession::~ProjectSession() = default;

void ProjectSession::open()
{
    refresh();
}

void ProjectSession::refresh()
{
    whenDone(m_stores.files.files(m_project), this, [this](const Result<std::vector<ProjectFile>> &found) {
        const bool first = !std::exchange(m_known, true);
        const bool changed = found && m_files != *found;
        if (changed) {
            m_files = *found;
        }
        watch();
        for (const auto &each : m_sessions) {
            each->checkDisk();
        }
        if (first) {
            Q_EMIT opened();
        }
        if (first || changed) {
            Q_EMIT filesChanged();
        }
    });
}

void ProjectSession::watch()
{
    QStringList wanted = {m_project.folder};
    for (const auto &each : m_sessions) {
        wanted.append(m_project.folder % u'/' % each->path());
    }
    for (const ProjectFile &each : m_files) {
        if (each.kind == ProjectFile::Kind::Folder && wanted.size() < kMostWatched) {
            wanted.append(m_project.folder % u'/' % each.path);
        }
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList fresh;
    QStringList old;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(fresh),
                 [&watched](const QString &path) { return !watched.contains(path); });
    std::copy_if(watched.begin(), watched.end(), std::back_inserter(old),
                 [&wanted](const QString &path) { return !wanted.contains(path); });
    if (!old.isEmpty()) {
        m_watcher.removePaths(old);
    }
    if (!fresh.isEmpty()) {
        m_watcher.addPaths(fresh); // what is not there is left out
    }
}

const ProjectFile *ProjectSession::file(const QString &path) const
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
                                    [&path](const ProjectFile &each) { return each.path == path; });
    return found == m_files.end() ? nullptr : &*found;
}

FileSession *ProjectSession::session(const QString &path) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(),
                                    [&path](const auto &each) { return each->path() == path; });
    return found == m_sessions.end() ? nullptr : found->get();
}

FileSession *ProjectSession::openFile(const QString &path)
{
    if (FileSession *known = session(path)) {
        return known;
    }
    m_sessions.push_back(std::make_unique<FileSession>(m_stores, m_project, path, documentKey(path)));
    FileSession *made = m_sessions.back().get();
    made->open();
    watch();
    return made;
}

void ProjectSession::closeFile(const QString &path)
{
    std::erase_if(m_sessions, [&path](const auto &each) { return each->path() == path; });
    watch();
}

void ProjectSession::setTabs(const QStringList &paths, const QString &current)
{
    if (paths != m_project.openFiles || current != m_project.currentFile) {
        m_project.openFiles = paths;
        m_project.currentFile = current;
        saveRecord();
    }
}

void ProjectSession::setTitle(const QString &title)
{
    m_project.title = title;
    m_project.changedUtc = m_stores.clock.nowUtc();
    saveRecord();
}

void ProjectSession::setMainFile(const QString &path)
{
    m_project.mainFile = path;
    saveRecord();
    Q_EMIT filesChanged();
}

QFuture<Result<>> ProjectSession::thenRefresh(const QFuture<Result<>> &future)
{
    return whenDone(future, this, [this](const Result<> &done) {
        refresh();
        return done;
    });
}

QFuture<Result<>> ProjectSession::makeFile(const QString &path)
{
    m_project.documents.remove(path); // the history of another file that once had this name
    return thenRefresh(m_stores.files.makeFile(m_project, path));
}

QFuture<Result<>> ProjectSession::makeFolder(const QString &path)
{
    return thenRefresh(m_stores.files.makeFolder(m_project, path));
}

QFuture<Result<>> ProjectSession::rename(const QString &from, const QString &to)
{
    saveNow(); // under the old name; the store keeps the order
    return thenRefresh(
        whenDone(m_stores.files.rename(m_project, from, to), this, [this, from, to](const Result<> &done) {
            if (done) {
                follow(from, to);
            }
            return done;
        }));
}

/// Sessions, history, tabs and the mark of the main file go with a file, or with all files of a folder.
void ProjectSession::follow(const QString &from, const QString &to)
{
    const auto renamed = [&](const QString &path) {
        return isUnder(path, from) ? QString(to % path.mid(from.size())) : path;
    };
    QMap<QString, QString> documents;
    for (auto it = m_project.documents.begin(); it != m_project.documents.end(); ++it) {
        documents.insert(renamed(it.key()), it.value());
    }
    m_project.documents = documents;
    m_project.mainFile = renamed(m_project.mainFile);
    m_project.currentFile = renamed(m_project.currentFile);
    for (QString &each : m_project.openFiles) {
        each = renamed(each);
    }
    saveRecord();
    for (const auto &each : m_sessions) {
        const QString old = each->path();
        if (renamed(old) != old) {
            each->setPath(renamed(old));
            Q_EMIT fileRenamed(old, each->path());
        }
    }
}

QFuture<Result<QString>> ProjectSession::duplicate(const QString &path)
{
    saveNow();
    return whenDone(m_stores.files.duplicate(m_project, path), this, [this](const Result<QString> &done) {
        refresh();
        return done;
    });
}

QFuture<Result<QStringList>> ProjectSession::import(const QStringList &files, const QString &into)
{
    return whenDone(m_stores.files.import(m_project, files, into), this,
                    [this](const Result<QStringList> &done) {
                        refresh();
                        return done;
                    });
}

QFuture<Result<>> ProjectSession::removeFile(const QString &path)
{
    saveNow();
    return thenRefresh(m_stores.files.removeFile(m_project, path));
}

QFuture<Result<>> ProjectSession::restoreFile(const QString &path)
{
    return thenRefresh(m_stores.files.restoreFile(m_project, path));
}

void ProjectSession::saveNow()
{
    for (const auto &each : m_sessions) {
        each->saveNow();
    }
}

void ProjectSession::prepareRun(const QString &path,
                                const std::function<void(const Result<RunRequest> &)> &then)
{
    // The file that is run is given along with the request; the ones it imports must be on the disk.
    std::optional<QFuture<Result<>>> last;
    for (const auto &each : m_sessions) {
        if (each->state() == FileSession::State::Saving) {
            last = each->saveNow(); // one after the other: when the last is done, all are
        }
    }
    m_project.changedUtc = m_stores.clock.nowUtc(); // looking at a project does not move it in the list
    saveRecord();
    FileSession *own = session(path);
    if (own != nullptr && own->isOpen()) {
        own->journal().keepVersion(VersionReason::Run);
        const RunRequest request = requestFor(path, own->text());
        const bool others = m_sessions.size() > 1 && last.has_value();
        if (!others) {
            return then(request);
        }
        whenDone(*last, this, [then, request](const Result<> &done) {
            then(done ? Result<RunRequest>(request) : Result<RunRequest>(fail(done.error())));
        });
        return;
    }
    whenDone(m_stores.files.readText(m_project, path), this,
             [this, path, then](const Result<FileText> &read) {
                 then(read ? Result<RunRequest>(requestFor(path, read->text))
                           : Result<RunRequest>(fail(read.error())));
             });
}

RunRequest ProjectSession::requestFor(const QString &path, const QString &code) const
{
    RunRequest request;
    request.code = code;
    request.fileName = path;
    request.workingFolder = m_project.folder;
    return request;
}

QString ProjectSession::documentKey(const QString &path)
{
    if (const auto known = m_project.documents.constFind(path); known != m_project.documents.constEnd()) {
        return *known;
    }
    QString key = u"project/%1/%2"_s.arg(m_project.id, QUuid::createUuid().toString(QUuid::WithoutBraces));
    m_project.documents.insert(path, key);
    saveRecord();
    return key;
}

void ProjectSession::saveRecord()
{
    whenDone(m_stores.files.save(m_project), this, [this](const Result<> &done) {
        if (!done) {
            Q_EMIT saveFailed(done.error());
        }
    });
}

} // namespace studio::services
