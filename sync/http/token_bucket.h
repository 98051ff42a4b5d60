#pragma once

#include <chrono>

namespace studio::sync {

struct RequestRate
{
    double perMinute = 60; ///< The platform documents 100 per user; a class shares an address.
    int burst = 10; ///< At once after a pause.
};

/// How many requests may still be sent. One number instead of a counter and a time: the moment at which the
/// bucket would be full again. Pure.
class TokenBucket final
{
public:
    explicit TokenBucket(RequestRate rate);

    bool take(std::chrono::milliseconds now); ///< false: not yet.
    std::chrono::milliseconds readyIn(std::chrono::milliseconds now) const; ///< 0: take() would succeed.

private:
    using Micros = std::chrono::microseconds;

    Micros m_each; // one request's share
    Micros m_allowance; // how far ahead of now m_full may be
    Micros m_full{0};
};

} // namespace studio::sync
