// The fault matrix, N8–N17 and N26: answers of the platform, and of others in its place.

#include <QRegularExpression>

#include "faults.h"

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject scripted(int status, const QJsonObject &json, const QString &path = u"/complete/"_s)
{
    QJsonObject rule = FaultBench::answer(status, json);
    rule[u"path"_s] = path;
    return rule;
}

const QString kBusy = u"The platform is busy. Your work is saved here."_s;
const QString kProblem = u"The platform has a problem. Your work is saved here."_s;

} // namespace

TEST_CASE(
    "N8: an error of the platform: work waits, and after the third it is asked whether the lesson is there")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(2, 250);
    FaultBench::fault(u"answer"_s, scripted(500, {{u"error"_s, u"boom"_s}}));

    for (int run = 0; run < 4; ++run) {
        CHECK(bench.sync().trouble == SyncTrouble::ServerProblem);
    }

    CHECK(FaultBench::requests(u"GET"_s, u"/lessons/1/"_s) == 2); // after the third and the fourth
    CHECK(bench.told().startsWith(kProblem));
    REQUIRE(bench.waiting().size() == 1); // the other lesson's went out all the same
    CHECK(text::describeTries(bench.waiting().front()) == u"Tried 4 times: the platform had a problem"_s);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N10: pages of errors are errors, whatever is written on them")
{
    FaultBench bench;
    bench.doEverything();
    const int status = GENERATE(500, 502, 504);
    FaultBench::fault(u"gateway_page"_s, {{u"status"_s, status}});

    CHECK(bench.sync().trouble == SyncTrouble::ServerProblem);

    CHECK(bench.told().startsWith(kProblem));
    CHECK(bench.status().retryUtc > bench.clock.nowUtc().addSecs(-5));
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N11: a platform that asks for two minutes gets them, and it is said when it goes on")
{
    FaultBench bench;
    bench.doEverything();
    QJsonObject rule = FaultBench::answer(503, {{u"error"_s, u"busy"_s}}, {{u"Retry-After"_s, u"120"_s}});
    rule[u"method"_s] = u"POST"_s;
    FaultBench::fault(u"answer"_s, rule);

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Busy);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) > 100);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) <= 155); // and a class does not come back as one
    CHECK(bench.told()
          == kBusy + u" Trying again at %1."_s.arg(text::pointInTime(status.retryUtc, bench.clock.nowUtc())));
    bench.checkNothingLost();
    const int before = FaultBench::onTheWire();
    bench.monotonic->pass(100s);
    bench.sync(); // also not because somebody asks
    CHECK(FaultBench::onTheWire() == before);
    bench.monotonic->pass(55s);
    bench.checkAllArrives();
}

TEST_CASE("N12: busy without a time means half a minute")
{
    FaultBench bench;
    bench.finish(1);
    const int code = GENERATE(429, 503);
    FaultBench::fault(u"answer"_s, scripted(code, {{u"detail"_s, u"Request was throttled."_s}}));

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Busy);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) >= 25);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) <= 61);
    CHECK(bench.told().startsWith(kBusy));
    bench.checkNothingLost();
    bench.monotonic->pass(31s);
    bench.checkAllArrives();
}

TEST_CASE("N13: an absurd time to wait is held between a second and an hour")
{
    FaultBench bench;
    bench.finish(1);
    const QString asked = GENERATE(u"-5"_s, u"315360000"_s, u"Mon, 01 Jan 2001 00:00:00 GMT"_s, u"tomorrow"_s,
                                   u"99999999999999999999999"_s);
    INFO(asked.toStdString());
    QJsonObject rule = FaultBench::answer(503, {{u"error"_s, u"busy"_s}}, {{u"Retry-After"_s, asked}});
    rule[u"path"_s] = u"/complete/"_s;
    FaultBench::fault(u"answer"_s, rule);

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Busy);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) >= -1);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) <= 3631);
    CHECK(bench.told().startsWith(kBusy));
    bench.checkNothingLost();
    bench.monotonic->pass(3601s);
    bench.checkAllArrives();
}

TEST_CASE("N14: the platform's real limit is a 403, and neither a refusal nor a sign-out")
{
    FaultBench bench;
    FaultBench::server().post(u"/limits"_s, {{u"scale"_s, 0.05}, {u"reset"_s, true}}); // one in a minute
    bench.submit(u"print(1)"_s);
    bench.submit(u"print(2)"_s);
    bench.submit(u"print(3)"_s);

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Busy);
    CHECK(status.waiting > 0);
    CHECK(status.kept == 0);
    CHECK(FaultBench::requests(u"GET"_s, u"/auth/user/"_s) >= 1);
    CHECK(bench.ada.platform().account()->session == SessionState::SignedIn);
    CHECK(bench.clock.nowUtc().secsTo(status.retryUtc) > 30);
    CHECK(bench.told().startsWith(kBusy + u" Trying again at"_s));
    bench.checkNothingLost();
    FaultBench::server().post(u"/limits"_s, {{u"scale"_s, 0}, {u"reset"_s, true}});
    bench.monotonic->pass(61s);
    bench.checkAllArrives();
}

TEST_CASE(
    "N15: what is refused for more than a day and twenty times becomes kept work, and the session stays")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(2, 700);
    FaultBench::fault(
        u"answer"_s, scripted(403, {{u"detail"_s, u"You do not have permission to perform this action."_s}}));
    for (int run = 0; run < 20; ++run) {
        CHECK(bench.sync().kept == 0);
        bench.monotonic->pass(3601s);
        bench.clock.pass(90min);
    }
    CHECK(bench.told().startsWith(kBusy)); // for the first day it could be a limit
    bench.checkNothingLost();

    const SyncStatus status = bench.sync();

    CHECK(status.kept == 1);
    CHECK(bench.line() == u"Needs you: 1 kept change"_s);
    REQUIRE(bench.kept().size() == 1);
    CHECK(
        text::describeReason(bench.kept().front())
        == u"The platform refuses this change. It is kept here. The platform says: You do not have permission to perform this action."_s);
    CHECK(bench.ada.platform().account()->session == SessionState::SignedIn);
    bench.checkNothingLost();
    FaultBench::server().clearFaults();
    REQUIRE(await(bench.ada.platform().retryKept(bench.kept().front().entry.seq)));
    bench.monotonic->pass(3601s);
    bench.checkAllArrives();
}

TEST_CASE(
    "N16, N17: a network that wants a sign-in of its own is never a success, and is offered to be opened")
{
    FaultBench bench;
    bench.doEverything();
    FaultBench::fault(GENERATE(u"portal_redirect"_s, u"portal_page"_s));

    const SyncStatus status = bench.sync();

    CHECK(status.trouble == SyncTrouble::Portal);
    CHECK(status.waiting == 6);
    CHECK(
        bench.told()
        == u"This network asks you to sign in, in a browser. 6 changes are saved here and will be sent later."_s);
    CHECK(bench.line() == u"Needs you: the network asks you to sign in"_s);
    CHECK(text::remedyFor(status.trouble) == text::SyncRemedy::OpenBrowser);
    CHECK(FaultBench::server().state(u"ada"_s)[u"progress"_s].toArray().isEmpty());
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N26: values of a wrong kind leave out one row, and a page that is none changes nothing")
{
    FaultBench bench;
    bench.finish(1);
    bench.note(2, u"kept"_s);
    bench.checkAllArrives();
    const QString path = u"/progress/\\?"_s;
    SECTION("one row is damaged")
    {
        FaultBench::fault(
            u"set_json"_s,
            {{u"path"_s, path},
             {u"set"_s, QJsonObject{{u"results.0.id"_s, u"x"_s}, {u"results.0.notes"_s, QJsonValue()}}}});
    }
    SECTION("no JSON of this world")
    {
        const QByteArray body
            = GENERATE(QByteArray("\xef\xbb\xbf[NaN]"), QByteArray("{\"results\":\"\xff\xfe\"}"),
                       QByteArray(10000, '[') + QByteArray(10000, ']'),
                       QByteArray("{\"count\":1e400,\"results\":[{\"id\":-1e99}]}"),
                       QByteArray("{\"results\":[],\"results\":null}"));
        FaultBench::fault(u"replace"_s,
                          {{u"path"_s, path}, {u"base64"_s, QString::fromLatin1(body.toBase64())}});
    }
    bench.read(3, 900);

    bench.sync();

    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s).read); // nothing was taken away
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-2"_s).notes == u"kept"_s);
    bench.checkNothingLost();
    bench.checkAllArrives();
}
