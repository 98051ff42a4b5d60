#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace studio::bench {

/// Milliseconds since the benchmark started this process. The starter puts CLOCK_MONOTONIC in nanoseconds,
/// which is the same clock in every process, into STUDIO_BENCH_START.
inline double sinceStart()
{
    const char *text = std::getenv("STUDIO_BENCH_START");
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return (static_cast<double>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count())
            - std::strtod(text ? text : "0", nullptr))
        / 1e6;
}

/// One line of JSON a moment, read by run.py.
inline void tell(const char *moment, double value)
{
    std::printf("{\"%s\": %.3f}\n", moment, value);
    std::fflush(stdout);
}

} // namespace studio::bench
