#include "services/document_session.h"

#include "domain/when_done.h"

namespace studio::services {

using namespace std::chrono_literals;

namespace {

constexpr auto kDelay = 250ms; // typing is written at the latest this long after the first unsaved change
constexpr auto kRetry = 3s;

} // namespace

DocumentSession::DocumentSession(WorkStore &store, const Clock &clock, Document fresh, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_document(std::move(fresh))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &DocumentSession::write);
}

DocumentSession::~DocumentSession()
{
    if (m_state != State::Loading && m_savedRevision != m_revision) {
        m_document.changedUtc = m_clock.nowUtc();
        m_store.saveDocument(m_document);
    }
}

void DocumentSession::open()
{
    whenDone(m_store.openDocument(m_document.id), this,
             [this](const Result<std::optional<Document>> &stored) {
                 if (stored && *stored) {
                     m_document = **stored;
                     m_state = State::Saved;
                 } else if (stored) {
                     m_state = State::Saved; // nothing yet; the first change makes it
                 } else {
                     m_error = stored.error();
                     m_state = State::NotSaved;
                 }
                 Q_EMIT opened();
                 Q_EMIT stateChanged();
             });
}

void DocumentSession::setText(const QString &text, int caret)
{
    m_document.caret = caret;
    if (m_state == State::Loading || text == m_document.text) {
        return;
    }
    m_document.text = text;
    ++m_revision;
    if (m_state == State::Saved) {
        m_state = State::Saving;
        Q_EMIT stateChanged();
    }
    if (!m_timer.isActive()) { // not started anew by more typing, so that it can't be put off
        m_timer.start(kDelay);
    }
}

void DocumentSession::setCaret(int caret)
{
    m_document.caret = caret; // goes out with the next change, run, check or leave
}

void DocumentSession::setTitle(const QString &title)
{
    if (title != m_document.title) {
        m_document.title = title;
        ++m_revision;
        m_timer.start(0ms);
    }
}

void DocumentSession::saveNow()
{
    if (m_state != State::Loading) {
        m_timer.stop();
        write();
    }
}

void DocumentSession::write()
{
    const quint64 revision = m_revision;
    m_document.changedUtc = m_clock.nowUtc();
    whenDone(m_store.saveDocument(m_document), this, [this, revision](const Result<> &done) {
        if (done) {
            m_savedRevision = std::max(m_savedRevision, revision);
            const State state = m_savedRevision == m_revision ? State::Saved : State::Saving;
            if (state != m_state) {
                m_state = state;
                Q_EMIT stateChanged();
            }
            return;
        }
        m_error = done.error();
        m_state = State::NotSaved;
        Q_EMIT stateChanged();
        m_timer.start(kRetry); // the text is still here
    });
}

QFuture<Result<qint64>> DocumentSession::keepVersion(VersionReason reason)
{
    m_timer.stop();
    const quint64 revision = m_revision;
    m_document.changedUtc = m_clock.nowUtc();
    return whenDone(m_store.keepVersion(m_document, reason), this,
                    [this, revision](const Result<qint64> &kept) {
                        if (kept) {
                            m_savedRevision = std::max(m_savedRevision, revision);
                            m_state = m_savedRevision == m_revision ? State::Saved : State::Saving;
                        } else {
                            m_error = kept.error();
                            m_state = State::NotSaved;
                            m_timer.start(kRetry);
                        }
                        Q_EMIT stateChanged();
                        return kept;
                    });
}

QFuture<Result<std::vector<DocumentVersion>>> DocumentSession::versions()
{
    return m_store.versions(m_document.id);
}

QFuture<Result<QString>> DocumentSession::versionText(qint64 versionId)
{
    return m_store.versionText(versionId);
}

} // namespace studio::services
