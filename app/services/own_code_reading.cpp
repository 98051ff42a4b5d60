#include "services/own_code_reading.h"

#include "domain/when_done.h"
#include "services/project_service.h"

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostFiles = 2000;
const QString kAnswers = u"answer/"_s;

} // namespace

OwnCodeReading::OwnCodeReading(const ProjectStores &stores, ProjectService &projects,
                               QHash<QString, QString> titles)
    : m_stores(stores)
    , m_projects(projects)
    , m_titles(std::move(titles))
{
}

OwnCodeReading::~OwnCodeReading() = default;

void OwnCodeReading::start(Then then)
{
    m_then = std::move(then);
    readAnswers();
}

void OwnCodeReading::readAnswers()
{
    whenDone(m_stores.work.documents(kAnswers), this, [this](const Result<std::vector<Document>> &answers) {
        if (!answers) {
            return end(fail(answers.error()));
        }
        for (const Document &each : *answers) {
            takeAnswer(each);
        }
        readFolders();
    });
}

void OwnCodeReading::takeAnswer(const Document &answer)
{
    const QString item = answer.id.key.mid(kAnswers.size());
    const QString course = item.section(u'/', 0, 0);
    const auto title = m_titles.constFind(item);
    // Of a known course, what is not listed is no code. Of one that is gone, nobody can tell: it is found.
    if ((title == m_titles.constEnd() && m_titles.contains(course)) || answer.text.trimmed().isEmpty()) {
        return;
    }
    m_documents.push_back({FoundKind::OwnCode, answer.id.key,
                           title == m_titles.constEnd() ? item.section(u'/', 1) : *title,
                           m_titles.value(course, course), answer.text, answer.changedUtc});
}

void OwnCodeReading::readFolders()
{
    whenDone(m_projects.projects(), this, [this](const Result<std::vector<Project>> &projects) {
        if (!projects) {
            return end(fail(projects.error()));
        }
        for (auto each = projects->rbegin(); each != projects->rend(); ++each) {
            m_folders.push_back(std::make_shared<Project>(*each)); // taken from the end: the newest first
        }
        readNextFolder();
    });
}

void OwnCodeReading::readNextFolder()
{
    if (m_folders.empty() || m_documents.size() >= kMostFiles) {
        return end({});
    }
    const auto project = m_folders.back();
    m_folders.pop_back();
    whenDone(m_stores.files.files(*project), this,
             [this, project](const Result<std::vector<ProjectFile>> &files) {
                 if (files) { // a folder that is gone has none
                     for (const ProjectFile &each : *files) {
                         if (each.kind == ProjectFile::Kind::Python) {
                             m_files.push_back({project, each.path});
                         }
                     }
                 }
                 readNextFile();
             });
}

void OwnCodeReading::readNextFile()
{
    if (m_files.empty() || m_documents.size() >= kMostFiles) {
        m_files.clear();
        return readNextFolder();
    }
    const File file = m_files.back();
    m_files.pop_back();
    whenDone(m_stores.files.readText(*file.project, file.path), this,
             [this, file](const Result<FileText> &read) {
                 if (read && !read->text.trimmed().isEmpty()) {
                     m_documents.push_back({FoundKind::OwnCode,
                                            "project/"_L1 % file.project->id % u'/' % file.path, file.path,
                                            file.project->title, read->text, read->changedUtc});
                 }
                 readNextFile();
             });
}

void OwnCodeReading::end(const Result<> &done)
{
    // What is called may delete this.
    const Then then = std::exchange(m_then, {});
    if (!done) {
        return then(fail(done.error()));
    }
    then(std::move(m_documents));
}

} // namespace studio::services
