#pragma once

#include "domain/account.h"
#include "sync/http/http_transport.h"

#include <tl/expected.hpp>

namespace studio::sync {

/// Why there is no token right now.
struct NoToken
{
    enum class Why {
        SignInNeeded, ///< Only the password helps; Session::state() says which sentence.
        Later, ///< The platform could not be asked. `http` says why; nobody was signed out.
        Cancelled,
    };

    Why why = Why::Later;
    HttpError http;
};

/// The signed-in account, as requests need it. Every function on the sync thread only.
class Session
{
    Q_DISABLE_COPY_MOVE(Session)

public:
    Session() = default;
    virtual ~Session() = default;

    virtual SessionState state() const = 0;
    virtual qint64 userId() const = 0; ///< 0 when there is none.

    /// A token for `Authorization: Bearer`, good for a minute at least. Refreshes when less than five minutes
    /// are left: one request at a time over all threads and processes, made durable before it is given out.
    virtual tl::expected<QByteArray, NoToken> bearer(const std::stop_token &stop) = 0;

    /// The platform refused `token` with `token_not_valid`: gives another one, from one refresh or from
    /// whoever refreshed meanwhile.
    virtual tl::expected<QByteArray, NoToken> bearerInsteadOf(const QByteArray &token,
                                                              const std::stop_token &stop)
        = 0;

    /// The platform said `user_inactive` or `user_not_found`, or refused a fresh token.
    virtual void refused(SessionState state) = 0;
};

} // namespace studio::sync
