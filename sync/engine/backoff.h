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
    static constexpr milliseconds kSpread = std::chrono::seconds(30);

    /// Nothing is due before a part of `startJitter`: a random one, or that of `place`.
    Backoff(const MonotonicClock &clock, quint32 seed, milliseconds startJitter,
            std::optional<double> place = std::nullopt);

    /// From 0 to 1, for the start. Users with numbers in a row, as a class has, come far apart from each
    /// other; by chance some would come together.
    static double placeOf(qint64 userId);

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
    /// The own disk takes nothing: what is sent can't be noted, and would be sent again and again.
    void storageFailed();
    void storageWorked();
    void platformAsked(milliseconds wait); ///< Of all requests; an event does not shorten it.
    /// It has more to do than it can do. Waits as long as it asked, if it did, and then up to half a minute
    /// more, twice that each time until something gets through: those who were turned away together must not
    /// come back together. An event ends the part that it did not ask for.
    void turnedAway(milliseconds asked);
    void served(); ///< Something got through.

    bool wasTurnedAway() const { return m_timesTurnedAway > 0; } ///< And nothing got through since.

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
    int m_storageTries = 0;
    int m_timesTurnedAway = 0;
};

} // namespace studio::sync
