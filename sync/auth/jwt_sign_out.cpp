// How JwtSession ends: here in any case, at the platform when it can be told.

#include "sync/auth/jwt_session.h"
#include "sync/auth/waiting.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace studio::sync {

Result<bool> JwtSession::signOut(const std::stop_token &stop)
{
    AccountLock lock(m_place.folder);
    // Who has the lock refreshes, and would write what is deleted here. Should it hang, that is said nowhere:
    // the person wants out, and the next one who takes the lock reads that the account is signed out.
    static_cast<void>(lock.take(m_options.lockWait, stop));
    readNote();
    auto found = newest();
    const bool opens = found.has_value();
    std::optional<VaultEntry> entry = found ? *std::move(found) : std::nullopt;
    const bool wasSignedOut = m_note.state == SessionState::SignedOut && !entry;
    bool told = true;
    m_note.unrevoked.reset();
    if (entry && !revoke(entry->refresh.copy(), stop)) {
        told = false;
        m_note.unrevoked = SessionNote::Unrevoked{m_toRevoke.sha256(), entry->expires};
    } else if (!opens && !wasSignedOut) {
        told = false; // the vault does not open: what is in it can't be revoked
    }
    step("revoked");
    forget(entry);
    m_access = {};
    m_note.begun.reset();
    m_note.vault = m_vault->kind();
    setState(SessionState::SignedOut, true);
    return told;
}

bool JwtSession::revokeLater(const std::stop_token &stop)
{
    if (m_toRevoke.isEmpty()) {
        return true;
    }
    AccountLock lock(m_place.folder);
    if (lock.take(1s, stop) != AccountLock::Outcome::Taken
        || !revoke(std::exchange(m_toRevoke, Secret()), stop)) {
        return false;
    }
    readNote();
    m_note.unrevoked.reset();
    writeNote();
    return true;
}

void JwtSession::forget(const std::optional<VaultEntry> &entry)
{
    m_held.reset();
    if (!entry) {
        return;
    }
    if (const auto removed = m_vault->remove(entry->generation); !removed) {
        m_vaultTrouble = removed.error(); // session.json says signed out: nobody will use what is left
    }
}

/// The platform revokes for a valid access token only, and only a refresh token in a cookie; where it was
/// repaired, the one in the body (contract 2.5). So without an access token one refresh comes first.
bool JwtSession::revoke(Secret refresh, const std::stop_token &stop)
{
    bool fresh = false;
    Secret access = good(5s) ? std::move(m_access) : Secret();
    m_access = {};
    for (;;) {
        if (access.isEmpty()) {
            Asked asked = ask(refresh, stop);
            if (asked.reply == Reply::Dead) {
                return true;
            }
            if (asked.reply != Reply::Granted) {
                break;
            }
            access = std::move(asked.tokens->access);
            refresh = std::move(asked.tokens->refresh);
            fresh = true;
        }
        const int status = sendLogout(access, refresh, stop);
        if (status == 200) {
            return true;
        }
        if (status != 401 || fresh) {
            break;
        }
        access = {}; // older than we thought
    }
    m_toRevoke = std::move(refresh);
    return false;
}

int JwtSession::sendLogout(const Secret &access, const Secret &refresh, const std::stop_token &stop)
{
    const LateStop late(stop, 0s, 12s);
    const HttpResult result = m_transport.send(logoutRequest(m_place.server, access, refresh), late.token());
    const bool answered = result && result->isJson(); // a portal's 200 revokes nothing
    return answered ? result->status : 0;
}

} // namespace studio::sync
