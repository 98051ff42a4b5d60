#pragma once

#include "domain/ports/work_store.h"
#include "support/fleet_platform.h"
#include "sync/auth/session.h"
#include "sync/engine/sync_engine.h"
#include "sync/http/limited_transport.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace studio::store {
class SqliteWorkStore;
} // namespace studio::store

namespace studio::fleet {

/// The way from one computer to the model platform: round trips, connections that have to be made first, and
/// waiting that ends.
class ModelTransport final : public sync::HttpTransport
{
    Q_DISABLE_COPY_MOVE(ModelTransport)

public:
    ModelTransport(World &world, ModelPlatform &platform, Sender sender, Micros roundTrip);

    void runOn(World::Program &program) { m_program = &program; }

    quint64 start(sync::HttpRequest request) override;
    std::vector<sync::HttpCompletion> wait(std::chrono::milliseconds atMost,
                                           const std::stop_token &stop) override;
    void cancel(quint64 id) override;

    void networkChanged() override { m_connections = 0; }

private:
    void complete(quint64 id, sync::HttpResult result);

    World &m_world;
    ModelPlatform &m_platform;
    const Sender m_sender;
    const Micros m_roundTrip;
    World::Program *m_program = nullptr;
    quint64 m_lastId = 0;
    std::map<quint64, bool> m_running; ///< By id: over a connection of its own.
    int m_connections = 0; ///< Open ones that nobody uses.
    std::vector<sync::HttpCompletion> m_done;
};

/// Signed in, with the access token of the last run gone: it refreshes first, as a started program does.
class ModelSession final : public sync::Session
{
public:
    ModelSession(sync::HttpTransport &transport, const MonotonicClock &clock, qint64 user)
        : m_transport(transport)
        , m_clock(clock)
        , m_user(user)
    {
    }

    SessionState state() const override { return SessionState::SignedIn; }

    qint64 userId() const override { return m_user; }

    tl::expected<QByteArray, sync::NoToken> bearer(const std::stop_token &stop) override;
    tl::expected<QByteArray, sync::NoToken> bearerInsteadOf(const QByteArray &token,
                                                            const std::stop_token &stop) override;

    void refused(SessionState) override { }

private:
    sync::HttpTransport &m_transport;
    const MonotonicClock &m_clock;
    const qint64 m_user;
    std::optional<std::chrono::milliseconds> m_refreshedAt;
    std::chrono::milliseconds m_notBefore{0};
};

/// What one learner did without a network.
struct Work
{
    int lessons = 5; ///< Read to the end, with a position and 12 minutes; every third bookmarked.
    int submissions = 1;
    bool enrol = true;
};

/// One computer: the real engine, limiter and store (in memory), in virtual time.
class SimulatedClient final
{
    Q_DISABLE_COPY_MOVE(SimulatedClient)

public:
    SimulatedClient(World &world, ModelPlatform &platform, Sender sender, Micros roundTrip,
                    sync::EngineOptions options, sync::RequestRate rate = {});
    ~SimulatedClient();

    int doWork(const Work &work); ///< Gives how many actions wait now.
    /// Started at that moment; runs as the program does until nothing waits and everything was fetched, or
    /// `until`.
    void start(Micros at, Micros until);
    void networkUp(); ///< By the world, in between.

    std::optional<Micros> doneAt() const { return m_doneAt; }

    int waiting(); ///< Actions that did not arrive yet; kept work counts.

private:
    void live(World::Program &program, Micros until);

    World &m_world;
    const Sender m_sender;
    const sync::EngineOptions m_options;
    std::unique_ptr<store::SqliteWorkStore> m_store;
    ModelTransport *m_way; ///< Owned by the limiter.
    sync::LimitedTransport m_transport;
    ModelSession m_session;
    std::optional<sync::SyncEngine> m_engine; ///< Made when the program starts: its jitter begins then.
    World::Program *m_program = nullptr;
    std::optional<Micros> m_doneAt;
};

} // namespace studio::fleet
