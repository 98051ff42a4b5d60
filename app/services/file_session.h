#pragma once

#include "domain/ports/project_store.h"
#include "services/document_session.h"

namespace studio::services {

/// What sessions of projects work with. All outlive them.
struct ProjectStores
{
    ProjectStore &files;
    WorkStore &work;
    const Clock &clock;
};

/// One text file of a project that is open: saved to the disk while it is typed, with its history in the
/// journal.
///
/// What another program does to the file is never overwritten silently: when nothing was typed meanwhile, the
/// new text is taken (the old one stays in the history); else the state is Conflict until takeTheirs() or
/// keepMine().
class FileSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileSession)

public:
    enum class State { Loading, Saved, Saving, NotSaved, Conflict };

    FileSession(const ProjectStores &stores, Project project, const QString &path, const QString &documentKey,
                QObject *parent = nullptr);
    ~FileSession() override; ///< What is pending is handed to the store, which keeps the order.

    void open(); ///< opened() or failed() follows.

    const QString &path() const { return m_path; }

    void setPath(const QString &path); ///< After it was renamed on the disk.

    const QString &text() const { return m_journal.document().text; }

    int caret() const { return m_journal.document().caret; }

    State state() const;
    const Error &error() const; ///< For NotSaved and Conflict.

    bool isOpen() const { return m_open; }

    void setText(const QString &text, int caret);

    void setCaret(int caret) { m_journal.setCaret(caret); }

    QFuture<Result<>> saveNow(); ///< To the disk; finished when it is there.
    void checkDisk(); ///< Another program may have written the file.
    void takeTheirs();
    void keepMine();

    DocumentSession &journal() { return m_journal; } ///< For its history.

Q_SIGNALS:
    void opened();
    void failed(const studio::Error &error);
    void stateChanged();
    void textReplaced(); ///< By what another program wrote.

private:
    void reconcile(const FileText &disk);
    void adopt(const FileText &disk);
    void written(const QString &text, const Result<> &done);

    ProjectStores m_stores;
    Project m_project;
    QString m_path;
    DocumentSession m_journal;
    std::shared_ptr<DiskMark> m_mark;
    QString m_onDisk; ///< As last read or written.
    Error m_error;
    QTimer m_timer;
    int m_writing = 0;
    bool m_open = false;
    bool m_conflict = false;
    bool m_failed = false;
};

} // namespace studio::services
