#include "domain/forum_outbox.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<WritingKind, OperationKind>, 8> kKinds = {{
    {WritingKind::NewTopic, OperationKind::Topic},
    {WritingKind::Reply, OperationKind::Reply},
    {WritingKind::EditPost, OperationKind::EditPost},
    {WritingKind::EditSubject, OperationKind::EditTopic},
    {WritingKind::DeletePost, OperationKind::DeletePost},
    {WritingKind::DeleteTopic, OperationKind::DeleteTopic},
    {WritingKind::Subscribe, OperationKind::Follow},
    {WritingKind::Unsubscribe, OperationKind::Unfollow},
}};

OperationKind operationKindOf(WritingKind kind)
{
    for (const auto &[writing, operation] : kKinds) {
        if (writing == kind) {
            return operation;
        }
    }
    Q_UNREACHABLE();
}

std::optional<WritingKind> writingKindOf(OperationKind kind)
{
    for (const auto &[writing, operation] : kKinds) {
        if (operation == kind) {
            return writing;
        }
    }
    return {};
}

QString laneOf(const ForumWriting &writing)
{
    switch (writing.kind) {
    case WritingKind::NewTopic:
        return u"new-topic"_s;
    case WritingKind::Subscribe:
    case WritingKind::Unsubscribe:
        return u"follow/%1"_s.arg(writing.topicId);
    default:
        return u"topic/%1"_s.arg(writing.topicId);
    }
}

/// Whether all is there that sending it needs.
bool isWhole(const ForumWriting &writing)
{
    switch (writing.kind) {
    case WritingKind::NewTopic:
        return writing.forumId > 0 && !writing.subject.isEmpty() && !writing.text.isEmpty();
    case WritingKind::Reply:
        return writing.topicId > 0 && !writing.text.isEmpty();
    case WritingKind::EditPost:
        return writing.topicId > 0 && writing.postId > 0 && !writing.text.isEmpty();
    case WritingKind::EditSubject:
        return writing.topicId > 0 && !writing.subject.isEmpty();
    case WritingKind::DeletePost:
        return writing.topicId > 0 && writing.postId > 0;
    case WritingKind::DeleteTopic:
    case WritingKind::Subscribe:
    case WritingKind::Unsubscribe:
        return writing.topicId > 0;
    }
    Q_UNREACHABLE();
}

WritingProblem problemOf(const KeptWork &kept, const ForumWriting &writing)
{
    switch (kept.reason) {
    case KeptWork::Reason::Gone:
        return WritingProblem::Gone;
    case KeptWork::Reason::Damaged:
        return WritingProblem::Damaged;
    case KeptWork::Reason::Refused:
    case KeptWork::Reason::Invalid:
        break;
    }
    // The platform has no codes, only this sentence. (contract 8.3)
    if (kept.serverText.contains("locked"_L1, Qt::CaseInsensitive)) {
        return WritingProblem::Locked;
    }
    if (kept.status == 403 || kept.status == 401) {
        return WritingProblem::NotAllowed;
    }
    const bool hasText = writing.kind == WritingKind::NewTopic || writing.kind == WritingKind::Reply
        || writing.kind == WritingKind::EditPost;
    return hasText && writing.text.trimmed().size() < kShortestEdit ? WritingProblem::TooShort
                                                                    : WritingProblem::Refused;
}

} // namespace

OutboxEntry operationFor(const ForumWriting &writing)
{
    QJsonObject body;
    const auto put
        = [&body](const char *key, const QJsonValue &value) { body.insert(QLatin1StringView(key), value); };
    if (writing.forumId != 0) {
        put("forum", writing.forumId);
    }
    if (writing.topicId != 0) {
        put("topic", writing.topicId);
    }
    if (writing.postId != 0) {
        put("post", writing.postId);
    }
    if (!writing.subject.isEmpty()) {
        put("subject", writing.subject);
    }
    if (!writing.text.isEmpty()) {
        put("text", writing.text);
    }
    if (writing.seenUpdatedUtc.isValid()) {
        put("seen_updated", writing.seenUpdatedUtc.toUTC().toString(Qt::ISODateWithMs));
    }
    if (!writing.seenText.isEmpty()) {
        put("seen_text", writing.seenText);
    }
    OutboxEntry entry;
    entry.kind = operationKindOf(writing.kind);
    entry.lane = laneOf(writing);
    entry.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return entry;
}

std::optional<ForumWriting> writingFrom(const OutboxEntry &entry)
{
    const auto kind = writingKindOf(entry.kind);
    if (!kind) {
        return {};
    }
    const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
    ForumWriting writing;
    writing.seq = entry.seq;
    writing.operationId = entry.operationId;
    writing.kind = *kind;
    writing.forumId = body.value("forum"_L1).toInteger();
    writing.topicId = body.value("topic"_L1).toInteger();
    writing.postId = body.value("post"_L1).toInteger();
    writing.subject = body.value("subject"_L1).toString();
    writing.text = body.value("text"_L1).toString();
    writing.seenUpdatedUtc
        = QDateTime::fromString(body.value("seen_updated"_L1).toString(), Qt::ISODateWithMs);
    writing.seenText = body.value("seen_text"_L1).toString();
    writing.madeUtc = entry.madeUtc;
    writing.state = entry.state == OutboxState::Sent ? WritingState::Sending : WritingState::Waiting;
    writing.tried = entry.tries > 0;
    return isWhole(writing) ? std::optional(writing) : std::nullopt;
}

std::optional<ForumWriting> writingFrom(const KeptWork &kept)
{
    auto writing = writingFrom(kept.entry);
    if (writing) {
        writing->state = WritingState::NeedsYou;
        writing->problem = problemOf(kept, *writing);
        writing->serverText = kept.serverText;
    }
    return writing;
}

} // namespace studio
