#include "domain/merge_rules.h"

#include <algorithm>

namespace studio {

MergedLesson mergeLesson(const LessonProgress &here, const PendingLesson &pending, const PlatformLesson &seen,
                         const PlatformLesson &there)
{
    MergedLesson merged;
    LessonProgress &progress = merged.progress;
    progress = here;
    progress.read = here.read || there.done;
    merged.lostThere = here.read && !there.done && !pending.complete;
    if (!pending.bookmark && there.bookmarked != seen.bookmarked) {
        progress.bookmarked = there.bookmarked;
    }
    if (!pending.position && there.position != seen.position) {
        progress.position = static_cast<double>(std::clamp<qint64>(there.position, 0, 1000)) / 1000;
    }
    if (!pending.notes && there.notes != seen.notes && there.notes != here.notes) {
        if (here.notes == seen.notes) {
            progress.notes = there.notes;
        } else {
            merged.notesConflict = true;
        }
    }
    const auto known = std::chrono::minutes(std::max<qint64>(there.minutes, 0)) + pending.time;
    progress.timeSpent = std::max(here.timeSpent, std::chrono::duration_cast<std::chrono::seconds>(known));
    merged.changed = progress.read != here.read || progress.bookmarked != here.bookmarked
        || progress.position != here.position || progress.notes != here.notes
        || progress.timeSpent != here.timeSpent;
    return merged;
}

} // namespace studio
