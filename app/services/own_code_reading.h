#pragma once

#include "domain/ports/search_index.h"
#include "services/file_session.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace studio::services {

class ProjectService;

/// Reads the person's own code once, file after file: the Python files of the projects and the answers that
/// are code. A file that cannot be read is left out. At most 2,000 files: a folder from the disk may be
/// anything.
class OwnCodeReading final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnCodeReading)

public:
    using Then = std::function<void(const Result<std::vector<SearchDocument>> &)>;

    /// `titles`: as codeTitlesOf() gives them, and titles of courses by their id.
    OwnCodeReading(const ProjectStores &stores, ProjectService &projects, QHash<QString, QString> titles);
    ~OwnCodeReading() override;

    void start(Then then); ///< Once. `then` is called once, unless this is deleted before.

private:
    struct File
    {
        std::shared_ptr<const Project> project;
        QString path;
    };

    void readAnswers();
    void takeAnswer(const Document &answer);
    void readFolders();
    void readNextFolder();
    void readNextFile();
    void end(const Result<> &done);

    ProjectStores m_stores;
    ProjectService &m_projects;
    QHash<QString, QString> m_titles;
    Then m_then;
    std::vector<std::shared_ptr<const Project>> m_folders; ///< Still to be listed.
    std::vector<File> m_files; ///< Still to be read.
    std::vector<SearchDocument> m_documents;
};

} // namespace studio::services
