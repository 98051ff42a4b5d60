#pragma once

#include "domain/sync_status.h"
#include "sync/engine/backoff.h"
#include "sync/engine/exchange_log.h"
#include "sync/engine/operation_steps.h"
#include "sync/engine/push_queue.h"

#include <list>
#include <optional>

namespace studio::sync {

/// What stands in the way of everything, met while talking to the platform.
struct Obstacle
{
    SyncTrouble trouble = SyncTrouble::None;
    QString detail; ///< English, without a token.
    std::chrono::seconds wait{0}; ///< What the platform asked for; 0: it did not.
};

/// The token that requests go out with, and what the platform's clock said. One for a run.
class Access final
{
public:
    Access(SyncParts &parts, const Endpoints &endpoints)
        : m_parts(parts)
        , m_endpoints(endpoints)
    {
    }

    /// False: there is an obstacle. Nothing goes out with the token of anybody else than `userId`.
    bool open(qint64 userId, const std::stop_token &stop);
    bool renew(const QByteArray &refusedToken, const std::stop_token &stop);

    const QByteArray &token() const { return m_token; }

    /// One exchange to its end, blocking; with a token. For what is asked one after another.
    Answer ask(Endpoint endpoint, const HttpRequest &request, const std::stop_token &stop);
    void noteTime(const HttpResult &result); ///< Reads the `Date` header.

    ExchangeLog &log() { return m_log; }

    const Obstacle &obstacle() const { return m_obstacle; }

    void meet(const Verdict &verdict); ///< Remembers it as the obstacle, if it is one.

    std::optional<std::chrono::seconds> clockOff() const { return m_clockOff; }

private:
    bool take(const tl::expected<QByteArray, NoToken> &token);

    SyncParts &m_parts;
    const Endpoints &m_endpoints;
    qint64 m_userId = 0;
    QByteArray m_token;
    Obstacle m_obstacle;
    ExchangeLog m_log;
    std::optional<std::chrono::seconds> m_clockOff;
};

struct PushReport
{
    int sent = 0;
    int kept = 0;
    int conflicts = 0;
    bool stopped = false; ///< By an obstacle, the stop token or another task; the rest was not tried.
    std::optional<Error> storeError;
};

/// Sends what waits and is due: up to four lanes at a time, each in order.
class Push final
{
    Q_DISABLE_COPY_MOVE(Push)

public:
    Push(SyncParts &parts, const EngineOptions &options, const Endpoints &endpoints, Access &access,
         Backoff &backoff, bool onceOnly);

    PushReport run(const std::stop_token &stop);

private:
    struct Flight
    {
        OperationSteps steps;
        OutboxEntry entry;
        std::optional<Exchange> exchange;
        QByteArray token; ///< That its request went out with.
        quint64 id = 0;
    };

    bool round(std::vector<OutboxEntry> entries, const std::stop_token &stop);
    void fill(const std::stop_token &stop);
    void advance(std::list<Flight>::iterator flight, const std::stop_token &stop);
    void sendNext(Flight &flight);
    void end(std::list<Flight>::iterator flight);
    void judge(const Outcome &outcome);
    void confirm(const OutboxEntry &entry);
    void confirmed(const OutboxEntry &entry); ///< The store knows.
    void keep(const OutboxEntry &entry, const Verdict &verdict);
    void postpone(OutboxEntry entry, const Verdict &verdict);
    void stopForStore(const Error &error);
    bool mayGoOn(const std::stop_token &stop) const;
    void wait(const std::stop_token &stop);

    SyncParts &m_parts;
    const EngineOptions &m_options;
    const Endpoints &m_endpoints;
    Access &m_access;
    Backoff &m_backoff;
    const StepsContext m_context;
    std::optional<PushQueue> m_queue;
    std::list<Flight> m_flights;
    PushReport m_report;
    bool m_blockedByPlatform = false;
    int m_errorsInRow = 0; ///< 5xx, of one lane after another.
    std::size_t m_atOnce; ///< Lanes that may be under way; grows while it goes well.
    int m_attempts = 0;
};

} // namespace studio::sync
