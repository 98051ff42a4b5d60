#pragma once

#include "domain/ports/monotonic_clock.h"

#include <algorithm>

namespace studio::sync {

/// When somebody left a shared computer without signing out. The window says when there is activity, and asks
/// now and then; a computer that slept counts as left. The work stays where it is.
class IdleSignOut
{
public:
    static constexpr std::chrono::minutes kAfter{20}; // Kolibri's, for the same rooms

    explicit IdleSignOut(const MonotonicClock &clock, std::chrono::milliseconds after = kAfter)
        : m_clock(clock)
        , m_after(after)
        , m_last(clock.now())
    {
    }

    /// A key, a click, a run that goes on. Too late once due(): the person who comes back signs in.
    void activity()
    {
        if (!due()) {
            m_last = m_clock.now();
        }
    }

    void restart() { m_last = m_clock.now(); } ///< At sign-in.

    bool due() const { return m_clock.now() - m_last >= m_after; }

    /// Until then; 0 when due. For the next question and for a word before it happens.
    std::chrono::milliseconds left() const
    {
        return std::max(m_after - (m_clock.now() - m_last), std::chrono::milliseconds(0));
    }

private:
    const MonotonicClock &m_clock;
    std::chrono::milliseconds m_after;
    std::chrono::milliseconds m_last;
};

} // namespace studio::sync
