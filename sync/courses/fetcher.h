#pragma once

#include "domain/result.h"
#include "sync/api/endpoints.h"
#include "sync/auth/session.h"
#include "sync/courses/answer_cache.h"
#include "sync/http/http_transport.h"

#include <stop_token>

namespace studio::sync {

/// One exchange after the other, as content is fetched. Blocking, on the sync thread. Never repeats by itself
/// but once after a refused token: whoever asked has the pieces so far and goes on later.
class Fetcher
{
public:
    Fetcher(HttpTransport &transport, Session &session, Endpoints endpoints)
        : m_transport(transport)
        , m_session(session)
        , m_endpoints(std::move(endpoints))
    {
    }

    const Endpoints &endpoints() const { return m_endpoints; }

    /// For json(): answers with an ETag are kept there and asked for only if they changed. Outlives this.
    void setCache(AnswerCache *cache) { m_cache = cache; }

    enum class Token { None, Needed };

    /// A 200, JSON. Cancelled, Offline (network, portal, busy), Timeout, Unauthorized (no token to be had),
    /// NotFound (a 404 of the platform's own, or its word in a 500), InvalidData (anything else).
    Result<QByteArray> json(HttpRequest request, Token token, const std::stop_token &stop);

    /// The same for any type and with its status: 200, 206, 304 and 416 are results.
    Result<HttpResponse> any(HttpRequest request, Token token, const std::stop_token &stop);

private:
    Result<HttpResponse> exchange(HttpRequest request, Token token, const std::stop_token &stop);

    HttpTransport &m_transport;
    Session &m_session;
    Endpoints m_endpoints;
    AnswerCache *m_cache = nullptr;
};

} // namespace studio::sync
