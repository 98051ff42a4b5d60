#pragma once

#include "domain/ports/monotonic_clock.h"

namespace studio::sync {

/// The computer's time since it was started, sleep included, so that what waits an hour waits an hour.
class BootClock final : public MonotonicClock
{
public:
    std::chrono::milliseconds now() const override;
};

} // namespace studio::sync
