#pragma once

#include "store/attempt_repository.h"
#include "store/journal.h"
#include "store/progress_repository.h"
#include "store/settings_repository.h"

namespace studio::store {

/// The repositories of one work.db, and what takes several of them. Opens no transaction.
struct WorkTables
{
    WorkTables(Database &db, const Clock &clock);

    Result<ExerciseProgress> recordAttempt(const Attempt &attempt);

    ProgressRepository progress;
    AttemptRepository attempts;
    Journal journal;
    SettingsRepository settings;
};

} // namespace studio::store
