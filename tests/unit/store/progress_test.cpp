#include <cmath>

#include "store_fixture.h"

using namespace studio;
using namespace studio::test;
using namespace std::chrono_literals;

namespace {

Attempt attemptAt(const QDateTime &at, Outcome outcome, const QString &answer = u"print(1)"_s)
{
    return {0, u"c"_s, u"e"_s, at, answer, outcome, u"{}"_s};
}

} // namespace

TEST_CASE_METHOD(StoreFixture, "A lesson's progress comes back, and its time never goes down", "[store]")
{
    open();
    const LessonProgress lesson{true, true, 0.25, 40s, clock.now};
    REQUIRE(work->saveLesson(u"c"_s, u"l"_s, lesson).result());
    REQUIRE(work->addTime(u"c"_s, u"l"_s, {}, 30s).result());
    LessonProgress again = lesson;
    again.bookmarked = false;
    again.position = std::nan("");
    REQUIRE(work->saveLesson(u"c"_s, u"l"_s, again).result());
    reopen();

    const auto progress = work->courseProgress(u"c"_s).result();

    REQUIRE(progress);
    const LessonProgress stored = progress->lessons[u"l"_s];
    CHECK(stored.read);
    CHECK_FALSE(stored.bookmarked);
    CHECK(stored.position == 0.0);
    CHECK(stored.timeSpent == 70s);
    CHECK(stored.lastSeenUtc == clock.now);
    CHECK(work->allProgress().result()->size() == 1);
    CHECK(work->courseProgress(u"other"_s).result()->lessons.isEmpty());
}

TEST_CASE_METHOD(StoreFixture, "Time goes to the exercise or the lesson, and to the day", "[store]")
{
    open();
    REQUIRE(work->addTime(u"c"_s, u"l"_s, {}, 10s).result());
    REQUIRE(work->addTime(u"c"_s, u"l"_s, u"e"_s, 20s).result());
    CHECK(work->addTime(u"c"_s, u"l"_s, {}, -1s).result().error().code == ErrorCode::InvalidData);

    const auto progress = work->courseProgress(u"c"_s).result();
    const QDate today = clock.now.toLocalTime().date();
    const auto days = work->activity(today.addDays(-1), today).result();

    CHECK(progress->lessons[u"l"_s].timeSpent == 10s);
    CHECK(progress->exercises[u"e"_s].timeSpent == 20s);
    REQUIRE(days->size() == 1);
    CHECK((*days)[0].day == today);
    CHECK((*days)[0].time == 30s);
}

TEST_CASE_METHOD(StoreFixture, "An attempt counts, and only the first pass solves", "[store]")
{
    open();
    const QDateTime at = clock.now;
    REQUIRE(work->recordAttempt(attemptAt(at, Outcome::Wrong)).result());
    REQUIRE(work->recordAttempt(attemptAt(at.addSecs(1), Outcome::DidNotFinish)).result());
    REQUIRE(work->recordAttempt(attemptAt(at.addSecs(2), Outcome::ExerciseBroken)).result());
    REQUIRE(work->recordAttempt(attemptAt(at.addSecs(3), Outcome::Passed, u"print(2)"_s)).result());
    REQUIRE(work->recordAttempt(attemptAt(at.addSecs(4), Outcome::Wrong)).result());
    const auto last = work->recordAttempt(attemptAt(at.addSecs(5), Outcome::Passed)).result();

    REQUIRE(last);
    CHECK(last->passed);
    CHECK(last->attempts == 6);
    CHECK(last->failedAttempts == 2);
    CHECK(last->passedUtc == at.addSecs(3));
    const QDate day = at.toLocalTime().date();
    CHECK((*work->activity(day, day).result())[0].solved == 1);
    const auto attempts = work->attempts(u"c"_s, u"e"_s).result();
    REQUIRE(attempts->size() == 6);
    CHECK((*attempts)[0].atUtc == at.addSecs(5));
    CHECK((*attempts)[2].answer == u"print(2)"_s);
    CHECK((*attempts)[3].outcome == Outcome::ExerciseBroken);
}

TEST_CASE_METHOD(StoreFixture, "The answer that was checked is kept, without displacing what was typed since",
                 "[store]")
{
    open();
    const QString key = DocumentId::forAnswer(u"c"_s, u"e"_s).key;
    typed(key, u"print(1)"_s);
    typed(key, u"print(1) # typed since"_s);

    REQUIRE(work->recordAttempt(attemptAt(clock.now, Outcome::Wrong)).result());

    CHECK(text(key) == u"print(1) # typed since"_s);
    const auto versions = *work->versions({key}).result();
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].reason == VersionReason::Checked);
    CHECK(*work->versionText(versions[0].id).result() == u"print(1)"_s);
    typed(key, u"print(1) # typed since, and on"_s);
    clock.now = clock.now.addDays(3);
    reopen();
    CHECK(text(key) == u"print(1) # typed since, and on"_s);
    CHECK(*work->versionText(versions[0].id).result() == u"print(1)"_s);
}

TEST_CASE_METHOD(StoreFixture, "An answer that was checked without being typed opens as the document",
                 "[store]")
{
    open();
    REQUIRE(work->recordAttempt(attemptAt(clock.now, Outcome::Passed)).result());
    CHECK(text(DocumentId::forAnswer(u"c"_s, u"e"_s).key) == u"print(1)"_s);
}

TEST_CASE_METHOD(StoreFixture, "Hints that were opened stay open", "[store]")
{
    open();
    REQUIRE(work->saveHintsOpened(u"c"_s, u"e"_s, 2).result());
    REQUIRE(work->saveHintsOpened(u"c"_s, u"e"_s, 1).result());
    CHECK(work->courseProgress(u"c"_s).result()->exercises[u"e"_s].hintsOpened == 2);
}

TEST_CASE_METHOD(StoreFixture, "Settings and the last place come back", "[store]")
{
    open();
    CHECK_FALSE(work->lastPlace().result()->has_value());
    REQUIRE(work->saveSetting(u"editor/size"_s, "14").result());
    REQUIRE(work->saveSetting(u"editor/size"_s, "15").result());
    REQUIRE(work->saveSetting(u"look"_s, R"({"theme":"dunkel ä"})").result());
    CHECK(work->saveSetting(u"bad"_s, "{").result().error().code == ErrorCode::InvalidData);
    REQUIRE(work->savePlace({u"home"_s, {}, {}}).result());
    REQUIRE(work->savePlace({u"lesson"_s, u"c"_s, u"l"_s}).result());
    reopen();

    const auto settings = work->settings().result();

    REQUIRE(settings->size() == 2);
    CHECK(settings->value(u"editor/size"_s) == "15");
    CHECK(settings->value(u"look"_s) == R"({"theme":"dunkel ä"})");
    CHECK(*work->lastPlace().result() == Place{u"lesson"_s, u"c"_s, u"l"_s});
}

TEST_CASE_METHOD(StoreFixture, "Calls are done in order, and closing does what is queued", "[store]")
{
    open();
    QFuture<Result<>> last;
    for (int i = 0; i < 200; ++i) {
        last = work->saveDocument({{u"a"_s}, {}, QString::number(i), 0, clock.now});
    }
    const auto read = work->openDocument({u"a"_s});
    work.reset();

    CHECK(last.result());
    CHECK((*read.result())->text == u"199"_s);
    open();
    CHECK(text(u"a"_s) == u"199"_s);
    CHECK(work->flush().result());
}
