#pragma once

#include "store/attempt_repository.h"
#include "store/journal.h"
#include "store/progress_repository.h"
#include "store/settings_repository.h"
#include "store/sync_tables.h"

namespace studio::store {

/// The repositories of one work.db, and what takes several of them. Opens no transaction.
struct WorkTables
{
    WorkTables(Database &db, const Clock &clock);

    Result<ExerciseProgress> recordAttempt(const Attempt &attempt);

    // An action and what the platform has to hear of it.
    Result<> saveLessonAndQueue(const QString &courseId, const QString &lessonId,
                                const LessonProgress &progress, const QDateTime &nowUtc);
    Result<> addTimeAndQueue(const QString &courseId, const QString &lessonId, const QString &exerciseId,
                             std::chrono::milliseconds spent, const QDateTime &nowUtc);
    Result<ExerciseProgress> recordAttemptAndQueue(const Attempt &attempt);

    ProgressRepository progress;
    AttemptRepository attempts;
    Journal journal;
    SettingsRepository settings;
    OutboxTable outbox;
    SyncTables sync;

private:
    Result<> queueTime(const QString &courseId, const QString &lessonId, std::chrono::milliseconds spent);
};

/// The platform said that it keeps answers.
inline constexpr auto kAnswersCapability = "exercise_answers";

} // namespace studio::store
