#include "sync/engine/backoff.h"

#include <algorithm>

namespace studio::sync {

using std::chrono::milliseconds;

Backoff::Backoff(const MonotonicClock &clock, quint32 seed, milliseconds startJitter)
    : m_clock(clock)
    , m_random(seed != 0 ? seed : std::random_device{}())
{
    if (startJitter.count() > 0) {
        m_network = m_clock.now()
            + milliseconds(std::uniform_int_distribution<qint64>(0, startJitter.count())(m_random));
    }
}

milliseconds Backoff::jitter(int tries, milliseconds most)
{
    const milliseconds bound = std::min(most, kFirst * (std::int64_t{1} << std::clamp(tries, 0, 20)));
    return milliseconds(std::uniform_int_distribution<qint64>(0, bound.count())(m_random));
}

bool Backoff::isDue(const QString &lane) const
{
    return m_lanes.value(lane, milliseconds(0)) <= m_clock.now();
}

milliseconds Backoff::untilOpen() const
{
    return std::max(milliseconds(0), std::max(m_network, m_platform) - m_clock.now());
}

std::optional<milliseconds> Backoff::untilDue(const std::vector<QString> &lanes) const
{
    std::optional<milliseconds> first;
    for (const QString &lane : lanes) {
        const milliseconds wait
            = std::max(milliseconds(0), m_lanes.value(lane, milliseconds(0)) - m_clock.now());
        first = first ? std::min(*first, wait) : wait;
    }
    return first ? std::optional(std::max(*first, untilOpen())) : std::nullopt;
}

void Backoff::laneFailed(const QString &lane, int tries, milliseconds most)
{
    m_lanes[lane] = m_clock.now() + jitter(tries, most);
}

void Backoff::laneSucceeded(const QString &lane)
{
    m_lanes.remove(lane);
}

void Backoff::networkFailed()
{
    m_network = m_clock.now() + jitter(m_networkTries++, kMost);
}

void Backoff::networkSucceeded()
{
    m_networkTries = 0;
}

void Backoff::platformAsked(milliseconds wait)
{
    m_platform = std::max(m_platform, m_clock.now() + std::clamp(wait, kFirst / 2, kMostRefused));
}

void Backoff::event()
{
    m_lanes.clear();
    m_network = milliseconds(0);
    m_networkTries = 0;
}

} // namespace studio::sync
