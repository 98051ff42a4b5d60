#include "sync/engine/push.h"

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t kMostInFlight = 4;
constexpr int kMostRounds = 100;
constexpr int kMostErrorsInRow = 4; ///< More things that fail by themselves come hardly together.
constexpr milliseconds kGrace = std::chrono::seconds(3); ///< For what is on its way when it has to stop.

/// Nobody of the platform answered: asking for something else would end the same.
bool isOfNetwork(SyncTrouble trouble)
{
    switch (trouble) {
    case SyncTrouble::Offline:
    case SyncTrouble::Slow:
    case SyncTrouble::Portal:
    case SyncTrouble::Certificate:
    case SyncTrouble::ProxyPassword:
        return true;
    case SyncTrouble::None:
    case SyncTrouble::ServerProblem:
    case SyncTrouble::Busy:
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::WrongUser:
    case SyncTrouble::UpdateNeeded:
    case SyncTrouble::StorageFailed:
        return false;
    }
    return false;
}

QString wordFor(const Verdict &verdict)
{
    switch (verdict.trouble) {
    case SyncTrouble::Offline:
        return u"offline"_s;
    case SyncTrouble::Slow:
        return u"slow"_s;
    case SyncTrouble::Portal:
        return u"portal"_s;
    case SyncTrouble::Certificate:
        return u"certificate"_s;
    case SyncTrouble::ProxyPassword:
        return u"proxy"_s;
    case SyncTrouble::Busy:
        return u"busy"_s;
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::WrongUser:
        return u"sign-in"_s;
    case SyncTrouble::UpdateNeeded:
        return u"update"_s;
    case SyncTrouble::None:
    case SyncTrouble::ServerProblem:
    case SyncTrouble::StorageFailed:
        return u"server"_s;
    }
    return u"server"_s;
}

} // namespace

Push::Push(SyncParts &parts, const EngineOptions &options, const Endpoints &endpoints, Access &access,
           Backoff &backoff, bool onceOnly)
    : m_parts(parts)
    , m_options(options)
    , m_endpoints(endpoints)
    , m_access(access)
    , m_backoff(backoff)
    , m_context{endpoints, parts.store, options, onceOnly}
    , m_atOnce(backoff.wasTurnedAway() ? 1 : kMostInFlight)
{
}

PushReport Push::run(const std::stop_token &stop)
{
    for (int i = 0; i < kMostRounds; ++i) {
        auto waiting = m_parts.store.waiting();
        if (!waiting) {
            stopForStore(waiting.error());
            break;
        }
        // Another round, because work may have been done meanwhile.
        m_attempts = 0;
        if (waiting->empty() || !round(std::move(*waiting), stop) || m_attempts == 0) {
            break;
        }
    }
    return m_report;
}

bool Push::mayGoOn(const std::stop_token &stop) const
{
    return !stop.stop_requested() && !m_blockedByPlatform && !m_report.storeError
        && (!m_options.shouldYield || !m_options.shouldYield());
}

bool Push::round(std::vector<OutboxEntry> entries, const std::stop_token &stop)
{
    m_queue.emplace(std::move(entries));
    fill(stop);
    while (!m_flights.empty()) {
        wait(stop);
        fill(stop);
    }
    m_report.stopped = !mayGoOn(stop);
    return !m_report.stopped;
}

void Push::fill(const std::stop_token &stop)
{
    while (m_flights.size() < m_atOnce && mayGoOn(stop) && m_backoff.untilOpen() == milliseconds(0)) {
        const auto entry = m_queue->next([this](const QString &lane) { return m_backoff.isDue(lane); });
        if (!entry) {
            return;
        }
        ++m_attempts;
        m_flights.push_back({stepsOf(*entry, m_context), *entry, {}, {}, 0});
        advance(std::prev(m_flights.end()), stop);
    }
}

/// Until it waits for an answer, or has ended.
void Push::advance(std::list<Flight>::iterator flight, const std::stop_token &stop)
{
    for (;;) {
        if (flight->exchange && flight->exchange->wants() == Exchange::Wants::NewToken) {
            if (!m_access.renew(flight->token, stop)) {
                m_blockedByPlatform = true;
                m_queue->blocked(flight->entry);
                m_flights.erase(flight);
                return;
            }
            flight->exchange->takeToken();
        }
        if (flight->exchange && flight->exchange->wants() == Exchange::Wants::Nothing) {
            Answer answer = flight->exchange->answer();
            flight->exchange.reset();
            flight->steps.take(std::move(answer));
        }
        if (!flight->exchange) {
            if (flight->steps.isDone()) {
                end(flight);
                return;
            }
            const Ask &ask = flight->steps.ask();
            OperationContext context;
            context.endpoint = ask.endpoint;
            context.tries = flight->entry.tries;
            context.forbidden = flight->entry.refusals;
            context.serverErrors = flight->entry.serverErrors;
            context.firstTryUtc = flight->entry.firstTriedUtc;
            context.nowUtc = m_parts.clock.nowUtc();
            flight->exchange.emplace(m_endpoints, context, ask.request,
                                     m_options.lines.goneProbe ? existsRequest(flight->entry, m_endpoints)
                                                               : std::nullopt);
        }
        if (flight->exchange->wants() == Exchange::Wants::Send) {
            sendNext(*flight);
            return;
        }
    }
}

void Push::sendNext(Flight &flight)
{
    flight.token = m_access.token();
    flight.id = m_parts.transport.start(withBearer(flight.exchange->request(), flight.token));
}

void Push::wait(const std::stop_token &stop)
{
    const bool stopping = stop.stop_requested();
    // What is on its way is not cut: its answer may be the only one there will be.
    const auto completed
        = m_parts.transport.wait(stopping ? kGrace : milliseconds(1000), stopping ? std::stop_token() : stop);
    if (stopping && completed.empty()) {
        for (const Flight &flight : m_flights) {
            m_parts.transport.cancel(flight.id);
        }
    }
    for (const HttpCompletion &each : completed) {
        const auto flight = std::find_if(m_flights.begin(), m_flights.end(),
                                         [&each](const Flight &other) { return other.id == each.id; });
        if (flight == m_flights.end()) {
            continue;
        }
        m_access.noteTime(each.result);
        flight->id = 0;
        flight->exchange->take(each.result);
        m_access.log().add(toString(flight->entry.kind), *flight->exchange, each.result,
                           m_parts.clock.nowUtc());
        advance(flight, stop);
    }
}

void Push::end(std::list<Flight>::iterator flight)
{
    Outcome outcome = flight->steps.outcome();
    const OutboxEntry before = flight->entry;
    m_flights.erase(flight);
    switch (outcome.kind) {
    case Outcome::Kind::Judged:
        judge(outcome);
        return;
    case Outcome::Kind::Confirmed:
        m_backoff.networkSucceeded();
        confirmed(outcome.entry);
        return;
    case Outcome::Kind::Replaced:
        m_queue->blocked(before); // the next round has the newer one
        return;
    case Outcome::Kind::Conflict:
        ++m_report.conflicts;
        m_queue->finished(before);
        return;
    case Outcome::Kind::StoreFailed:
        m_queue->blocked(before);
        stopForStore(outcome.error);
        return;
    }
}

void Push::judge(const Outcome &outcome)
{
    Verdict verdict = outcome.verdict;
    const bool success = verdict.status >= 200 && verdict.status < 300;
    const bool dropped = verdict.kind == Verdict::Kind::Gone || verdict.kind == Verdict::Kind::Keep;
    if ((!m_options.lines.answerSchema && success) || (!m_options.lines.keepRefused && dropped)) {
        verdict.kind = Verdict::Kind::Done;
    }
    if (verdict.status != 0 && !isOfNetwork(verdict.trouble)) {
        m_backoff.networkSucceeded();
    }
    switch (verdict.kind) {
    case Verdict::Kind::Done:
        confirm(outcome.entry);
        return;
    case Verdict::Kind::Gone:
    case Verdict::Kind::Keep:
        keep(outcome.entry, verdict);
        return;
    case Verdict::Kind::SignIn:
    case Verdict::Kind::AccountRefused:
        m_blockedByPlatform = true;
        m_access.meet(verdict);
        m_queue->blocked(outcome.entry);
        return;
    case Verdict::Kind::Cancelled:
        m_queue->blocked(outcome.entry);
        return;
    default:
        postpone(outcome.entry, verdict);
        return;
    }
}

void Push::confirm(const OutboxEntry &entry)
{
    if (const auto done = m_parts.store.confirm(entry); !done) {
        m_queue->blocked(entry);
        stopForStore(done.error());
        return;
    }
    confirmed(entry);
}

void Push::confirmed(const OutboxEntry &entry)
{
    ++m_report.sent;
    m_errorsInRow = 0;
    m_atOnce = std::min(m_atOnce + 1, kMostInFlight);
    m_backoff.served();
    m_backoff.laneSucceeded(entry.lane);
    m_queue->finished(entry);
}

void Push::keep(const OutboxEntry &entry, const Verdict &verdict)
{
    const auto done
        = m_parts.store.keep({entry, verdict.reason, verdict.status, verdict.text, m_parts.clock.nowUtc()});
    if (!done && done.error().code != ErrorCode::NotFound) {
        m_queue->blocked(entry);
        stopForStore(done.error());
        return;
    }
    m_report.kept += done ? 1 : 0;
    m_backoff.laneSucceeded(entry.lane);
    m_queue->finished(entry);
}

void Push::postpone(OutboxEntry entry, const Verdict &verdict)
{
    const milliseconds most = verdict.forbidden ? Backoff::kMostRefused : Backoff::kMost;
    m_backoff.laneFailed(entry.lane, entry.tries, most);
    m_errorsInRow = verdict.serverError ? m_errorsInRow + 1 : 0;
    // A 5xx without a word of the platform's own is its gateway's, or of a platform that is past saying it.
    const bool overloaded
        = verdict.serverError && (verdict.text.isEmpty() || m_errorsInRow >= kMostErrorsInRow);
    if (verdict.kind == Verdict::Kind::Throttled || verdict.wait.count() > 0 || overloaded) {
        if (!m_blockedByPlatform) {
            m_backoff.turnedAway(verdict.wait);
        } else if (verdict.wait.count() > 0) {
            m_backoff.platformAsked(verdict.wait); // one of those that were on their way already
        }
        m_blockedByPlatform = true;
    } else if (isOfNetwork(verdict.trouble)) {
        m_backoff.networkFailed();
        m_blockedByPlatform = true;
    } else if (verdict.trouble == SyncTrouble::UpdateNeeded) {
        m_blockedByPlatform = true;
    }
    m_access.meet(verdict);
    ++entry.tries;
    entry.refusals += verdict.forbidden ? 1 : 0;
    entry.serverErrors = verdict.serverError ? entry.serverErrors + 1 : 0;
    entry.lastProblem = wordFor(verdict);
    if (!entry.firstTriedUtc.isValid()) {
        entry.firstTriedUtc = m_parts.clock.nowUtc();
    }
    m_queue->blocked(entry);
    const auto done = m_parts.store.postpone(entry);
    if (!done && done.error().code != ErrorCode::NotFound) {
        stopForStore(done.error());
    }
}

void Push::stopForStore(const Error &error)
{
    m_report.storeError = error;
    m_report.stopped = true;
}

} // namespace studio::sync
