#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/monotonic_clock.h"
#include "domain/result.h"
#include "sync/auth/session.h"
#include "sync/auth/session_note.h"
#include "sync/auth/tokens.h"
#include "sync/auth/vault.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace studio::sync {

/// What tests do otherwise.
struct JwtSessionOptions
{
    std::chrono::milliseconds lockWait = std::chrono::seconds(25); ///< More than a refresh takes.
    std::chrono::milliseconds stopGrace = std::chrono::seconds(3);
    std::chrono::milliseconds refreshLimit = std::chrono::seconds(24); ///< Held back and asked, together.
    /// Between two looks at the vault after a refused refresh.
    std::function<bool(std::chrono::milliseconds, const std::stop_token &)> pause;
    std::function<void(const char *)> atStep; ///< Called at each durable step, to be killed there.
};

/// The session of one account by access and refresh tokens (docs/adr/0010-sign-in.md). The platform uses up a
/// refresh token with each refresh and gives no grace: who loses the answer, or asks twice, is signed out. So
/// one refresh at a time over all processes, on a fresh connection, never repeated by itself; the new token
/// is durable before the access token is given out; and only the platform's own word signs anybody out.
///
/// The clocks and the transport outlive it. Sync thread only.
class JwtSession final : public Session
{
public:
    struct Place
    {
        QString folder; ///< The account's: `session.json`, `auth.lock`.
        QString server; ///< Account::server
        qint64 userId = 0; ///< 0: none yet; the first sign-in decides.
    };

    JwtSession(HttpTransport &transport, const MonotonicClock &monotonic, const Clock &clock, Place place,
               std::unique_ptr<Vault> vault, JwtSessionOptions options = {});
    ~JwtSession() override;

    SessionState state() const override { return m_state; }

    qint64 userId() const override;
    tl::expected<QByteArray, NoToken> bearer(const std::stop_token &stop) override;
    tl::expected<QByteArray, NoToken> bearerInsteadOf(const QByteArray &token,
                                                      const std::stop_token &stop) override;
    void refused(SessionState state) override;

    /// Where the token lies now, and why not where it should (SyncStatus::vaultMissing).
    VaultKind vaultKind() const;

    const std::optional<VaultError> &vaultTrouble() const { return m_vaultTrouble; }

    /// Takes over what a sign-in gave. Falls back to memory when the vault does not take it. Conflict: the
    /// profile is another user's; Cancelled, InUse: another program holds the lock.
    Result<> start(TokenPair tokens, const std::stop_token &stop);

    /// Refreshes when the last time is three days ago, so that the platform's seven days never run out on
    /// somebody who is online now and then. Cheap otherwise.
    tl::expected<void, NoToken> keepAlive(const std::stop_token &stop);

    /// The network came back, the computer woke up, or the person asks: past the waiting time.
    void tryNow();

    /// The tokens leave this computer in any case. True: the platform revoked them. False: it could not be
    /// told; they stay in this object's memory alone, for revokeLater(), until the program ends.
    Result<bool> signOut(const std::stop_token &stop);
    /// Tries that again. True: nothing is left to revoke.
    bool revokeLater(const std::stop_token &stop);

private:
    enum class Reply { Granted, Dead, Unclear, NotNow, WrongUser, Cancelled };

    struct Asked
    {
        Reply reply = Reply::NotNow;
        std::optional<TokenPair> tokens;
        HttpError error;
        std::chrono::milliseconds waitAtLeast{0}; ///< The platform's own word.
        std::chrono::milliseconds took{0};
    };

    void noticeOthers();
    void readNote();
    bool keptInMemory();
    bool good(std::chrono::milliseconds forAtLeast) const;
    tl::expected<QByteArray, NoToken> token() const;
    tl::expected<QByteArray, NoToken> tokenUnlessRefused(tl::expected<void, NoToken> refreshed) const;
    tl::expected<void, NoToken> refresh(const std::stop_token &stop);
    tl::expected<void, NoToken> refreshLocked(const std::stop_token &stop);
    VaultResult<std::optional<VaultEntry>> newest();
    std::optional<VaultEntry> newerThan(const VaultEntry &used, const std::stop_token &stop);
    Result<> noteBegun(const VaultEntry &entry);
    Asked ask(const Secret &refresh, const std::stop_token &stop);
    Asked read(const HttpResult &result) const;
    void keep(TokenPair tokens, qint64 generation, std::chrono::milliseconds took);
    void save(VaultEntry entry);
    NoToken later(HttpError error, std::chrono::milliseconds atLeast);
    NoToken ended(SessionState state);
    void setState(SessionState state, bool forAll);
    void writeNote();
    void step(const char *name) const;
    bool revoke(Secret refresh, const std::stop_token &stop);
    int sendLogout(const Secret &access, const Secret &refresh, const std::stop_token &stop);
    void forget(const std::optional<VaultEntry> &entry);

    HttpTransport &m_transport;
    const MonotonicClock &m_monotonic;
    const Clock &m_clock;
    Place m_place;
    std::unique_ptr<Vault> m_vault;
    JwtSessionOptions m_options;

    SessionState m_state = SessionState::SignedOut;
    SessionNote m_note;
    QDateTime m_noteChanged;
    Secret m_access;
    std::chrono::milliseconds m_accessEnds{0}; ///< On the monotonic clock.
    std::optional<VaultEntry> m_held; ///< Newer than the vault, which did not take it.
    std::optional<VaultError> m_vaultTrouble;
    Secret m_toRevoke;
    int m_failures = 0;
    std::chrono::milliseconds m_notBefore{0};
    NoToken m_lastLater;
};

} // namespace studio::sync
