#include "sync/http/token_bucket.h"

#include <algorithm>

namespace studio::sync {

using std::chrono::milliseconds;

namespace {

// Nobody gets "no limit" by writing 0 or less.
constexpr double kSlowest = 0.1;
constexpr double kFastest = 6e6;

} // namespace

TokenBucket::TokenBucket(RequestRate rate)
    : m_each(static_cast<Micros::rep>(60e6 / std::clamp(rate.perMinute, kSlowest, kFastest)))
    , m_allowance(m_each * (std::max(rate.burst, 1) - 1))
{
}

bool TokenBucket::take(milliseconds now)
{
    if (readyIn(now).count() > 0) {
        return false;
    }
    m_full = std::max(m_full, Micros(now)) + m_each;
    return true;
}

milliseconds TokenBucket::readyIn(milliseconds now) const
{
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(m_full - m_allowance - Micros(now)));
}

} // namespace studio::sync
