#include "content/course_files.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

bool isPicture(const QString &path)
{
    static const QStringList endings
        = {u".png"_s, u".jpg"_s, u".jpeg"_s, u".gif"_s, u".webp"_s, u".svg"_s, u".avif"_s};
    return std::any_of(endings.begin(), endings.end(),
                       [&path](const QString &ending) { return path.endsWith(ending, Qt::CaseInsensitive); });
}

QStringList namesIn(const QString &folder, const QStringList &paths)
{
    QStringList names;
    const QString start = folder.isEmpty() ? QString() : folder + u'/';
    for (const QString &path : paths) {
        if (path.startsWith(start) && path.size() > start.size() && path.indexOf(u'/', start.size()) < 0) {
            names.append(path.mid(start.size()));
        }
    }
    names.sort();
    return names;
}

} // namespace

CourseFiles::CourseFiles(QString root, ProblemList &problems)
    : m_root(std::move(root))
    , m_problems(problems)
{
    scan({}, 0);
}

void CourseFiles::scan(const QString &folder, int depth)
{
    const QDir dir(folder.isEmpty() ? m_root : m_root % u'/' % folder);
    const auto entries
        = dir.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const QString path = folder.isEmpty() ? entry.fileName() : folder % u'/' % entry.fileName();
        if (m_full) {
            return;
        }
        if (entry.isSymLink() || entry.isJunction()) {
            m_problems.error({path}, u"a link to another place"_s, u"a copy of the file itself"_s);
        } else if (entry.isDir() && depth >= kDeepestFolder) {
            m_problems.error({path}, u"folders are nested too deeply"_s,
                             u"at most %1 below each other"_s.arg(kDeepestFolder));
        } else if (entry.isDir()) {
            if (entry.fileName() != "__pycache__"_L1) {
                m_folders.insert(path);
                scan(path, depth + 1);
            }
        } else if (entry.isFile()) {
            add(path, entry.size());
        } else {
            m_problems.error({path}, u"not a file"_s, u"only files and folders"_s);
        }
    }
}

void CourseFiles::add(const QString &path, qint64 size)
{
    if (m_sizes.size() >= kMostFiles) {
        m_full = true;
        m_problems.error({path}, u"more than %1 files"_s.arg(kMostFiles), u"a smaller course folder"_s);
        return;
    }
    const qint64 largest = isPicture(path) ? kLargestPicture : kLargestText;
    if (size > largest) {
        m_problems.error({path}, u"%1 KB is too large"_s.arg(size / 1024),
                         u"at most %1 KB"_s.arg(largest / 1024));
    }
    m_sizes.insert(path, size);
}

QStringList CourseFiles::foldersIn(const QString &path) const
{
    return namesIn(path, QStringList(m_folders.begin(), m_folders.end()));
}

QStringList CourseFiles::filesIn(const QString &path) const
{
    return namesIn(path, m_sizes.keys());
}

QStringList CourseFiles::all() const
{
    QStringList paths = m_sizes.keys();
    paths.sort();
    return paths;
}

std::optional<SourceText> CourseFiles::read(const QString &path, qint64 largest)
{
    use(path);
    if (!contains(path)) {
        m_problems.error({path}, u"the file is missing"_s);
        return std::nullopt;
    }
    QFile file(m_root % u'/' % path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problems.error({path}, u"can't be read: %1"_s.arg(file.errorString()));
        return std::nullopt;
    }
    const QByteArray bytes = file.read(largest + 1);
    if (bytes.size() > largest) {
        if (m_sizes.value(path) <= kLargestText) { // larger ones are reported already
            m_problems.error({path}, u"%1 KB is too large"_s.arg(m_sizes.value(path) / 1024),
                             u"at most %1 KB"_s.arg(largest / 1024));
        }
        return std::nullopt;
    }
    return decode(path, bytes, m_problems);
}

void CourseFiles::useFolder(const QString &path)
{
    const QString start = path + u'/';
    for (auto each = m_sizes.keyBegin(); each != m_sizes.keyEnd(); ++each) {
        if (each->startsWith(start)) {
            m_used.insert(*each);
        }
    }
}

QStringList CourseFiles::unused() const
{
    QStringList paths;
    for (const QString &path : all()) {
        const bool watched = path.startsWith("lessons/"_L1) || path.startsWith("exercises/"_L1);
        if (watched && !m_used.contains(path)) {
            paths.append(path);
        }
    }
    return paths;
}

std::optional<QString> pathInCourse(const QString &folder, const QString &written)
{
    if (written.isEmpty() || written.startsWith(u'/') || written.contains(u'\\') || written.contains(u':')
        || written.contains(QChar(u'\0'))) {
        return std::nullopt;
    }
    const QString path = QDir::cleanPath(folder.isEmpty() ? written : folder % u'/' % written);
    if (path == ".."_L1 || path.startsWith("../"_L1) || path.startsWith(u'/')) {
        return std::nullopt;
    }
    return path;
}

} // namespace studio::content
