#include "sync/http/limited_transport.h"

#include "sync/http/origin.h"
#include "sync/http/retry_after.h"

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kHour = std::chrono::hours(1);

/// What is no address has a queue of its own: the transport below says what is wrong with it.
QByteArray originOf(const QByteArray &url)
{
    const auto address = parseAddress(url);
    return address ? address->origin : QByteArray();
}

} // namespace

LimitedTransport::LimitedTransport(std::unique_ptr<HttpTransport> inner, const MonotonicClock &clock,
                                   RequestRate rate)
    : m_inner(std::move(inner))
    , m_clock(clock)
    , m_rate(rate)
{
}

quint64 LimitedTransport::start(HttpRequest request)
{
    const quint64 id = ++m_lastId;
    const QByteArray name = originOf(request.url);
    Origin &origin
        = m_origins.try_emplace(name, Origin{TokenBucket(m_rate), milliseconds(0), {}}).first->second;
    origin.queue.push_back({id, std::move(request)});
    return id;
}

milliseconds LimitedTransport::readyIn(const Origin &origin, milliseconds now)
{
    return std::max(origin.bucket.readyIn(now), origin.notBefore - now);
}

milliseconds LimitedTransport::sendReady()
{
    const milliseconds now = m_clock.now();
    milliseconds next = kHour;
    for (auto &[name, origin] : m_origins) {
        while (!origin.queue.empty() && readyIn(origin, now).count() <= 0 && origin.bucket.take(now)) {
            Held held = std::move(origin.queue.front());
            origin.queue.pop_front();
            m_sent.emplace(m_inner->start(std::move(held.request)), Sent{held.id, name});
        }
        if (!origin.queue.empty()) {
            next = std::clamp(readyIn(origin, now), milliseconds(1), next);
        }
    }
    return next;
}

std::vector<HttpCompletion> LimitedTransport::wait(milliseconds atMost, const std::stop_token &stop)
{
    std::vector<HttpCompletion> complete = takeHeldBack();
    // Counted down by what the transport below was asked for, so that a clock that stands still ends it too.
    milliseconds left = std::max(atMost, milliseconds(0));
    while (true) {
        const milliseconds next = sendReady();
        const bool enough = !complete.empty() || !m_done.empty() || stop.stop_requested();
        const milliseconds slice = enough ? milliseconds(0) : std::min(left, next);
        for (HttpCompletion &each : m_inner->wait(slice, stop)) {
            take(std::move(each));
        }
        left -= slice;
        if (enough || !m_done.empty() || stop.stop_requested() || left.count() <= 0) {
            break;
        }
    }
    std::move(m_done.begin(), m_done.end(), std::back_inserter(complete));
    m_done.clear();
    return complete;
}

void LimitedTransport::take(HttpCompletion completion)
{
    const auto found = m_sent.find(completion.id);
    if (found == m_sent.end()) {
        return;
    }
    completion.id = found->second.id;
    if (completion.result) {
        if (const auto pause = retryAfter(*completion.result, QDateTime::currentDateTimeUtc())) {
            Origin &origin = m_origins.at(found->second.origin);
            origin.notBefore = std::max(origin.notBefore, m_clock.now() + milliseconds(*pause));
        }
    }
    m_sent.erase(found);
    m_done.push_back(std::move(completion));
}

void LimitedTransport::cancel(quint64 id)
{
    for (auto &[name, origin] : m_origins) {
        const auto held = std::find_if(origin.queue.begin(), origin.queue.end(),
                                       [id](const Held &each) { return each.id == id; });
        if (held != origin.queue.end()) {
            origin.queue.erase(held);
            m_done.push_back({id, tl::unexpected(HttpError{Failure::Cancelled, u"cancelled"_s, false, {}})});
            return;
        }
    }
    for (const auto &[innerId, sent] : m_sent) {
        if (sent.id == id) {
            m_inner->cancel(innerId);
            return;
        }
    }
}

void LimitedTransport::networkChanged()
{
    m_inner->networkChanged();
}

milliseconds LimitedTransport::heldFor(const QByteArray &url) const
{
    const auto found = m_origins.find(originOf(url));
    return found == m_origins.end() ? milliseconds(0)
                                    : std::max(milliseconds(0), readyIn(found->second, m_clock.now()));
}

} // namespace studio::sync
