// Work that waits, is kept or has two versions, in words; declared in sync_words.h.

#include "text/sync_tr.h"
#include "text/sync_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

QString courseTitle(const QString &courseId, const Titles &titles)
{
    const QString title = titles.course ? titles.course(courseId) : QString();
    return title.isEmpty() ? courseId : title;
}

QString itemTitle(const QString &courseId, const QString &itemId, const Titles &titles)
{
    const QString title = titles.item ? titles.item(courseId, itemId) : QString();
    if (!title.isEmpty()) {
        return title;
    }
    return itemId.isEmpty() ? courseTitle(courseId, titles) : itemId;
}

/// A word of OutboxEntry::lastProblem. Unknown ones come from newer or older versions and are told as they
/// are.
QString problemWord(const QString &problem)
{
    if (problem == "offline"_L1) {
        return SyncWords::tr("no network");
    }
    if (problem == "slow"_L1 || problem == "timeout"_L1) {
        return SyncWords::tr("no answer in time");
    }
    if (problem == "server"_L1) {
        return SyncWords::tr("the platform had a problem");
    }
    if (problem == "busy"_L1 || problem == "throttled"_L1) {
        return SyncWords::tr("the platform was busy");
    }
    if (problem == "portal"_L1) {
        return SyncWords::tr("the network asked for a sign-in");
    }
    if (problem == "certificate"_L1) {
        return SyncWords::tr("the network was not trusted");
    }
    if (problem == "refused"_L1 || problem == "forbidden"_L1) {
        return SyncWords::tr("the platform refused it");
    }
    if (problem == "sign-in"_L1 || problem == "unauthorized"_L1) {
        return SyncWords::tr("sign in needed");
    }
    return problem;
}

/// Of a text of several lines, so much that its author knows it.
QString beginning(const QString &text)
{
    constexpr qsizetype kMost = 60;
    const QString line = text.simplified();
    return line.size() <= kMost ? line : line.left(kMost - 1) + u'…';
}

} // namespace

QString describe(const OutboxEntry &entry, const Titles &titles)
{
    const QString item = itemTitle(entry.courseId, entry.itemId, titles);
    const QString course = courseTitle(entry.courseId, titles);
    const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
    switch (entry.kind) {
    case OperationKind::Enrol:
        return SyncWords::tr("Course “%1” begun").arg(course);
    case OperationKind::Leave:
        return SyncWords::tr("Course “%1” left").arg(course);
    case OperationKind::Complete:
        return SyncWords::tr("Lesson “%1” finished").arg(item);
    case OperationKind::Position: {
        const int perMille = body.value("position"_L1).toInt(-1);
        return perMille < 0
            ? SyncWords::tr("Where you are in “%1”").arg(item)
            : SyncWords::tr("Where you are in “%1”: %2 %").arg(item).arg(qBound(0, (perMille + 5) / 10, 100));
    }
    case OperationKind::Bookmark:
        return body.contains("bookmarked"_L1) && !body.value("bookmarked"_L1).toBool()
            ? SyncWords::tr("Bookmark on “%1” taken away").arg(item)
            : SyncWords::tr("Bookmark on “%1”").arg(item);
    case OperationKind::Notes:
        return SyncWords::tr("Your notes on “%1”").arg(item);
    case OperationKind::Time: {
        const int minutes = body.value("minutes"_L1).toInt();
        return minutes > 0 ? (minutes == 1 ? SyncWords::tr("1 minute spent on “%1”")
                                           : SyncWords::tr("%n minutes spent on “%1”", nullptr, minutes))
                                 .arg(item)
                           : SyncWords::tr("Time spent on “%1”").arg(item);
    }
    case OperationKind::Submit:
        return SyncWords::tr("Your answer to “%1”").arg(item);
    case OperationKind::Answer:
        return SyncWords::tr("The code of your answer to “%1”").arg(item);
    case OperationKind::Profile:
        return SyncWords::tr("Your name");
    case OperationKind::Topic:
        return SyncWords::tr("Your topic “%1” in the forum").arg(body.value("subject"_L1).toString());
    case OperationKind::Reply:
        return SyncWords::tr("Your reply in the forum: %1").arg(beginning(body.value("text"_L1).toString()));
    case OperationKind::EditPost:
        return SyncWords::tr("Your change of a post in the forum: %1")
            .arg(beginning(body.value("text"_L1).toString()));
    case OperationKind::EditTopic:
        return SyncWords::tr("A topic in the forum renamed to “%1”").arg(body.value("subject"_L1).toString());
    case OperationKind::DeletePost:
        return SyncWords::tr("A post in the forum deleted");
    case OperationKind::DeleteTopic:
        return SyncWords::tr("A topic in the forum deleted");
    case OperationKind::Follow:
        return SyncWords::tr("A topic in the forum followed");
    case OperationKind::Unfollow:
        return SyncWords::tr("A topic in the forum no longer followed");
    }
    Q_UNREACHABLE();
}

QString describeTries(const OutboxEntry &entry)
{
    QStringList parts;
    if (entry.tries > 0) {
        const QString tried = (entry.tries == 1 ? SyncWords::tr("Tried 1 time")
                                                : SyncWords::tr("Tried %n times", nullptr, entry.tries));
        parts += entry.lastProblem.isEmpty()
            ? tried
            : SyncWords::tr("%1: %2").arg(tried, problemWord(entry.lastProblem));
    } else if (entry.state == OutboxState::Sent) {
        parts += SyncWords::tr("Being sent");
    }
    if (entry.maybeTwice) {
        parts += SyncWords::tr("perhaps there twice, since an answer was lost");
    }
    return parts.join(u" · "_s);
}

QString describeReason(const KeptWork &kept)
{
    QString reason;
    switch (kept.reason) {
    case KeptWork::Reason::Gone:
        reason
            = SyncWords::tr("It is no longer offered on the platform. Your work on it is kept here, and sent "
                            "if it comes back.");
        break;
    case KeptWork::Reason::Refused:
        reason = SyncWords::tr("The platform refuses this change. It is kept here.");
        break;
    case KeptWork::Reason::Invalid:
        reason = SyncWords::tr("The platform does not take it as it is. It is kept here.");
        break;
    case KeptWork::Reason::Damaged:
        reason
            = SyncWords::tr("It was damaged on this computer's disk, so it was not sent. What is left of it "
                            "is kept here.");
        break;
    }
    const QString said = kept.serverText.simplified().left(200);
    return said.isEmpty() ? reason : reason % u' ' % SyncWords::tr("The platform says: %1").arg(said);
}

QString describe(const SyncConflict &conflict, const Titles &titles)
{
    const QString item = itemTitle(conflict.courseId, conflict.itemId, titles);
    return conflict.what == "notes"_L1
        ? SyncWords::tr("Your notes on “%1” were changed here and elsewhere.").arg(item)
        : SyncWords::tr("Your answer to “%1” was changed here and elsewhere.").arg(item);
}

} // namespace studio::text
