#pragma once

#include "content/source_text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace studio::content {

inline constexpr qint64 kLargestText = qint64{2} * 1024 * 1024; ///< Bytes.
inline constexpr qint64 kLargestYaml = qint64{512} * 1024;
inline constexpr qint64 kLargestPicture = qint64{20} * 1024 * 1024;
inline constexpr int kMostFiles = 5000;
inline constexpr int kDeepestFolder = 12;

/// The files of one course folder as they were when the course was read, and which of them the course uses.
///
/// Nothing outside the folder is ever opened: links are refused, and names are looked up in the list.
class CourseFiles final
{
public:
    /// Reports links, files that are too large and too many files.
    CourseFiles(QString root, ProblemList &problems);

    const QString &root() const { return m_root; }

    bool contains(const QString &path) const { return m_sizes.contains(path); }

    bool hasFolder(const QString &path) const { return m_folders.contains(path); }

    /// Names directly below a folder (`lessons`), sorted.
    QStringList foldersIn(const QString &path) const;
    QStringList filesIn(const QString &path) const;

    /// All files, sorted: what belongs to the course and is copied when it is installed.
    QStringList all() const;

    /// Reports what hinders reading; marks the file as used.
    std::optional<SourceText> read(const QString &path, qint64 largest = kLargestText);

    void use(const QString &path) { m_used.insert(path); }

    /// Marks all below a folder, for a folder that couldn't be read: what is in it is not blamed twice.
    void useFolder(const QString &path);

    /// Files in lessons/ and exercises/ that nothing has used.
    QStringList unused() const;

private:
    void scan(const QString &folder, int depth);
    void add(const QString &path, qint64 size);

    QString m_root;
    ProblemList &m_problems;
    QHash<QString, qint64> m_sizes;
    QSet<QString> m_folders;
    QSet<QString> m_used;
    bool m_full = false;
};

/// A path as an author wrote it, made relative to the course folder: `../shelf.svg` in `lessons/lists` is
/// `lessons/shelf.svg`. Nothing when it is absolute or leads out of the folder.
std::optional<QString> pathInCourse(const QString &folder, const QString &written);

} // namespace studio::content
