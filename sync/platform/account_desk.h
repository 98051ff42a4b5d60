#pragma once

#include "domain/account.h"
#include "domain/ports/clock.h"
#include "domain/ports/monotonic_clock.h"
#include "domain/ports/sync_store.h"
#include "domain/result.h"
#include "sync/auth/jwt_session.h"
#include "sync/auth/policy.h"
#include "sync/auth/sign_in.h"

#include <memory>
#include <optional>

namespace studio::sync {

/// Signing in, out and being signed in, for the one account this work belongs to. Sync thread only.
class AccountDesk final
{
    Q_DISABLE_COPY_MOVE(AccountDesk)

public:
    struct Place
    {
        QString folder; ///< The profile's: `session.json`, the encrypted file.
        QString machineFolder; ///< Of `machine.json`, the same for all profiles.
    };

    /// All outlive it.
    AccountDesk(HttpTransport &transport, SyncStore &store, const Clock &clock,
                const MonotonicClock &monotonic, Place place, Policy policy);
    ~AccountDesk();

    /// Finds the account the work belongs to, and its session. Reads the store and the vault.
    Result<> open();

    const std::optional<Account> &account() const { return m_account; }

    JwtSession *session() const { return m_session.get(); } ///< Null before there is an account.

    bool vaultMissing() const;

    /// Errors as domain/ports/platform.h says. Conflict before anything is sent when the work belongs to an
    /// account of another server.
    Result<Account> signIn(const SignIn &request, const std::stop_token &stop);
    Result<Account> registerAccount(const Registration &request, const std::stop_token &stop);
    Result<bool> signOut(const std::stop_token &stop);

    void refreshAccount(); ///< Takes the session's state over into account().

private:
    Result<> mayBelongTo(const QString &server) const;
    Result<Account> take(Granted granted, VaultKind keepIn, Secret passphrase, bool sharedComputer,
                         const std::stop_token &stop);
    Result<std::unique_ptr<JwtSession>> makeSession(const Account &account, VaultKind keepIn,
                                                    Secret passphrase) const;

    HttpTransport &m_transport;
    SyncStore &m_store;
    const Clock &m_clock;
    const MonotonicClock &m_monotonic;
    Place m_place;
    Policy m_policy;
    SignInFlow m_flow;
    std::optional<Account> m_account;
    std::unique_ptr<JwtSession> m_session;
};

} // namespace studio::sync
