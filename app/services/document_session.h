#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/work_store.h"

#include <QObject>
#include <QTimer>

namespace studio::services {

/// One text that is saved while it is typed: each change is on disk within one second.
///
/// Call setText() for every change; it is cheap. What could not be saved is tried again every few seconds
/// and is kept in memory, and stateChanged() says so.
class DocumentSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentSession)

public:
    enum class State { Loading, Saved, Saving, NotSaved };

    DocumentSession(WorkStore &store, const Clock &clock, Document fresh, QObject *parent = nullptr);
    ~DocumentSession()
        override; ///< Writes what is pending before it returns control (the store keeps the order).

    /// opened() follows, with the stored text, or with `fresh` when there is none.
    void open();

    const Document &document() const { return m_document; }

    State state() const { return m_state; }

    const Error &error() const { return m_error; } ///< For NotSaved.

    void setText(const QString &text, int caret);
    void setCaret(int caret);
    void setTitle(const QString &title);
    void saveNow();

    QFuture<Result<qint64>> keepVersion(VersionReason reason);
    QFuture<Result<std::vector<DocumentVersion>>> versions();
    QFuture<Result<QString>> versionText(qint64 versionId);

Q_SIGNALS:
    void opened();
    void stateChanged();

private:
    void write();

    WorkStore &m_store;
    const Clock &m_clock;
    Document m_document;
    State m_state = State::Loading;
    Error m_error;
    QTimer m_timer;
    quint64 m_revision = 0;
    quint64 m_savedRevision = 0;
};

} // namespace studio::services
