#pragma once

#include "domain/outbox.h"
#include "domain/sync_status.h"
#include "sync/http/http_transport.h"

#include <chrono>

namespace studio::sync {

/// Which answer an exchange is to give.
enum class Endpoint {
    LessonStart,
    LessonComplete,
    LessonPosition, ///< With minutes or without.
    LessonBookmark,
    LessonProgress,
    ProgressPatch,
    ProgressRows,
    Submit,
    Submissions,
    AnswerGet,
    AnswerPut,
    ClassicEnrol,
    ClassicLeave,
    PagesEnrol,
    PagesLeave,
    PagesEnrolment,
    Enrolments,
    MePatch,
    AuthUser,
    ForumTopicCreate,
    ForumReply,
    ForumPostEdit,
    ForumTopicEdit,
    ForumDelete, ///< Of a post or a topic; 404: it is gone, which was wanted.
    ForumFollow,
    ForumUnfollow, ///< 404: there is nothing to follow any more.
    ForumModerate,
    OtherJson, ///< Any JSON is an answer: reads whose decoder decides.
};

/// All that is known of one operation when an answer to it comes.
struct OperationContext
{
    Endpoint endpoint = Endpoint::OtherJson;
    QByteArray host; ///< Endpoints::host()
    int tries = 0; ///< Exchanges before this one.
    int forbidden = 0; ///< 403s before this one.
    int serverErrors = 0; ///< 5xx before this one.
    QDateTime firstTryUtc; ///< Invalid: this is the first.
    QDateTime nowUtc;
    bool freshToken = false; ///< This exchange already had a token from a refresh that a 401 made necessary.
    bool accountIsGood = false; ///< `auth/user/` answered 200 after this 403.

    /// What asking for the thing itself gave, after Verdict::ProbeExists.
    enum class Exists { NotAsked, There, Gone, NoAnswer };

    Exists exists = Exists::NotAsked;
};

/// What an exchange means for its operation. Nothing here ever means "throw it away".
struct Verdict
{
    enum class Kind {
        Done,
        Refresh, ///< Get another token, once, and repeat.
        SignIn, ///< A fresh token was refused too: only the password helps. Keeps the operation.
        AccountRefused, ///< The account may not sign in. Keeps the operation.
        ProbeAccount, ///< 403: ask `auth/user/`, then classify again.
        Throttled, ///< Wait at least `wait`.
        Later, ///< Back off; `trouble` says what stands in between.
        ProbeExists, ///< Ask whether the thing is still there, then classify again.
        PullFirst, ///< The platform has something newer: fetch, then decide again.
        Gone, ///< No longer offered: to kept work.
        Keep, ///< Refused for good: to kept work, with `reason`.
        NotUnderstood, ///< A success that is not this endpoint's: nothing is marked as sent. As Later.
        Cancelled,
    };

    Kind kind = Kind::Later;
    SyncTrouble trouble = SyncTrouble::None;
    std::chrono::seconds wait{0}; ///< What the platform asks for, 1 s to 1 h; 0: only the own back-off.
    KeptWork::Reason reason = KeptWork::Reason::Refused;
    int status = 0; ///< HTTP; 0 when there was none.
    QString text; ///< The platform's words, plain, or what was wrong with its answer; no token.
    bool maybeArrived = false; ///< The platform may have acted, whatever it said.
    bool serverError = false; ///< Counts as a 5xx in OperationContext::serverErrors.
    bool forbidden = false; ///< Counts in OperationContext::forbidden.
};

/// Pure. The rules: facts on the platform, 1.1, 2.8, 3 of its contract. A 500 may mean "not found" or
/// "stored"; a 403 is mostly a rate limit; HTML with 200 is a network that wants a sign-in of its own.
Verdict classify(const OperationContext &context, const HttpResult &result);

/// What the answer to a probe for existence says. Only a 404 of the platform's own means gone: a 500 is also
/// what some things that exist answer.
OperationContext::Exists existsFrom(const OperationContext &context, const HttpResult &result);

/// The network answers in the platform's place: a page where there is none, or a redirect to another host.
bool isPortal(const HttpResponse &response, const QByteArray &host);

} // namespace studio::sync
