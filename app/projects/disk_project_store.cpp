#include "projects/disk_project_store.h"

#include <QtConcurrent>

#include "projects/project_folder.h"

namespace studio::projects {

using namespace Qt::StringLiterals;

DiskProjectStore::DiskProjectStore(const QString &root)
    : m_records(root)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

DiskProjectStore::~DiskProjectStore()
{
    m_thread.waitForDone();
}

template<typename Work>
auto DiskProjectStore::later(Work work)
{
    return QtConcurrent::run(&m_thread, std::move(work));
}

template<typename Work>
auto DiskProjectStore::inFolder(const Project &project, Work work)
{
    return later([folder = ProjectFolder(project.folder, m_records.binOf(project.id)),
                  work = std::move(work)] { return work(folder); });
}

QFuture<Result<std::vector<Project>>> DiskProjectStore::projects()
{
    return later([this] { return Result<std::vector<Project>>(m_records.all()); });
}

QFuture<Result<QStringList>> DiskProjectStore::knownIds()
{
    return later([this] { return Result<QStringList>(m_records.knownIds()); });
}

QFuture<Result<Project>> DiskProjectStore::add(const NewProject &wanted)
{
    return later([this, wanted] { return m_records.add(wanted); });
}

QFuture<Result<Project>> DiskProjectStore::openFolder(const QString &folder)
{
    return later([this, folder] { return m_records.openFolder(folder); });
}

QFuture<Result<>> DiskProjectStore::save(const Project &project)
{
    return later([this, project] { return m_records.save(project); });
}

QFuture<Result<>> DiskProjectStore::remove(const QString &id)
{
    return later([this, id] { return m_records.remove(id); });
}

QFuture<Result<>> DiskProjectStore::restore(const QString &id)
{
    return later([this, id] { return m_records.restore(id); });
}

QFuture<Result<std::vector<ProjectFile>>> DiskProjectStore::files(const Project &project)
{
    return inFolder(project, [](const ProjectFolder &folder) -> Result<std::vector<ProjectFile>> {
        return folder.files();
    });
}

QFuture<Result<FileText>> DiskProjectStore::readText(const Project &project, const QString &path)
{
    return inFolder(project, [path](const ProjectFolder &folder) { return folder.readText(path); });
}

QFuture<Result<>> DiskProjectStore::writeText(const Project &project, const QString &path,
                                              const QString &text, std::shared_ptr<DiskMark> mark)
{
    return inFolder(project, [path, text, mark = std::move(mark)](const ProjectFolder &folder) {
        return folder.writeText(path, text, *mark);
    });
}

QFuture<Result<>> DiskProjectStore::makeFile(const Project &project, const QString &path)
{
    return inFolder(project, [path](const ProjectFolder &folder) { return folder.makeFile(path); });
}

QFuture<Result<>> DiskProjectStore::makeFolder(const Project &project, const QString &path)
{
    return inFolder(project, [path](const ProjectFolder &folder) { return folder.makeFolder(path); });
}

QFuture<Result<>> DiskProjectStore::rename(const Project &project, const QString &from, const QString &to)
{
    return inFolder(project, [from, to](const ProjectFolder &folder) { return folder.rename(from, to); });
}

QFuture<Result<QString>> DiskProjectStore::duplicate(const Project &project, const QString &path)
{
    return inFolder(project, [path](const ProjectFolder &folder) { return folder.duplicate(path); });
}

QFuture<Result<QStringList>> DiskProjectStore::import(const Project &project, const QStringList &files,
                                                      const QString &into)
{
    return inFolder(project,
                    [files, into](const ProjectFolder &folder) { return folder.import(files, into); });
}

QFuture<Result<>> DiskProjectStore::removeFile(const Project &project, const QString &path)
{
    return inFolder(project, [path](const ProjectFolder &folder) { return folder.remove(path); });
}

QFuture<Result<>> DiskProjectStore::restoreFile(const Project &project, const QString &path)
{
    return inFolder(project, [path](const ProjectFolder &folder) { return folder.restore(path); });
}

QString DiskProjectStore::environmentFolder(const QString &id) const
{
    return m_records.folderOf(id) % u"/packages"_s;
}

} // namespace studio::projects
