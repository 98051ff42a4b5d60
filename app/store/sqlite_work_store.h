#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/work_store.h"
#include "store/forum/forum_core.h"
#include "store/forum/sqlite_forum_store.h"
#include "store/search/sqlite_search_index.h"
#include "store/sqlite_sync_store.h"
#include "store/store_core.h"

namespace studio::store {

/// WorkStore on one work.db. Every call that writes is one transaction. Use openWorkStore() to make one.
class SqliteWorkStore final : public WorkStore
{
    Q_DISABLE_COPY_MOVE(SqliteWorkStore)

public:
    SqliteWorkStore(QString folder, Database db, const Clock &clock);
    /// Does what is queued, and closes the file.
    ~SqliteWorkStore() override;

    QFuture<Result<Profile>> profile() override;
    QFuture<Result<>> renameProfile(const QString &name) override;

    QFuture<Result<CourseProgress>> courseProgress(const QString &courseId) override;
    QFuture<Result<QHash<QString, CourseProgress>>> allProgress() override;
    QFuture<Result<>> saveLesson(const QString &courseId, const QString &lessonId,
                                 const LessonProgress &progress) override;
    QFuture<Result<>> addTime(const QString &courseId, const QString &lessonId, const QString &exerciseId,
                              std::chrono::seconds spent) override;
    QFuture<Result<>> saveHintsOpened(const QString &courseId, const QString &exerciseId,
                                      int opened) override;
    QFuture<Result<std::vector<DayActivity>>> activity(const QDate &from, const QDate &to) override;

    QFuture<Result<ExerciseProgress>> recordAttempt(const Attempt &attempt) override;
    QFuture<Result<std::vector<Attempt>>> attempts(const QString &courseId,
                                                   const QString &exerciseId) override;

    QFuture<Result<std::optional<Document>>> openDocument(const DocumentId &id) override;
    QFuture<Result<>> saveDocument(const Document &document) override;
    QFuture<Result<qint64>> keepVersion(const Document &document, VersionReason reason) override;
    QFuture<Result<std::vector<DocumentVersion>>> versions(const DocumentId &id) override;
    QFuture<Result<QString>> versionText(qint64 versionId) override;
    QFuture<Result<std::vector<Document>>> documents(const QString &keyPrefix) override;
    QFuture<Result<>> removeDocument(const DocumentId &id) override;
    QFuture<Result<>> restoreDocument(const DocumentId &id) override;

    QFuture<Result<QHash<QString, QByteArray>>> settings() override;
    QFuture<Result<>> saveSetting(const QString &key, const QByteArray &json) override;
    QFuture<Result<>> savePlace(const Place &place) override;
    QFuture<Result<std::optional<Place>>> lastPlace() override;

    QFuture<Result<>> flush() override;

    SyncStore &sync() { return m_sync; }

    ForumStore &forum() { return m_forum; }

    ForumCopy &forumCopy() { return m_forumCopy; }

    SearchIndex &search() { return m_search; }

private:
    /// Daily: thin the journal, make a backup.
    void upkeep();

    StoreCore m_core;
    SqliteSyncStore m_sync{m_core};
    ForumCore m_forumCore; ///< Opens its file when the forum is first asked for.
    SqliteForumStore m_forum{m_forumCore};
    SqliteForumCopy m_forumCopy{m_forumCore};
    SqliteSearchIndex m_search; ///< Reads the file of m_forumCore.
};

} // namespace studio::store
