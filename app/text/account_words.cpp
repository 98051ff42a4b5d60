// Accounts and what their calls fail with, in words; declared in sync_words.h.

#include "text/sync_tr.h"
#include "text/sync_words.h"

namespace studio::text {

using namespace Qt::StringLiterals;

QString personName(const Account &account)
{
    const QString name = u"%1 %2"_s.arg(account.firstName, account.lastName).trimmed();
    return name.isEmpty() ? account.username : name;
}

QString describeSession(const Account &account, int waiting)
{
    const QString left = waiting == 0 ? QString()
                                      : u' '
            % (waiting == 1 ? SyncWords::tr("1 change is waiting safely.")
                            : SyncWords::tr("%n changes are waiting safely.", nullptr, waiting));
    switch (account.session) {
    case SessionState::SignedOut:
        return SyncWords::tr("Signed out. Your work stays on this computer.") % left;
    case SessionState::SignedIn:
        return account.sharedComputer
            ? SyncWords::tr("Signed in on a shared computer: signs out after 20 minutes without use.")
            : SyncWords::tr("Signed in.");
    case SessionState::Unsure:
        return SyncWords::tr("Signed in. The connection broke while the session was renewed, so you may be "
                             "asked to sign in again soon.");
    case SessionState::SignInNeeded:
        return SyncWords::tr("Please sign in again.") % left;
    case SessionState::Inactive:
        return SyncWords::tr("This account cannot sign in. Your work stays on this computer.");
    case SessionState::WrongUser:
        return SyncWords::tr("The platform answered for a different user. Please sign in again.") % left;
    }
    Q_UNREACHABLE();
}

QString describe(VaultKind kind)
{
    switch (kind) {
    case VaultKind::Keyring:
        return SyncWords::tr("The session is kept in the system's password store.");
    case VaultKind::EncryptedFile:
        return SyncWords::tr("The session is kept in a file that only your passphrase opens.");
    case VaultKind::Memory:
        return SyncWords::tr("The session ends when the studio is closed.");
    }
    Q_UNREACHABLE();
}

QString describePlatform(const Error &error, bool signingIn)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        return SyncWords::tr("Cancelled.");
    case ErrorCode::Offline:
        return SyncWords::tr(
            "The platform can't be reached. Is this computer online, and the address right?");
    case ErrorCode::Timeout:
        return SyncWords::tr("The platform did not answer in time. Try again later.");
    case ErrorCode::Unauthorized:
        return signingIn ? SyncWords::tr("Name or password is wrong, or the account may not sign in.")
                         : SyncWords::tr("Please sign in first.");
    case ErrorCode::Conflict:
        return signingIn
            ? SyncWords::tr("This profile belongs to another account, or the name is taken. Work "
                            "never goes out under another name: use a profile of your own.")
            : SyncWords::tr("That is not possible as things are.");
    case ErrorCode::NotFound:
        return SyncWords::tr("The platform has no such thing.");
    case ErrorCode::InvalidData:
        return SyncWords::tr("The platform's answer was not understood. Is the address that of a learning "
                             "platform?");
    case ErrorCode::DiskFull:
        return SyncWords::tr("The disk is full. Free some space; nothing has been lost.");
    case ErrorCode::ReadOnly:
        return SyncWords::tr("The folder can't be written to.");
    case ErrorCode::InUse:
        return SyncWords::tr("Another running program is using it. Try again in a moment.");
    case ErrorCode::Storage:
        return SyncWords::tr("It could not be saved on this computer.");
    case ErrorCode::TooNew:
        return SyncWords::tr("It was saved by a newer version of the studio. Please update.");
    case ErrorCode::Internal:
        return SyncWords::tr("Something in the studio went wrong.");
    }
    Q_UNREACHABLE();
}

QString describe(RegistrationProblem problem)
{
    switch (problem) {
    case RegistrationProblem::None:
        return {};
    case RegistrationProblem::Missing:
        return SyncWords::tr("This is needed.");
    case RegistrationProblem::TooLong:
        return SyncWords::tr("This is too long.");
    case RegistrationProblem::BadCharacters:
        return SyncWords::tr("Only letters, digits and @ . + - _ are possible.");
    case RegistrationProblem::NotAnAddress:
        return SyncWords::tr("This is not an e-mail address.");
    case RegistrationProblem::TooShort:
        return SyncWords::tr("At least 10 characters, please.");
    case RegistrationProblem::LikeName:
        return SyncWords::tr("Too much like your name: easy to guess.");
    case RegistrationProblem::TooCommon:
        return SyncWords::tr("Many people use this one: easy to guess.");
    case RegistrationProblem::OnlyDigits:
        return SyncWords::tr("Only digits are easy to guess.");
    case RegistrationProblem::BadServer:
        return SyncWords::tr("Not the address of a platform. It begins with https://");
    }
    Q_UNREACHABLE();
}

} // namespace studio::text
