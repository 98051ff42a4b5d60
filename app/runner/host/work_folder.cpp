#include "runner/host/work_folder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace studio::runner {

using namespace Qt::StringLiterals;

namespace {

/// A program may take its folders' permissions away; without them they can't be removed.
void makeRemovable(const QString &folder)
{
    QDirIterator each(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden | QDir::NoSymLinks,
                      QDirIterator::Subdirectories);
    constexpr auto kAll = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QFile::setPermissions(folder, kAll);
    while (each.hasNext()) {
        QFile::setPermissions(each.next(), kAll);
    }
}

} // namespace

WorkFolder::WorkFolder() = default;

WorkFolder::~WorkFolder()
{
    if (m_temporary && !m_temporary->remove()) {
        makeRemovable(m_temporary->path());
        m_temporary->remove();
    }
}

Result<std::unique_ptr<WorkFolder>> WorkFolder::make(const QString &given,
                                                     const QMap<QString, QByteArray> &files)
{
    std::unique_ptr<WorkFolder> folder(new WorkFolder);
    if (!given.isEmpty()) {
        if (!QFileInfo(given).isDir()) {
            return fail(ErrorCode::NotFound, given);
        }
        folder->m_given = given;
        return folder;
    }
    folder->m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() % u"/studio-XXXXXX"_s);
    if (!folder->m_temporary->isValid()) {
        return fail(ErrorCode::Storage, folder->m_temporary->errorString());
    }
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QString path = QDir::cleanPath(it.key());
        if (path.startsWith("../"_L1) || path.startsWith(u'/') || path == ".."_L1) {
            return fail(ErrorCode::InvalidData, u"file outside the working folder: %1"_s.arg(it.key()));
        }
        const QString target = folder->m_temporary->filePath(path);
        QDir().mkpath(QFileInfo(target).path());
        QFile file(target);
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size()) {
            return fail(ErrorCode::Storage, file.errorString());
        }
    }
    return folder;
}

QString WorkFolder::path() const
{
    return m_temporary ? m_temporary->path() : m_given;
}

} // namespace studio::runner
