#pragma once

#include "domain/ports/project_store.h"

#include <QDir>

namespace studio::projects {

constexpr qint64 kLargestText = 1'000'000; ///< Bytes; a larger file is data.
constexpr qint64 kLargestImport = 1'000'000'000; ///< Bytes of one file.
constexpr std::size_t kMostFiles = 2'000;

/// One project's folder. Blocking, on any one thread. Paths are relative to the folder; one that is no right
/// name, or that leads out of it by a link, is InvalidData.
class ProjectFolder final
{
public:
    /// `bin`: where removed files go; made when it is needed.
    ProjectFolder(const QString &folder, const QString &bin);

    std::vector<ProjectFile> files() const;
    Result<FileText> readText(const QString &path) const;
    Result<> writeText(const QString &path, const QString &text, DiskMark &mark) const;
    Result<> makeFile(const QString &path, const QByteArray &bytes = {}) const;
    Result<> makeFolder(const QString &path) const;
    Result<> rename(const QString &from, const QString &to) const;
    Result<QString> duplicate(const QString &path) const;
    Result<QStringList> import(const QStringList &files, const QString &into) const;
    Result<> remove(const QString &path) const;
    Result<> restore(const QString &path) const;

private:
    Result<QString> locate(const QString &path) const; ///< Absolute.
    bool isInside(const QString &absolute) const; ///< Once all links are followed.
    void list(const QString &relative, int depth, std::vector<ProjectFile> &found) const;

    QDir m_folder;
    QDir m_bin;
};

} // namespace studio::projects
