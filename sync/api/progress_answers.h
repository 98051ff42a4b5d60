#pragma once

// What the platform answers about a learner's own progress, and to what is sent of it.

#include "sync/api/classic.h"
#include "sync/api/json_reader.h"

namespace studio::sync {

/// `GET lessons/{id}/progress/`: zeros when there is no row.
struct LessonProgressDto
{
    qint64 lessonId = 0;
    bool started = false;
    bool completed = false;
    QDateTime startedUtc;
    QDateTime completedUtc;
    qint64 minutes = 0;
    qint64 position = 0; ///< Per mille, as this program writes it.
    bool bookmarked = false;
};

/// A row of `GET progress/`.
struct LessonProgressRow
{
    qint64 id = 0; ///< Of the row: what PATCH takes.
    qint64 userId = 0;
    qint64 lessonId = 0;
    qint64 courseId = 0;
    QString lessonTitle;
    bool started = false;
    bool completed = false;
    QDateTime startedUtc;
    QDateTime completedUtc;
    QDateTime accessedUtc;
    qint64 minutes = 0;
    qint64 position = 0;
    QString notes;
    bool bookmarked = false;
};

struct MessageAnswer
{
    QString message;
};

struct PositionAnswer
{
    qint64 position = 0;
    qint64 minutes = 0; ///< In all.
};

struct BookmarkAnswer
{
    bool bookmarked = false;
};

struct PageEnrolAnswer
{
    QString message;
    bool enrolled = false;
};

struct CheckResultDto
{
    QString name;
    bool passed = false;
    QString expected;
    QString actual;
    QString error;
};

/// The answer to a submission. It is right where the stored row is wrong.
struct SubmitAnswer
{
    bool ran = false; ///< The platform's runner finished; says nothing about the program.
    QString submissionId; ///< Empty: it was not recorded.
    qint64 attempt = 0;
    double score = 0; ///< 0 to 100
    qint64 passed = 0;
    qint64 total = 0;
    bool correct = false;
    QString error; ///< Why it was not run: `security`, `timeout`, `execution`, `system` …
    QString errorText;
    std::vector<CheckResultDto> checks;
    QStringList skipped;
};

/// A submission as a repaired platform lists it.
struct SubmissionDto
{
    QString id;
    qint64 exerciseId = 0;
    QString clientId;
    double score = 0;
    qint64 attempt = 0;
    QDateTime submittedUtc;
};

/// The answer to running code on the platform.
struct RunAnswer
{
    bool ran = false;
    QString output;
    QString errors;
    QString error;
};

/// An answer's place on a repaired platform.
struct ExerciseAnswerDto
{
    QString catalogue; ///< `legacy` or `cms`
    qint64 exerciseId = 0;
    QString code;
    QJsonObject answers;
    qint64 step = 0;
    bool completed = false;
    std::optional<double> score;
    QDateTime updatedUtc;
    qint64 version = 0;
};

struct NotificationDto
{
    qint64 id = 0;
    QString title;
    QString message;
    bool isRead = false;
    QDateTime createdUtc;
};

/// `GET auth/user/`
struct AuthUserDto
{
    UserDto user;
    bool staff = false; ///< Of the platform, or its superuser.
};

/// `GET auth/status/`
struct AuthStatusDto
{
    bool authenticated = false;
    qint64 userId = 0;
};

struct UserProfileDto
{
    qint64 id = 0;
    QString skillLevel;
};

/// `GET courses/{id}/progress/`. Never asked for by itself: the question enrols.
struct CourseProgressDto
{
    qint64 courseId = 0;
    bool completed = false;
    qint64 lessons = 0;
    qint64 completedLessons = 0;
};

void read(Fields &in, LessonProgressDto &out);
void read(Fields &in, LessonProgressRow &out);
void read(Fields &in, MessageAnswer &out);
void read(Fields &in, PositionAnswer &out);
void read(Fields &in, BookmarkAnswer &out);
void read(Fields &in, PageEnrolAnswer &out);
void read(Fields &in, CheckResultDto &out);
void read(Fields &in, SubmitAnswer &out);
void read(Fields &in, SubmissionDto &out);
void read(Fields &in, RunAnswer &out);
void read(Fields &in, ExerciseAnswerDto &out);
void read(Fields &in, NotificationDto &out);
void read(Fields &in, AuthUserDto &out);
void read(Fields &in, AuthStatusDto &out);
void read(Fields &in, UserProfileDto &out);
void read(Fields &in, CourseProgressDto &out);

} // namespace studio::sync
