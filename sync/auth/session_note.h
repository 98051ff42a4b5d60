#pragma once

#include "domain/account.h"
#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace studio::sync {

/// `session.json` in the account's folder: what all processes, and the next start, should know of the session
/// without asking the vault. Holds nothing secret.
struct SessionNote
{
    /// A refresh that began. Still there at the next start: its answer may be lost, the token may be dead.
    struct Begun
    {
        qint64 generation = 0;
        QByteArray tokenSha256; ///< Hexadecimal.
        QDateTime startedUtc;
    };

    /// A sign-out that the platform does not know of yet.
    struct Unrevoked
    {
        QByteArray tokenSha256;
        qint64 expires = 0; ///< Seconds since 1970: the token is dead by itself then.
    };

    SessionState state = SessionState::SignedOut;
    VaultKind vault = VaultKind::Memory;
    qint64 userId = 0;
    qint64 generation = 0; ///< The highest that was ever given.
    QDateTime refreshedUtc; ///< By this computer's clock; for the three days of keepAlive().
    std::optional<Begun> begun;
    std::optional<Unrevoked> unrevoked;
};

/// Without a file: signed out. A damaged one counts as signed in: the vault decides then.
SessionNote readSessionNote(const QString &folder);
/// Durable. With the account's lock held.
Result<> writeSessionNote(const QString &folder, const SessionNote &note);
QString sessionNotePath(const QString &folder);

} // namespace studio::sync
