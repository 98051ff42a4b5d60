#include "sync/api/classifier.h"

#include "sync/api/api_error.h"
#include "sync/api/decode.h"
#include "sync/api/progress_answers.h"
#include "sync/api/understood.h"
#include "sync/http/retry_after.h"

#include <QUrl>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

using Kind = Verdict::Kind;
using Reason = KeptWork::Reason;

constexpr std::chrono::seconds kLimitWindow{60}; // the windows of the platform's limiters are fixed
constexpr std::chrono::seconds kBusyWait{30};
constexpr int kMostForbidden = 20;
constexpr qint64 kForbiddenSeconds = 24 * 60 * 60;
constexpr int kErrorsBeforeProbe = 3;

SyncTrouble troubleOf(Failure failure)
{
    switch (failure) {
    case Failure::Refused:
    case Failure::NoName:
    case Failure::Cut:
    case Failure::Tls:
    case Failure::Proxy:
    case Failure::Other:
        return SyncTrouble::Offline;
    case Failure::Timeout:
        return SyncTrouble::Slow;
    case Failure::Certificate:
        return SyncTrouble::Certificate;
    case Failure::ProxyPassword:
        return SyncTrouble::ProxyPassword;
    case Failure::TooLarge:
        return SyncTrouble::ServerProblem;
    case Failure::Sink:
        return SyncTrouble::StorageFailed;
    case Failure::Cancelled:
        return SyncTrouble::None;
    }
    return SyncTrouble::Offline;
}

Verdict ofFailure(const HttpError &error)
{
    Verdict verdict;
    verdict.kind = error.failure == Failure::Cancelled ? Kind::Cancelled : Kind::Later;
    verdict.trouble = troubleOf(error.failure);
    verdict.text = error.detail.left(500);
    verdict.maybeArrived = error.maybeArrived;
    return verdict;
}

Verdict later(Verdict base, SyncTrouble trouble)
{
    base.kind = Kind::Later;
    base.trouble = trouble;
    return base;
}

Verdict kept(Verdict base, Reason reason)
{
    base.kind = Kind::Keep;
    base.reason = reason;
    return base;
}

bool isRead(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::LessonProgress:
    case Endpoint::ProgressRows:
    case Endpoint::Submissions:
    case Endpoint::AnswerGet:
    case Endpoint::PagesEnrolment:
    case Endpoint::Enrolments:
    case Endpoint::AuthUser:
    case Endpoint::OtherJson:
        return true;
    case Endpoint::LessonStart:
    case Endpoint::LessonComplete:
    case Endpoint::LessonPosition:
    case Endpoint::LessonBookmark:
    case Endpoint::ProgressPatch:
    case Endpoint::Submit:
    case Endpoint::AnswerPut:
    case Endpoint::ClassicEnrol:
    case Endpoint::ClassicLeave:
    case Endpoint::PagesEnrol:
    case Endpoint::PagesLeave:
    case Endpoint::MePatch:
    case Endpoint::ForumTopicCreate:
    case Endpoint::ForumReply:
    case Endpoint::ForumPostEdit:
    case Endpoint::ForumTopicEdit:
    case Endpoint::ForumDelete:
    case Endpoint::ForumFollow:
    case Endpoint::ForumUnfollow:
    case Endpoint::ForumModerate:
        return false;
    }
    return true;
}

bool isForumWrite(Endpoint endpoint)
{
    return endpoint >= Endpoint::ForumTopicCreate && endpoint <= Endpoint::ForumModerate;
}

/// A submission that was answered, and not recorded: the platform's runner refused or failed.
Verdict ofUnrecorded(Verdict base, const SubmitAnswer &answer)
{
    base.text = answer.errorText.simplified().left(500);
    // Its runner being out of order says nothing about the program; the rest would come out the same again.
    return answer.error == "security"_L1 || answer.error == "timeout"_L1 || answer.error == "execution"_L1
        ? kept(base, Reason::Refused)
        : later(base, SyncTrouble::ServerProblem);
}

Verdict ofSuccess(const OperationContext &context, const HttpResponse &response, Verdict base)
{
    const QString problem = notUnderstood(context.endpoint, response);
    if (!problem.isEmpty()) {
        base.kind = Kind::NotUnderstood;
        base.trouble = SyncTrouble::ServerProblem;
        base.text = problem.left(500);
        base.maybeArrived = true;
        return base;
    }
    if (context.endpoint == Endpoint::Submit) {
        const auto answer = decode<SubmitAnswer>(response.body);
        if (answer && answer->submissionId.isEmpty()) {
            return ofUnrecorded(base, *answer);
        }
    }
    base.kind = Kind::Done;
    return base;
}

Verdict of401(const OperationContext &context, const ApiError &error, Verdict base)
{
    if (!error.isPlatforms()) {
        // Not the platform's words: a proxy's, say. Nobody is signed out by a stranger.
        return later(base,
                     error.kind == ApiError::Kind::Html ? SyncTrouble::Portal : SyncTrouble::ServerProblem);
    }
    if (error.kind == ApiError::Kind::AccountInactive) {
        base.kind = Kind::AccountRefused;
        base.trouble = SyncTrouble::AccountInactive;
        return base;
    }
    base.kind = context.freshToken ? Kind::SignIn : Kind::Refresh;
    base.trouble = context.freshToken ? SyncTrouble::SignInNeeded : SyncTrouble::None;
    return base;
}

Verdict of403(const OperationContext &context, const ApiError &error, Verdict base)
{
    if (!error.isPlatforms()) {
        return later(base,
                     error.kind == ApiError::Kind::Html ? SyncTrouble::Portal : SyncTrouble::ServerProblem);
    }
    if (isForumWrite(context.endpoint) && error.kind == ApiError::Kind::Stated) {
        return kept(base, Reason::Refused); // a limit has other words; these say why: locked, not yours
    }
    base.forbidden = true;
    if (!context.accountIsGood) {
        base.kind = Kind::ProbeAccount;
        return base;
    }
    const bool longAgo = context.firstTryUtc.isValid() && context.nowUtc.isValid()
        && context.firstTryUtc.secsTo(context.nowUtc) > kForbiddenSeconds;
    if (longAgo && context.forbidden >= kMostForbidden) {
        return kept(base, Reason::Refused);
    }
    base.kind = Kind::Throttled;
    base.trouble = SyncTrouble::Busy;
    base.wait = kLimitWindow;
    return base;
}

Verdict of404(const OperationContext &context, const ApiError &error, Verdict base)
{
    if (!error.isPlatforms()) {
        return later(base, SyncTrouble::ServerProblem); // an address nobody knows, or somebody else's page
    }
    const bool wantedAway = context.endpoint == Endpoint::ClassicLeave
        || context.endpoint == Endpoint::PagesLeave || context.endpoint == Endpoint::ForumDelete
        || context.endpoint == Endpoint::ForumUnfollow;
    base.kind = wantedAway ? Kind::Done : Kind::Gone;
    base.reason = Reason::Gone;
    return base;
}

Verdict ofServerError(const OperationContext &context, const ApiError &error, Verdict base)
{
    base.serverError = true;
    base.maybeArrived = true;
    if (context.exists == OperationContext::Exists::Gone) {
        base.kind = Kind::Gone;
        base.reason = Reason::Gone;
        return base;
    }
    const bool saysGone = error.kind == ApiError::Kind::NotFound;
    if (!isRead(context.endpoint) && context.exists == OperationContext::Exists::NotAsked
        && (saysGone || context.serverErrors + 1 >= kErrorsBeforeProbe)) {
        base.kind = Kind::ProbeExists;
        return base;
    }
    return later(base, SyncTrouble::ServerProblem);
}

Verdict busy(const HttpResponse &response, const OperationContext &context, Verdict base, Kind kind)
{
    const auto asked
        = parseRetryAfter(response.header("retry-after"), serverTime(response).value_or(context.nowUtc));
    base.kind = kind;
    base.trouble = SyncTrouble::Busy;
    base.wait = asked.value_or(kBusyWait);
    return base;
}

/// A mistake in the request, as the platform sees it. Sent again it would be the same one.
Verdict ofMistake(const ApiError &error, Verdict base)
{
    if (!error.isPlatforms()) {
        return later(base,
                     error.kind == ApiError::Kind::Html ? SyncTrouble::Portal : SyncTrouble::ServerProblem);
    }
    if (error.kind == ApiError::Kind::NotFound) { // enrolling in what is not there is a 400
        base.kind = Kind::Gone;
        base.reason = Reason::Gone;
        return base;
    }
    return kept(base, Reason::Invalid);
}

Verdict ofClientError(const OperationContext &context, const HttpResponse &response, Verdict base)
{
    const ApiError error = apiError(response);
    base.text = error.text;
    switch (response.status) {
    case 401:
        return of401(context, error, base);
    case 403:
        return of403(context, error, base);
    case 404:
    case 410:
        return of404(context, error, base);
    case 407:
        return later(base, SyncTrouble::ProxyPassword);
    case 408:
    case 425:
        return later(base, SyncTrouble::Slow);
    case 409: // the same operation is still being worked on, or there is something newer
        if (!response.header("retry-after").isEmpty()) {
            return busy(response, context, base, Kind::Later);
        }
        base.kind = Kind::PullFirst;
        return base;
    case 412:
        base.kind = Kind::PullFirst;
        return base;
    case 426:
        return later(base, SyncTrouble::UpdateNeeded);
    case 429:
        return busy(response, context, base, Kind::Throttled);
    default:
        return ofMistake(error, base);
    }
}

} // namespace

bool isPortal(const HttpResponse &response, const QByteArray &host)
{
    if (response.status >= 300 && response.status < 400) {
        const QUrl target = QUrl::fromEncoded(response.header("location"), QUrl::TolerantMode);
        if (target.host().isEmpty()) {
            return false; // stays here, or leads nowhere
        }
        const QByteArray name = host.left(host.lastIndexOf(':') < 0 ? host.size() : host.lastIndexOf(':'));
        return target.host(QUrl::FullyEncoded).toLatin1().toLower() != name;
    }
    return (response.status >= 200 && response.status < 300 && response.status != 204
            && looksLikeHtml(response))
        || response.status == 511;
}

Verdict classify(const OperationContext &context, const HttpResult &result)
{
    if (!result) {
        return ofFailure(result.error());
    }
    const HttpResponse &response = *result;
    Verdict base;
    base.status = response.status;
    if (isPortal(response, context.host)) {
        return later(base, SyncTrouble::Portal);
    }
    if (response.status >= 200 && response.status < 300) {
        return ofSuccess(context, response, base);
    }
    if (response.status >= 400 && response.status < 500) {
        return ofClientError(context, response, base);
    }
    if (response.status >= 500 && response.status < 600) {
        const ApiError error = apiError(response);
        base.text = error.text;
        if (response.status == 503 && context.exists == OperationContext::Exists::NotAsked) {
            Verdict verdict = busy(response, context, base, Kind::Later);
            verdict.maybeArrived = true;
            return verdict;
        }
        return ofServerError(context, error, base);
    }
    base.kind = Kind::NotUnderstood; // a redirect within the platform, or a status nobody knows
    base.trouble = SyncTrouble::ServerProblem;
    base.maybeArrived = true;
    return base;
}

OperationContext::Exists existsFrom(const OperationContext &context, const HttpResult &result)
{
    using Exists = OperationContext::Exists;
    if (!result || isPortal(*result, context.host)) {
        return Exists::NoAnswer;
    }
    if (result->status == 200 && parseJson(result->body)) {
        return Exists::There;
    }
    const bool gone = (result->status == 404 || result->status == 410) && apiError(*result).isPlatforms();
    return gone ? Exists::Gone : Exists::NoAnswer;
}

} // namespace studio::sync
