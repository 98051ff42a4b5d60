#pragma once

#include "domain/ports/work_store.h"
#include "main/system_clock.h"
#include "store/open_work_store.h"
#include "sync/auth/jwt_session.h"
#include "sync/engine/sync_engine.h"
#include "sync/http/boot_clock.h"
#include "sync/http/make_transport.h"

#include <QString>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace studio::bench {

/// A benchmark that met an error has no figure.
[[noreturn]] inline void giveUp(const QString &why)
{
    std::fprintf(stderr, "studio-sync-bench: %s\n", qPrintable(why));
    std::exit(1);
}

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        giveUp(result.error().message);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// Counts what goes through it.
class CountingTransport final : public sync::HttpTransport
{
    Q_DISABLE_COPY_MOVE(CountingTransport)

public:
    explicit CountingTransport(std::unique_ptr<sync::HttpTransport> inner)
        : m_inner(std::move(inner))
    {
    }

    quint64 start(sync::HttpRequest request) override
    {
        ++requests;
        return m_inner->start(std::move(request));
    }

    std::vector<sync::HttpCompletion> wait(std::chrono::milliseconds atMost,
                                           const std::stop_token &stop) override;

    void cancel(quint64 id) override { m_inner->cancel(id); }

    void networkChanged() override { m_inner->networkChanged(); }

    int requests = 0;
    qint64 bytes = 0; ///< Of answers, on the wire.

private:
    std::unique_ptr<sync::HttpTransport> m_inner;
};

struct SyncPlace
{
    QString server;
    QString ca;
    QString folder; ///< Of one client; made when missing.
    sync::RequestRate rate = {60'000'000, 1'000'000}; ///< Out of the way.
};

/// One whole client without a window: work on disk, account, engine, libcurl.
class SyncClient final
{
    Q_DISABLE_COPY_MOVE(SyncClient)

public:
    explicit SyncClient(SyncPlace place);
    ~SyncClient();

    void signIn(const QString &user, const QString &password);

    WorkStore &work() { return *m_opened.store; }

    ForumStore &forum() { return *m_opened.forum; }

    SyncStore &sync() { return *m_opened.sync; }

    CountingTransport &transport() { return m_transport; }

    QByteArray token();

    /// The program starts: its jitter begins now.
    void startEngine(std::chrono::milliseconds jitter);

    sync::SyncEngine &engine() { return *m_engine; }

    /// As the program does by itself, until nothing waits and everything was fetched. Gives up after a while.
    void untilDone(std::chrono::seconds atMost);
    /// One run that must have done all there is to do.
    sync::SyncReport run();
    void pullForum(); ///< To its end, once.

private:
    const SyncPlace m_place;
    app::SystemClock m_clock;
    sync::BootClock m_monotonic;
    store::OpenedWorkStore m_opened;
    CountingTransport m_transport;
    std::unique_ptr<sync::JwtSession> m_session;
    std::optional<sync::SyncEngine> m_engine;
};

/// Saves a lesson read to its end, as the lesson page does.
void readLesson(WorkStore &work, const QString &course, qint64 lesson, const QString &notes = {},
                bool bookmarked = false);
void spendMinutes(WorkStore &work, const QString &course, qint64 lesson, int minutes);
void submit(WorkStore &work, const QString &course, qint64 exercise, const QString &code);

} // namespace studio::bench
