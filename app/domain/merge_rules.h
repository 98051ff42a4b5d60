#pragma once

#include "domain/progress.h"

#include <chrono>
#include <optional>

namespace studio {

/// One lesson's progress as the platform has it.
struct PlatformLesson
{
    QString courseId;
    QString lessonId;
    qint64 rowId = 0; ///< Of the platform's progress row; 0 when not known.
    bool done = false;
    qint64 position = 0; ///< Per mille by this program; others may write anything from 0 up.
    bool bookmarked = false;
    QString notes = {};
    qint64 minutes = 0;

    bool operator==(const PlatformLesson &) const = default;
};

/// What this computer has not told the platform yet of one lesson.
struct PendingLesson
{
    bool complete = false;
    bool position = false;
    bool bookmark = false;
    bool notes = false;
    std::chrono::milliseconds time{0}; ///< Waiting, kept, and the part of a minute that is not sent.
};

struct MergedLesson
{
    LessonProgress progress;
    bool changed = false;
    bool notesConflict = false; ///< Both sides changed them; `progress` has ours.
    bool lostThere = false; ///< Done here, not there, and nothing on its way says so.
};

/// Progress of two computers, by rule: done if it is done on either; bookmark, position and notes from the
/// side that changed them since `seen`, which is what the platform had the last time; the longer time. A
/// field that still waits to be sent is not touched.
MergedLesson mergeLesson(const LessonProgress &here, const PendingLesson &pending, const PlatformLesson &seen,
                         const PlatformLesson &there);

} // namespace studio
