#pragma once

#include "domain/ports/sync_store.h"
#include "store/outbox_table.h"

namespace studio::store {

/// The account, what the platform had when it was last seen, conflicts and the state of sync. Opens no
/// transaction; whoever calls it does.
class SyncTables final
{
public:
    SyncTables(Database &db, const Clock &clock);

    Result<std::optional<Account>> account();
    Result<> link(const Account &account);

    Result<std::optional<PlatformLesson>> seenLesson(const QString &courseId, const QString &lessonId);
    Result<> noteSeen(const PlatformLesson &lesson);
    Result<std::vector<PlatformLesson>> seenLessons();
    Result<std::optional<PlatformAnswer>> seenAnswer(const QString &courseId, const QString &exerciseId);
    Result<> noteSeenAnswer(const PlatformAnswer &answer);

    struct Enrolment
    {
        std::optional<bool> wanted;
        std::optional<bool> seen;
    };

    Result<Enrolment> enrolment(const QString &courseId);
    Result<> setEnrolment(const QString &courseId, const Enrolment &enrolment);
    Result<std::vector<std::pair<QString, Enrolment>>> enrolments();

    Result<std::vector<SyncConflict>> conflicts();
    Result<> addConflict(const SyncConflict &conflict);
    Result<> removeConflict(qint64 id); ///< NotFound
    Result<int> conflictCount();

    Result<QByteArray> cursor(const QString &name);
    Result<> setCursor(const QString &name, const QByteArray &value);
    Result<QByteArray> state(const QString &key); ///< Empty when unset.
    Result<> setState(const QString &key, const QByteArray &value);
    /// The file is a copy of an older one: nothing goes out before somebody says so.
    Result<> markRestored();

    Result<> log(const std::vector<SyncLogLine> &lines);
    Result<std::vector<SyncLogLine>> logLines();

private:
    Database &m_db;
    const Clock &m_clock;
};

} // namespace studio::store
