#include "sync/http/make_transport.h"

#include "sync/http/curl_transport.h"
#include "sync/http/limited_transport.h"

namespace studio::sync {

std::unique_ptr<HttpTransport> makeTransport(HttpOptions options, const MonotonicClock &clock,
                                             RequestRate rate)
{
    return std::make_unique<LimitedTransport>(std::make_unique<CurlTransport>(std::move(options)), clock,
                                              rate);
}

} // namespace studio::sync
