#pragma once

#include "domain/ports/sync_store.h"

namespace studio::store {

struct StoreCore;

/// SyncStore on the same file and thread as SqliteWorkStore. Must not be called on the store's own thread.
class SqliteSyncStore final : public SyncStore
{
    Q_DISABLE_COPY_MOVE(SqliteSyncStore)

public:
    explicit SqliteSyncStore(StoreCore &core);
    ~SqliteSyncStore() override;

    Result<std::optional<Account>> account() override;
    Result<> link(const Account &account) override;
    Result<QStringList> capabilities() override;
    Result<> setCapabilities(const QStringList &names) override;

    Result<SyncCounts> counts() override;
    Result<std::vector<OutboxEntry>> waiting() override;
    Result<> markSent(const OutboxEntry &entry, std::optional<qint64> base) override;
    Result<> markNew(const OutboxEntry &entry) override;
    Result<> confirm(const OutboxEntry &entry) override;
    Result<> noteForumSent(const OutboxEntry &entry, qint64 topicId, qint64 postId) override;
    Result<bool> isForumPostOurs(qint64 postId) override;
    Result<bool> isForumTopicOurs(qint64 topicId) override;
    Result<> postpone(const OutboxEntry &entry) override;
    Result<> keep(const KeptWork &work) override;
    Result<> setEnrolled(const QString &courseId, bool wanted) override;
    Result<std::optional<bool>> enrolled(const QString &courseId) override;

    Result<std::vector<KeptWork>> kept() override;
    Result<> retryKept(qint64 seq) override;
    Result<> discardKept(qint64 seq) override;

    Result<std::optional<PlatformLesson>> platformLesson(const QString &courseId,
                                                         const QString &lessonId) override;
    Result<std::vector<PlatformLesson>> platformLessons() override;
    Result<> noteSeen(const PlatformLesson &lesson) override;
    Result<PullOutcome> applySweep(const Sweep &sweep, const PullAnswer &answer) override;
    Result<std::optional<PlatformAnswer>> platformAnswer(const QString &courseId,
                                                         const QString &exerciseId) override;
    Result<> noteSeenAnswer(const PlatformAnswer &answer) override;
    Result<bool> mergeAnswer(const PlatformAnswer &answer) override;
    Result<QByteArray> cursor(const QString &name) override;
    Result<> setCursor(const QString &name, const QByteArray &value) override;

    Result<std::vector<SyncConflict>> conflicts() override;
    Result<> addConflict(const OutboxEntry &entry, const PlatformLesson &there) override;
    Result<> addConflict(const OutboxEntry &entry, const PlatformAnswer &there) override;
    Result<> addConflict(const OutboxEntry &entry, const ForumPost &there) override;
    Result<> resolveConflict(qint64 id, ConflictChoice choice) override;

    Result<QByteArray> generation() override;
    Result<bool> restored() override;
    Result<> markRestored() override;
    Result<> confirmRestored(bool send) override;
    Result<> log(const std::vector<SyncLogLine> &lines) override;
    Result<std::vector<SyncLogLine>> logLines() override;

    void onQueued(std::function<void()> call) override;

private:
    StoreCore &m_core;
};

} // namespace studio::store
