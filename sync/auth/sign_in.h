#pragma once

#include "domain/account.h"
#include "domain/result.h"
#include "sync/auth/tokens.h"

#include <stop_token>

namespace studio::sync {

/// What the platform gave for a password: who it is, and both tokens. For JwtSession::start().
struct Granted
{
    Account account; ///< server, userId, username, email, names; the rest is the caller's.
    TokenPair tokens;
};

/// Asks the platform for a session by password. Blocking, on the sync thread; keeps nothing, the password
/// neither.
///
/// Errors as domain/ports/platform.h says. Unauthorized: wrong name or password, or an account that may not
/// sign in (the platform does not tell them apart); Conflict: the name or address is taken; InvalidData: a
/// mistake in the request, or an answer that was not understood (a network's own sign-in page too); Offline:
/// the platform can't be reached, is down or throttles; Timeout; Cancelled.
class SignInFlow
{
public:
    explicit SignInFlow(HttpTransport &transport)
        : m_transport(transport)
    {
    }

    Result<Granted> signIn(const SignIn &request, const std::stop_token &stop);
    /// InvalidData without asking the platform when registrationProblems() finds one.
    Result<Granted> registerAccount(const Registration &request, const std::stop_token &stop);
    /// Revokes what nobody will keep: the platform gave it, but to somebody else than the profile is for.
    /// False when the platform could not be told; the tokens are gone from here all the same.
    bool giveBack(Granted granted, const std::stop_token &stop);

private:
    HttpTransport &m_transport;
};

/// The sentence of the platform in an answer that is an error: `detail`, `error`, `message`, or the first of
/// a field's. At most 300 characters; empty when there is none.
QString platformWords(const HttpResponse &response);

} // namespace studio::sync
