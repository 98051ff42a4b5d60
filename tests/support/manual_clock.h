#pragma once

#include "domain/ports/monotonic_clock.h"

#include <chrono>

namespace studio::sync {

/// Time that passes when a test, or a FakeTransport that is waited for, says so.
class ManualClock final : public MonotonicClock
{
public:
    std::chrono::milliseconds now() const override { return m_now; }

    void pass(std::chrono::milliseconds time) { m_now += time; }

private:
    std::chrono::milliseconds m_now = std::chrono::hours(1);
};

} // namespace studio::sync
