#include "projects/project_folder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include <filesystem>

#include "projects/disk_error.h"

namespace studio::projects {

using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 8; ///< Folders in folders.
const QByteArray kByteOrderMark = "\xEF\xBB\xBF";

fs::path native(const QString &path)
{
    return {path.toStdU16String()};
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

std::optional<QString> textOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(0))) {
        return std::nullopt;
    }
    return text;
}

ProjectFile::Kind kindOf(const QFileInfo &entry)
{
    using Kind = ProjectFile::Kind;
    if (entry.isDir()) {
        return Kind::Folder;
    }
    if (entry.size() > kLargestText) {
        return Kind::Data;
    }
    if (entry.suffix() == "py"_L1) {
        return Kind::Python;
    }
    QFile file(entry.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        return Kind::Data;
    }
    // The head is enough to tell; it may end within a character, which textOf() does not mind.
    return textOf(file.read(4096)) ? Kind::Text : Kind::Data;
}

bool isLeftOut(const QFileInfo &entry)
{
    return entry.fileName().startsWith(u'.') || entry.fileName() == "__pycache__"_L1
        || (entry.isDir() && QFileInfo::exists(entry.filePath() % u"/pyvenv.cfg"_s));
}

/// Across file systems as well.
Result<> move(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).path());
    std::error_code error;
    fs::rename(native(from), native(to), error);
    if (error != std::errc::cross_device_link) {
        return error ? Result<>(failed(error, from)) : Result<>();
    }
    fs::copy(native(from), native(to), fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
    if (error) {
        std::error_code ignored;
        fs::remove_all(native(to), ignored);
        return failed(error, to);
    }
    fs::remove_all(native(from), error);
    return error ? Result<>(failed(error, from)) : Result<>();
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(codeOfFailedWrite(path), u"can't write %1: %2"_s.arg(path, file.errorString()));
    }
    return {};
}

} // namespace

ProjectFolder::ProjectFolder(const QString &folder, const QString &bin)
    : m_folder(folder)
    , m_bin(bin)
{
}

std::vector<ProjectFile> ProjectFolder::files() const
{
    std::vector<ProjectFile> found;
    list({}, 0, found);
    return found;
}

// At most kDeepest levels.
void ProjectFolder::list( // NOLINT(misc-no-recursion)
    const QString &relative, int depth, std::vector<ProjectFile> &found) const
{
    const QDir folder(m_folder.filePath(relative));
    const auto entries = folder.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System,
                                              QDir::Name | QDir::IgnoreCase | QDir::DirsFirst);
    for (const QFileInfo &entry : entries) {
        if (found.size() >= kMostFiles) {
            return;
        }
        const bool wanted = (entry.isFile() || entry.isDir()) && !isLeftOut(entry)
            && (!entry.isSymLink() || isInside(entry.filePath()));
        if (!wanted) {
            continue;
        }
        const QString path = relative.isEmpty() ? entry.fileName() : relative % u'/' % entry.fileName();
        const auto kind = kindOf(entry);
        found.push_back({path, kind, kind == ProjectFile::Kind::Folder ? 0 : entry.size()});
        if (kind == ProjectFile::Kind::Folder && depth < kDeepest && !entry.isSymLink()) {
            list(path, depth + 1, found);
        }
    }
}

bool ProjectFolder::isInside(const QString &absolute) const
{
    const QString root = m_folder.canonicalPath();
    // What is not there yet lies where the nearest folder above it lies.
    QFileInfo entry(absolute);
    while (!entry.exists() && !entry.isSymLink() && entry.filePath() != m_folder.path()
           && entry.filePath() != entry.path()) {
        entry.setFile(entry.path());
    }
    const QString real = entry.canonicalFilePath();
    return !root.isEmpty() && !real.isEmpty() && (real == root || real.startsWith(root % u'/'));
}

Result<QString> ProjectFolder::locate(const QString &path) const
{
    if (problemOfPath(path)) {
        return fail(ErrorCode::InvalidData, u"not a file of a project: %1"_s.arg(path));
    }
    const QString absolute = m_folder.filePath(path);
    if (!isInside(absolute)) {
        return fail(ErrorCode::InvalidData, u"outside the project: %1"_s.arg(path));
    }
    return absolute;
}

Result<FileText> ProjectFolder::readText(const QString &path) const
{
    const auto absolute = locate(path);
    if (!absolute) {
        return fail(absolute.error());
    }
    QFile file(*absolute);
    if (!QFileInfo(*absolute).isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
    }
    const QByteArray bytes = file.read(kLargestText + 1);
    auto text = textOf(bytes);
    if (!text || bytes.size() > kLargestText) {
        return fail(ErrorCode::InvalidData, u"no text to edit: %1"_s.arg(path));
    }
    FileText read;
    read.text = text->replace("\r\n"_L1, "\n"_L1);
    read.changedUtc = QFileInfo(*absolute).lastModified().toUTC();
    read.mark = std::make_shared<DiskMark>(DiskMark{hashOf(bytes)});
    return read;
}

Result<> ProjectFolder::writeText(const QString &path, const QString &text, DiskMark &mark) const
{
    const auto absolute = locate(path);
    if (!absolute) {
        return fail(absolute.error());
    }
    QByteArray bytes = text.toUtf8();
    QFile before(*absolute);
    if (before.open(QIODevice::ReadOnly)) {
        const QByteArray old = before.read(kLargestText + 1);
        if (hashOf(old) != mark.hash) {
            return fail(ErrorCode::Conflict, u"changed by another program: %1"_s.arg(path));
        }
        if (const qsizetype end = old.indexOf('\n'); end > 0 && old[end - 1] == '\r') {
            bytes.replace("\n", "\r\n");
        }
        if (old.startsWith(kByteOrderMark)) {
            bytes.prepend(kByteOrderMark);
        }
        if (bytes == old) {
            return {};
        }
        before.close();
    } else if (QFileInfo::exists(*absolute)) {
        return fail(ErrorCode::ReadOnly, u"%1: %2"_s.arg(path, before.errorString()));
    } else if (!mark.hash.isEmpty() && !QDir().mkpath(QFileInfo(*absolute).path())) {
        return fail(ErrorCode::ReadOnly, path); // the file was removed by someone: it is written anew
    }
    Result<> done = writeWhole(*absolute, bytes);
    if (done) {
        mark.hash = hashOf(bytes);
    }
    return done;
}

Result<> ProjectFolder::makeFile(const QString &path, const QByteArray &bytes) const
{
    const auto absolute = locate(path);
    if (!absolute) {
        return fail(absolute.error());
    }
    QDir().mkpath(QFileInfo(*absolute).path());
    QFile file(*absolute);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        const bool there = QFileInfo::exists(*absolute);
        return fail(there ? ErrorCode::Conflict : codeOfFailedWrite(*absolute),
                    u"%1: %2"_s.arg(path, file.errorString()));
    }
    file.close();
    return bytes.isEmpty() ? Result<>() : writeWhole(*absolute, bytes);
}

Result<> ProjectFolder::makeFolder(const QString &path) const
{
    const auto absolute = locate(path);
    if (!absolute) {
        return fail(absolute.error());
    }
    if (QFileInfo::exists(*absolute)) {
        return fail(ErrorCode::Conflict, path);
    }
    return QDir().mkpath(*absolute) ? Result<>() : Result<>(fail(codeOfFailedWrite(*absolute), path));
}

Result<> ProjectFolder::rename(const QString &from, const QString &to) const
{
    const auto source = locate(from);
    const auto target = locate(to);
    if (!source || !target) {
        return fail(source ? target.error() : source.error());
    }
    if (!QFileInfo::exists(*source)) {
        return fail(ErrorCode::NotFound, from);
    }
    // Only the letters' case changes: the same file where case does not count.
    const bool same = from.compare(to, Qt::CaseInsensitive) == 0;
    if (QFileInfo::exists(*target)
        && !(same && QFileInfo(*target).canonicalFilePath() == QFileInfo(*source).canonicalFilePath())) {
        return fail(ErrorCode::Conflict, to);
    }
    return move(*source, *target);
}

Result<QString> ProjectFolder::duplicate(const QString &path) const
{
    const auto source = locate(path);
    if (!source) {
        return fail(source.error());
    }
    const QString name
        = freeName(path, [this](const QString &each) { return QFileInfo::exists(m_folder.filePath(each)); });
    std::error_code error;
    fs::copy(native(*source), native(m_folder.filePath(name)),
             fs::copy_options::recursive | fs::copy_options::skip_symlinks, error);
    return error ? Result<QString>(failed(error, path)) : Result<QString>(name);
}

Result<QStringList> ProjectFolder::import(const QStringList &files, const QString &into) const
{
    QStringList paths;
    for (const QString &each : files) {
        const QFileInfo source(each);
        if (!source.isFile() || source.size() > kLargestImport) {
            return fail(ErrorCode::InvalidData, u"not a file, or larger than 1 GB: %1"_s.arg(each));
        }
        const QString wanted = (into.isEmpty() ? QString() : into % u'/') % safeFileName(source.fileName());
        const QString path = freeName(
            wanted, [this](const QString &name) { return QFileInfo::exists(m_folder.filePath(name)); });
        const auto target = locate(path);
        if (!target) {
            return fail(target.error());
        }
        // Under another name first, so that a half copy is never taken for the file.
        const QString part = QFileInfo(*target).path() % u"/."_s % QFileInfo(*target).fileName() % u".part"_s;
        QFile::remove(part);
        if (!QFile::copy(each, part) || !QFile::rename(part, *target)) {
            const ErrorCode code = codeOfFailedWrite(*target);
            QFile::remove(part);
            return fail(code, u"can't copy %1"_s.arg(each));
        }
        QFile::setPermissions(*target, QFile::permissions(*target) | QFile::WriteOwner | QFile::ReadOwner);
        paths.append(path);
    }
    return paths;
}

Result<> ProjectFolder::remove(const QString &path) const
{
    const auto source = locate(path);
    if (!source) {
        return fail(source.error());
    }
    if (!QFileInfo::exists(*source)) {
        return fail(ErrorCode::NotFound, path);
    }
    const auto taken = m_bin.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const int next = taken.isEmpty() ? 1 : taken.last().toInt() + 1;
    return move(*source, m_bin.filePath(u"%1/%2"_s.arg(next, 8, 10, QChar(u'0')).arg(path)));
}

Result<> ProjectFolder::restore(const QString &path) const
{
    const auto target = locate(path);
    if (!target) {
        return fail(target.error());
    }
    if (QFileInfo::exists(*target)) {
        return fail(ErrorCode::Conflict, path);
    }
    for (const QString &each :
         m_bin.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const QString removed = m_bin.filePath(each % u'/' % path);
        if (QFileInfo::exists(removed)) {
            return move(removed, *target);
        }
    }
    return fail(ErrorCode::NotFound, path);
}

} // namespace studio::projects
