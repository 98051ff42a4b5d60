#pragma once

#include "domain/ports/monotonic_clock.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>
#include <random>

namespace studio::sync {

/// When a lane, or the whole platform, may be tried again. There is no way to say "now": only an event from
/// outside shortens a wait, and never one that the platform asked for.
class Backoff final
{
    Q_DISABLE_COPY_MOVE(Backoff)

public:
    using milliseconds = std::chrono::milliseconds;

    static constexpr milliseconds kFirst = std::chrono::seconds(2);
    static constexpr milliseconds kMost = std::chrono::minutes(15);
    static constexpr milliseconds kMostRefused = std::chrono::hours(1);

    /// Nothing is due before a random part of `startJitter`.
    Backoff(const MonotonicClock &clock, quint32 seed, milliseconds startJitter);

    bool isDue(const QString &lane) const;
    /// Until the platform as a whole may be asked; zero: now.
    milliseconds untilOpen() const;
    /// Until the first of these lanes may be tried; nothing when there is none.
    std::optional<milliseconds> untilDue(const std::vector<QString> &lanes) const;

    /// Full jitter: any time up to 2 s × 2^tries, at most `most`.
    void laneFailed(const QString &lane, int tries, milliseconds most = kMost);
    void laneSucceeded(const QString &lane);
    /// Nobody answers: the next request of any kind waits.
    void networkFailed();
    void networkSucceeded();
    void platformAsked(milliseconds wait); ///< Of all requests; an event does not shorten it.

    /// Network up, back from sleep, or the person asked.
    void event();

private:
    milliseconds jitter(int tries, milliseconds most);

    const MonotonicClock &m_clock;
    std::minstd_rand m_random;
    QHash<QString, milliseconds> m_lanes; ///< Due time on the clock.
    milliseconds m_network{0};
    milliseconds m_platform{0};
    int m_networkTries = 0;
};

} // namespace studio::sync
