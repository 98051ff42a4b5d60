#pragma once

#include "domain/account.h"
#include "domain/result.h"
#include "sync/auth/secret.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace studio::sync {

/// What is kept between two runs of the program. The access token and the password are never among it.
struct VaultEntry
{
    Secret refresh;
    qint64 generation = 0; ///< Grows with each token: the larger one is the newer one.
    qint64 expires = 0; ///< Seconds since 1970 by the platform's clock. For people; nothing is decided by it.
    qint64 userId = 0;

    VaultEntry copy() const { return {refresh.copy(), generation, expires, userId}; }
};

/// Whose entry. The machine is part of it: credentials roam with Windows domain profiles, and two computers
/// with one refresh token sign each other out.
struct VaultKey
{
    QString server;
    qint64 userId = 0;
    QString machineId;

    QString text() const; ///< `<server>/<user id>/<machine id>`
};

struct VaultError
{
    enum class Why {
        Missing, ///< No password store here.
        Locked, ///< There, but closed: a passphrase is needed, or access was denied.
        Cancelled, ///< The person closed its question.
        Timeout, ///< No answer in time; it may come later.
        Damaged, ///< There is an entry that can't be read. It stays: it may be a newer program's.
        Storage, ///< The file can't be read or written.
        Other,
    };

    Why why = Why::Other;
    QString detail; ///< English, for the log; never a secret.
};

template<typename T>
using VaultResult = tl::expected<T, VaultError>;

/// The place of one account's refresh token. Calls block for 10 s at the most. Sync thread only; two
/// processes keep out of each other's way with the account's lock.
class Vault
{
    Q_DISABLE_COPY_MOVE(Vault)

public:
    Vault() = default;
    virtual ~Vault() = default;

    virtual VaultKind kind() const = 0;
    virtual VaultResult<std::optional<VaultEntry>> read() = 0; ///< Nothing: there is no entry.
    /// On success it is there after a power cut. On failure nobody knows; read() tells.
    virtual VaultResult<void> write(const VaultEntry &entry) = 0;
    /// Compare and delete: an entry of another generation is somebody else's and stays (false).
    virtual VaultResult<bool> remove(qint64 generation) = 0;
};

/// Gone when the program ends.
class MemoryVault final : public Vault
{
public:
    VaultKind kind() const override { return VaultKind::Memory; }

    VaultResult<std::optional<VaultEntry>> read() override;
    VaultResult<void> write(const VaultEntry &entry) override;
    VaultResult<bool> remove(qint64 generation) override;

private:
    std::optional<VaultEntry> m_entry;
};

/// The entry as vaults store it: JSON with a version. Damaged when it is not ours.
Secret bytesOf(const VaultEntry &entry);
VaultResult<VaultEntry> entryFrom(QByteArrayView bytes);

} // namespace studio::sync
