#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/code_runner.h"
#include "services/document_session.h"

namespace studio::services {

/// The learner's own programs. Each is one document, saved while it is typed.
class PlaygroundService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaygroundService)

public:
    PlaygroundService(WorkStore &store, CodeRunner &runner, const Clock &clock, QObject *parent = nullptr);
    ~PlaygroundService() override;

    QFuture<Result<std::vector<Document>>> programs(); ///< Last changed first.

    /// A new program, `main.py`-like title; `code` as a first text ("open in playground").
    std::unique_ptr<DocumentSession> create(const QString &title, const QString &code = {});
    std::unique_ptr<DocumentSession> open(const DocumentId &id);
    QFuture<Result<>> remove(const DocumentId &id);
    QFuture<Result<>> restore(const DocumentId &id);

    /// A run of the text as it is now; a version is kept. The caller owns the run.
    std::unique_ptr<Run> run(DocumentSession &session);

    /// A run of a lesson's example; nothing is kept.
    std::unique_ptr<Run> runExample(const QString &code, const std::optional<QByteArray> &input);

Q_SIGNALS:
    void programsChanged();

private:
    WorkStore &m_store;
    CodeRunner &m_runner;
    const Clock &m_clock;
};

} // namespace studio::services
