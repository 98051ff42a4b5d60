#pragma once

#include <QtGlobal>

#include <chrono>

namespace studio {

/// Time that never jumps, and counts while the computer sleeps. For waiting; never shown.
class MonotonicClock
{
    Q_DISABLE_COPY_MOVE(MonotonicClock)

public:
    MonotonicClock() = default;
    virtual ~MonotonicClock() = default;

    virtual std::chrono::milliseconds now() const = 0; ///< Since some moment in the past.
};

} // namespace studio
