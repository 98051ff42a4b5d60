#include "store/work_tables.h"

namespace studio::store {

WorkTables::WorkTables(Database &db, const Clock &clock)
    : progress(db)
    , attempts(db)
    , journal(db, clock)
    , settings(db)
{
}

Result<ExerciseProgress> WorkTables::recordAttempt(const Attempt &attempt)
{
    auto counted = progress.countAttempt(attempt);
    if (!counted) {
        return counted;
    }
    const auto course = progress.courseRow(attempt.courseId, attempt.atUtc);
    if (!course) {
        return fail(course.error());
    }
    const DocumentId document = DocumentId::forAnswer(attempt.courseId, attempt.exerciseId);
    const auto version = journal.keepBeside(document, attempt.answer, VersionReason::Checked, attempt.atUtc);
    if (!version) {
        return fail(version.error());
    }
    if (auto done = attempts.insert(*course, attempt, *version); !done) {
        return fail(std::move(done).error());
    }
    return counted;
}

} // namespace studio::store
