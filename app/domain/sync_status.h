#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace studio {

/// What stands between this computer and the platform. The words for it are in app/text.
enum class SyncTrouble {
    None,
    Offline,
    Slow, ///< Answers crawl or hang.
    Portal, ///< The network wants a sign-in of its own.
    Certificate, ///< The network shows a certificate that is not the platform's.
    ProxyPassword,
    ServerProblem, ///< 5xx, or an answer that is not what this address gives.
    Busy, ///< Throttled; `retryUtc` says until when.
    SignInNeeded,
    AccountInactive,
    WrongUser,
    UpdateNeeded, ///< The platform asks for a newer program.
    StorageFailed, ///< Own disk: full or not writable.
};

/// A question the engine does not answer by itself.
enum class SyncQuestion {
    None,
    ManyGone, ///< A pull would hide many courses.
    ManyUndone, ///< A pull would take many completions back.
    SendAgain, ///< The platform lost what it had confirmed: send again?
    Restored, ///< The work here comes from a backup: send what waits in it? "No" makes it kept work.
};

/// The whole truth in one value. Made on the sync thread, read on the window's.
struct SyncStatus
{
    bool linked = false; ///< The profile has an account.
    bool working = false;
    int waiting = 0; ///< Actions not confirmed yet.
    int kept = 0; ///< Kept work.
    int conflicts = 0;
    SyncTrouble trouble = SyncTrouble::None;
    QString detail; ///< For details and the log, English; never holds a token.
    QDateTime troubleSinceUtc;
    QDateTime retryUtc; ///< When it tries again by itself; invalid when only an event or the person can.
    QDateTime lastSentUtc; ///< The last time nothing was left waiting.
    std::chrono::seconds clockOff{0}; ///< This computer's clock minus the platform's; 0 below 5 minutes.
    bool vaultMissing = false; ///< No password store: signed in until the program ends.
    SyncQuestion question = SyncQuestion::None;
    int questionCount = 0;
};

/// Two texts of one thing, neither of which may be lost.
struct SyncConflict
{
    qint64 id = 0;
    QString courseId;
    QString itemId;
    QString what; ///< `notes` or `answer`
    QString mine;
    QString theirs;
    QDateTime mineUtc; ///< Invalid when not known.
    QDateTime theirsUtc;
};

enum class ConflictChoice { Mine, Theirs, Both };

} // namespace studio
