#include "services/file_session.h"

#include "domain/when_done.h"

namespace studio::services {

using namespace std::chrono_literals;

namespace {

constexpr auto kDelay = 250ms; // as the journal's: typing is on the disk at the latest this long after
constexpr auto kRetry = 3s;

Document documentOf(const QString &key, const QString &path)
{
    Document document;
    document.id = {key};
    document.title = path;
    return document;
}

} // namespace

FileSession::FileSession(const ProjectStores &stores, Project project, const QString &path,
                         const QString &documentKey, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_project(std::move(project))
    , m_path(path)
    , m_journal(stores.work, stores.clock, documentOf(documentKey, path))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { saveNow(); });
    connect(&m_journal, &DocumentSession::stateChanged, this, &FileSession::stateChanged);
}

FileSession::~FileSession()
{
    if (m_open && !m_conflict && text() != m_onDisk) {
        m_stores.files.writeText(m_project, m_path, text(), m_mark);
    }
}

void FileSession::open()
{
    // Both are asked for at once; the disk's answer is looked at when the journal's is here.
    auto disk = std::make_shared<QFuture<Result<FileText>>>(m_stores.files.readText(m_project, m_path));
    connect(&m_journal, &DocumentSession::opened, this, [this, disk] {
        whenDone(*disk, this, [this](const Result<FileText> &read) {
            if (!read) {
                m_error = read.error();
                Q_EMIT failed(m_error);
                return;
            }
            m_mark = read->mark;
            m_onDisk = read->text;
            m_open = true;
            reconcile(*read);
            Q_EMIT opened();
            Q_EMIT stateChanged();
        });
    });
    m_journal.open();
}

/// Journal and disk differ when the program ended between the two, or when another one wrote the file.
void FileSession::reconcile(const FileText &disk)
{
    const Document &journal = m_journal.document();
    if (journal.text == disk.text) {
        return;
    }
    const bool journalIsNewer = journal.changedUtc.isValid() && journal.changedUtc > disk.changedUtc;
    if (!journalIsNewer) {
        return adopt(disk);
    }
    Document theirs = journal;
    theirs.text = disk.text;
    m_stores.work.keepVersion(theirs, VersionReason::Opened);
    m_stores.work.saveDocument(journal);
    saveNow();
}

void FileSession::adopt(const FileText &disk)
{
    const int caret = m_journal.document().caret;
    if (m_journal.document().changedUtc.isValid()) {
        m_journal.keepVersion(VersionReason::Opened);
    }
    m_mark = disk.mark;
    m_onDisk = disk.text;
    m_conflict = false;
    m_failed = false;
    m_journal.setText(disk.text, static_cast<int>(std::min<qsizetype>(caret, disk.text.size())));
}

void FileSession::setPath(const QString &path)
{
    m_path = path;
    m_journal.setTitle(path);
}

FileSession::State FileSession::state() const
{
    if (m_conflict) {
        return State::Conflict;
    }
    if (!m_open) {
        return State::Loading;
    }
    if (m_failed || m_journal.state() == DocumentSession::State::NotSaved) {
        return State::NotSaved;
    }
    const bool pending = text() != m_onDisk || m_journal.state() == DocumentSession::State::Saving;
    return pending ? State::Saving : State::Saved;
}

const Error &FileSession::error() const
{
    return m_failed || m_conflict ? m_error : m_journal.error();
}

void FileSession::setText(const QString &text, int caret)
{
    const bool same = text == this->text();
    m_journal.setText(text, caret);
    if (same || !m_open || m_conflict) {
        return;
    }
    if (!m_timer.isActive()) { // not started anew by more typing, so that it can't be put off
        m_timer.start(kDelay);
    }
    Q_EMIT stateChanged();
}

QFuture<Result<>> FileSession::saveNow()
{
    m_timer.stop();
    if (!m_open || m_conflict || text() == m_onDisk) {
        QPromise<Result<>> promise;
        promise.start();
        promise.addResult(m_conflict ? Result<>(fail(m_error)) : Result<>());
        promise.finish();
        return promise.future();
    }
    m_journal.saveNow(); // first: whatever happens to the file, the text is safe
    ++m_writing;
    const QString writing = text();
    return whenDone(m_stores.files.writeText(m_project, m_path, writing, m_mark), this,
                    [this, writing](const Result<> &done) {
                        written(writing, done);
                        return done;
                    });
}

void FileSession::written(const QString &text, const Result<> &done)
{
    --m_writing;
    if (done) {
        m_onDisk = text;
        m_failed = false;
    } else if (done.error().code == ErrorCode::Conflict) {
        m_error = done.error();
        m_conflict = true;
    } else {
        m_error = done.error();
        m_failed = true;
        m_timer.start(kRetry); // the text is still here
    }
    Q_EMIT stateChanged();
}

void FileSession::checkDisk()
{
    if (!m_open || m_conflict) {
        return;
    }
    whenDone(m_stores.files.readText(m_project, m_path), this, [this](const Result<FileText> &disk) {
        // While one of our own writes is under way, what was read may be older than it; its mark tells later.
        if (!disk || m_writing > 0 || m_conflict || disk->text == m_onDisk) {
            return;
        }
        if (text() != m_onDisk) {
            m_error = {ErrorCode::Conflict, m_path};
            m_conflict = true;
        } else {
            adopt(*disk);
            Q_EMIT textReplaced();
        }
        Q_EMIT stateChanged();
    });
}

void FileSession::takeTheirs()
{
    whenDone(m_stores.files.readText(m_project, m_path), this, [this](const Result<FileText> &disk) {
        if (disk && m_conflict) {
            adopt(*disk);
            Q_EMIT textReplaced();
            Q_EMIT stateChanged();
        }
    });
}

void FileSession::keepMine()
{
    whenDone(m_stores.files.readText(m_project, m_path), this, [this](const Result<FileText> &disk) {
        if (!m_conflict) {
            return;
        }
        if (disk) {
            Document theirs = m_journal.document();
            theirs.text = disk->text;
            m_stores.work.keepVersion(theirs, VersionReason::Opened); // can be had back as well
            m_stores.work.saveDocument(m_journal.document());
            m_mark = disk->mark;
            m_onDisk = disk->text;
        } else {
            m_mark = std::make_shared<DiskMark>(); // it is gone: ours makes it anew
        }
        m_conflict = false;
        saveNow();
        Q_EMIT stateChanged();
    });
}

} // namespace studio::services
