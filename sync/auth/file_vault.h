#pragma once

#include "sync/auth/vault.h"

namespace studio::sync {

/// By choice, where there is no password store: a file that only a passphrase opens. Argon2id makes the key,
/// XChaCha20-Poly1305 seals the entry, bound to its account and machine. Opening it the first time takes
/// about half a second.
class FileVault final : public Vault
{
public:
    /// An empty passphrase: read() says Locked until unlock().
    FileVault(QString path, VaultKey key, Secret passphrase);
    ~FileVault() override;

    void unlock(Secret passphrase);

    VaultKind kind() const override { return VaultKind::EncryptedFile; }

    VaultResult<std::optional<VaultEntry>> read() override;
    VaultResult<void> write(const VaultEntry &entry) override;
    VaultResult<bool> remove(qint64 generation) override;

private:
    struct Header;

    VaultResult<void> deriveKey(const Header &header);
    QByteArray boundTo(const Header &header) const;

    QString m_path;
    VaultKey m_key;
    Secret m_passphrase;
    std::unique_ptr<Header> m_derivedFor;
    Secret m_derived;
};

} // namespace studio::sync
