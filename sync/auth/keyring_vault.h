#pragma once

#include "sync/auth/vault.h"

#include <chrono>

namespace studio::sync {

/// The system's password store: Secret Service or KWallet, the Credential Manager, the Keychain.
///
/// The store may ask the person to unlock it and answer minutes later; a call here gives up after its time
/// limit (Timeout), what was asked still takes its course. Any one thread at a time.
class KeyringVault final : public Vault
{
public:
    explicit KeyringVault(VaultKey key, std::chrono::milliseconds timeLimit = std::chrono::seconds(10));

    VaultKind kind() const override { return VaultKind::Keyring; }

    VaultResult<std::optional<VaultEntry>> read() override;
    VaultResult<void> write(const VaultEntry &entry) override;
    VaultResult<bool> remove(qint64 generation) override;

private:
    VaultKey m_key;
    std::chrono::milliseconds m_timeLimit;
};

} // namespace studio::sync
