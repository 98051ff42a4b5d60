#include "sync/platform/account_desk.h"

#include "sync/auth/file_vault.h"
#include "sync/auth/keyring_vault.h"
#include "sync/auth/machine_id.h"
#include "sync/auth/session_note.h"

#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;

AccountDesk::AccountDesk(HttpTransport &transport, SyncStore &store, const Clock &clock,
                         const MonotonicClock &monotonic, Place place, Policy policy)
    : m_transport(transport)
    , m_store(store)
    , m_clock(clock)
    , m_monotonic(monotonic)
    , m_place(std::move(place))
    , m_policy(std::move(policy))
    , m_flow(transport)
{
}

AccountDesk::~AccountDesk() = default;

Result<> AccountDesk::open()
{
    const auto account = m_store.account();
    if (!account) {
        return fail(account.error());
    }
    m_account = *account;
    if (m_account) {
        const VaultKind kept = readSessionNote(m_place.folder).vault;
        auto session = makeSession(*m_account, kept, {});
        if (!session) {
            return fail(std::move(session).error());
        }
        m_session = std::move(*session);
        refreshAccount();
    }
    return {};
}

bool AccountDesk::vaultMissing() const
{
    return m_session && m_session->state() == SessionState::SignedIn && m_session->vaultTrouble().has_value();
}

void AccountDesk::refreshAccount()
{
    if (m_account && m_session) {
        m_account->session = m_session->state();
        m_account->vault = m_session->vaultKind();
    }
}

Result<Account> AccountDesk::signIn(const SignIn &request, const std::stop_token &stop)
{
    if (auto allowed = mayBelongTo(request.server); !allowed) {
        return fail(std::move(allowed).error());
    }
    auto granted = m_flow.signIn(request, stop);
    if (!granted) {
        return fail(std::move(granted).error());
    }
    return take(std::move(*granted), request.keepIn, Secret::fromText(request.passphrase),
                request.sharedComputer, stop);
}

Result<Account> AccountDesk::registerAccount(const Registration &request, const std::stop_token &stop)
{
    if (!m_policy.allowRegistration) {
        return fail(ErrorCode::InvalidData, u"registration is switched off on this computer"_s);
    }
    if (auto allowed = mayBelongTo(request.server); !allowed) {
        return fail(std::move(allowed).error());
    }
    auto granted = m_flow.registerAccount(request, stop);
    if (!granted) {
        return fail(std::move(granted).error());
    }
    return take(std::move(*granted), VaultKind::Keyring, {}, request.sharedComputer, stop);
}

Result<bool> AccountDesk::signOut(const std::stop_token &stop)
{
    if (!m_session) {
        return true;
    }
    auto told = m_session->signOut(stop);
    refreshAccount();
    return told;
}

Result<> AccountDesk::mayBelongTo(const QString &server) const
{
    if (!m_policy.server.isEmpty() && server != m_policy.server) {
        return fail(ErrorCode::Conflict, u"this computer is set up for %1"_s.arg(m_policy.server));
    }
    if (m_account && m_account->server != server) {
        return fail(ErrorCode::Conflict,
                    u"this profile belongs to an account of %1"_s.arg(m_account->server));
    }
    return {};
}

Result<Account> AccountDesk::take(Granted granted, VaultKind keepIn, Secret passphrase, bool sharedComputer,
                                  const std::stop_token &stop)
{
    Account account = granted.account;
    account.sharedComputer = m_policy.sharedComputer.value_or(sharedComputer);
    account.signedInUtc = m_clock.nowUtc();
    if (account.sharedComputer || !m_policy.keepSignIn) {
        keepIn = VaultKind::Memory;
    }
    auto session = makeSession(account, keepIn, std::move(passphrase));
    if (!session) {
        m_flow.giveBack(std::move(granted), stop);
        return fail(std::move(session).error());
    }
    // First whose work it is, then the token: a session without a link would send nothing, a link without a
    // session only asks for the password again.
    if (auto linked = m_store.link(account); !linked) {
        m_flow.giveBack(std::move(granted), stop);
        return fail(std::move(linked).error());
    }
    if (auto started = (*session)->start(std::move(granted.tokens), stop); !started) {
        return fail(std::move(started).error());
    }
    if (m_session) {
        // The session before, whose end the platform could not be told. It is in this memory alone.
        static_cast<void>(m_session->revokeLater(stop));
    }
    m_session = std::move(*session);
    m_account = account;
    refreshAccount();
    return *m_account;
}

Result<std::unique_ptr<JwtSession>> AccountDesk::makeSession(const Account &account, VaultKind keepIn,
                                                             Secret passphrase) const
{
    const auto machine = machineId(m_place.machineFolder);
    if (!machine) {
        return fail(machine.error());
    }
    const VaultKey key{account.server, account.userId, *machine};
    std::unique_ptr<Vault> vault;
    switch (keepIn) {
    case VaultKind::Keyring:
        vault = std::make_unique<KeyringVault>(key);
        break;
    case VaultKind::EncryptedFile:
        vault = std::make_unique<FileVault>(m_place.folder + u"/session.vault"_s, key, std::move(passphrase));
        break;
    case VaultKind::Memory:
        vault = std::make_unique<MemoryVault>();
        break;
    }
    return std::make_unique<JwtSession>(m_transport, m_monotonic, m_clock,
                                        JwtSession::Place{m_place.folder, account.server, account.userId},
                                        std::move(vault));
}

} // namespace studio::sync
