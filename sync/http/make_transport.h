#pragma once

#include "domain/ports/monotonic_clock.h"
#include "sync/http/http_options.h"
#include "sync/http/http_transport.h"
#include "sync/http/token_bucket.h"

#include <memory>

namespace studio::sync {

/// The one way to a transport outside this folder: libcurl behind the limiter. `clock` outlives it.
std::unique_ptr<HttpTransport> makeTransport(HttpOptions options, const MonotonicClock &clock,
                                             RequestRate rate = {});

} // namespace studio::sync
