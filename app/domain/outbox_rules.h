#pragma once

#include "domain/outbox.h"
#include "domain/progress.h"

#include <chrono>
#include <vector>

namespace studio {

// What the platform has to hear of a change. Pure: the store calls these inside the transaction of the
// change, so that neither is ever there without the other. Entries come without seq, operationId and time.

/// Longer code is not sent as a submission: the platform refuses it.
constexpr qsizetype kLongestSubmission = 10'000; // characters

/// Only lessons of the classic catalogue have a place for progress on the platform. Time is not in here.
std::vector<OutboxEntry> operationsFor(const QString &courseId, const QString &lessonId,
                                       const LessonProgress &before, const LessonProgress &after);

/// Time goes out in whole minutes; what is left over waits here for the next.
struct TimeToSend
{
    std::chrono::milliseconds left{0};
    std::optional<OutboxEntry> operation;
};

TimeToSend timeToSend(const QString &courseId, const QString &lessonId, std::chrono::milliseconds unsent);

/// `answersHavePlace`: the platform said that it keeps answers.
std::vector<OutboxEntry> operationsFor(const Attempt &attempt, bool answersHavePlace);

/// Nothing for a course that is not from the platform. `wanted`: to be enrolled.
std::optional<OutboxEntry> enrolmentOperation(const QString &courseId, bool wanted);

OutboxEntry notesOperation(const QString &courseId, const QString &lessonId, const QString &notes);
OutboxEntry completeOperation(const QString &courseId, const QString &lessonId);

/// Whether `later` takes the place of `earlier`, which nobody has begun to send.
bool replaces(const OutboxEntry &later, const OutboxEntry &earlier);
/// The body of the two together: the newest, or the sum of minutes. Only when replaces().
QByteArray joinedBody(const OutboxEntry &earlier, const OutboxEntry &later);

// The values in a body; nothing when it is not one of that kind.
std::optional<qint64> positionIn(const OutboxEntry &entry); ///< Per mille.
std::optional<bool> bookmarkIn(const OutboxEntry &entry);
std::optional<QString> notesIn(const OutboxEntry &entry);
std::optional<qint64> minutesIn(const OutboxEntry &entry);
std::optional<QString> codeIn(const OutboxEntry &entry);

} // namespace studio
