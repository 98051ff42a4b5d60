#include "sync/engine/sync_engine.h"

#include <cstdlib>

namespace studio::sync {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr std::chrono::seconds kClockTolerance = std::chrono::minutes(5);
const QString kCapabilitiesCursor = QStringLiteral("capabilities");
const QString kSentCursor = QStringLiteral("last-sent");
const QString kPullLane = QStringLiteral("pull"); ///< Waits after a failure as the lanes of the outbox do.

QStringList namesOf(const Capabilities &capabilities)
{
    QStringList names;
    if (capabilities.exerciseAnswers) {
        names.append(u"exercise_answers"_s);
    }
    if (capabilities.idempotencyKey) {
        names.append(u"idempotency_key"_s);
    }
    return names;
}

} // namespace

SyncEngine::SyncEngine(const SyncParts &parts, EngineOptions options)
    : m_parts(parts)
    , m_options(std::move(options))
    , m_backoff(parts.monotonic, m_options.seed, m_options.startJitter,
                m_parts.session.userId() > 0 ? std::optional(Backoff::placeOf(m_parts.session.userId()))
                                             : std::nullopt)
{
    if (const auto sent = m_parts.store.cursor(kSentCursor); sent && !sent->isEmpty()) {
        m_status.lastSentUtc = QDateTime::fromMSecsSinceEpoch(sent->toLongLong(), Qt::UTC);
    }
}

void SyncEngine::event(Event event)
{
    m_backoff.event();
    m_pullWanted |= event == Event::PersonAsked || event == Event::Resumed;
}

Result<> SyncEngine::answer(bool yes)
{
    const SyncQuestion question = std::exchange(m_status.question, SyncQuestion::None);
    m_status.questionCount = 0;
    if (question == SyncQuestion::Restored) {
        return m_parts.store.confirmRestored(yes);
    }
    m_answer = {question, yes};
    event(Event::PersonAsked);
    return {};
}

bool SyncEngine::pullIsDue() const
{
    return (m_pullWanted || !m_pulledAt || m_parts.monotonic.now() - *m_pulledAt >= m_options.pullEvery)
        && m_backoff.isDue(kPullLane);
}

void SyncEngine::pullFailed(const Obstacle &obstacle)
{
    m_backoff.laneFailed(kPullLane, m_pullTries++);
    if (obstacle.wait.count() > 0) {
        m_backoff.turnedAway(obstacle.wait);
    } else if (obstacle.trouble != SyncTrouble::None) {
        m_backoff.networkFailed();
    }
}

/// Work from a backup waits for the person's word.
Result<bool> SyncEngine::isPaused()
{
    const auto restored = m_parts.store.restored();
    const auto counts = m_parts.store.counts();
    if (!restored || !counts) {
        return fail(restored ? counts.error() : restored.error());
    }
    if (!*restored) {
        return false;
    }
    if (counts->waiting == 0) {
        if (auto done = m_parts.store.confirmRestored(true); !done) {
            return fail(std::move(done).error());
        }
        return false;
    }
    m_status.question = SyncQuestion::Restored;
    m_status.questionCount = counts->waiting;
    return true;
}

/// Once for each start; what was known before stays when there is no answer.
void SyncEngine::learnCapabilities(Access &access, const std::stop_token &stop)
{
    if (m_capabilities) {
        return;
    }
    if (const auto stored = m_parts.store.cursor(kCapabilitiesCursor); stored && !stored->isEmpty()) {
        m_capabilities = capabilitiesFromJson(*stored);
    }
    const auto account = m_parts.store.account();
    if (!account || !*account) {
        return;
    }
    const Endpoints endpoints((*account)->server);
    const HttpResult result
        = m_parts.transport.send(withBearer(endpoints.capabilities(), access.token()), stop);
    const bool answered = result && !isPortal(*result, endpoints.host());
    access.log().add(u"capabilities"_s, answered ? u"done"_s : u"later"_s, result, m_parts.clock.nowUtc());
    if (!answered) {
        m_capabilities.reset(); // not known: asked again the next time
        return;
    }
    const auto found = capabilitiesFrom(result->status, result->body);
    if (!found) {
        return;
    }
    m_capabilities = *found;
    const auto names = m_parts.store.capabilities();
    if (!names || *names != namesOf(*found)) {
        (void)m_parts.store.setCapabilities(namesOf(*found)).has_value();
        (void)m_parts.store.setCursor(kCapabilitiesCursor, toJson(*found)).has_value();
    }
}

void SyncEngine::settle(const Access &access)
{
    const SyncTrouble trouble = access.obstacle().trouble;
    if (trouble != m_status.trouble) {
        m_status.troubleSinceUtc = trouble == SyncTrouble::None ? QDateTime() : m_parts.clock.nowUtc();
    }
    m_status.trouble = trouble;
    m_status.detail = access.obstacle().detail;
    if (const auto off = access.clockOff()) {
        const bool matters = *off > kClockTolerance || *off < -kClockTolerance;
        m_status.clockOff = matters ? *off : std::chrono::seconds(0);
    }
}

void SyncEngine::noteSent()
{
    m_status.lastSentUtc = m_parts.clock.nowUtc();
    const QByteArray when = QByteArray::number(m_status.lastSentUtc.toMSecsSinceEpoch());
    (void)m_parts.store.setCursor(kSentCursor, when).has_value();
}

Result<SyncReport> SyncEngine::storageFailed(const Error &error)
{
    if (m_status.trouble != SyncTrouble::StorageFailed) {
        m_status.troubleSinceUtc = m_parts.clock.nowUtc();
    }
    m_status.trouble = SyncTrouble::StorageFailed;
    m_status.detail = error.message;
    m_backoff.storageFailed();
    return fail(error);
}

Result<SyncReport> SyncEngine::run(const std::stop_token &stop)
{
    SyncReport report;
    const auto account = m_parts.store.account();
    if (!account) {
        return storageFailed(account.error());
    }
    if (!*account) {
        return report;
    }
    const auto ready = m_options.beforeRun ? m_options.beforeRun() : Result<>();
    if (!ready) {
        return storageFailed(ready.error());
    }
    const auto paused = isPaused();
    if (!paused) {
        return storageFailed(paused.error());
    }
    if (*paused || m_backoff.untilOpen() > milliseconds(0)) {
        report.question = m_status.question;
        report.trouble = m_status.trouble;
        return report;
    }
    const Endpoints endpoints((*account)->server);
    Access access(m_parts, endpoints);
    std::optional<Error> storeError;
    if (access.open((*account)->userId, stop)) {
        learnCapabilities(access, stop);
        const bool onceOnly = m_capabilities && m_capabilities->idempotencyKey;
        Push push(m_parts, m_options, endpoints, access, m_backoff, onceOnly);
        const PushReport pushed = push.run(stop);
        report.sent = pushed.sent;
        report.kept = pushed.kept;
        storeError = pushed.storeError;
        if (!pushed.stopped && !storeError && pullIsDue()) {
            Pull pull(m_parts, m_options, endpoints, access,
                      m_capabilities && m_capabilities->exerciseAnswers);
            const PullReport pulled = pull.run(m_answer, stop);
            storeError = pulled.storeError;
            report.pulled = pulled.complete;
            report.changed = pulled.outcome.changed + pulled.answers;
            const bool interrupted
                = stop.stop_requested() || (m_options.shouldYield && m_options.shouldYield());
            if (!pulled.complete && !interrupted) {
                pullFailed(access.obstacle());
            }
            if (pulled.complete) {
                m_backoff.laneSucceeded(kPullLane);
                m_backoff.served();
                m_backoff.networkSucceeded();
                m_pullTries = 0;
                m_pulledAt = m_parts.monotonic.now();
                m_pullWanted = false;
                m_answer = {};
                m_status.question = pulled.outcome.question;
                m_status.questionCount = pulled.outcome.questionCount;
            }
            if (!storeError && (pulled.back > 0 || pulled.outcome.requeued > 0)) {
                Push again(m_parts, m_options, endpoints, access, m_backoff, onceOnly);
                const PushReport more = again.run(stop);
                report.sent += more.sent;
                report.kept += more.kept;
                storeError = more.storeError;
            }
        }
    } else if (access.obstacle().trouble != SyncTrouble::WrongUser
               && access.obstacle().trouble != SyncTrouble::SignInNeeded
               && access.obstacle().trouble != SyncTrouble::AccountInactive) {
        m_backoff.networkFailed();
    }
    access.log().write(m_parts.store);
    settle(access);
    report.trouble = m_status.trouble;
    report.detail = m_status.detail;
    report.question = m_status.question;
    if (storeError) {
        return storageFailed(*storeError);
    }
    m_backoff.storageWorked();
    const auto counts = m_parts.store.counts();
    if (counts && counts->waiting == 0 && report.sent > 0) {
        noteSent();
    }
    return report;
}

SyncStatus SyncEngine::status()
{
    const auto account = m_parts.store.account();
    m_status.linked = account && *account;
    if (const auto counts = m_parts.store.counts()) {
        m_status.waiting = counts->waiting;
        m_status.kept = counts->kept;
        m_status.conflicts = counts->conflicts;
    }
    m_status.retryUtc = {};
    if (m_status.trouble != SyncTrouble::None) {
        if (const auto wait = untilDue()) {
            m_status.retryUtc = m_parts.clock.nowUtc().addMSecs(wait->count());
        }
    }
    return m_status;
}

std::optional<milliseconds> SyncEngine::untilDue()
{
    const auto account = m_parts.store.account();
    if (!account || !*account || m_status.question == SyncQuestion::Restored) {
        return {};
    }
    switch (m_status.trouble) {
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::WrongUser:
    case SyncTrouble::UpdateNeeded:
        if (m_parts.session.state() != SessionState::SignedIn
            || m_status.trouble == SyncTrouble::UpdateNeeded) {
            return {};
        }
        break;
    default:
        break;
    }
    std::vector<QString> lanes;
    if (const auto waiting = m_parts.store.waiting()) {
        for (const OutboxEntry &entry : *waiting) {
            lanes.push_back(entry.lane);
        }
    }
    const auto push = m_backoff.untilDue(lanes);
    milliseconds pull = m_backoff.untilDue({kPullLane}).value_or(milliseconds(0));
    if (!pullIsDue() && m_pulledAt && !m_pullWanted) {
        pull = std::max(pull, m_options.pullEvery - (m_parts.monotonic.now() - *m_pulledAt));
    }
    return push ? std::min(*push, pull) : pull;
}

} // namespace studio::sync
