#include "store/forum/forum_work.h"

#include "domain/forum_outbox.h"
#include "store/statement.h"
#include "store/store_core.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace studio::store {

using namespace Qt::StringLiterals;

namespace {

/// Of forum_sent.seen. What is kShown is in the copy, maybe only as the answer to sending it said.
enum Seen { kNotSeen = 0, kSettled = 1, kHeld = 2, kShown = 3 };

constexpr char kFirstPull[] = "first_pull";
constexpr char kLimits[] = "limits";
constexpr char kNotificationsRead[] = "notifications_read";
constexpr char kBlogRead[] = "blog_read";

QDateTime timeFrom(const QByteArray &value)
{
    return value.isEmpty() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

Error isAnother(qint64 seq)
{
    return {ErrorCode::NotFound, u"text %1 is being sent, or is another one now"_s.arg(seq)};
}

/// Only what has a text of its own is shown until it is seen on the platform.
bool becomesPost(OperationKind kind)
{
    return kind == OperationKind::Topic || kind == OperationKind::Reply;
}

qint64 idIn(const QString &item)
{
    return item.section(u'/', 1).toLongLong();
}

/// An edit that met another one, as its author sees it.
ForumWriting writingFrom(const SyncConflict &conflict)
{
    ForumWriting writing;
    writing.kind = WritingKind::EditPost;
    writing.conflictId = conflict.id;
    writing.topicId = idIn(conflict.courseId);
    writing.postId = idIn(conflict.itemId);
    writing.text = conflict.mine;
    writing.otherText = conflict.theirs;
    writing.madeUtc = conflict.mineUtc;
    writing.seenText = conflict.theirs;
    writing.seenUpdatedUtc = conflict.theirsUtc;
    writing.state = WritingState::NeedsYou;
    writing.problem = WritingProblem::EditedMeanwhile;
    return writing;
}

} // namespace

Result<std::vector<ReadMark>> ForumWork::marks()
{
    Statement list(m_core.db, "SELECT topic, post FROM forum_mark ORDER BY topic");
    return allRows<ReadMark>(list, [](const Statement &row) {
        return ReadMark{row.integer(0), row.integer(1)};
    });
}

Result<qint64> ForumWork::mark(qint64 topicId)
{
    Statement find(m_core.db, "SELECT post FROM forum_mark WHERE topic=?");
    const auto row = find.bind(topicId).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? find.integer(0) : 0;
}

Result<> ForumWork::setMark(const ReadMark &mark)
{
    Statement put(m_core.db, "INSERT OR REPLACE INTO forum_mark VALUES(?,?)");
    return put.bind(mark.topicId, mark.postId).run();
}

Result<std::vector<ForumBookmark>> ForumWork::bookmarks()
{
    Statement list(m_core.db, "SELECT topic, post, at FROM forum_bookmark ORDER BY at DESC");
    return allRows<ForumBookmark>(list, [](const Statement &row) {
        return ForumBookmark{row.integer(0), row.integer(1), row.time(2)};
    });
}

Result<> ForumWork::setBookmark(qint64 topicId, qint64 postId, bool bookmarked)
{
    if (!bookmarked) {
        Statement remove(m_core.db, "DELETE FROM forum_bookmark WHERE topic=? AND post=?");
        return remove.bind(topicId, postId).run();
    }
    Statement put(m_core.db, "INSERT OR IGNORE INTO forum_bookmark VALUES(?,?,?)");
    return put.bind(topicId, postId, m_core.clock.nowUtc()).run();
}

Result<ForumWriting> ForumWork::queue(const ForumWriting &writing)
{
    const OutboxEntry entry = operationFor(writing);
    if (!studio::writingFrom(entry)) {
        return fail(ErrorCode::InvalidData, u"something is missing in what is written"_s);
    }
    if (auto done = m_core.tables.outbox.add(entry); !done) {
        return fail(done.error());
    }
    // A subscription may have taken the place of an earlier one, so look for it instead of for the newest.
    const auto lane = m_core.tables.outbox.list(entry.lane);
    if (!lane) {
        return fail(lane.error());
    }
    for (auto each = lane->rbegin(); each != lane->rend(); ++each) {
        if (each->kind == entry.kind && each->body == entry.body) {
            return *studio::writingFrom(*each);
        }
    }
    return fail(ErrorCode::Internal, u"what was queued is not there"_s);
}

Result<std::vector<ForumWriting>> ForumWork::writings()
{
    const auto waiting = m_core.tables.outbox.list();
    const auto kept = m_core.tables.outbox.kept();
    const auto conflicts = m_core.tables.sync.conflicts();
    if (!waiting || !kept || !conflicts) {
        return fail(!waiting ? waiting.error() : !kept ? kept.error() : conflicts.error());
    }
    std::vector<ForumWriting> all;
    const auto add = [&all](std::optional<ForumWriting> writing) {
        if (writing) {
            all.push_back(std::move(*writing));
        }
    };
    for (const OutboxEntry &each : *waiting) {
        add(studio::writingFrom(each));
    }
    for (const KeptWork &each : *kept) {
        add(studio::writingFrom(each));
    }
    for (const SyncConflict &each : *conflicts) {
        if (each.what == QLatin1StringView(kPostConflict)) {
            all.push_back(writingFrom(each));
        }
    }
    Statement sent(m_core.db,
                   "SELECT op, kind, topic, post, body, made, seen FROM forum_sent WHERE seen IN (0, 2)");
    for (;;) {
        const auto row = sent.next();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            break;
        }
        OutboxEntry entry;
        entry.operationId = sent.blob(0);
        entry.kind = operationKindFrom(sent.text(1)).value_or(OperationKind::Reply);
        entry.body = unpackBytes(sent.blob(4)).value_or(QByteArray());
        entry.madeUtc = sent.time(5);
        if (auto writing = studio::writingFrom(entry)) {
            writing->state = WritingState::Sent;
            writing->sentTopicId = sent.integer(2);
            writing->sentPostId = sent.integer(3);
            writing->held = sent.integer(6) == kHeld;
            all.push_back(std::move(*writing));
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const ForumWriting &a, const ForumWriting &b) { return a.madeUtc < b.madeUtc; });
    return all;
}

Result<ForumWriting> ForumWork::find(qint64 seq)
{
    const auto waiting = m_core.tables.outbox.list();
    if (!waiting) {
        return fail(waiting.error());
    }
    for (const OutboxEntry &each : *waiting) {
        if (each.seq == seq && studio::writingFrom(each)) {
            return *studio::writingFrom(each);
        }
    }
    const auto kept = m_core.tables.outbox.keptAt(seq);
    if (!kept) {
        return fail(kept.error());
    }
    const auto writing = *kept ? studio::writingFrom(**kept) : std::nullopt;
    if (!writing) {
        return fail(isAnother(seq));
    }
    return *writing;
}

Result<ForumWriting> ForumWork::conflict(qint64 id)
{
    const auto conflicts = m_core.tables.sync.conflicts();
    if (!conflicts) {
        return fail(conflicts.error());
    }
    for (const SyncConflict &each : *conflicts) {
        if (each.id == id && each.what == QLatin1StringView(kPostConflict)) {
            return writingFrom(each);
        }
    }
    return fail(ErrorCode::NotFound, u"edit %1 waits for nobody"_s.arg(id));
}

Result<ForumWriting> ForumWork::rewrite(const ForumWriting &writing)
{
    if (writing.conflictId != 0) {
        const auto met = conflict(writing.conflictId);
        if (!met) {
            return met;
        }
        if (writing.kind != met->kind || writing.postId != met->postId) {
            return fail(ErrorCode::NotFound, u"edit %1 is of another post"_s.arg(writing.conflictId));
        }
        const auto queued = queue(writing);
        if (!queued) {
            return queued;
        }
        auto done = m_core.tables.sync.removeConflict(writing.conflictId);
        return done ? queued : fail(done.error());
    }
    const auto there = find(writing.seq);
    if (!there) {
        return there;
    }
    if (there->operationId != writing.operationId || there->state == WritingState::Sending
        || there->kind != writing.kind) {
        return fail(isAnother(writing.seq));
    }
    OutboxEntry entry = operationFor(writing);
    if (!studio::writingFrom(entry)) {
        return fail(ErrorCode::InvalidData, u"something is missing in what is written"_s);
    }
    if (there->state == WritingState::NeedsYou) {
        if (auto done = m_core.tables.outbox.removeKept(writing.seq); !done) {
            return fail(done.error());
        }
        return queue(writing);
    }
    const QByteArray body = entry.body;
    entry.seq = writing.seq;
    entry.operationId = writing.operationId;
    entry.madeUtc = there->madeUtc;
    const auto rewritten = m_core.tables.outbox.rewrite(entry, body);
    if (!rewritten) {
        return fail(rewritten.error());
    }
    return *studio::writingFrom(*rewritten);
}

Result<> ForumWork::withdraw(const ForumWriting &writing)
{
    if (writing.conflictId != 0) {
        const auto met = conflict(writing.conflictId);
        return met ? m_core.tables.sync.removeConflict(writing.conflictId) : fail(met.error());
    }
    if (writing.state == WritingState::Sent) {
        return forgetHeld(writing.operationId);
    }
    const auto there = find(writing.seq);
    if (!there) {
        return fail(there.error());
    }
    if (there->operationId != writing.operationId || there->state == WritingState::Sending) {
        return fail(isAnother(writing.seq));
    }
    if (there->state == WritingState::NeedsYou) {
        return m_core.tables.outbox.removeKept(writing.seq);
    }
    OutboxEntry entry = operationFor(*there);
    entry.seq = there->seq;
    entry.operationId = there->operationId;
    return m_core.tables.outbox.remove(entry);
}

/// The person has read that it is held, and does not want to see it here any more.
Result<> ForumWork::forgetHeld(const QByteArray &operationId)
{
    Statement held(m_core.db, "SELECT 1 FROM forum_sent WHERE op=? AND seen=2");
    const auto there = held.bind(operationId).next();
    if (!there) {
        return fail(there.error());
    }
    return *there ? noteShown(operationId, true)
                  : fail(ErrorCode::NotFound, u"this text is not held back, or not any more"_s);
}

Result<> ForumWork::markSeen(const QByteArray &operationId)
{
    Statement set(m_core.db, "UPDATE forum_sent SET seen = CASE seen WHEN 0 THEN 3 ELSE 1 END WHERE op=?");
    return set.bind(operationId).run();
}

Result<> ForumWork::markTopicSeen(qint64 topicId)
{
    Statement set(m_core.db,
                  "UPDATE forum_sent SET seen=1 WHERE topic=? AND post=0 AND seen=0 AND kind<>'topic'");
    return set.bind(topicId).run();
}

Result<> ForumWork::markGone(qint64 topicId, qint64 postId)
{
    Statement set(m_core.db,
                  "UPDATE forum_sent SET seen=1 WHERE (topic=?1 AND ?1<>0) OR (post=?2 AND ?2<>0)");
    return set.bind(topicId, postId).run();
}

Result<std::vector<SentText>> ForumWork::sentTexts(int most)
{
    Statement list(m_core.db,
                   "SELECT op, topic, post, seen=2 FROM forum_sent WHERE seen<>1"
                   " AND (post<>0 OR (topic<>0 AND kind='topic')) ORDER BY seen=2, at DESC LIMIT ?");
    return allRows<SentText>(list.bind(most), [](const Statement &row) {
        return SentText{row.blob(0), row.integer(1), row.integer(2), row.integer(3) != 0};
    });
}

Result<> ForumWork::noteShown(const QByteArray &operationId, bool shown)
{
    Statement set(m_core.db, "UPDATE forum_sent SET seen=? WHERE op=?");
    return set.bind(shown ? int{kSettled} : int{kHeld}, operationId).run();
}

Result<> ForumWork::noteSent(const OutboxEntry &entry, qint64 topicId, qint64 postId)
{
    if (!becomesPost(entry.kind)) {
        return {};
    }
    Statement put(m_core.db, "INSERT OR REPLACE INTO forum_sent VALUES(?,?,?,?,?,?,?,0)");
    return put
        .bind(entry.operationId, toString(entry.kind), topicId, postId, packBytes(entry.body), entry.madeUtc,
              m_core.clock.nowUtc())
        .run();
}

Result<bool> ForumWork::isPostOurs(qint64 postId)
{
    Statement find(m_core.db, "SELECT 1 FROM forum_sent WHERE post=?1 AND ?1<>0 LIMIT 1");
    return find.bind(postId).next();
}

Result<bool> ForumWork::isTopicOurs(qint64 topicId)
{
    Statement find(m_core.db, "SELECT 1 FROM forum_sent WHERE topic=? AND kind='topic' LIMIT 1");
    return find.bind(topicId).next();
}

Result<QByteArray> ForumWork::state(const char *key)
{
    Statement find(m_core.db, "SELECT value FROM forum_state WHERE key=?");
    const auto row = find.bind(QString::fromLatin1(key)).next();
    if (!row) {
        return fail(row.error());
    }
    return *row ? find.blob(0) : QByteArray();
}

Result<> ForumWork::setState(const char *key, const QByteArray &value)
{
    Statement put(m_core.db, "INSERT OR REPLACE INTO forum_state VALUES(?,?)");
    return put.bind(QString::fromLatin1(key), value).run();
}

Result<QDateTime> ForumWork::firstPull()
{
    const auto known = state(kFirstPull);
    if (!known) {
        return fail(known.error());
    }
    if (!known->isEmpty()) {
        return timeFrom(*known);
    }
    const QDateTime now = m_core.clock.nowUtc();
    if (auto done = setState(kFirstPull, QByteArray::number(now.toMSecsSinceEpoch())); !done) {
        return fail(done.error());
    }
    return now;
}

Result<ForumLimits> ForumWork::limits()
{
    const auto stored = state(kLimits);
    if (!stored) {
        return fail(stored.error());
    }
    const QJsonObject json = QJsonDocument::fromJson(*stored).object();
    ForumLimits limits;
    limits.days = std::max(0, json.value("days"_L1).toInt(limits.days));
    limits.bytes = std::max<qint64>(1, json.value("bytes"_L1).toInteger(limits.bytes));
    limits.onlyFollowed = json.value("only_followed"_L1).toBool();
    return limits;
}

Result<> ForumWork::setLimits(const ForumLimits &limits)
{
    const QJsonObject json{
        {u"days"_s, limits.days}, {u"bytes"_s, limits.bytes}, {u"only_followed"_s, limits.onlyFollowed}};
    return setState(kLimits, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<QDateTime> ForumWork::notificationsReadTo()
{
    const auto stored = state(kNotificationsRead);
    if (!stored) {
        return fail(stored.error());
    }
    return timeFrom(*stored);
}

Result<> ForumWork::setNotificationsRead()
{
    return setState(kNotificationsRead, QByteArray::number(m_core.clock.nowUtc().toMSecsSinceEpoch()));
}

Result<QSet<QString>> ForumWork::readBlogPosts()
{
    const auto stored = state(kBlogRead);
    if (!stored) {
        return fail(stored.error());
    }
    QSet<QString> slugs;
    for (const QJsonValue &each : QJsonDocument::fromJson(*stored).array()) {
        slugs.insert(each.toString());
    }
    return slugs;
}

Result<> ForumWork::setBlogPostRead(const QString &slug)
{
    auto slugs = readBlogPosts();
    if (!slugs) {
        return fail(slugs.error());
    }
    slugs->insert(slug);
    QJsonArray json;
    for (const QString &each : std::as_const(*slugs)) {
        json.append(each);
    }
    return setState(kBlogRead, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace studio::store
