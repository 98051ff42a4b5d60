#include "domain/outbox_rules.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostMinutes = std::numeric_limits<qint32>::max();

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

OutboxEntry entryFor(OperationKind kind, const QString &lane, const QString &courseId, const QString &itemId,
                     const QJsonObject &body)
{
    OutboxEntry entry;
    entry.kind = kind;
    entry.lane = lane;
    entry.courseId = courseId;
    entry.itemId = itemId;
    entry.body = json(body);
    return entry;
}

/// Lane of a lesson that the platform keeps progress of; empty for any other.
QString laneOf(const QString &courseId, const QString &lessonId)
{
    const auto course = platformCourse(courseId);
    const auto lesson = platformLesson(lessonId);
    return course && course->catalogue == Catalogue::Classic && lesson ? u"lesson/%1"_s.arg(*lesson)
                                                                       : QString();
}

qint64 perMille(double position)
{
    return std::isnan(position) ? 0 : std::lround(std::clamp(position, 0.0, 1.0) * 1000);
}

QJsonValue valueIn(const OutboxEntry &entry, QLatin1StringView key)
{
    return QJsonDocument::fromJson(entry.body).object().value(key);
}

} // namespace

OutboxEntry notesOperation(const QString &courseId, const QString &lessonId, const QString &notes)
{
    return entryFor(OperationKind::Notes, laneOf(courseId, lessonId), courseId, lessonId,
                    {{u"notes"_s, notes}});
}

OutboxEntry completeOperation(const QString &courseId, const QString &lessonId)
{
    return entryFor(OperationKind::Complete, laneOf(courseId, lessonId), courseId, lessonId, {});
}

std::vector<OutboxEntry> operationsFor(const QString &courseId, const QString &lessonId,
                                       const LessonProgress &before, const LessonProgress &after)
{
    const QString lane = laneOf(courseId, lessonId);
    std::vector<OutboxEntry> operations;
    if (lane.isEmpty()) {
        return operations;
    }
    // The platform has no way back from "completed".
    if (after.read && !before.read) {
        operations.push_back(completeOperation(courseId, lessonId));
    }
    if (perMille(after.position) != perMille(before.position)) {
        operations.push_back(entryFor(OperationKind::Position, lane, courseId, lessonId,
                                      {{u"position"_s, perMille(after.position)}}));
    }
    if (after.bookmarked != before.bookmarked) {
        operations.push_back(entryFor(OperationKind::Bookmark, lane, courseId, lessonId,
                                      {{u"bookmarked"_s, after.bookmarked}}));
    }
    if (after.notes != before.notes) {
        operations.push_back(notesOperation(courseId, lessonId, after.notes));
    }
    return operations;
}

TimeToSend timeToSend(const QString &courseId, const QString &lessonId, std::chrono::milliseconds unsent)
{
    using std::chrono::duration_cast;
    using std::chrono::minutes;
    const QString lane = laneOf(courseId, lessonId);
    const auto whole = duration_cast<minutes>(unsent);
    if (lane.isEmpty() || whole.count() <= 0) {
        return {unsent, std::nullopt};
    }
    return {unsent - whole,
            entryFor(OperationKind::Time, lane, courseId, lessonId,
                     {{u"minutes"_s, std::min<qint64>(whole.count(), kMostMinutes)}})};
}

std::vector<OutboxEntry> operationsFor(const Attempt &attempt, bool answersHavePlace)
{
    const auto course = platformCourse(attempt.courseId);
    const auto exercise = platformExercise(attempt.exerciseId);
    std::vector<OutboxEntry> operations;
    if (!course || !exercise) {
        return operations;
    }
    // The ids of the two catalogues' exercises have nothing to do with each other.
    const QString name = u"exercise/%1/%2"_s.arg(toString(course->catalogue)).arg(*exercise);
    const bool classic = course->catalogue == Catalogue::Classic;
    const bool step = attempt.exerciseId.contains(u'/');
    if (classic && !step && !attempt.answer.trimmed().isEmpty()
        && attempt.answer.size() <= kLongestSubmission) {
        operations.push_back(entryFor(OperationKind::Submit, name, attempt.courseId, attempt.exerciseId,
                                      {{u"code"_s, attempt.answer}}));
    }
    if (answersHavePlace && !step) {
        operations.push_back(
            entryFor(OperationKind::Answer, name, attempt.courseId, attempt.exerciseId,
                     {{u"code"_s, attempt.answer}, {u"completed"_s, attempt.outcome == Outcome::Passed}}));
    }
    return operations;
}

std::optional<OutboxEntry> enrolmentOperation(const QString &courseId, bool wanted)
{
    if (!platformCourse(courseId)) {
        return {};
    }
    return entryFor(wanted ? OperationKind::Enrol : OperationKind::Leave, u"course/"_s + courseId, courseId,
                    {}, {});
}

bool replaces(const OutboxEntry &later, const OutboxEntry &earlier)
{
    if (earlier.state != OutboxState::New || earlier.lane != later.lane) {
        return false;
    }
    const auto isEnrolment
        = [](OperationKind kind) { return kind == OperationKind::Enrol || kind == OperationKind::Leave; };
    const auto isSubscription
        = [](OperationKind kind) { return kind == OperationKind::Follow || kind == OperationKind::Unfollow; };
    // One is the end of the other. The entry stays, for the earlier one may be on its way just now.
    if ((isEnrolment(later.kind) && isEnrolment(earlier.kind))
        || (isSubscription(later.kind) && isSubscription(earlier.kind))) {
        return true;
    }
    if (earlier.kind != later.kind) {
        return false;
    }
    switch (later.kind) {
    case OperationKind::Complete:
    case OperationKind::Position:
    case OperationKind::Bookmark:
    case OperationKind::Notes:
    case OperationKind::Answer:
    case OperationKind::Profile:
    case OperationKind::Enrol:
    case OperationKind::Leave:
    case OperationKind::Follow:
    case OperationKind::Unfollow:
        return true;
    case OperationKind::Time:
        return minutesIn(earlier).has_value() && minutesIn(later).has_value()
            && *minutesIn(earlier) + *minutesIn(later) <= kMostMinutes;
    case OperationKind::Submit:
    case OperationKind::Topic:
    case OperationKind::Reply:
    case OperationKind::EditPost:
    case OperationKind::EditTopic:
    case OperationKind::DeletePost:
    case OperationKind::DeleteTopic:
        return false; // each one is of its own
    }
    return false;
}

QByteArray joinedBody(const OutboxEntry &earlier, const OutboxEntry &later)
{
    switch (later.kind) {
    case OperationKind::Time:
        return json({{u"minutes"_s, minutesIn(earlier).value_or(0) + minutesIn(later).value_or(0)}});
    case OperationKind::Answer: {
        QJsonObject body = QJsonDocument::fromJson(later.body).object();
        const bool completed = body.value("completed"_L1).toBool()
            || QJsonDocument::fromJson(earlier.body).object().value("completed"_L1).toBool();
        body.insert("completed"_L1, completed);
        return json(body);
    }
    default:
        return later.body;
    }
}

std::optional<qint64> positionIn(const OutboxEntry &entry)
{
    const QJsonValue value = valueIn(entry, "position"_L1);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<bool> bookmarkIn(const OutboxEntry &entry)
{
    const QJsonValue value = valueIn(entry, "bookmarked"_L1);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<QString> notesIn(const OutboxEntry &entry)
{
    const QJsonValue value = valueIn(entry, "notes"_L1);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<qint64> minutesIn(const OutboxEntry &entry)
{
    const QJsonValue value = valueIn(entry, "minutes"_L1);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<QString> codeIn(const OutboxEntry &entry)
{
    const QJsonValue value = valueIn(entry, "code"_L1);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

} // namespace studio
