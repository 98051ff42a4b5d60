#pragma once

#include "domain/verdict.h"

#include <QDateTime>
#include <QHash>

#include <chrono>

namespace studio {

struct Profile
{
    QString id; ///< Its folder's name.
    QString name; ///< What the person is called; may be empty.
    QDateTime createdUtc;
};

struct LessonProgress
{
    bool read = false; ///< Reached the end, or marked as read.
    bool bookmarked = false;
    double position = 0; ///< Scroll position, 0 to 1.
    std::chrono::seconds timeSpent{0};
    QDateTime lastSeenUtc;
    QString notes = {}; ///< The person's own, plain text.
};

struct ExerciseProgress
{
    bool passed = false;
    int attempts = 0;
    int failedAttempts
        = 0; ///< Checks before the first pass that were the learner's, not the exercise's, failure.
    std::chrono::seconds timeSpent{0};
    int hintsOpened = 0;
    QDateTime passedUtc;
    QDateTime lastSeenUtc;
};

/// All that is known of one person in one course.
struct CourseProgress
{
    QHash<QString, LessonProgress> lessons; ///< By lesson id.
    QHash<QString, ExerciseProgress> exercises; ///< By exercise id.
};

/// One check of one version of an answer.
struct Attempt
{
    qint64 id = 0;
    QString courseId;
    QString exerciseId;
    QDateTime atUtc;
    QString answer;
    Outcome outcome = Outcome::Wrong;
    QString detail; ///< The verdict in short, JSON; empty for none.
};

/// The place in the window to come back to.
struct Place
{
    QString page; ///< `home`, `courses`, `course`, `lesson`, `exercise`, `playground`, `settings`
    QString courseId;
    QString itemId; ///< Lesson, exercise or document.

    bool operator==(const Place &) const = default;
};

struct DayActivity
{
    QDate day; ///< In the person's time zone.
    std::chrono::seconds time{0};
    int solved = 0;
};

/// A text under continuous saving: an answer, or a playground program.
struct DocumentId
{
    QString key; ///< `answer/<course>/<exercise>` or `playground/<uuid>`

    static DocumentId forAnswer(const QString &courseId, const QString &exerciseId);
    static DocumentId forPlayground(const QString &id);
    bool operator==(const DocumentId &) const = default;
};

enum class VersionReason { Typed, Run, Checked, Opened, Restored, Reset };

QString toString(VersionReason reason);
std::optional<VersionReason> versionReasonFrom(const QString &name);

/// One version of a document that can be had back.
struct DocumentVersion
{
    qint64 id = 0;
    QDateTime atUtc;
    VersionReason reason = VersionReason::Typed;
    int length = 0; ///< UTF-16 units.
};

struct Document
{
    DocumentId id;
    QString title;
    QString text;
    int caret = 0; ///< UTF-16 offset
    QDateTime changedUtc;
};

} // namespace studio
