#include "cli/platform/sync_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue time(const QDateTime &utc)
{
    return utc.isValid() ? QJsonValue(utc.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue toString(SyncQuestion question)
{
    switch (question) {
    case SyncQuestion::None:
        return {};
    case SyncQuestion::ManyGone:
        return u"many-gone"_s;
    case SyncQuestion::ManyUndone:
        return u"many-undone"_s;
    case SyncQuestion::SendAgain:
        return u"send-again"_s;
    case SyncQuestion::Restored:
        return u"restored"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toString(SessionState state)
{
    switch (state) {
    case SessionState::SignedOut:
        return u"signed-out"_s;
    case SessionState::SignedIn:
        return u"signed-in"_s;
    case SessionState::Unsure:
        return u"unsure"_s;
    case SessionState::SignInNeeded:
        return u"sign-in-needed"_s;
    case SessionState::Inactive:
        return u"inactive"_s;
    case SessionState::WrongUser:
        return u"wrong-user"_s;
    }
    Q_UNREACHABLE();
}

QString toString(VaultKind kind)
{
    switch (kind) {
    case VaultKind::Keyring:
        return u"keyring"_s;
    case VaultKind::EncryptedFile:
        return u"file"_s;
    case VaultKind::Memory:
        return u"memory"_s;
    }
    Q_UNREACHABLE();
}

QString toString(SyncTrouble trouble)
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
        return u"proxy-password"_s;
    case SyncTrouble::ServerProblem:
        return u"server-problem"_s;
    case SyncTrouble::Busy:
        return u"busy"_s;
    case SyncTrouble::SignInNeeded:
        return u"sign-in-needed"_s;
    case SyncTrouble::AccountInactive:
        return u"account-inactive"_s;
    case SyncTrouble::WrongUser:
        return u"wrong-user"_s;
    case SyncTrouble::UpdateNeeded:
        return u"update-needed"_s;
    case SyncTrouble::StorageFailed:
        return u"storage-failed"_s;
    }
    Q_UNREACHABLE();
}

QString toString(DownloadState state)
{
    switch (state) {
    case DownloadState::None:
        return u"none"_s;
    case DownloadState::Waiting:
        return u"waiting"_s;
    case DownloadState::Running:
        return u"running"_s;
    case DownloadState::Partial:
        return u"partial"_s;
    case DownloadState::Complete:
        return u"complete"_s;
    case DownloadState::Outdated:
        return u"outdated"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const Account &account)
{
    return {{u"server"_s, account.server},
            {u"user_id"_s, account.userId},
            {u"username"_s, account.username},
            {u"email"_s, account.email},
            {u"first_name"_s, account.firstName},
            {u"last_name"_s, account.lastName},
            {u"session"_s, toString(account.session)},
            {u"kept_in"_s, toString(account.vault)},
            {u"shared_computer"_s, account.sharedComputer},
            {u"signed_in"_s, time(account.signedInUtc)}};
}

QJsonObject toJson(const SyncStatus &status)
{
    return {{u"linked"_s, status.linked},
            {u"working"_s, status.working},
            {u"waiting"_s, status.waiting},
            {u"kept"_s, status.kept},
            {u"conflicts"_s, status.conflicts},
            {u"trouble"_s, toString(status.trouble)},
            {u"detail"_s, status.detail},
            {u"trouble_since"_s, time(status.troubleSinceUtc)},
            {u"retry"_s, time(status.retryUtc)},
            {u"last_sent"_s, time(status.lastSentUtc)},
            {u"clock_off_seconds"_s, static_cast<qint64>(status.clockOff.count())},
            {u"password_store_missing"_s, status.vaultMissing},
            {u"question"_s, toString(status.question)},
            {u"question_count"_s, status.questionCount}};
}

QJsonObject toJson(const OutboxEntry &entry, const QString &words)
{
    return {{u"seq"_s, entry.seq},
            {u"operation"_s, QString::fromLatin1(entry.operationId.toHex())},
            {u"kind"_s, studio::toString(entry.kind)},
            {u"course"_s, entry.courseId},
            {u"item"_s, entry.itemId},
            {u"words"_s, words},
            {u"made"_s, time(entry.madeUtc)},
            {u"state"_s, entry.state == OutboxState::Sent ? u"sent"_s : u"new"_s},
            {u"tries"_s, entry.tries},
            {u"maybe_twice"_s, entry.maybeTwice},
            {u"last_problem"_s, entry.lastProblem}};
}

QJsonObject toJson(const KeptWork &kept, const QString &words)
{
    QJsonObject json = toJson(kept.entry, words);
    json.insert(u"reason"_s, studio::toString(kept.reason));
    json.insert(u"status"_s, kept.status);
    json.insert(u"server_text"_s, kept.serverText);
    json.insert(u"kept"_s, time(kept.keptUtc));
    json.insert(u"body"_s, QJsonDocument::fromJson(kept.entry.body).object());
    return json;
}

QJsonObject toJson(const SyncConflict &conflict)
{
    return {{u"id"_s, conflict.id},
            {u"course"_s, conflict.courseId},
            {u"item"_s, conflict.itemId},
            {u"what"_s, conflict.what},
            {u"mine"_s, conflict.mine},
            {u"theirs"_s, conflict.theirs},
            {u"mine_time"_s, time(conflict.mineUtc)},
            {u"theirs_time"_s, time(conflict.theirsUtc)}};
}

QJsonObject toJson(const CatalogueCourse &course)
{
    return {{u"id"_s, course.id},
            {u"title"_s, course.title},
            {u"summary"_s, course.summary},
            {u"difficulty"_s, course.difficulty},
            {u"teacher"_s, course.teacher},
            {u"topics"_s, QJsonArray::fromStringList(course.topics)},
            {u"duration"_s, course.duration},
            {u"lessons"_s, course.lessons < 0 ? QJsonValue() : QJsonValue(course.lessons)},
            {u"exercises"_s, course.exercises < 0 ? QJsonValue() : QJsonValue(course.exercises)},
            {u"enrolled"_s, course.enrolled},
            {u"waiting"_s, course.waiting},
            {u"gone"_s, course.gone},
            {u"missing"_s, course.missing},
            {u"download"_s, toString(course.download)},
            {u"bytes_done"_s, course.bytesDone},
            {u"bytes_all"_s, course.bytesAll < 0 ? QJsonValue() : QJsonValue(course.bytesAll)}};
}

} // namespace studio::cli
