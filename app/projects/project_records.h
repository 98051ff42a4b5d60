#pragma once

#include "domain/ports/project_store.h"

namespace studio::projects {

/// The records of a person's projects: `<root>/projects/<id>/project.json`, with the project's own `files`,
/// its `bin` of removed files, and its `packages`. A removed project lies in `<root>/removed-projects/<id>`.
/// Blocking, on any one thread.
class ProjectRecords final
{
public:
    explicit ProjectRecords(QString root);

    std::vector<Project> all() const; ///< Last changed first; one that can't be read is left out and logged.
    QStringList knownIds() const;
    Result<Project> add(const NewProject &wanted) const;
    Result<Project> openFolder(const QString &folder) const;
    Result<> save(const Project &project) const;
    Result<> remove(const QString &id) const;
    Result<> restore(const QString &id) const;

    QString folderOf(const QString &id) const; ///< With the record; empty when `id` is no right id.
    QString binOf(const QString &id) const;

private:
    Result<Project> read(const QString &id) const;

    QString m_root;
};

} // namespace studio::projects
