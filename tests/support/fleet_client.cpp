#include "support/fleet_client.h"

#include "store/migrator.h"
#include "store/sqlite_work_store.h"

#include <QFuture>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace studio::fleet {

using namespace Qt::StringLiterals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using sync::Failure;
using sync::HttpCompletion;
using sync::HttpError;
using sync::HttpRequest;
using sync::HttpResult;

namespace {

const QString kServer = QStringLiteral("https://model.example.org");

/// Nothing of a simulation goes on after a store that fails.
template<typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "fleet: %s\n", qPrintable(result.error().message));
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

std::unique_ptr<store::SqliteWorkStore> storeInMemory(const Clock &clock)
{
    auto db = must(store::Database::open(u":memory:"_s, store::Database::Mode::Work));
    const auto steps = must(store::workMigrations());
    must(store::migrate(db, steps));
    must(db.execute(u"PRAGMA foreign_keys=ON; PRAGMA cache_size=-200"_s));
    return std::make_unique<store::SqliteWorkStore>(QString(), std::move(db), clock);
}

} // namespace

ModelTransport::ModelTransport(World &world, ModelPlatform &platform, Sender sender, Micros roundTrip)
    : m_world(world)
    , m_platform(platform)
    , m_sender(sender)
    , m_roundTrip(roundTrip)
{
}

quint64 ModelTransport::start(HttpRequest request)
{
    const quint64 id = ++m_lastId;
    const bool reuses = !request.freshConnection && m_connections > 0;
    m_connections -= reuses ? 1 : 0;
    m_running.emplace(id, request.freshConnection);
    const Micros begun = m_world.time();
    const Micros connecting = reuses ? Micros(0) : 2 * m_roundTrip; // TCP, then TLS 1.3
    if (request.timeout.count() > 0) {
        m_world.at(begun + request.timeout, [this, id] {
            complete(id, tl::unexpected(HttpError{Failure::Timeout, u"timeout"_s, true, {}}));
        });
    }
    m_world.at(begun + connecting + m_roundTrip / 2, [this, id, begun, request = std::move(request)] {
        m_platform.receive(m_sender, request, [this, id, begun](HttpResult result) {
            m_world.at(m_world.time() + m_roundTrip / 2, [this, id, begun, result = std::move(result)] {
                HttpResult mine = result;
                mine->took = duration_cast<milliseconds>(m_world.time() - begun);
                complete(id, std::move(mine));
            });
        });
    });
    return id;
}

void ModelTransport::complete(quint64 id, HttpResult result)
{
    const auto running = m_running.find(id);
    if (running == m_running.end()) {
        return; // timed out before, or cancelled
    }
    m_connections += result && !running->second ? 1 : 0;
    m_running.erase(running);
    m_done.push_back({id, std::move(result)});
    m_program->wake();
}

std::vector<HttpCompletion> ModelTransport::wait(milliseconds atMost, const std::stop_token &stop)
{
    std::vector<HttpCompletion> complete = takeHeldBack();
    if (complete.empty() && m_done.empty() && !stop.stop_requested() && atMost.count() > 0) {
        m_program->sleepUntil(m_world.time() + atMost);
    }
    std::move(m_done.begin(), m_done.end(), std::back_inserter(complete));
    m_done.clear();
    return complete;
}

void ModelTransport::cancel(quint64 id)
{
    if (m_running.erase(id) > 0) {
        m_done.push_back({id, tl::unexpected(HttpError{Failure::Cancelled, u"cancelled"_s, true, {}})});
    }
}

tl::expected<QByteArray, sync::NoToken> ModelSession::bearer(const std::stop_token &stop)
{
    using namespace std::chrono_literals;
    constexpr auto kGood = 10min; // of 15, as the real one
    const milliseconds now = m_clock.now();
    if (m_refreshedAt && now - *m_refreshedAt < kGood) {
        return QByteArray("token");
    }
    if (now < m_notBefore) {
        return tl::unexpected(
            sync::NoToken{sync::NoToken::Why::Later, {Failure::Other, u"later"_s, false, {}}});
    }
    HttpRequest request;
    request.method = "POST";
    request.url = kServer.toLatin1() + "/api/v1/auth/refresh/";
    request.body = R"({"refresh":"x"})";
    request.freshConnection = true;
    request.timeout = 20s;
    const HttpResult result = m_transport.send(request, stop);
    if (result && result->status == 200) {
        m_refreshedAt = m_clock.now();
        return QByteArray("token");
    }
    m_notBefore = m_clock.now() + 30s;
    return tl::unexpected(
        sync::NoToken{sync::NoToken::Why::Later,
                      result ? HttpError{Failure::Other, u"refused"_s, true, {}} : result.error()});
}

tl::expected<QByteArray, sync::NoToken> ModelSession::bearerInsteadOf(const QByteArray &token,
                                                                      const std::stop_token &stop)
{
    Q_UNUSED(token)
    m_refreshedAt.reset();
    return bearer(stop);
}

SimulatedClient::SimulatedClient(World &world, ModelPlatform &platform, Sender sender, Micros roundTrip,
                                 sync::EngineOptions options, sync::RequestRate rate)
    : m_world(world)
    , m_sender(sender)
    , m_options(std::move(options))
    , m_store(storeInMemory(world))
    , m_way(new ModelTransport(world, platform, sender, roundTrip))
    , m_transport(std::unique_ptr<sync::HttpTransport>(m_way), world, rate)
    , m_session(m_transport, world, sender.user)
{
    Account account;
    account.server = kServer;
    account.userId = sender.user;
    account.username = u"learner%1"_s.arg(sender.user);
    must(m_store->sync().link(account));
}

SimulatedClient::~SimulatedClient() = default;

int SimulatedClient::doWork(const Work &work)
{
    using namespace std::chrono_literals;
    if (work.enrol) {
        must(m_store->sync().setEnrolled(u"classic-1"_s, true));
    }
    for (qint64 lesson = 1; lesson <= work.lessons; ++lesson) {
        const QString course = u"classic-%1"_s.arg(courseOfLesson(lesson));
        const QString id = u"lesson-%1"_s.arg(lesson);
        LessonProgress progress;
        progress.read = true;
        progress.position = 0.9;
        progress.bookmarked = lesson % 3 == 0;
        progress.lastSeenUtc = m_world.nowUtc();
        must(m_store->saveLesson(course, id, progress).result());
        must(m_store->addTime(course, id, {}, 12min).result());
    }
    for (int number = 1; number <= work.submissions; ++number) {
        Attempt attempt;
        attempt.courseId = u"classic-1"_s;
        attempt.exerciseId = u"exercise-%1"_s.arg(number);
        attempt.atUtc = m_world.nowUtc();
        attempt.answer = u"print(%1)"_s.arg(number);
        attempt.outcome = Outcome::Passed;
        must(m_store->recordAttempt(attempt).result());
    }
    return waiting();
}

int SimulatedClient::waiting()
{
    const SyncCounts counts = must(m_store->sync().counts());
    return counts.waiting + counts.kept;
}

void SimulatedClient::start(Micros at, Micros until)
{
    m_program = &m_world.start(at, [this, until](World::Program &program) { live(program, until); });
    m_way->runOn(*m_program);
}

void SimulatedClient::networkUp()
{
    if (m_engine && !m_doneAt) {
        m_transport.networkChanged();
        m_engine->event(sync::SyncEngine::Event::NetworkUp);
        m_program->wake();
    }
}

void SimulatedClient::live(World::Program &program, Micros until)
{
    m_engine.emplace(sync::SyncParts{m_transport, m_session, m_store->sync(), m_world, m_world}, m_options);
    const std::stop_token never;
    bool fetched = false;
    while (m_world.time() < until) {
        const auto wait = m_engine->untilDue();
        if (!wait) {
            return; // only a person could help
        }
        if (wait->count() > 0) {
            program.sleepUntil(std::min<Micros>(m_world.time() + *wait, until));
            continue;
        }
        const Micros before = m_world.time();
        const auto report = m_engine->run(never);
        must(report);
        fetched = fetched || report->pulled;
        if (fetched && waiting() == 0) {
            m_doneAt = m_world.time();
            return;
        }
        if (m_world.time() == before) {
            program.sleepUntil(before + milliseconds(1)); // a run that does nothing must not stop the world
        }
    }
}

} // namespace studio::fleet
