// The fault matrix, N9 and N28–N36: a platform whose content, clock or memory is another one than it was.

#include "faults.h"

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void administer(const QString &action, const QString &kind, int id, QJsonObject more = {})
{
    more[u"action"_s] = action;
    more[u"kind"_s] = kind;
    more[u"id"_s] = id;
    FaultBench::server().post(u"/admin"_s, more);
}

const QString kGone
    = u"It is no longer offered on the platform. Your work on it is kept here, and sent if it comes back."_s;

} // namespace

TEST_CASE("N9: a 500 that means deleted: the work is kept with the reason, the rest goes, and nothing loops")
{
    FaultBench bench;
    administer(u"delete"_s, u"lesson"_s, 2);
    bench.read(2, 400); // answered with 500
    bench.bookmark(2); // answered with 500
    bench.finish(2); // answered with 404
    bench.spend(2, 4);
    bench.finish(1);

    for (int run = 0; run < 4; ++run) {
        bench.sync();
    }

    CHECK(bench.waiting().empty());
    const auto kept = bench.kept();
    CHECK(kept.size() == 4);
    for (const KeptWork &work : kept) {
        CHECK(text::describeReason(work).startsWith(kGone));
    }
    CHECK(bench.line() == u"Needs you: 4 kept changes"_s);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-2"_s).position == 0.4); // here nothing changed
    bench.checkNothingLost();
    const int before = FaultBench::requests(u"POST"_s, u"/lessons/2/"_s);
    bench.sync();
    CHECK(FaultBench::requests(u"POST"_s, u"/lessons/2/"_s) == before);
}

TEST_CASE("N28: a list that moves while it is read changes nothing until it is read whole")
{
    FaultBench bench;
    bench.finish(1);
    bench.note(2, u"mine"_s);
    bench.checkAllArrives();
    QJsonObject moving{{u"kind"_s, u"set_json"_s},
                       {u"path"_s, u"/progress/\\?"_s},
                       {u"set"_s, QJsonObject{{u"count"_s, 100}, {u"results"_s, QJsonArray()}}}};
    SECTION("all the time")
    {
        FaultBench::server().setFaults({moving});
        bench.sync();
    }
    SECTION("once")
    {
        moving[u"nth"_s] = 1;
        FaultBench::server().setFaults({moving});
        CHECK(bench.sync().trouble == SyncTrouble::None);
    }

    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s).read);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-2"_s).notes == u"mine"_s);
    CHECK(FaultBench::requests(u"GET"_s, u"/progress/?"_s) >= 2); // it looked again
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N29: what the network delivers twice is there once, minutes too where the platform can tell")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    INFO(profile.toStdString());
    FaultBench bench(profile);
    bench.doEverything();
    QString path = u"/(complete|bookmark|position|progress|submit)/"_s;
    if (profile == u"deployed"_s) {
        // It adds minutes as often as they come; nothing on this side can undo what a network repeats.
        path = u"/(complete|bookmark|progress|submit)/"_s;
        bench.deeds.twice = 1;
    }
    QJsonObject twice{{u"kind"_s, u"duplicate"_s}, {u"method"_s, u"POST|PATCH"_s}, {u"path"_s, path}};
    FaultBench::server().setFaults({twice});

    CHECK(bench.sync().waiting == 0);

    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N30: an answer that was overtaken does not undo what was done meanwhile")
{
    FaultBench bench;
    bench.bookmark(1);
    bench.read(1, 200);
    bench.checkAllArrives();
    FaultBench::fault(u"late"_s, {{u"seconds"_s, 1}, {u"path"_s, u"/progress/\\?"_s}, {u"times"_s, 1}});

    const auto syncing = bench.ada.platform().syncNow();
    for (int turn = 0; turn < 100 && FaultBench::onTheWire(u"/progress/?"_s) == 0; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    bench.bookmark(1, false); // while the answer with the old value is on its way
    bench.read(1, 900);
    REQUIRE(await(syncing));

    const LessonProgress here = bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s);
    CHECK_FALSE(here.bookmarked);
    CHECK(here.position == 0.9);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N31: a clock that is wrong by hours or a year is told, and nothing else comes of it")
{
    FaultBench bench;
    const int offset = GENERATE(7500, -7500, 366 * 86400 + 600, -366 * 86400 - 600);
    INFO(offset);
    FaultBench::server().post(u"/clock"_s, {{u"offset"_s, offset}});
    REQUIRE(bench.signIn());
    bench.doEverything();

    const SyncStatus status = bench.sync();

    CHECK(status.waiting == 0);
    CHECK(text::describeClock(status)
          == u"This computer's clock is off by %1. Sync works; times may look wrong."_s.arg(
              std::abs(offset) < 86400 ? u"2 hours"_s : u"366 days"_s));
    CHECK(bench.ada.platform().account()->session == SessionState::SignedIn);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N31: a clock that is right to a minute is not mentioned")
{
    FaultBench bench;
    FaultBench::server().post(u"/clock"_s, {{u"offset"_s, 60}});
    bench.finish(1);
    CHECK(text::describeClock(bench.sync()).isEmpty());
    bench.checkAllArrives();
}

TEST_CASE("N32: a platform set back to a backup gets what it lost, and many are asked about first")
{
    FaultBench bench;
    for (const int draft : {6, 12, 18, 24}) {
        administer(u"publish"_s, u"lesson"_s, draft);
    }
    FaultBench::server().post(u"/snapshot"_s, {{u"name"_s, u"before"_s}});
    const int lessons = GENERATE(3, 24);
    for (int lesson = 1; lesson <= lessons; ++lesson) {
        bench.finish(lesson);
    }
    bench.checkAllArrives();
    FaultBench::server().post(u"/restore"_s, {{u"name"_s, u"before"_s}});

    SyncStatus status = bench.sync();

    if (lessons > 20) {
        CHECK(status.question == SyncQuestion::SendAgain);
        CHECK(text::describeQuestion(status)
              == u"The platform seems to have lost 24 things you finished. Send them again?"_s);
        CHECK(bench.line() == u"Needs you: a question"_s);
        CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s).read);
        REQUIRE(await(bench.ada.platform().answerQuestion(true)));
        status = bench.sync();
    }
    CHECK(status.question == SyncQuestion::None);
    bench.checkNothingLost();
    bench.checkAllArrives();
}

TEST_CASE("N33: a course that was deleted: work on it stays readable, what waited is kept, nothing loops")
{
    FaultBench bench;
    bench.finish(1);
    bench.checkAllArrives();
    REQUIRE(await(bench.ada.platform().enrol(u"classic-4"_s)));
    bench.read(1, 800);
    bench.note(3, u"for later"_s);
    administer(u"delete"_s, u"course"_s, 4);

    for (int run = 0; run < 4; ++run) {
        bench.sync();
    }

    CHECK(bench.waiting().empty());
    for (const KeptWork &work : bench.kept()) {
        CHECK(text::describeReason(work).startsWith(kGone));
    }
    CHECK(bench.kept().size() == 3);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s).read);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-3"_s).notes == u"for later"_s);
    CHECK(bench.line() == u"Needs you: 3 kept changes"_s);
    const int before = FaultBench::requests(u"POST"_s, {});
    bench.sync();
    CHECK(FaultBench::requests(u"POST"_s, {}) == before);
}

TEST_CASE("N34: what was taken back and offered again gets its kept work by itself")
{
    FaultBench bench;
    administer(u"unpublish"_s, u"lesson"_s, 2);
    bench.finish(2);
    bench.read(2, 600);
    for (int run = 0; run < 3; ++run) {
        bench.sync();
    }
    CHECK(bench.kept().size() == 2);
    bench.checkNothingLost();
    administer(u"publish"_s, u"lesson"_s, 2);

    bench.checkAllArrives(); // without a word from anybody

    CHECK(bench.kept().empty());
    CHECK(bench.line().startsWith(u"All sent"_s));
}

TEST_CASE("N35: a lesson that is another one now gets nothing that it seems to have lost")
{
    FaultBench bench;
    bench.finish(1);
    bench.read(1, 300);
    bench.checkAllArrives();
    administer(u"swap"_s, u"lesson"_s, 1, {{u"with"_s, 7}}); // of course 5
    FaultBench::server().post(u"/requests/clear"_s, {});

    for (int run = 0; run < 3; ++run) {
        CHECK(bench.sync().waiting == 0);
    }

    CHECK(FaultBench::requests(u"POST"_s, u"/lessons/"_s) == 0);
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s).read); // here nothing was taken away
    CHECK(bench.ada.lesson(u"classic-4"_s, u"lesson-1"_s).position == 0.3);
}

TEST_CASE(
    "N36: fields that came or went: what is not needed is not missed, and what is stops only its address")
{
    FaultBench bench;
    bench.doEverything();
    SECTION("unknown ones")
    {
        FaultBench::fault(u"set_json"_s,
                          {{u"path"_s, u"/(complete|bookmark|position)/"_s},
                           {u"set"_s, QJsonObject{{u"shape"_s, QJsonArray{1, 2}}}}});
        CHECK(bench.sync().waiting == 0);
        CHECK(bench.told().isEmpty());
    }
    SECTION("a list without what it needs")
    {
        FaultBench::fault(u"set_json"_s,
                          {{u"path"_s, u"/enrollments/"_s},
                           {u"method"_s, u"GET"_s},
                           {u"remove"_s, QJsonArray{u"results"_s}}});
        CHECK(bench.sync().waiting == 0); // sending goes on
    }
    SECTION("and a platform that wants a newer program says so")
    {
        QJsonObject rule = FaultBench::answer(426, {{u"detail"_s, u"Upgrade required"_s}});
        rule[u"method"_s] = u"POST"_s;
        FaultBench::fault(u"answer"_s, rule);
        CHECK(bench.sync().trouble == SyncTrouble::UpdateNeeded);
        CHECK(
            bench.told()
            == u"The platform asks for a newer version of the studio. Please update; until then your work is saved here."_s);
        CHECK(bench.line() == u"Needs you: update the studio"_s);
    }
    bench.checkNothingLost();
    bench.checkAllArrives();
}
