#pragma once

#include "sync/http/http_transport.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace studio::sync {

/// `request` with the token, and closed to whoever else reads headers: never a cookie (a stale one would
/// outrank it).
HttpRequest withBearer(HttpRequest request, const QByteArray &token);

/// Names the operation, so that a repaired platform does it once however often it arrives; the platform as it
/// is deployed takes no notice. `operationId` is raw bytes.
HttpRequest onceOnly(HttpRequest request, const QByteArray &operationId);

/// What PATCH changes in a row of progress: absolute values, repeatable.
struct ProgressPatch
{
    std::optional<qint64> minutes;
    std::optional<qint64> position;
    std::optional<bool> bookmarked;
    std::optional<QString> notes;
};

/// The requests of learning: addresses, bodies, and what each needs of its connection. Sign-in makes its own.
/// Addresses end in a slash, or the platform would answer with a redirect that loses the body.
///
/// `madeUtc`, where a function takes it, is sent as `occurred_at` when valid; only a repaired platform heeds
/// it.
class Endpoints
{
public:
    /// `server` as in Account::server: no `/api`, no final slash.
    explicit Endpoints(const QString &server);

    QByteArray host() const { return m_host; } ///< With port; what a redirect has to stay at.

    QByteArray server() const { return m_server; }

    // What the platform can do, and who one is.
    HttpRequest capabilities() const;
    HttpRequest authUser() const;
    HttpRequest me() const;
    HttpRequest patchMe(const QString &firstName,
                        const QString &lastName) const; ///< Nothing else: `is_active` would lock out.
    HttpRequest notifications(int page) const;
    HttpRequest markNotificationRead(qint64 id) const;

    // Progress of lessons (plain tables only).
    HttpRequest startLesson(qint64 lesson, const QDateTime &madeUtc = {}) const;
    HttpRequest completeLesson(qint64 lesson, const QDateTime &madeUtc = {}) const;
    HttpRequest position(qint64 lesson, qint64 position) const; ///< Absolute; cut to what the platform takes.
    /// Adds, each time it arrives: on a fresh connection, verified by reading.
    HttpRequest addMinutes(qint64 lesson, qint64 position, qint64 minutes) const;
    HttpRequest bookmark(qint64 lesson, bool bookmarked) const;
    HttpRequest lessonProgress(qint64 lesson) const;
    HttpRequest progressRows(int page, const QDateTime &updatedSinceUtc = {}) const;
    HttpRequest patchProgress(qint64 row, const ProgressPatch &patch) const;

    // Answers.
    HttpRequest submit(qint64 exercise, const QString &code,
                       const QDateTime &madeUtc = {}) const; ///< Fresh connection.
    HttpRequest submissions(qint64 exercise) const; ///< Repaired platform.
    HttpRequest exerciseAnswer(const QString &catalogue, qint64 exercise) const; ///< `legacy`, `cms`
    HttpRequest exerciseAnswers(int page, const QDateTime &updatedSinceUtc = {}) const;
    /// `ifVersion`: only while the row has that version; 0: only while there is none; nothing: in any case.
    HttpRequest putExerciseAnswer(const QString &catalogue, qint64 exercise, const QJsonObject &values,
                                  std::optional<qint64> ifVersion) const;

    // Enrolling.
    HttpRequest enrolClassic(qint64 course) const;
    HttpRequest leaveClassic(qint64 course) const; ///< Its connection is closed: bytes follow the 204.
    HttpRequest enrolments(int page, const QDateTime &updatedSinceUtc = {}) const;
    HttpRequest enrolPages(const QString &slug) const;
    HttpRequest leavePages(const QString &slug) const;
    HttpRequest pagesEnrolment(const QString &slug) const;

    // Content of the plain tables. Needs a token.
    HttpRequest categories(int page) const;
    HttpRequest classicCourses(int page) const;
    HttpRequest classicCourse(qint64 course) const;
    HttpRequest classicCourseLessons(qint64 course) const;
    HttpRequest lessons(int page) const;
    HttpRequest lesson(qint64 lesson) const;
    HttpRequest classicExercises(int page) const;
    HttpRequest classicExercise(qint64 exercise) const;
    HttpRequest testCases(qint64 exercise) const;

    // Content of the CMS. Public; a bad token would spoil it.
    HttpRequest learningIndex() const;
    HttpRequest pageCourses() const; ///< One page with all.
    HttpRequest pageCourse(const QString &slug) const;
    HttpRequest pageCourseExercises(const QString &slug) const;
    HttpRequest pageLesson(const QString &course, const QString &lesson) const;
    HttpRequest pageExercises() const; ///< One page with all.
    HttpRequest pageExercise(const QString &slug) const;
    HttpRequest stepExercise(const QString &slug) const;

private:
    HttpRequest get(const QByteArray &path) const;
    HttpRequest send(const QByteArray &method, const QByteArray &path, const QJsonObject &body) const;

    QByteArray m_server;
    QByteArray m_host;
};

} // namespace studio::sync
