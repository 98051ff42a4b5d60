#include "sync/engine/backoff.h"

#include <algorithm>
#include <cmath>

namespace studio::sync {

using std::chrono::milliseconds;

Backoff::Backoff(const MonotonicClock &clock, quint32 seed, milliseconds startJitter,
                 std::optional<double> place)
    : m_clock(clock)
    , m_random(seed != 0 ? seed : std::random_device{}())
{
    if (startJitter.count() > 0) {
        const double part = place ? *place : std::uniform_real_distribution<double>(0, 1)(m_random);
        m_network
            = m_clock.now() + milliseconds(std::llround(part * static_cast<double>(startJitter.count())));
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

void Backoff::storageFailed()
{
    m_network = std::max(m_network, m_clock.now() + jitter(m_storageTries++, kMost));
}

void Backoff::storageWorked()
{
    m_storageTries = 0;
}

void Backoff::platformAsked(milliseconds wait)
{
    m_platform = std::max(m_platform, m_clock.now() + std::clamp(wait, kFirst / 2, kMostRefused));
}

void Backoff::turnedAway(milliseconds asked)
{
    if (asked.count() > 0) {
        platformAsked(asked);
    }
    const milliseconds spread
        = std::min<milliseconds>(kMost, kSpread * (qint64{1} << std::min(m_timesTurnedAway, 10)));
    ++m_timesTurnedAway;
    m_network
        = std::max(m_network,
                   std::max(m_platform, m_clock.now())
                       + milliseconds(std::uniform_int_distribution<qint64>(0, spread.count())(m_random)));
}

void Backoff::served()
{
    m_timesTurnedAway = 0;
}

/// Multiples of the golden ratio, whole parts left out: of any number of them in a row, the next falls into
/// the widest gap.
double Backoff::placeOf(qint64 userId)
{
    constexpr double kGolden = 0.618033988749895;
    double whole = 0;
    return std::modf(static_cast<double>(userId) * kGolden, &whole);
}

void Backoff::event()
{
    m_lanes.clear();
    m_network = milliseconds(0);
    m_networkTries = 0;
}

} // namespace studio::sync
