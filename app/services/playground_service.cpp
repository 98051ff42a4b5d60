#include "services/playground_service.h"

#include "domain/when_done.h"

#include <QFileInfo>
#include <QUuid>

namespace studio::services {

using namespace Qt::StringLiterals;

PlaygroundService::PlaygroundService(WorkStore &store, CodeRunner &runner, const Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_runner(runner)
    , m_clock(clock)
{
}

PlaygroundService::~PlaygroundService() = default;

QFuture<Result<std::vector<Document>>> PlaygroundService::programs()
{
    return m_store.documents(u"playground/"_s);
}

std::unique_ptr<DocumentSession> PlaygroundService::create(const QString &title, const QString &code)
{
    Document fresh;
    fresh.id = DocumentId::forPlayground(QUuid::createUuid().toString(QUuid::WithoutBraces));
    fresh.title = title;
    fresh.text = code;
    fresh.changedUtc = m_clock.nowUtc();
    m_store.saveDocument(fresh); // before it is opened: the store keeps the order
    Q_EMIT programsChanged();
    return std::make_unique<DocumentSession>(m_store, m_clock, fresh);
}

std::unique_ptr<DocumentSession> PlaygroundService::open(const DocumentId &id)
{
    Document document;
    document.id = id;
    return std::make_unique<DocumentSession>(m_store, m_clock, document);
}

QFuture<Result<>> PlaygroundService::remove(const DocumentId &id)
{
    return whenDone(m_store.removeDocument(id), this, [this](const Result<> &done) {
        Q_EMIT programsChanged();
        return done;
    });
}

QFuture<Result<>> PlaygroundService::restore(const DocumentId &id)
{
    return whenDone(m_store.restoreDocument(id), this, [this](const Result<> &done) {
        Q_EMIT programsChanged();
        return done;
    });
}

std::unique_ptr<Run> PlaygroundService::run(DocumentSession &session)
{
    session.keepVersion(VersionReason::Run);
    RunRequest request;
    request.code = session.document().text;
    const QString name = QFileInfo(session.document().title).fileName(); // a title may hold anything
    request.fileName = name.endsWith(".py"_L1) ? name : u"main.py"_s;
    request.kind = RunKind::Program;
    request.limits = RunLimits::forProgram();
    return m_runner.run(request);
}

std::unique_ptr<Run> PlaygroundService::runExample(const QString &code,
                                                   const std::optional<QByteArray> &input)
{
    RunRequest request;
    request.code = code;
    request.fileName = u"example.py"_s;
    request.input = input;
    request.kind = RunKind::Check; // course code
    request.limits = RunLimits::forProgram();
    return m_runner.run(request);
}

} // namespace studio::services
