#include "sync/platform/sync_report_text.h"

#include "sync/platform/sync_side.h"

#include <QSysInfo>

#include <algorithm>
#include <map>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kExchanges = 100;

QString word(SyncTrouble trouble)
{
    switch (trouble) {
    case SyncTrouble::None:
        return u"none"_s;
    case SyncTrouble::Offline:
        return u"offline"_s;
    case SyncTrouble::Slow:
        return u"slow"_s;
    case SyncTrouble::Portal:
        return u"portal"_s;
    case SyncTrouble::Certificate:
        return u"certificate"_s;
    case SyncTrouble::ProxyPassword:
        return u"proxy password"_s;
    case SyncTrouble::ServerProblem:
        return u"server problem"_s;
    case SyncTrouble::Busy:
        return u"busy"_s;
    case SyncTrouble::SignInNeeded:
        return u"sign-in needed"_s;
    case SyncTrouble::AccountInactive:
        return u"account inactive"_s;
    case SyncTrouble::WrongUser:
        return u"wrong user"_s;
    case SyncTrouble::UpdateNeeded:
        return u"update needed"_s;
    case SyncTrouble::StorageFailed:
        return u"storage failed"_s;
    }
    return {};
}

QString time(const QDateTime &utc)
{
    return utc.isValid() ? utc.toString(Qt::ISODate) : u"never"_s;
}

} // namespace

Result<QString> reportText(SyncSide &side, const QByteArray &version)
{
    const auto waiting = side.store().waiting();
    const auto kept = side.store().kept();
    const auto lines = side.store().logLines();
    if (!waiting || !kept || !lines) {
        return fail(!waiting ? waiting.error() : !kept ? kept.error() : lines.error());
    }
    const SyncStatus status = side.status();
    QString text = u"Python Learning Studio %1, %2 %3\n"_s.arg(
        QString::fromUtf8(version), QSysInfo::kernelType(), QSysInfo::kernelVersion());
    text += u"linked: %1\ntrouble: %2 since %3\nnext try: %4\nall sent: %5\n"_s.arg(
        status.linked ? u"yes"_s : u"no"_s, word(status.trouble), time(status.troubleSinceUtc),
        time(status.retryUtc), time(status.lastSentUtc));
    text += u"clock off by: %1 s\npassword store missing: %2\nconflicts: %3\n"_s.arg(status.clockOff.count())
                .arg(status.vaultMissing ? u"yes"_s : u"no"_s)
                .arg(status.conflicts);
    std::map<QString, int> kinds;
    QDateTime oldest;
    for (const OutboxEntry &entry : *waiting) {
        ++kinds[toString(entry.kind)];
        oldest = oldest.isValid() ? std::min(oldest, entry.madeUtc) : entry.madeUtc;
    }
    text += u"waiting: %1, oldest %2\n"_s.arg(waiting->size()).arg(time(oldest));
    for (const auto &[kind, count] : kinds) {
        text += u"  %1: %2\n"_s.arg(kind).arg(count);
    }
    text += u"kept: %1\n"_s.arg(kept->size());
    for (const KeptWork &work : *kept) {
        text += u"  %1, HTTP %2, since %3\n"_s.arg(toString(work.entry.kind))
                    .arg(work.status)
                    .arg(time(work.keptUtc));
    }
    text += u"newest exchanges:\n"_s;
    for (std::size_t i = 0; i < std::min(lines->size(), kExchanges); ++i) {
        const SyncLogLine &line = (*lines)[i];
        text += u"  %1 %2 %3 HTTP %4 %5 ms %6\n"_s.arg(time(line.atUtc), line.what, line.verdict)
                    .arg(line.status)
                    .arg(line.milliseconds)
                    .arg(QString::fromLatin1(line.requestId));
    }
    return text;
}

} // namespace studio::sync
