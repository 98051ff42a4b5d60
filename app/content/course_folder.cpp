#include "content/course_folder.h"

#include "content/course_files.h"
#include "content/folder_copy.h"
#include "content/format/course_loader.h"
#include "content/markdown/markdown.h"
#include "domain/catalogue.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QLoggingCategory>
#include <QMutexLocker>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcCourses, "studio.content.courses")

namespace {

constexpr int kWaitForOthers = 5000; ///< Milliseconds.
const QString kOutgoing = u".outgoing-"_s; ///< An older copy while its place is taken.

std::vector<CourseSummary> coursesIn(const QString &folder, bool bundled)
{
    std::vector<CourseSummary> courses;
    for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        auto summary = loadSummary(QDir(folder).absoluteFilePath(name));
        if (summary) {
            summary->bundled = bundled;
            courses.push_back(std::move(*summary));
        }
    }
    return courses;
}

/// Brings back what was set aside when the program ended in the middle of replacing a course.
void recover(const QString &folder)
{
    QDir dir(folder);
    for (const QString &name : dir.entryList({kOutgoing + u'*'}, QDir::Dirs | QDir::Hidden)) {
        const QString id = name.mid(kOutgoing.size());
        if (!dir.exists(id)) {
            dir.rename(name, id);
        } else {
            QDir(dir.filePath(name)).removeRecursively();
        }
    }
    for (const QString &name : dir.entryList({u".incoming-*"_s}, QDir::Dirs | QDir::Hidden)) {
        QDir(dir.filePath(name)).removeRecursively();
    }
}

QString firstError(const std::vector<Problem> &problems)
{
    const auto error = std::find_if(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.severity == Severity::Error;
    });
    if (error == problems.end()) {
        return {};
    }
    const QString expected = error->expected.isEmpty() ? QString() : u"; expected %1"_s.arg(error->expected);
    return u"%1:%2:%3: %4"_s.arg(error->place.file)
               .arg(error->place.line)
               .arg(error->place.column)
               .arg(error->what)
        % expected;
}

/// Whether there is a place for the bin. Qt 6.4 makes its bin in the current folder when the person's data
/// folder is missing.
bool hasBin()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return !data.isEmpty() && QDir().mkpath(data);
}

} // namespace

CourseFolder::CourseFolder(QStringList bundled, QString installed, QString downloaded)
    : m_bundled(std::move(bundled))
    , m_installed(std::move(installed))
    , m_downloaded(std::move(downloaded))
{
    QLockFile lock(m_installed + u"/.lock"_s);
    if (QDir(m_installed).exists() && lock.tryLock(0)) {
        recover(m_installed);
    }
}

std::vector<CourseSummary> CourseFolder::courses() const
{
    std::vector<CourseSummary> all;
    const auto add = [&all](std::vector<CourseSummary> more, bool platforms) {
        for (CourseSummary &each : more) {
            if (platformCourse(each.id).has_value() != platforms) {
                qCWarning(lcCourses) << "left out, the id belongs elsewhere:" << each.root;
                continue;
            }
            const bool known = std::any_of(
                all.begin(), all.end(), [&each](const CourseSummary &other) { return other.id == each.id; });
            if (known) {
                qCWarning(lcCourses) << "a second course of the id" << each.id << "is left out";
            } else {
                all.push_back(std::move(each));
            }
        }
    };
    for (const QString &folder : m_bundled) {
        add(coursesIn(folder, true), false);
    }
    add(coursesIn(m_installed, false), false);
    if (!m_downloaded.isEmpty()) {
        add(coursesIn(m_downloaded, false), true);
    }
    return all;
}

std::optional<CourseSummary> CourseFolder::find(const QString &courseId) const
{
    const auto all = courses();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&courseId](const CourseSummary &each) { return each.id == courseId; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

Result<LoadedCourse> CourseFolder::load(const QString &courseId) const
{
    const auto summary = find(courseId);
    if (!summary) {
        return fail(ErrorCode::NotFound, u"there is no course %1"_s.arg(courseId));
    }
    return loadFolder(summary->root);
}

Result<LoadedCourse> CourseFolder::loadFolder(const QString &path) const
{
    if (!QFile::exists(path + u"/course.yaml"_s)) {
        return fail(ErrorCode::NotFound, u"there is no course.yaml in %1"_s.arg(path));
    }
    return loadCourse(path);
}

Result<CourseSummary> CourseFolder::install(const QString &path)
{
    const auto loaded = loadFolder(path);
    if (!loaded) {
        return fail(loaded.error());
    }
    if (const QString problem = firstError(loaded->problems); !problem.isEmpty()) {
        return fail(ErrorCode::InvalidData, problem);
    }
    const Course &course = *loaded->course;
    if (platformCourse(course.id)) {
        return fail(ErrorCode::Conflict, u"%1 is an id of the platform's courses"_s.arg(course.id));
    }
    const auto older = find(course.id);
    if (older && older->bundled) {
        return fail(ErrorCode::Conflict, u"the course %1 came with the program"_s.arg(course.id));
    }
    if (older && QFileInfo(older->root).canonicalFilePath() == QFileInfo(path).canonicalFilePath()) {
        return *older;
    }
    const QMutexLocker guard(&m_mutex);
    if (auto made = makeFolder(m_installed); !made) {
        return fail(std::move(made).error());
    }
    QLockFile lock(m_installed + u"/.lock"_s);
    if (!lock.tryLock(kWaitForOthers)) {
        return fail(ErrorCode::InUse, u"another program is changing the installed courses"_s);
    }
    recover(m_installed);
    const QTemporaryDir incoming(m_installed + u"/.incoming-XXXXXX"_s);
    if (!incoming.isValid()) {
        return fail(ErrorCode::ReadOnly, incoming.errorString());
    }
    if (auto copied = copyCourse(course.root, incoming.path() + u"/course"_s); !copied) {
        return fail(std::move(copied).error());
    }
    if (auto replaced = replace(incoming.path() + u"/course"_s, course.id); !replaced) {
        return fail(std::move(replaced).error());
    }
    return CourseSummary{course.id, course.title, course.summary,
                         QDir(m_installed).absoluteFilePath(course.id), false};
}

Result<> CourseFolder::replace(const QString &incoming, const QString &id)
{
    QDir dir(m_installed);
    const QString outgoing = kOutgoing + id;
    const bool older = dir.exists(id);
    if (older && !dir.rename(id, outgoing)) {
        return fail(ErrorCode::Storage, u"can't set aside the older copy of %1"_s.arg(id));
    }
    if (!dir.rename(incoming, id)) {
        if (older && !dir.rename(outgoing, id)) {
            qCWarning(lcCourses) << "the older copy of" << id << "waits in" << outgoing;
        }
        return fail(ErrorCode::Storage, u"can't put %1 in its place"_s.arg(id));
    }
    if (older && !QDir(dir.filePath(outgoing)).removeRecursively()) {
        qCWarning(lcCourses) << "can't remove the older copy in" << outgoing;
    }
    return {};
}

Result<> CourseFolder::remove(const QString &courseId)
{
    const QMutexLocker guard(&m_mutex);
    const auto summary = find(courseId);
    if (!summary) {
        return fail(ErrorCode::NotFound, u"there is no course %1"_s.arg(courseId));
    }
    if (summary->bundled) {
        return fail(ErrorCode::Conflict, u"the course %1 came with the program"_s.arg(courseId));
    }
    if (platformCourse(courseId)) {
        return fail(ErrorCode::Conflict, u"the course %1 is a download of the platform's"_s.arg(courseId));
    }
    QLockFile lock(m_installed + u"/.lock"_s);
    if (!lock.tryLock(kWaitForOthers)) {
        return fail(lock.error() == QLockFile::PermissionError ? ErrorCode::ReadOnly : ErrorCode::InUse,
                    u"the installed courses can't be changed now"_s);
    }
    if (hasBin() && QFile::moveToTrash(summary->root)) {
        return {};
    }
    QDir dir(m_installed);
    const QString aside = u".removed/%1-%2"_s.arg(courseId).arg(QDateTime::currentMSecsSinceEpoch());
    if (!dir.mkpath(u".removed"_s) || !dir.rename(summary->root, aside)) {
        return fail(ErrorCode::Storage, u"can't move %1 away"_s.arg(courseId));
    }
    return {};
}

RichText CourseFolder::render(const QString &markdown) const
{
    return {markdown, renderMarkdown(markdown, {}).html};
}

} // namespace studio::content
