#include "sync/api/classifier.h"

#include <catch2/catch.hpp>

#include "answers.h"

using namespace studio;
using namespace studio::sync;
using namespace studio::sync::tests;
using namespace Qt::StringLiterals;
using Kind = Verdict::Kind;
using Exists = OperationContext::Exists;

namespace {

const QDateTime kNow(QDate(2026, 11, 28), QTime(10, 0), Qt::UTC);
const QByteArray kDone = R"({"message":"Lesson completed"})";
const QByteArray kLimited = R"({"detail":"You do not have permission to perform this action."})";
const QByteArray kBadToken
    = R"({"detail":"Given token not valid for any token type","code":"token_not_valid","messages":[]})";
const QByteArray kNoLesson = R"({"detail":"No Lesson matches the given query."})";
const QByteArray kServerTrouble = R"({"error":"Internal server error"})";

OperationContext first(Endpoint endpoint = Endpoint::LessonComplete)
{
    OperationContext context;
    context.endpoint = endpoint;
    context.host = "learn.example.org";
    context.nowUtc = kNow;
    return context;
}

OperationContext after(int serverErrors, Exists exists = Exists::NotAsked)
{
    OperationContext context = first();
    context.serverErrors = serverErrors;
    context.exists = exists;
    return context;
}

OperationContext known(int forbidden = 0, qint64 hours = 0)
{
    OperationContext context = first();
    context.accountIsGood = true;
    context.forbidden = forbidden;
    context.firstTryUtc = kNow.addSecs(-hours * 3600 - 1);
    return context;
}

OperationContext refreshed()
{
    OperationContext context = first();
    context.freshToken = true;
    return context;
}

struct Row
{
    const char *what;
    OperationContext context;
    HttpResult result;
    Kind kind;
    SyncTrouble trouble = SyncTrouble::None;
    int wait = 0;
};

void check(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        INFO(row.what);
        const Verdict verdict = classify(row.context, row.result);
        CHECK(int(verdict.kind) == int(row.kind));
        CHECK(int(verdict.trouble) == int(row.trouble));
        CHECK(verdict.wait.count() == row.wait);
    }
}

} // namespace

TEST_CASE("the network stands in between: everything waits")
{
    using T = SyncTrouble;
    check({
        {"N1 refused", first(), failed(Failure::Refused), Kind::Later, T::Offline},
        {"N2 dropped before", first(), failed(Failure::Cut), Kind::Later, T::Offline},
        {"N3 answer dropped", first(), failed(Failure::Cut, true), Kind::Later, T::Offline},
        {"N4 cut in the body", first(), failed(Failure::Cut, true), Kind::Later, T::Offline},
        {"N5 died on a used connection", first(Endpoint::Submit), failed(Failure::Cut, true), Kind::Later,
         T::Offline},
        {"N6 slow loris", first(), failed(Failure::Timeout, true), Kind::Later, T::Slow},
        {"N7 hang", first(), failed(Failure::Timeout, true), Kind::Later, T::Slow},
        {"N19 certificate", first(), failed(Failure::Certificate), Kind::Later, T::Certificate},
        {"N20 handshake", first(), failed(Failure::Tls), Kind::Later, T::Offline},
        {"N22 name", first(), failed(Failure::NoName), Kind::Later, T::Offline},
        {"N23 proxy password", first(), failed(Failure::ProxyPassword), Kind::Later, T::ProxyPassword},
        {"N23 as an answer", first(), html(407), Kind::Later, T::ProxyPassword},
        {"proxy", first(), failed(Failure::Proxy), Kind::Later, T::Offline},
        {"N27 too large", first(), failed(Failure::TooLarge, true), Kind::Later, T::ServerProblem},
        {"own disk", first(), failed(Failure::Sink, true), Kind::Later, T::StorageFailed},
        {"asked to stop", first(), failed(Failure::Cancelled, true), Kind::Cancelled},
        {"anything else", first(), failed(Failure::Other), Kind::Later, T::Offline},
    });
    CHECK(classify(first(), failed(Failure::Cut, true)).maybeArrived);
    CHECK_FALSE(classify(first(), failed(Failure::Refused)).maybeArrived);
}

TEST_CASE("a network that wants a sign-in of its own is never a success")
{
    using T = SyncTrouble;
    check({
        {"N16 other host", first(), html(302, {{"location", "https://portal.example/login"}}), Kind::Later,
         T::Portal},
        {"N16 without scheme", first(), html(307, {{"location", "//portal.example/"}}), Kind::Later,
         T::Portal},
        {"N16 by number", first(), html(302, {{"location", "http://192.168.1.1/?u=learn.example.org"}}),
         Kind::Later, T::Portal},
        {"N16 status of its own", first(), html(511), Kind::Later, T::Portal},
        {"N17 page with 200", first(), html(200), Kind::Later, T::Portal},
        {"N17 page for a leave", first(Endpoint::ClassicLeave), html(200), Kind::Later, T::Portal},
        {"N24 proxy's 403", first(), html(403), Kind::Later, T::Portal},
        {"N24 proxy's 401", first(), html(401), Kind::Later, T::Portal},
        {"N24 proxy's 400", first(), html(400), Kind::Later, T::Portal},
        {"N24 proxy's 502", first(), html(502), Kind::Later, T::ServerProblem},
        {"redirect at home", first(), html(301, {{"location", "https://learn.example.org/api/v1/x/"}}),
         Kind::NotUnderstood, T::ServerProblem},
        {"redirect with a path", first(), html(302, {{"location", "/accounts/login/"}}), Kind::NotUnderstood,
         T::ServerProblem},
        {"304 to a write", first(), json(304, ""), Kind::NotUnderstood, T::ServerProblem},
    });
}

TEST_CASE("a success is one only with what its endpoint answers")
{
    using T = SyncTrouble;
    const QByteArray position = R"({"success":true,"content_position":3,"time_spent":15})";
    const QByteArray submitted
        = R"({"success":true,"score":100,"submission_id":"87a3","attempt_number":1,"test_results":[]})";
    check({
        {"complete", first(), json(200, kDone), Kind::Done},
        {"position", first(Endpoint::LessonPosition), json(200, position), Kind::Done},
        {"bookmark", first(Endpoint::LessonBookmark), json(200, R"({"success":true,"bookmarked":false})"),
         Kind::Done},
        {"submit", first(Endpoint::Submit), json(200, submitted), Kind::Done},
        {"enrol 201", first(Endpoint::ClassicEnrol), json(201, R"({"message":"Enrolled successfully"})"),
         Kind::Done},
        {"Q13 leave 204", first(Endpoint::ClassicLeave), json(204, ""), Kind::Done},
        {"N18 {} from a proxy", first(), json(200, "{}"), Kind::NotUnderstood, T::ServerProblem},
        {"N18 another's JSON", first(Endpoint::LessonPosition), json(200, R"({"status":"ok"})"),
         Kind::NotUnderstood, T::ServerProblem},
        {"N18 success that is none", first(Endpoint::LessonPosition),
         json(200, R"({"success":false,"content_position":3,"time_spent":1})"), Kind::NotUnderstood,
         T::ServerProblem},
        {"N25 cut JSON of full length", first(), json(200, R"({"message":"Les)"), Kind::NotUnderstood,
         T::ServerProblem},
        {"N26 null", first(), json(200, R"({"message":null})"), Kind::NotUnderstood, T::ServerProblem},
        {"N26 wrong type", first(), json(200, R"({"message":[1]})"), Kind::NotUnderstood, T::ServerProblem},
        {"N26 NaN", first(Endpoint::LessonPosition),
         json(200, R"({"success":true,"content_position":NaN,"time_spent":1})"), Kind::NotUnderstood,
         T::ServerProblem},
        {"N26 huge", first(Endpoint::LessonPosition),
         json(200, R"({"success":true,"content_position":1e99,"time_spent":1})"), Kind::NotUnderstood,
         T::ServerProblem},
        {"N26 nested 10,000 deep", first(), json(200, QByteArray(10'000, '[')), Kind::NotUnderstood,
         T::ServerProblem},
        {"N26 not UTF-8", first(), json(200, "{\"message\":\"\xff\"}"), Kind::NotUnderstood,
         T::ServerProblem},
        {"N26 mark at the start", first(), json(200, "\xef\xbb\xbf" + kDone), Kind::Done},
        {"N26 key twice", first(), json(200, R"({"message":1,"message":"Lesson completed"})"), Kind::Done},
        {"204 where words belong", first(), json(204, ""), Kind::NotUnderstood, T::ServerProblem},
        {"N36 more keys", first(), json(200, R"({"message":"m","course_progress":{}})"), Kind::Done},
    });
    CHECK(classify(first(), json(200, "{}")).maybeArrived);
}

TEST_CASE("a submission that was not recorded is not done")
{
    const auto refused = [](const char *type) {
        return json(200, QByteArray(R"({"success":false,"error":"no","error_type":")") + type + "\"}");
    };
    check({
        {"refused by its rules", first(Endpoint::Submit), refused("security"), Kind::Keep},
        {"its runner is broken", first(Endpoint::Submit), refused("system"), Kind::Later,
         SyncTrouble::ServerProblem},
    });
    CHECK(classify(first(Endpoint::Submit), refused("security")).text == u"no"_s);
}

TEST_CASE("server errors wait, and from the third on the thing itself is asked for")
{
    using T = SyncTrouble;
    check({
        {"N8 first 500", after(0), json(500, kServerTrouble), Kind::Later, T::ServerProblem},
        {"N8 second 500", after(1), json(500, kServerTrouble), Kind::Later, T::ServerProblem},
        {"N8 third 500", after(2), json(500, kServerTrouble), Kind::ProbeExists},
        {"N8 it is there", after(2, Exists::There), json(500, kServerTrouble), Kind::Later, T::ServerProblem},
        {"N8 nobody knows", after(9, Exists::NoAnswer), json(500, kServerTrouble), Kind::Later,
         T::ServerProblem},
        {"N9 it is gone", after(2, Exists::Gone), json(500, kServerTrouble), Kind::Gone},
        {"N9 says so in a 500", after(0), json(500, R"({"error":"No Lesson matches the given query."})"),
         Kind::ProbeExists},
        {"N10 page", after(0), html(500), Kind::Later, T::ServerProblem},
        {"N10 third page", after(2), html(504), Kind::ProbeExists},
        {"a read is not asked about", first(Endpoint::ProgressRows),
         json(500, R"({"error":"No X matches the given query."})"), Kind::Later, T::ServerProblem},
    });
    const Verdict verdict = classify(after(0), html(500));
    CHECK(verdict.serverError);
    CHECK(verdict.maybeArrived); // Q5 to Q8: stored, and answered with 500
}

TEST_CASE("busy means when the platform says, within an hour")
{
    using T = SyncTrouble;
    const QByteArray date = "Sat, 28 Nov 2026 10:00:00 GMT";
    const auto busy = [&date](int status, const QByteArray &value) {
        return json(status, R"({"detail":"Request was throttled."})",
                    {{"date", date}, {"retry-after", value}});
    };
    check({
        {"N11 503 with seconds", first(), busy(503, "120"), Kind::Later, T::Busy, 120},
        {"N11 429 with seconds", first(), busy(429, "60"), Kind::Throttled, T::Busy, 60},
        {"N11 page", first(), html(503, {{"retry-after", "120"}}), Kind::Later, T::Busy, 120},
        {"N12 503 without", first(), html(503), Kind::Later, T::Busy, 30},
        {"N12 429 without", first(), json(429, "{}"), Kind::Throttled, T::Busy, 30},
        {"N13 negative", first(), busy(429, "-5"), Kind::Throttled, T::Busy, 1},
        {"N13 zero", first(), busy(429, "0"), Kind::Throttled, T::Busy, 1},
        {"N13 ten years", first(), busy(429, "315360000"), Kind::Throttled, T::Busy, 3600},
        {"N13 more digits than a number", first(), busy(429, QByteArray(5000, '9')), Kind::Throttled, T::Busy,
         30},
        {"N13 past date", first(), busy(503, "Sat, 28 Nov 2020 10:00:00 GMT"), Kind::Later, T::Busy, 1},
        {"date", first(), busy(503, "Sat, 28 Nov 2026 10:05:00 GMT"), Kind::Later, T::Busy, 300},
        {"N13 text", first(), busy(503, "soon"), Kind::Later, T::Busy, 30},
    });
}

TEST_CASE("a 403 is a rate limit until it has been one for a day")
{
    using T = SyncTrouble;
    check({
        {"N14 first", first(), json(403, kLimited), Kind::ProbeAccount},
        {"N14 account is good", known(), json(403, kLimited), Kind::Throttled, T::Busy, 60},
        {"N14 often, not for long", known(100, 23), json(403, kLimited), Kind::Throttled, T::Busy, 60},
        {"N14 long, not often", known(19, 48), json(403, kLimited), Kind::Throttled, T::Busy, 60},
        {"N15 often and long", known(20, 25), json(403, kLimited), Kind::Keep},
        {"not the platform's", known(100, 48), json(403, "{}"), Kind::Later, T::ServerProblem},
    });
    CHECK(classify(known(20, 25), json(403, kLimited)).reason == KeptWork::Reason::Refused);
    CHECK(classify(first(), json(403, kLimited)).forbidden);
}

TEST_CASE("a refused token is renewed once, and nobody is signed out by a stranger")
{
    using T = SyncTrouble;
    check({
        {"T1 expired", first(), json(401, kBadToken), Kind::Refresh},
        {"T1 no credentials", first(),
         json(401, R"({"detail":"Authentication credentials were not provided."})"), Kind::Refresh},
        {"T2 again", refreshed(), json(401, kBadToken), Kind::SignIn, T::SignInNeeded},
        {"T11 inactive", first(), json(401, R"({"detail":"User is inactive","code":"user_inactive"})"),
         Kind::AccountRefused, T::AccountInactive},
        {"T11 deleted", refreshed(), json(401, R"({"detail":"User not found","code":"user_not_found"})"),
         Kind::AccountRefused, T::AccountInactive},
        {"T11 no account", first(), json(401, R"({"detail":"No","code":"no_active_account"})"),
         Kind::AccountRefused, T::AccountInactive},
        {"a stranger's page", refreshed(), html(401), Kind::Later, T::Portal},
        {"a stranger's JSON", refreshed(), json(401, "{}"), Kind::Later, T::ServerProblem},
    });
}

TEST_CASE("gone and refused work is kept, never dropped")
{
    using T = SyncTrouble;
    check({
        {"N33 404", first(), json(404, kNoLesson), Kind::Gone},
        {"410", first(), json(410, kNoLesson), Kind::Gone},
        {"404 of nobody", first(), html(404), Kind::Later, T::ServerProblem},
        {"404 {}", first(), json(404, "{}"), Kind::Later, T::ServerProblem},
        {"left already", first(Endpoint::ClassicLeave), json(404, R"({"message":"Not enrolled"})"),
         Kind::Done},
        {"left already, pages", first(Endpoint::PagesLeave),
         json(404, R"({"error":"Not enrolled in this course"})"), Kind::Done},
        {"enrol in what is gone", first(Endpoint::PagesEnrol),
         json(400, R"({"error":"Failed to enroll: No CoursePage matches the given query."})"), Kind::Gone},
        {"400", first(Endpoint::Submit), json(400, R"({"success":false,"error":"No code provided"})"),
         Kind::Keep},
        {"422", first(), json(422, R"({"error":"Another body","code":"idempotency_mismatch"})"), Kind::Keep},
        {"413", first(), json(413, R"({"detail":"Too large."})"), Kind::Keep},
        {"413 of a proxy", first(), html(413), Kind::Later, T::Portal},
        {"415", first(), json(415, R"({"detail":"Unsupported media type."})"), Kind::Keep},
        {"405", first(), json(405, R"({"detail":"Method \"POST\" not allowed."})"), Kind::Keep},
        {"409", first(), json(409, R"({"detail":"Newer."})"), Kind::PullFirst},
        {"409 being worked on", first(), json(409, R"({"detail":"Busy."})", {{"retry-after", "1"}}),
         Kind::Later, T::Busy, 1},
        {"412", first(Endpoint::AnswerPut), json(412, R"({"version":3})"), Kind::PullFirst},
        {"426", first(), json(426, R"({"detail":"Newer program needed."})"), Kind::Later, T::UpdateNeeded},
        {"408", first(), html(408), Kind::Later, T::Slow},
        {"999", first(), json(999, "{}"), Kind::NotUnderstood, T::ServerProblem},
    });
    const Verdict verdict = classify(first(Endpoint::Submit), json(400, R"({"error":"No code provided"})"));
    CHECK(verdict.reason == KeptWork::Reason::Invalid);
    CHECK(verdict.text == u"No code provided"_s);
    CHECK(verdict.status == 400);
}

TEST_CASE("only a 404 of the platform's own means that a thing is gone")
{
    CHECK(existsFrom(first(), json(404, kNoLesson)) == Exists::Gone);
    CHECK(existsFrom(first(), json(200, R"({"id":1})")) == Exists::There);
    CHECK(existsFrom(first(), html(404)) == Exists::NoAnswer);
    CHECK(existsFrom(first(), html(200)) == Exists::NoAnswer);
    CHECK(existsFrom(first(), html(500)) == Exists::NoAnswer); // Q10: it exists and answers 500
    CHECK(existsFrom(first(), json(401, kBadToken)) == Exists::NoAnswer);
    CHECK(existsFrom(first(), failed(Failure::Refused)) == Exists::NoAnswer);
}
