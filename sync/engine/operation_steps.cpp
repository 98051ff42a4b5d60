#include "sync/engine/operation_steps.h"

#include "domain/forum_outbox.h"
#include "domain/outbox_rules.h"
#include "sync/api/api_error.h"
#include "sync/api/decode.h"
#include "sync/api/forum_endpoints.h"
#include "sync/api/progress_answers.h"
#include "sync/engine/forum_steps.h"
#include "sync/engine/outcomes.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

HttpRequest named(const StepsContext &context, HttpRequest request, const OutboxEntry &entry)
{
    return context.onceOnly ? onceOnly(std::move(request), entry.operationId) : request;
}

/// The platform did it already under this name, with a body that was another one then.
bool wasDoneBefore(const StepsContext &context, const Answer &answer)
{
    return context.onceOnly && answer.verdict.status == 422
        && answer.response.body.contains("idempotency_mismatch");
}

/// Reading the progress of a lesson that is gone is a 500 too, like writing it.
bool mayBeGone(const OutboxEntry &entry, const StepsContext &context, const Answer &look)
{
    constexpr int kErrorsBeforeProbe = 3;
    return context.options.lines.goneProbe && look.verdict.serverError
        && (entry.serverErrors + 1 >= kErrorsBeforeProbe
            || apiError(look.response).kind == ApiError::Kind::NotFound);
}

Verdict goneOr(Verdict verdict, const Answer &probe)
{
    return probe.verdict.kind == Verdict::Kind::Gone ? probe.verdict : std::move(verdict);
}

/// Everything that may be sent again as it is.
OperationSteps single(OutboxEntry entry, const StepsContext &context, Endpoint endpoint, HttpRequest request)
{
    Ask ask{endpoint, named(context, std::move(request), entry)};
    const Answer answer = co_await ask;
    co_return judged(std::move(entry), answer.verdict);
}

OperationSteps finished(Outcome outcome)
{
    co_return outcome;
}

OperationSteps timeSteps(OutboxEntry entry, const StepsContext &context, qint64 lesson, qint64 minutes)
{
    if (entry.state == OutboxState::Sent && context.options.lines.compareTime) {
        Ask look{Endpoint::LessonProgress, context.endpoints.lessonProgress(lesson)};
        const Answer seen = co_await look;
        if (!seen.isDone()) {
            if (mayBeGone(entry, context, seen)) {
                Ask probe{Endpoint::OtherJson, context.endpoints.lesson(lesson)};
                const Answer probed = co_await probe;
                co_return judged(std::move(entry), goneOr(seen.verdict, probed));
            }
            co_return judged(std::move(entry), seen.verdict);
        }
        const auto there = decode<LessonProgressDto>(seen.response.body);
        if (there && entry.base && there->minutes >= *entry.base + minutes) {
            co_return judged(std::move(entry), Verdict::Kind::Done);
        }
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
        entry.base.reset();
    }
    Ask look{Endpoint::LessonProgress, context.endpoints.lessonProgress(lesson)};
    const Answer seen = co_await look;
    if (!seen.isDone()) {
        if (mayBeGone(entry, context, seen)) {
            Ask probe{Endpoint::OtherJson, context.endpoints.lesson(lesson)};
            const Answer probed = co_await probe;
            co_return judged(std::move(entry), goneOr(seen.verdict, probed));
        }
        co_return judged(std::move(entry), seen.verdict);
    }
    const auto there = decode<LessonProgressDto>(seen.response.body);
    if (!there) {
        co_return judged(std::move(entry), Verdict::Kind::NotUnderstood);
    }
    if (context.options.lines.commitBeforeSend) {
        if (const auto done = context.store.markSent(entry, there->minutes); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::Sent;
        entry.base = there->minutes;
    }
    // The position goes with it, or the platform would set it to 0: the one it has just said.
    Ask add{Endpoint::LessonPosition,
            named(context, context.endpoints.addMinutes(lesson, there->position, minutes), entry)};
    add.request.freshConnection = context.options.lines.freshConnection;
    const Answer answer = co_await add;
    if (wasDoneBefore(context, answer)) {
        co_return judged(std::move(entry), Verdict::Kind::Done);
    }
    if (!answer.isDone() && !answer.verdict.maybeArrived && entry.state == OutboxState::Sent) {
        // Known not to be there. Left as Sent, the minutes of another computer could be taken for these.
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    co_return judged(std::move(entry), answer.verdict);
}

OperationSteps submitSteps(OutboxEntry entry, const StepsContext &context, qint64 exercise, QString code)
{
    if (entry.state == OutboxState::Sent) {
        entry.maybeTwice = !context.onceOnly; // nothing tells whether the first one arrived
    } else if (const auto done = context.store.markSent(entry, std::nullopt); !done) {
        co_return fromStore(std::move(entry), done.error());
    }
    entry.state = OutboxState::Sent;
    Ask ask{Endpoint::Submit, named(context, context.endpoints.submit(exercise, code, entry.madeUtc), entry)};
    ask.request.freshConnection = context.options.lines.freshConnection;
    const Answer answer = co_await ask;
    if (!answer.isDone() && !answer.verdict.maybeArrived && !entry.maybeTwice) {
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    co_return judged(std::move(entry), answer.verdict);
}

OperationSteps notesSteps(OutboxEntry entry, const StepsContext &context, qint64 lesson, QString notes)
{
    const auto known = context.store.platformLesson(entry.courseId, entry.itemId);
    if (!known) {
        co_return fromStore(std::move(entry), known.error());
    }
    PlatformLesson seen = known->value_or(PlatformLesson{entry.courseId, entry.itemId});
    std::optional<LessonProgressRow> there;
    if (seen.rowId != 0) {
        HttpRequest look = context.endpoints.patchProgress(seen.rowId, {});
        look.method = "GET";
        look.body.clear();
        Ask ask{Endpoint::ProgressPatch, look};
        const Answer answer = co_await ask;
        if (answer.isDone()) {
            there = decode<LessonProgressRow>(answer.response.body).value_or(LessonProgressRow());
        } else if (answer.verdict.kind != Verdict::Kind::Gone) {
            co_return judged(std::move(entry), answer.verdict);
        }
    }
    if (!there || there->lessonId != lesson) {
        // Only rows have a place for notes: make it, then find its number.
        there.reset();
        Ask start{Endpoint::LessonStart, context.endpoints.startLesson(lesson)};
        const Answer started = co_await start;
        if (!started.isDone()) {
            co_return judged(std::move(entry), started.verdict);
        }
        constexpr int kMostPages = 1000;
        for (int page = 1; !there && page <= kMostPages; ++page) {
            Ask list{Endpoint::ProgressRows, context.endpoints.progressRows(page)};
            const Answer answer = co_await list;
            if (!answer.isDone()) {
                co_return judged(std::move(entry), answer.verdict);
            }
            const auto rows = decodePage<LessonProgressRow>(answer.response.body);
            if (!rows) {
                break;
            }
            for (const LessonProgressRow &row : rows->items) {
                if (row.lessonId == lesson) {
                    there = row;
                }
            }
            if (!rows->more) {
                break;
            }
        }
        if (!there) {
            co_return judged(std::move(entry), Verdict::Kind::Later);
        }
        seen.rowId = there->id;
        if (const auto done = context.store.noteSeen(seen); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
    }
    if (context.options.lines.notesCompare && there->notes != seen.notes && there->notes != notes
        && !there->notes.isEmpty()) {
        seen.notes = there->notes;
        if (const auto done = context.store.addConflict(entry, seen); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        co_return Outcome{Outcome::Kind::Conflict, {}, std::move(entry), {}};
    }
    // As Sent no newer text takes its place: else what arrived without an answer would look like another's.
    if (entry.state != OutboxState::Sent) {
        if (const auto done = context.store.markSent(entry, std::nullopt); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::Sent;
    }
    ProgressPatch patch;
    patch.notes = notes;
    Ask write{Endpoint::ProgressPatch, context.endpoints.patchProgress(there->id, patch)};
    const Answer answer = co_await write;
    co_return judged(std::move(entry), answer.verdict);
}

OperationSteps answerSteps(OutboxEntry entry, const StepsContext &context, QString catalogue, qint64 exercise,
                           QString code)
{
    const auto known = context.store.platformAnswer(entry.courseId, entry.itemId);
    if (!known) {
        co_return fromStore(std::move(entry), known.error());
    }
    QJsonObject values = QJsonDocument::fromJson(entry.body).object();
    values.insert(u"occurred_at"_s, entry.madeUtc.toString(Qt::ISODateWithMs));
    qint64 version = *known ? (*known)->version : 0;
    for (int turn = 0; turn < 3; ++turn) {
        Ask ask{Endpoint::AnswerPut,
                context.endpoints.putExerciseAnswer(catalogue, exercise, values, version)};
        const Answer answer = co_await ask;
        const bool newer = answer.verdict.kind == Verdict::Kind::PullFirst && answer.verdict.status == 412;
        if (!answer.isDone() && !newer) {
            co_return judged(std::move(entry), answer.verdict);
        }
        const auto row = decode<ExerciseAnswerDto>(answer.response.body);
        if (!row) {
            co_return judged(std::move(entry), Verdict::Kind::NotUnderstood);
        }
        const PlatformAnswer there{entry.courseId, entry.itemId, row->version, row->code, row->completed};
        const bool completed = values.value("completed"_L1).toBool();
        if (there.code == code && (there.completed || !completed)) {
            if (const auto done = context.store.noteSeenAnswer(there); !done) {
                co_return fromStore(std::move(entry), done.error());
            }
            co_return judged(std::move(entry), Verdict::Kind::Done);
        }
        const bool textIsTheOneSeen
            = there.code == code || there.code == (*known ? (*known)->code : QString());
        if (!textIsTheOneSeen) {
            if (const auto done = context.store.addConflict(entry, there); !done) {
                co_return fromStore(std::move(entry), done.error());
            }
            co_return Outcome{Outcome::Kind::Conflict, {}, std::move(entry), {}};
        }
        version = there.version;
    }
    co_return judged(std::move(entry), Verdict::Kind::Later);
}

OperationSteps enrolmentSteps(OutboxEntry entry, const StepsContext &context)
{
    const auto course = platformCourse(entry.courseId);
    const bool enrol = entry.kind == OperationKind::Enrol;
    if (!course) {
        return finished(senseless(std::move(entry)));
    }
    const Endpoints &endpoints = context.endpoints;
    if (course->catalogue == Catalogue::Classic) {
        HttpRequest request = enrol ? endpoints.enrolClassic(course->id) : endpoints.leaveClassic(course->id);
        return single(std::move(entry), context, enrol ? Endpoint::ClassicEnrol : Endpoint::ClassicLeave,
                      std::move(request));
    }
    const QString slug = context.options.slugOf ? context.options.slugOf(entry.courseId) : QString();
    if (slug.isEmpty()) {
        Verdict later;
        later.text = u"the course's address is not known yet"_s;
        return finished(judged(std::move(entry), later));
    }
    HttpRequest request = enrol ? endpoints.enrolPages(slug) : endpoints.leavePages(slug);
    return single(std::move(entry), context, enrol ? Endpoint::PagesEnrol : Endpoint::PagesLeave,
                  std::move(request));
}

OperationSteps lessonSteps(OutboxEntry entry, const StepsContext &context)
{
    const auto lesson = platformLesson(entry.itemId);
    if (!lesson) {
        return finished(senseless(std::move(entry)));
    }
    const Endpoints &endpoints = context.endpoints;
    switch (entry.kind) {
    case OperationKind::Complete: {
        HttpRequest request = endpoints.completeLesson(*lesson, entry.madeUtc);
        return single(std::move(entry), context, Endpoint::LessonComplete, std::move(request));
    }
    case OperationKind::Position:
        if (const auto position = positionIn(entry)) {
            return single(std::move(entry), context, Endpoint::LessonPosition,
                          endpoints.position(*lesson, *position));
        }
        break;
    case OperationKind::Bookmark:
        if (const auto bookmarked = bookmarkIn(entry)) {
            return single(std::move(entry), context, Endpoint::LessonBookmark,
                          endpoints.bookmark(*lesson, *bookmarked));
        }
        break;
    case OperationKind::Notes:
        if (const auto notes = notesIn(entry)) {
            return notesSteps(std::move(entry), context, *lesson, *notes);
        }
        break;
    case OperationKind::Time:
        if (const auto minutes = minutesIn(entry); minutes && *minutes > 0) {
            return timeSteps(std::move(entry), context, *lesson, *minutes);
        }
        break;
    default:
        break;
    }
    return finished(senseless(std::move(entry)));
}

OperationSteps exerciseSteps(OutboxEntry entry, const StepsContext &context)
{
    const auto course = platformCourse(entry.courseId);
    const auto exercise = platformExercise(entry.itemId);
    const auto code = codeIn(entry);
    if (!course || !exercise || !code) {
        return finished(senseless(std::move(entry)));
    }
    if (entry.kind == OperationKind::Submit) {
        return submitSteps(std::move(entry), context, *exercise, *code);
    }
    const QString catalogue = course->catalogue == Catalogue::Classic ? u"legacy"_s : u"cms"_s;
    return answerSteps(std::move(entry), context, catalogue, *exercise, *code);
}

} // namespace

OperationSteps stepsOf(OutboxEntry entry, const StepsContext &context)
{
    switch (entry.kind) {
    case OperationKind::Enrol:
    case OperationKind::Leave:
        return enrolmentSteps(std::move(entry), context);
    case OperationKind::Complete:
    case OperationKind::Position:
    case OperationKind::Bookmark:
    case OperationKind::Notes:
    case OperationKind::Time:
        return lessonSteps(std::move(entry), context);
    case OperationKind::Submit:
    case OperationKind::Answer:
        return exerciseSteps(std::move(entry), context);
    case OperationKind::Profile: {
        const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
        HttpRequest request = context.endpoints.patchMe(body.value("first_name"_L1).toString(),
                                                        body.value("last_name"_L1).toString());
        return single(std::move(entry), context, Endpoint::MePatch, std::move(request));
    }
    case OperationKind::Topic:
    case OperationKind::Reply:
    case OperationKind::EditPost:
    case OperationKind::EditTopic:
    case OperationKind::DeletePost:
    case OperationKind::DeleteTopic:
    case OperationKind::Follow:
    case OperationKind::Unfollow:
        return forumStepsOf(std::move(entry), context);
    }
    return finished(senseless(std::move(entry)));
}

std::optional<HttpRequest> existsRequest(const OutboxEntry &entry, const Endpoints &endpoints)
{
    if (const auto writing = writingFrom(entry); writing && writing->topicId != 0) {
        const ForumEndpoints forum(endpoints);
        return writing->postId != 0 ? forum.post(writing->postId) : forum.topic(writing->topicId);
    }
    const auto course = platformCourse(entry.courseId);
    const bool classic = course && course->catalogue == Catalogue::Classic;
    if (const auto lesson = platformLesson(entry.itemId); lesson && classic) {
        return endpoints.lesson(*lesson);
    }
    if (const auto exercise = platformExercise(entry.itemId); exercise && classic) {
        return endpoints.classicExercise(*exercise);
    }
    if (entry.itemId.isEmpty() && classic) {
        return endpoints.classicCourse(course->id);
    }
    return {};
}

} // namespace studio::sync
