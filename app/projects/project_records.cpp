#include "projects/project_records.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

#include "projects/disk_error.h"
#include "projects/project_folder.h"

namespace studio::projects {

namespace {

Q_LOGGING_CATEGORY(lcRecords, "studio.projects.records")

using namespace Qt::StringLiterals;

constexpr qint64 kLargestRecord = 1'000'000;
constexpr int kFormat = 1;

bool isId(const QString &id)
{
    static const QRegularExpression valid(u"\\A[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\z"_s);
    return valid.match(id).hasMatch();
}

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject toJson(const Project &project)
{
    QJsonObject documents;
    for (auto it = project.documents.begin(); it != project.documents.end(); ++it) {
        documents.insert(it.key(), it.value());
    }
    QJsonObject json{{u"format"_s, kFormat},
                     {u"title"_s, project.title},
                     {u"main"_s, project.mainFile},
                     {u"changed"_s, project.changedUtc.toString(Qt::ISODateWithMs)},
                     {u"documents"_s, documents},
                     {u"open"_s, QJsonArray::fromStringList(project.openFiles)},
                     {u"current"_s, project.currentFile}};
    if (project.external) {
        json.insert(u"folder"_s, project.folder);
    }
    return json;
}

Project fromJson(const QJsonObject &json)
{
    Project project;
    project.title = json[u"title"_s].toString().left(200);
    project.mainFile = json[u"main"_s].toString();
    project.changedUtc = QDateTime::fromString(json[u"changed"_s].toString(), Qt::ISODateWithMs);
    project.folder = json[u"folder"_s].toString();
    project.external = !project.folder.isEmpty();
    project.currentFile = json[u"current"_s].toString();
    const QJsonObject documents = json[u"documents"_s].toObject();
    for (auto it = documents.begin(); it != documents.end(); ++it) {
        project.documents.insert(it.key(), it.value().toString());
    }
    const QJsonArray open = json[u"open"_s].toArray();
    for (const auto &each : open) {
        project.openFiles.append(each.toString());
    }
    return project;
}

/// The file of an opened folder that Run means: main.py, else the only or the first program.
QString mainFileIn(const QString &folder)
{
    const QStringList programs = QDir(folder).entryList({u"*.py"_s}, QDir::Files, QDir::Name);
    return programs.contains(u"main.py"_s) || programs.isEmpty() ? u"main.py"_s : programs.first();
}

} // namespace

ProjectRecords::ProjectRecords(QString root)
    : m_root(std::move(root))
{
}

QString ProjectRecords::folderOf(const QString &id) const
{
    return isId(id) ? m_root % u"/projects/"_s % id : QString();
}

QString ProjectRecords::binOf(const QString &id) const
{
    return folderOf(id) % u"/bin"_s;
}

QStringList ProjectRecords::knownIds() const
{
    constexpr auto kFolders = QDir::Dirs | QDir::NoDotAndDotDot;
    return QDir(m_root % u"/projects"_s).entryList(kFolders)
        + QDir(m_root % u"/removed-projects"_s).entryList(kFolders);
}

Result<Project> ProjectRecords::read(const QString &id) const
{
    const QString folder = folderOf(id);
    QFile file(folder % u"/project.json"_s);
    if (folder.isEmpty() || file.size() > kLargestRecord || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, u"no project %1"_s.arg(id));
    }
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject()) {
        return fail(ErrorCode::InvalidData, u"project %1 has no readable record"_s.arg(id));
    }
    if (json[u"format"_s].toInt() > kFormat) {
        return fail(ErrorCode::TooNew, u"project %1"_s.arg(id));
    }
    Project project = fromJson(json.object());
    project.id = id;
    if (!project.external) {
        project.folder = folder % u"/files"_s;
    }
    return project;
}

std::vector<Project> ProjectRecords::all() const
{
    std::vector<Project> projects;
    for (const QString &id : QDir(m_root % u"/projects"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (auto project = read(id)) {
            projects.push_back(std::move(*project));
        } else {
            qCWarning(lcRecords) << project.error().message;
        }
    }
    std::stable_sort(projects.begin(), projects.end(),
                     [](const Project &a, const Project &b) { return a.changedUtc > b.changedUtc; });
    return projects;
}

Result<Project> ProjectRecords::add(const NewProject &wanted) const
{
    Project project;
    project.id = wanted.id.isEmpty() ? freshId() : wanted.id;
    const QString folder = folderOf(project.id);
    if (folder.isEmpty()) {
        return fail(ErrorCode::InvalidData, u"not the id of a project: %1"_s.arg(wanted.id));
    }
    if (knownIds().contains(project.id)) {
        return fail(ErrorCode::Conflict, project.id);
    }
    project.title = wanted.title;
    project.folder = folder % u"/files"_s;
    project.mainFile = safeFileName(wanted.mainFile);
    project.openFiles = QStringList{project.mainFile};
    project.currentFile = project.mainFile;
    project.changedUtc = QDateTime::currentDateTimeUtc();
    if (!wanted.documentKey.isEmpty()) {
        project.documents.insert(project.mainFile, wanted.documentKey);
    }
    if (!QDir().mkpath(project.folder)) {
        return fail(codeOfFailedWrite(folder), folder);
    }
    const ProjectFolder files(project.folder, binOf(project.id));
    if (const auto made = files.makeFile(project.mainFile, wanted.code.toUtf8()); !made) {
        return fail(made.error());
    }
    const auto saved = save(project); // last: without a record there is no project
    return saved ? Result<Project>(project) : Result<Project>(fail(saved.error()));
}

Result<Project> ProjectRecords::openFolder(const QString &folder) const
{
    const QFileInfo entry(folder);
    if (!entry.isDir() || !entry.isReadable()) {
        return fail(ErrorCode::NotFound, folder);
    }
    const QString real = entry.canonicalFilePath();
    for (Project &each : all()) {
        if (QFileInfo(each.folder).canonicalFilePath() == real) {
            each.changedUtc = QDateTime::currentDateTimeUtc();
            const auto saved = save(each);
            return saved ? Result<Project>(each) : Result<Project>(fail(saved.error()));
        }
    }
    Project project;
    project.id = freshId();
    project.folder = real;
    project.external = true;
    project.title = QFileInfo(real).fileName().isEmpty() ? real : QFileInfo(real).fileName();
    project.mainFile = mainFileIn(real);
    project.changedUtc = QDateTime::currentDateTimeUtc();
    if (QFileInfo::exists(real % u'/' % project.mainFile)) {
        project.openFiles = QStringList{project.mainFile};
        project.currentFile = project.mainFile;
    }
    const auto saved = save(project);
    return saved ? Result<Project>(project) : Result<Project>(fail(saved.error()));
}

Result<> ProjectRecords::save(const Project &project) const
{
    const QString folder = folderOf(project.id);
    if (folder.isEmpty()) {
        return fail(ErrorCode::InvalidData, project.id);
    }
    if (!QDir().mkpath(folder)) {
        return fail(codeOfFailedWrite(folder), folder);
    }
    QSaveFile file(folder % u"/project.json"_s);
    const QByteArray bytes = QJsonDocument(toJson(project)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(codeOfFailedWrite(file.fileName()), file.errorString());
    }
    return {};
}

Result<> ProjectRecords::remove(const QString &id) const
{
    const QString folder = folderOf(id);
    if (folder.isEmpty() || !QFileInfo::exists(folder)) {
        return fail(ErrorCode::NotFound, id);
    }
    QDir().mkpath(m_root % u"/removed-projects"_s);
    return QDir().rename(folder, m_root % u"/removed-projects/"_s % id)
        ? Result<>()
        : Result<>(fail(codeOfFailedWrite(folder), folder));
}

Result<> ProjectRecords::restore(const QString &id) const
{
    const QString removed = m_root % u"/removed-projects/"_s % id;
    if (!isId(id) || !QFileInfo::exists(removed)) {
        return fail(ErrorCode::NotFound, id);
    }
    return QDir().rename(removed, folderOf(id)) ? Result<>()
                                                : Result<>(fail(codeOfFailedWrite(removed), removed));
}

} // namespace studio::projects
