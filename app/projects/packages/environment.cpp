#include "projects/packages/environment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>

#include "projects/disk_error.h"

namespace studio::projects {

using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

constexpr qint64 kLargestRecord = 20'000'000;
constexpr int kLongestHead = 2000; ///< Lines of a METADATA file before its description.

fs::path native(const QString &path)
{
    return {path.toStdU16String()};
}

Result<> removeAll(const QString &path)
{
    std::error_code error;
    fs::remove_all(native(path), error);
    return error ? Result<>(failed(error, path)) : Result<>();
}

Result<> rename(const QString &from, const QString &to)
{
    std::error_code error;
    fs::rename(native(from), native(to), error);
    return error ? Result<>(failed(error, from)) : Result<>();
}

/// A second folder with the same files: hard links, or copies where there are none. pip never writes into a
/// file that is there; it removes it and makes a new one, so the second folder stays what it is.
std::error_code cloneTree(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    fs::create_directory(to, error);
    if (error) {
        return error;
    }
    for (auto each = fs::directory_iterator(from, error); !error && each != fs::directory_iterator();
         each.increment(error)) {
        const fs::path target = to / each->path().filename();
        std::error_code failed;
        if (each->is_symlink(failed)) {
            fs::copy_symlink(each->path(), target, failed);
        } else if (each->is_directory(failed)) {
            failed = cloneTree(each->path(), target);
        } else {
            fs::create_hard_link(each->path(), target, failed);
            if (failed && failed != std::errc::no_space_on_device) {
                fs::copy_file(each->path(), target, failed);
            }
        }
        if (failed) {
            return failed;
        }
    }
    return error;
}

QString value(const QString &line, QLatin1StringView key)
{
    return line.startsWith(key, Qt::CaseInsensitive) ? line.mid(key.size()).trimmed() : QString();
}

/// Of a package that is needed only with an extra or elsewhere, its name is not among what is needed.
QString neededName(const QString &requirement)
{
    return requirement.contains("extra =="_L1) ? QString() : packageKey(requirement);
}

InstalledPackage readMetadata(const QString &folder)
{
    InstalledPackage package;
    QFile file(folder % u"/METADATA"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return package;
    }
    for (int i = 0; i < kLongestHead && !file.atEnd(); ++i) {
        const QString line = QString::fromUtf8(file.readLine(10'000)).trimmed();
        if (line.isEmpty()) {
            break; // the description follows
        }
        if (const QString name = value(line, "Name:"_L1); !name.isEmpty() && isPackageName(name)) {
            package.name = name;
        } else if (const QString version = value(line, "Version:"_L1); !version.isEmpty()) {
            package.version = version.left(100);
        } else if (const QString summary = value(line, "Summary:"_L1); !summary.isEmpty()) {
            package.summary = summary.left(300);
        } else if (const QString needed = neededName(value(line, "Requires-Dist:"_L1)); !needed.isEmpty()) {
            package.needs.append(needed);
        }
    }
    return package;
}

/// The sum of the sizes that RECORD tells: the last field of each line.
qint64 sizeFromRecord(const QString &folder)
{
    QFile file(folder % u"/RECORD"_s);
    if (file.size() > kLargestRecord || !file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    qint64 size = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(10'000).trimmed();
        size += std::max<qint64>(0, line.mid(line.lastIndexOf(',') + 1).toLongLong());
    }
    return size;
}

} // namespace

Environment::Environment(QString folder)
    : m_folder(std::move(folder))
{
}

QString Environment::python() const
{
#ifdef Q_OS_WIN
    return root() % u"/Scripts/python.exe"_s;
#else
    return root() % u"/bin/python"_s;
#endif
}

QString Environment::sitePackages() const
{
#ifdef Q_OS_WIN
    const QString folder = root() % u"/Lib/site-packages"_s;
    return QFileInfo(folder).isDir() ? folder : QString();
#else
    const QDir lib(root() % u"/lib"_s);
    const QStringList versions = lib.entryList({u"python3.*"_s}, QDir::Dirs);
    for (const QString &each : versions) {
        const QString folder = lib.filePath(each % u"/site-packages"_s);
        if (QFileInfo(folder).isDir()) {
            return folder;
        }
    }
    return {};
#endif
}

Result<> Environment::makeFolder() const
{
    return QDir().mkpath(m_folder) ? Result<>() : Result<>(fail(codeOfFailedWrite(m_folder), m_folder));
}

Result<> Environment::recover() const
{
    QFile change(m_folder % u"/change"_s);
    const QString before = m_folder % u"/venv.before"_s;
    removeAll(temporary()).has_value();
    if (!change.open(QIODevice::ReadOnly)) {
        return removeAll(before); // a clone that was not finished, or what a finished change left
    }
    const bool fresh = change.readAll() == "fresh";
    change.close();
    if (fresh || QFileInfo::exists(before)) {
        if (const auto removed = removeAll(root()); !removed) {
            return removed;
        }
    }
    if (!fresh && QFileInfo::exists(before)) {
        if (const auto renamed = rename(before, root()); !renamed) {
            return renamed;
        }
    }
    return change.remove() ? Result<>() : Result<>(fail(ErrorCode::ReadOnly, change.fileName()));
}

Result<> Environment::beginChange() const
{
    const bool fresh = !QFileInfo(root()).isDir();
    if (!fresh) {
        if (const auto error = cloneTree(native(root()), native(m_folder % u"/venv.before"_s)); error) {
            return failed(error, m_folder);
        }
    }
    QSaveFile change(m_folder % u"/change"_s);
    const QByteArray how = fresh ? "fresh" : "clone";
    const bool written
        = change.open(QIODevice::WriteOnly) && change.write(how) == how.size() && change.commit();
    if (!written || !QDir().mkpath(temporary())) {
        return fail(codeOfFailedWrite(change.fileName()), change.errorString());
    }
    return {};
}

Result<> Environment::keepChange() const
{
    if (!QFile::remove(m_folder % u"/change"_s)) {
        return fail(ErrorCode::ReadOnly, m_folder);
    }
    removeAll(m_folder % u"/venv.before"_s).has_value(); // else the next recover() does it
    removeAll(temporary()).has_value();
    return {};
}

std::vector<InstalledPackage> Environment::installed() const
{
    std::vector<InstalledPackage> packages;
    const QString site = sitePackages();
    if (site.isEmpty()) {
        return packages;
    }
    for (const QString &each : QDir(site).entryList({u"*.dist-info"_s}, QDir::Dirs)) {
        const QString folder = site % u'/' % each;
        InstalledPackage package = readMetadata(folder);
        if (!package.name.isEmpty()) {
            package.size = sizeFromRecord(folder);
            packages.push_back(std::move(package));
        }
    }
    std::sort(packages.begin(), packages.end(),
              [](const auto &a, const auto &b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return packages;
}

} // namespace studio::projects
