#include "text/sync_words.h"

#include "text/sync_tr.h"

#include <QLocale>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

/// A length of time as a person says it; the largest unit that fits.
QString roughly(std::chrono::seconds time)
{
    const int minutes = static_cast<int>(std::abs(time.count()) / 60);
    constexpr int kHour = 60;
    constexpr int kDay = 24 * kHour;
    if (minutes < kHour) {
        return minutes == 1 ? SyncWords::tr("1 minute") : SyncWords::tr("%n minutes", nullptr, minutes);
    }
    if (minutes < kDay) {
        return minutes / kHour == 1 ? SyncWords::tr("1 hour")
                                    : SyncWords::tr("%n hours", nullptr, minutes / kHour);
    }
    return minutes / kDay == 1 ? SyncWords::tr("1 day") : SyncWords::tr("%n days", nullptr, minutes / kDay);
}

QString needs(const SyncStatus &status)
{
    switch (status.trouble) {
    case SyncTrouble::SignInNeeded:
        return SyncWords::tr("sign in again");
    case SyncTrouble::AccountInactive:
        return SyncWords::tr("the account cannot sign in");
    case SyncTrouble::WrongUser:
        return SyncWords::tr("signed in as somebody else");
    case SyncTrouble::Portal:
        return SyncWords::tr("the network asks you to sign in");
    case SyncTrouble::Certificate:
        return SyncWords::tr("the network is not trusted");
    case SyncTrouble::ProxyPassword:
        return SyncWords::tr("the proxy wants a password");
    case SyncTrouble::UpdateNeeded:
        return SyncWords::tr("update the studio");
    case SyncTrouble::StorageFailed:
        return SyncWords::tr("the disk can't be written");
    case SyncTrouble::None:
    case SyncTrouble::Offline:
    case SyncTrouble::Slow:
    case SyncTrouble::ServerProblem:
    case SyncTrouble::Busy:
        break;
    }
    if (status.question != SyncQuestion::None) {
        return SyncWords::tr("a question");
    }
    if (status.conflicts > 0) {
        return status.conflicts == 1 ? SyncWords::tr("1 text to choose")
                                     : SyncWords::tr("%n texts to choose", nullptr, status.conflicts);
    }
    return status.kept > 0 ? (status.kept == 1 ? SyncWords::tr("1 kept change")
                                               : SyncWords::tr("%n kept changes", nullptr, status.kept))
                           : QString();
}

/// "3 changes are saved here and will be sent later."
QString safe(int waiting)
{
    return waiting == 0
        ? SyncWords::tr("What you do is saved here and will be sent later.")
        : (waiting == 1
               ? SyncWords::tr("1 change is saved here and will be sent later.")
               : SyncWords::tr("%n changes are saved here and will be sent later.", nullptr, waiting));
}

QString again(const SyncStatus &status, const QDateTime &nowUtc)
{
    return status.retryUtc.isValid() && status.retryUtc > nowUtc
        ? u' ' % SyncWords::tr("Trying again at %1.").arg(pointInTime(status.retryUtc, nowUtc))
        : QString();
}

} // namespace

QString pointInTime(const QDateTime &utc, const QDateTime &nowUtc)
{
    const QDateTime when = utc.toLocalTime();
    const QDateTime now = nowUtc.toLocalTime();
    const QString time = QLocale().toString(when.time(), QLocale::ShortFormat);
    if (when.date() == now.date()) {
        return time;
    }
    if (when.date().daysTo(now.date()) == 1) {
        return SyncWords::tr("yesterday %1").arg(time);
    }
    return u"%1 %2"_s.arg(QLocale().toString(when.date(), QLocale::ShortFormat), time);
}

SyncLine syncLine(const SyncStatus &status, const QDateTime &nowUtc)
{
    if (!status.linked) {
        return {};
    }
    if (const QString need = needs(status); !need.isEmpty()) {
        return {SyncWords::tr("Needs you: %1").arg(need), SyncTone::Trouble};
    }
    if (status.working) {
        return {status.waiting > 0
                    ? (status.waiting == 1 ? SyncWords::tr("Sending 1 change…")
                                           : SyncWords::tr("Sending %n changes…", nullptr, status.waiting))
                    : SyncWords::tr("Looking for news…"),
                SyncTone::Working};
    }
    if (status.waiting > 0) {
        const QString waiting = SyncWords::tr("%n waiting to send", nullptr, status.waiting);
        return {status.trouble == SyncTrouble::Offline ? SyncWords::tr("%1, offline").arg(waiting) : waiting,
                SyncTone::Waiting};
    }
    if (status.lastSentUtc.isValid()) {
        return {SyncWords::tr("All sent %1").arg(pointInTime(status.lastSentUtc, nowUtc)),
                status.trouble == SyncTrouble::None ? SyncTone::Sent : SyncTone::Quiet};
    }
    return {SyncWords::tr("Nothing to send yet"), SyncTone::Quiet};
}

QString describeTrouble(const SyncStatus &status, const QDateTime &nowUtc)
{
    switch (status.trouble) {
    case SyncTrouble::None:
        return {};
    case SyncTrouble::Offline:
        return SyncWords::tr("Offline.") % u' ' % safe(status.waiting);
    case SyncTrouble::Slow:
        return SyncWords::tr("The connection is very slow. Still trying.") % u' ' % safe(status.waiting);
    case SyncTrouble::Portal:
        return SyncWords::tr("This network asks you to sign in, in a browser.") % u' ' % safe(status.waiting);
    case SyncTrouble::Certificate:
        return SyncWords::tr("This network replaces the platform's certificate, which is common in schools. "
                             "Nothing is sent over it. Ask your administrator; the details say what came.")
            % u' ' % safe(status.waiting);
    case SyncTrouble::ProxyPassword:
        return SyncWords::tr("The proxy of this network needs your user name and password. Ask your "
                             "administrator, or set them in the system's network settings.")
            % u' ' % safe(status.waiting);
    case SyncTrouble::ServerProblem:
        return SyncWords::tr("The platform has a problem. Your work is saved here.") % again(status, nowUtc);
    case SyncTrouble::Busy:
        return SyncWords::tr("The platform is busy. Your work is saved here.") % again(status, nowUtc);
    case SyncTrouble::SignInNeeded:
        return status.waiting == 0
            ? SyncWords::tr("Please sign in again. What you do is saved on this computer.")
            : (status.waiting == 1 ? SyncWords::tr("Please sign in again. 1 change is waiting safely.")
                                   : SyncWords::tr("Please sign in again. %n changes are waiting safely.",
                                                   nullptr, status.waiting));
    case SyncTrouble::AccountInactive:
        return SyncWords::tr(
            "This account cannot sign in. Your work stays on this computer. Ask whoever runs "
            "the platform.");
    case SyncTrouble::WrongUser:
        return SyncWords::tr("The platform answered for a different user, so nothing was sent. Sign in again "
                             "with the account of this profile.");
    case SyncTrouble::UpdateNeeded:
        return SyncWords::tr("The platform asks for a newer version of the studio. Please update; until then "
                             "your work is saved here.");
    case SyncTrouble::StorageFailed:
        return SyncWords::tr("This computer's disk is full or can't be written. Free some space; nothing has "
                             "been lost.");
    }
    Q_UNREACHABLE();
}

SyncRemedy remedyFor(SyncTrouble trouble)
{
    switch (trouble) {
    case SyncTrouble::None:
    case SyncTrouble::AccountInactive:
    case SyncTrouble::UpdateNeeded:
        return SyncRemedy::None;
    case SyncTrouble::Offline:
    case SyncTrouble::Slow:
    case SyncTrouble::ServerProblem:
    case SyncTrouble::Busy:
    case SyncTrouble::StorageFailed:
        return SyncRemedy::SendNow;
    case SyncTrouble::Portal:
        return SyncRemedy::OpenBrowser;
    case SyncTrouble::Certificate:
    case SyncTrouble::ProxyPassword:
        return SyncRemedy::ShowDetails;
    case SyncTrouble::SignInNeeded:
    case SyncTrouble::WrongUser:
        return SyncRemedy::SignIn;
    }
    Q_UNREACHABLE();
}

QString describeClock(const SyncStatus &status)
{
    return status.clockOff.count() == 0
        ? QString()
        : SyncWords::tr("This computer's clock is off by %1. Sync works; times may look wrong.")
              .arg(roughly(status.clockOff));
}

QString describeVault(const SyncStatus &status)
{
    return status.vaultMissing
        ? SyncWords::tr("Your password store is not available; you stay signed in until "
                        "you close the studio.")
        : QString();
}

QString describeQuestion(const SyncStatus &status)
{
    switch (status.question) {
    case SyncQuestion::None:
        return {};
    case SyncQuestion::ManyGone:
        return status.questionCount == 1 ? SyncWords::tr(
                   "The platform no longer lists 1 course that is here. Hide it? Your work on it is kept.")
                                         : SyncWords::tr("The platform no longer lists %n courses that are "
                                                         "here. Hide them? Your work on them is kept.",
                                                         nullptr, status.questionCount);
    case SyncQuestion::ManyUndone:
        return status.questionCount == 1
            ? SyncWords::tr("According to the platform, 1 finished lesson is not finished. Take that over?")
            : SyncWords::tr(
                "According to the platform, %n finished lessons are not finished. Take that over?", nullptr,
                status.questionCount);
    case SyncQuestion::SendAgain:
        return (
            status.questionCount == 1
                ? SyncWords::tr("The platform seems to have lost 1 thing you finished. Send it again?")
                : SyncWords::tr("The platform seems to have lost %n things you finished. Send them again?",
                                nullptr, status.questionCount));
    case SyncQuestion::Restored:
        return status.questionCount == 1
            ? SyncWords::tr(
                "Your work was restored from a backup. Send the 1 change that waits in it? If not, "
                "it becomes kept work.")
            : SyncWords::tr("Your work was restored from a backup. Send the %n changes that wait in it? If "
                            "not, they become kept work.",
                            nullptr, status.questionCount);
    }
    Q_UNREACHABLE();
}

} // namespace studio::text
