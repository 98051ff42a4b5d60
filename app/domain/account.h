#pragma once

#include <QDateTime>
#include <QString>

namespace studio {

/// How the program stands with the platform. Nothing of a person's work depends on it.
enum class SessionState {
    SignedOut, ///< No account in this profile, or the person signed out.
    SignedIn,
    Unsure, ///< The answer to a refresh was lost: works until the access token ends, then SignInNeeded.
    SignInNeeded, ///< Only the password helps. What waits is kept.
    Inactive, ///< The platform says the account may not sign in.
    WrongUser, ///< The platform answered for somebody else; that token was thrown away.
};

/// Where the refresh token lies. A password lies nowhere.
enum class VaultKind {
    Keyring, ///< The system's password store.
    EncryptedFile, ///< By choice: a file only a passphrase opens.
    Memory, ///< Gone when the program ends: no keyring, or a shared computer.
};

/// The account a profile is bound to: one for good, so that nobody's work goes out under another name.
struct Account
{
    QString server; ///< Base of the platform, e.g. `https://learn.example.org`, without a final slash.
    qint64 userId = 0;
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    SessionState session = SessionState::SignedOut;
    VaultKind vault = VaultKind::Memory;
    bool sharedComputer = false; ///< Signs out by itself after 20 minutes without use; the work stays.
    QDateTime signedInUtc; ///< Invalid when never.
};

/// What whoever runs this computer has set for signing in; without that, the values here.
struct SignInPolicy
{
    QString server; ///< Empty: the person says where.
    bool serverFixed = false; ///< No other server than that one.
    bool sharedComputer = false; ///< The box is set, and cannot be taken away.
    bool allowRegistration = true;
    bool keepSignedIn = true; ///< False: sessions end with the program.
};

struct SignIn
{
    QString server;
    QString name; ///< User name or e-mail address.
    QString password;
    VaultKind keepIn = VaultKind::Keyring; ///< Falls back to Memory when there is no keyring.
    QString passphrase; ///< For EncryptedFile.
    bool sharedComputer = false;
};

/// A new account. Checked by `registrationProblem()` before it is sent: the platform checks nothing.
struct Registration
{
    QString server;
    QString username;
    QString email;
    QString password;
    QString firstName;
    QString lastName;
    bool sharedComputer = false;
};

} // namespace studio
