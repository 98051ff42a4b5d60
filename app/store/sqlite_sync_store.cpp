#include "store/sqlite_sync_store.h"

#include "domain/forum_outbox.h"
#include "domain/outbox_rules.h"
#include "store/forum/forum_work.h"
#include "store/store_core.h"
#include "store/sync_work.h"

namespace studio::store {

using namespace Qt::StringLiterals;

SqliteSyncStore::SqliteSyncStore(StoreCore &core)
    : m_core(core)
{
}

SqliteSyncStore::~SqliteSyncStore() = default;

void SqliteSyncStore::onQueued(std::function<void()> call)
{
    m_core.thread
        .run([this, call = std::move(call)]() -> Result<> {
            m_core.onQueued = call;
            return {};
        })
        .waitForFinished();
}

Result<std::optional<Account>> SqliteSyncStore::account()
{
    return m_core.thread.run([this] { return m_core.tables.sync.account(); }).takeResult();
}

Result<> SqliteSyncStore::link(const Account &account)
{
    return m_core.write([&] { return m_core.tables.sync.link(account); }).takeResult();
}

Result<QStringList> SqliteSyncStore::capabilities()
{
    const auto stored
        = m_core.thread.run([this] { return m_core.tables.sync.state(u"capabilities"_s); }).takeResult();
    if (!stored) {
        return fail(stored.error());
    }
    return QString::fromUtf8(*stored).split(u'\n', Qt::SkipEmptyParts);
}

Result<> SqliteSyncStore::setCapabilities(const QStringList &names)
{
    return m_core
        .write([&] { return m_core.tables.sync.setState(u"capabilities"_s, names.join(u'\n').toUtf8()); })
        .takeResult();
}

Result<SyncCounts> SqliteSyncStore::counts()
{
    return m_core.thread
        .run([this]() -> Result<SyncCounts> {
            const auto waiting = m_core.tables.outbox.count();
            const auto kept = m_core.tables.outbox.keptCount();
            const auto conflicts = m_core.tables.sync.conflictCount();
            const auto sent = m_core.tables.outbox.timeSentCount();
            for (const auto *each : {&waiting, &kept, &conflicts, &sent}) {
                if (!*each) {
                    return fail(each->error());
                }
            }
            return SyncCounts{*waiting, *kept, *conflicts, *sent};
        })
        .takeResult();
}

Result<std::vector<OutboxEntry>> SqliteSyncStore::waiting()
{
    // Writes when it meets a damaged entry.
    return m_core.write([this] { return m_core.tables.outbox.list(); }).takeResult();
}

Result<> SqliteSyncStore::markSent(const OutboxEntry &entry, std::optional<qint64> base)
{
    return m_core.write([&] { return m_core.tables.outbox.setSent(entry, base); }).takeResult();
}

Result<> SqliteSyncStore::markNew(const OutboxEntry &entry)
{
    return m_core.write([&] { return m_core.tables.outbox.setNew(entry); }).takeResult();
}

Result<> SqliteSyncStore::confirm(const OutboxEntry &entry)
{
    return m_core.write([&] { return confirmEntry(m_core.tables, entry); }).takeResult();
}

Result<> SqliteSyncStore::noteForumSent(const OutboxEntry &entry, qint64 topicId, qint64 postId)
{
    return m_core
        .write([&]() -> Result<> {
            if (auto done = confirmEntry(m_core.tables, entry); !done) {
                return done;
            }
            return ForumWork(m_core).noteSent(entry, topicId, postId);
        })
        .takeResult();
}

Result<bool> SqliteSyncStore::isForumPostOurs(qint64 postId)
{
    return m_core.thread.run([&] { return ForumWork(m_core).isPostOurs(postId); }).takeResult();
}

Result<bool> SqliteSyncStore::isForumTopicOurs(qint64 topicId)
{
    return m_core.thread.run([&] { return ForumWork(m_core).isTopicOurs(topicId); }).takeResult();
}

Result<> SqliteSyncStore::postpone(const OutboxEntry &entry)
{
    return m_core.write([&] { return m_core.tables.outbox.setTries(entry); }).takeResult();
}

Result<> SqliteSyncStore::keep(const KeptWork &work)
{
    return m_core.write([&] { return m_core.tables.outbox.keep(work); }).takeResult();
}

Result<> SqliteSyncStore::setEnrolled(const QString &courseId, bool wanted)
{
    return m_core.write([&] { return wantEnrolment(m_core.tables, courseId, wanted); }).takeResult();
}

Result<std::optional<bool>> SqliteSyncStore::enrolled(const QString &courseId)
{
    const auto known = m_core.thread.run([&] { return m_core.tables.sync.enrolment(courseId); }).takeResult();
    if (!known) {
        return fail(known.error());
    }
    return known->wanted ? known->wanted : known->seen;
}

Result<std::vector<KeptWork>> SqliteSyncStore::kept()
{
    return m_core.thread.run([this] { return m_core.tables.outbox.kept(); }).takeResult();
}

Result<> SqliteSyncStore::retryKept(qint64 seq)
{
    return m_core.write([&] { return requeueKept(m_core.tables, seq); }).takeResult();
}

Result<> SqliteSyncStore::discardKept(qint64 seq)
{
    return m_core.write([&] { return m_core.tables.outbox.removeKept(seq); }).takeResult();
}

Result<std::optional<PlatformLesson>> SqliteSyncStore::platformLesson(const QString &courseId,
                                                                      const QString &lessonId)
{
    return m_core.thread.run([&] { return m_core.tables.sync.seenLesson(courseId, lessonId); }).takeResult();
}

Result<std::vector<PlatformLesson>> SqliteSyncStore::platformLessons()
{
    return m_core.thread.run([this] { return m_core.tables.sync.seenLessons(); }).takeResult();
}

Result<> SqliteSyncStore::noteSeen(const PlatformLesson &lesson)
{
    return m_core.write([&] { return m_core.tables.sync.noteSeen(lesson); }).takeResult();
}

Result<PullOutcome> SqliteSyncStore::applySweep(const Sweep &sweep, const PullAnswer &answer)
{
    return m_core.write([&] { return applySweepTo(m_core.tables, sweep, answer, m_core.clock.nowUtc()); })
        .takeResult();
}

Result<std::optional<PlatformAnswer>> SqliteSyncStore::platformAnswer(const QString &courseId,
                                                                      const QString &exerciseId)
{
    return m_core.thread.run([&] { return m_core.tables.sync.seenAnswer(courseId, exerciseId); })
        .takeResult();
}

Result<> SqliteSyncStore::noteSeenAnswer(const PlatformAnswer &answer)
{
    return m_core.write([&] { return m_core.tables.sync.noteSeenAnswer(answer); }).takeResult();
}

Result<bool> SqliteSyncStore::mergeAnswer(const PlatformAnswer &answer)
{
    return m_core.write([&] { return mergeAnswerInto(m_core.tables, answer, m_core.clock.nowUtc()); })
        .takeResult();
}

Result<QByteArray> SqliteSyncStore::cursor(const QString &name)
{
    return m_core.thread.run([&] { return m_core.tables.sync.cursor(name); }).takeResult();
}

Result<> SqliteSyncStore::setCursor(const QString &name, const QByteArray &value)
{
    return m_core.write([&] { return m_core.tables.sync.setCursor(name, value); }).takeResult();
}

Result<std::vector<SyncConflict>> SqliteSyncStore::conflicts()
{
    return m_core.thread.run([this] { return m_core.tables.sync.conflicts(); }).takeResult();
}

Result<> SqliteSyncStore::addConflict(const OutboxEntry &entry, const PlatformLesson &there)
{
    return m_core
        .write([&]() -> Result<> {
            WorkTables &tables = m_core.tables;
            if (auto done = tables.outbox.remove(entry); !done) {
                return done;
            }
            if (auto done = tables.sync.noteSeen(there); !done) {
                return done;
            }
            const auto here = tables.progress.lesson(entry.courseId, entry.itemId);
            if (!here) {
                return fail(here.error());
            }
            return tables.sync.addConflict(
                {0, entry.courseId, entry.itemId, u"notes"_s, here->notes, there.notes, entry.madeUtc, {}});
        })
        .takeResult();
}

Result<> SqliteSyncStore::addConflict(const OutboxEntry &entry, const PlatformAnswer &there)
{
    return m_core
        .write([&]() -> Result<> {
            WorkTables &tables = m_core.tables;
            if (auto done = tables.outbox.remove(entry); !done) {
                return done;
            }
            if (auto done = tables.sync.noteSeenAnswer(there); !done) {
                return done;
            }
            return tables.sync.addConflict({0,
                                            entry.courseId,
                                            entry.itemId,
                                            u"answer"_s,
                                            codeIn(entry).value_or(QString()),
                                            there.code,
                                            entry.madeUtc,
                                            {}});
        })
        .takeResult();
}

Result<> SqliteSyncStore::addConflict(const OutboxEntry &entry, const ForumPost &there)
{
    return m_core
        .write([&]() -> Result<> {
            const auto writing = writingFrom(entry);
            if (!writing || writing->kind != WritingKind::EditPost) {
                return fail(ErrorCode::InvalidData, u"entry %1 edits no post"_s.arg(entry.seq));
            }
            if (auto done = m_core.tables.outbox.remove(entry); !done) {
                return done;
            }
            return m_core.tables.sync.addConflict({0, u"topic/%1"_s.arg(writing->topicId),
                                                   u"post/%1"_s.arg(writing->postId),
                                                   QString::fromLatin1(kPostConflict), writing->text,
                                                   there.text, entry.madeUtc, there.updatedUtc});
        })
        .takeResult();
}

Result<> SqliteSyncStore::resolveConflict(qint64 id, ConflictChoice choice)
{
    return m_core.write([&] { return resolveConflictIn(m_core.tables, id, choice, m_core.clock.nowUtc()); })
        .takeResult();
}

Result<QByteArray> SqliteSyncStore::generation()
{
    return m_core.thread.run([this] { return m_core.tables.sync.state(u"generation"_s); }).takeResult();
}

Result<bool> SqliteSyncStore::restored()
{
    const auto state
        = m_core.thread.run([this] { return m_core.tables.sync.state(u"restored"_s); }).takeResult();
    if (!state) {
        return fail(state.error());
    }
    return !state->isEmpty();
}

Result<> SqliteSyncStore::markRestored()
{
    return m_core.write([this] { return m_core.tables.sync.markRestored(); }).takeResult();
}

Result<> SqliteSyncStore::confirmRestored(bool send)
{
    return m_core
        .write([&]() -> Result<> {
            if (!send) {
                if (auto done = keepAllWaiting(m_core.tables); !done) {
                    return done;
                }
            }
            return m_core.tables.sync.setState(u"restored"_s, {});
        })
        .takeResult();
}

Result<> SqliteSyncStore::log(const std::vector<SyncLogLine> &lines)
{
    return m_core.write([&] { return m_core.tables.sync.log(lines); }).takeResult();
}

Result<std::vector<SyncLogLine>> SqliteSyncStore::logLines()
{
    return m_core.thread.run([this] { return m_core.tables.sync.logLines(); }).takeResult();
}

} // namespace studio::store
