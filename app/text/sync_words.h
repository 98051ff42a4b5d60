#pragma once

#include "domain/account.h"
#include "domain/error.h"
#include "domain/outbox.h"
#include "domain/registration.h"
#include "domain/sync_status.h"

#include <QString>

#include <functional>

namespace studio::text {

/// How the line of syncing is meant, for its icon and colour.
enum class SyncTone { Quiet, Working, Waiting, Sent, Trouble };

/// The status line's second truth, at most a few words: *3 waiting to send*, *All sent 10:42*,
/// *Needs you: sign in again*. Empty when the profile has no account.
struct SyncLine
{
    QString text;
    SyncTone tone = SyncTone::Quiet;
};

SyncLine syncLine(const SyncStatus &status, const QDateTime &nowUtc);

/// What is in the way in one or two sentences: the work is safe, this is wrong, this can be done. Empty
/// when nothing is.
QString describeTrouble(const SyncStatus &status, const QDateTime &nowUtc);

/// What a person can do about a trouble with one click; None: only waiting or somebody else helps.
enum class SyncRemedy { None, SendNow, OpenBrowser, SignIn, ShowDetails };

SyncRemedy remedyFor(SyncTrouble trouble);

QString describeClock(const SyncStatus &status); ///< Empty when this computer's clock is right.
QString describeVault(const SyncStatus &status); ///< Empty when the system keeps the session.
QString describeQuestion(const SyncStatus &status); ///< Empty when there is none.

/// Titles of what work belongs to. Both may give an empty text for what is not on this computer; the id is
/// shown then.
struct Titles
{
    std::function<QString(const QString &courseId)> course;
    std::function<QString(const QString &courseId, const QString &itemId)> item;
};

QString describe(const OutboxEntry &entry, const Titles &titles); ///< "Lesson “Loops 2” finished"
QString describeTries(const OutboxEntry &entry); ///< "Tried 3 times: no network"; empty when never tried.
QString describeReason(const KeptWork &kept); ///< Why it could not be sent, and what becomes of it.
QString describe(const SyncConflict &conflict, const Titles &titles); ///< "Your notes on “Loops 2” …"

QString describeSession(const Account &account, int waiting); ///< How the account stands, in a sentence.
QString describe(VaultKind kind); ///< Where the session is kept.
QString personName(const Account &account); ///< First and last name, or the user name.

/// What an account or platform call failed with. `signingIn`: Unauthorized is about name and password then.
QString describePlatform(const Error &error, bool signingIn = false);

QString describe(RegistrationProblem problem); ///< Empty for None.

/// "10:42" today, "yesterday 10:42", else with the date.
QString pointInTime(const QDateTime &utc, const QDateTime &nowUtc);

} // namespace studio::text
