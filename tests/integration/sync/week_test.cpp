// Three people's programs, a week without a network, a bad network, and then everybody agrees.

#include "support/computer.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kDays = 7;
constexpr int kActionsADay = 14;
constexpr int kTries = 60; ///< Runs behind the faults before the network is good again.

/// What one person did, over all of their computers.
struct LessonModel
{
    bool done = false;
    bool bookmarked = false;
    int position = 0; ///< Per mille.
    QString notes;
    std::map<const void *, qint64> seconds; ///< By computer: each sends whole minutes of its own.

    qint64 minutes() const
    {
        qint64 sum = 0;
        for (const auto &[computer, spent] : seconds) {
            sum += spent / 60;
        }
        return sum;
    }
};

struct PersonModel
{
    std::map<int, LessonModel> lessons; ///< By the platform's id.
    std::set<QString> submitted;
    std::map<QString, bool> enrolled; ///< By course id.
};

struct Seat
{
    Computer &computer;
    PersonModel &person;
    QString user;
    int parity; ///< Bookmarks, notes and positions of every second lesson, so that what is last is known.
};

/// The seed data of the test platform: courses 4 to 7 with six lessons each, the last a draft.
QString courseOf(int lesson)
{
    return u"classic-%1"_s.arg(4 + (lesson - 1) / 6);
}

QString name(int lesson)
{
    return u"lesson-%1"_s.arg(lesson);
}

void act(Seat &seat, QRandomGenerator &random, int step)
{
    int lesson = random.bounded(1, 13);
    lesson -= lesson % 6 == 0 ? 1 : 0; // drafts can't be opened
    LessonModel &model = seat.person.lessons[lesson];
    const bool own = lesson % 2 == seat.parity;
    const auto change = [&](auto what) { seat.computer.change(courseOf(lesson), name(lesson), what); };
    switch (random.bounded(6)) {
    case 0:
        change([](LessonProgress &progress) { progress.read = true; });
        model.done = true;
        break;
    case 1: {
        const auto spent = std::chrono::seconds(random.bounded(10, 1500));
        REQUIRE(await(seat.computer.work().addTime(courseOf(lesson), name(lesson), {}, spent)));
        model.seconds[&seat.computer] += spent.count();
        break;
    }
    case 2:
        if (own) {
            change([&](LessonProgress &progress) { progress.bookmarked = !progress.bookmarked; });
            model.bookmarked = !model.bookmarked;
        }
        break;
    case 3:
        if (own) {
            model.position = random.bounded(1, 1001);
            change([&](LessonProgress &progress) { progress.position = model.position / 1000.0; });
        }
        break;
    case 4:
        if (own) {
            model.notes = u"Note %1 of %2"_s.arg(step).arg(seat.user);
            change([&](LessonProgress &progress) { progress.notes = model.notes; });
        }
        break;
    case 5: {
        Attempt attempt;
        attempt.courseId = u"classic-4"_s;
        attempt.exerciseId = u"exercise-%1"_s.arg(1 + seat.parity); // two answers to one would be a conflict
        attempt.atUtc = QDateTime::currentDateTimeUtc();
        attempt.answer = u"print('%1 %2 %3')"_s.arg(seat.user).arg(step).arg(seat.parity);
        REQUIRE(await(seat.computer.work().recordAttempt(attempt)));
        seat.person.submitted.insert(attempt.answer);
        break;
    }
    default:
        break;
    }
}

QJsonObject rule(const QString &kind, double probability, QJsonObject more = {})
{
    more[u"kind"_s] = kind;
    more[u"probability"_s] = probability;
    if (!more.contains(u"path"_s)) {
        more[u"path"_s] = u"^(?!.*/auth/)"_s; // what becomes of sessions has tests of its own
    }
    return more;
}

/// Every third exchange goes wrong in one of the ways that were seen.
QJsonArray badNetwork()
{
    const auto answer = [](int status, const QJsonObject &json) {
        return QJsonObject{{u"status"_s, status}, {u"json"_s, json}};
    };
    return {rule(u"close_before"_s, 0.05),
            rule(u"drop_answer"_s, 0.06),
            rule(u"reset_answer"_s, 0.04),
            rule(u"cut"_s, 0.04),
            rule(u"die_on_reuse"_s, 0.08),
            rule(u"answer"_s, 0.04, answer(500, {{u"error"_s, u"boom"_s}})),
            rule(u"answer"_s, 0.03,
                 answer(403, {{u"detail"_s, u"You do not have permission to perform this action."_s}})),
            rule(u"gateway_page"_s, 0.03),
            rule(u"portal_page"_s, 0.03),
            rule(u"portal_redirect"_s, 0.02),
            rule(u"empty_object"_s, 0.03),
            rule(u"duplicate"_s, 0.05, {{u"path"_s, u"/(complete|bookmark|enroll)/"_s}})};
}

/// Asks until nothing is left, as a person does who presses "Send now" again.
int drain(Seat &seat, int atMost)
{
    int runs = 0;
    for (; runs < atMost; ++runs) {
        const auto done = await(seat.computer.platform().syncNow());
        if (!done && done.error().code == ErrorCode::Unauthorized) {
            REQUIRE(seat.computer.signIn(seat.user));
        }
        if (done && done->waiting == 0) {
            break;
        }
        QTest::qWait(100);
    }
    return runs;
}

void comparePlatform(const QJsonObject &state, const PersonModel &person)
{
    std::map<int, QJsonObject> rows;
    for (const QJsonValue &row : state[u"progress"_s].toArray()) {
        rows[row.toObject()[u"lesson_id"_s].toInt()] = row.toObject();
    }
    for (const auto &[lesson, model] : person.lessons) {
        const QJsonObject row = rows[lesson];
        INFO("lesson " << lesson << ": " << QJsonDocument(row).toJson().toStdString());
        CHECK(row[u"completed"_s].toVariant().toBool() == model.done);
        CHECK(row[u"bookmarked"_s].toVariant().toBool() == model.bookmarked);
        CHECK(row[u"content_position"_s].toInt() == model.position);
        CHECK(row[u"notes"_s].toString() == model.notes);
        CHECK(row[u"time_spent"_s].toInt() == model.minutes());
    }
    std::map<QString, int> submissions;
    for (const QJsonValue &row : state[u"submissions"_s].toArray()) {
        ++submissions[row.toObject()[u"code"_s].toString()];
    }
    CHECK(submissions.size() == person.submitted.size());
    for (const QString &code : person.submitted) {
        CHECK(submissions[code] >= 1);
    }
}

void compareComputer(Seat &seat)
{
    const auto all = await(seat.computer.work().allProgress());
    REQUIRE(all);
    for (const auto &[lesson, model] : seat.person.lessons) {
        const LessonProgress here = (*all)[courseOf(lesson)].lessons.value(name(lesson));
        INFO(seat.user.toStdString() << "'s computer, lesson " << lesson);
        CHECK(here.read == model.done);
        CHECK(here.bookmarked == model.bookmarked);
        CHECK(qRound(here.position * 1000) == model.position);
        CHECK(here.notes == model.notes);
        CHECK(here.timeSpent.count() / 60 >= model.minutes());
        CHECK(here.timeSpent.count() / 60 <= model.minutes() + 1); // and what is not a whole minute yet
    }
    CHECK(await(seat.computer.platform().waiting())->empty());
    CHECK(await(seat.computer.platform().kept())->empty());
    CHECK(await(seat.computer.platform().conflicts())->empty());
}

void liveAWeek(const QString &profile)
{
    const HostedServer server(profile, {u"--tls"_s, u"--limit-scale"_s, u"0"_s});
    TestTime clock;
    const QTemporaryDir school;
    const QTemporaryDir home;
    Computer adaAtSchool(server, clock, school.path(), u"ada"_s);
    Computer benAtSchool(server, clock, school.path(), u"ben"_s);
    Computer adaAtHome(server, clock, home.path(), u"default"_s);
    PersonModel ada;
    PersonModel ben;
    std::vector<Seat> seats
        = {{adaAtSchool, ada, u"ada"_s, 1}, {benAtSchool, ben, u"ben"_s, 0}, {adaAtHome, ada, u"ada"_s, 0}};
    for (Seat &seat : seats) {
        REQUIRE(seat.computer.signIn(seat.user));
        REQUIRE(await(seat.computer.platform().refreshCatalogue()));
        REQUIRE(await(seat.computer.platform().enrol(u"classic-4"_s)));
        REQUIRE(await(seat.computer.platform().syncNow()));
    }

    // Nobody reaches the platform for a week.
    server.setFaults({rule(u"close_before"_s, 1, {{u"path"_s, u"."_s}})});
    QRandomGenerator random(20261128);
    int step = 0;
    for (int day = 0; day < kDays; ++day) {
        for (Seat &seat : seats) {
            for (int i = 0; i < kActionsADay; ++i) {
                act(seat, random, ++step);
                clock.pass(7min);
            }
            if (random.bounded(3) == 0) {
                CHECK_FALSE(await(seat.computer.platform().syncNow())); // and it says so
            }
        }
        clock.pass(20h);
    }
    for (Seat &seat : seats) {
        CHECK_FALSE(await(seat.computer.platform().waiting())->empty());
    }
    REQUIRE(await(benAtSchool.platform().enrol(u"pages-20"_s)));
    REQUIRE(await(benAtSchool.platform().leave(u"classic-4"_s)));

    server.setFaults(badNetwork(), 3);
    for (Seat &seat : seats) {
        drain(seat, kTries);
    }
    server.clearFaults();
    for (int round = 0; round < 2; ++round) { // the second time everybody sees what the others sent
        for (Seat &seat : seats) {
            CHECK(drain(seat, 20) < 20);
        }
    }

    comparePlatform(server.state(u"ada"_s), ada);
    comparePlatform(server.state(u"ben"_s), ben);
    for (Seat &seat : seats) {
        compareComputer(seat);
    }
    const QJsonObject bens = server.state(u"ben"_s);
    CHECK(bens[u"enrollments"_s].toArray().isEmpty());
    CHECK(bens[u"cms_enrollments"_s].toArray().size() == 1);
    CHECK(server.state(u"ada"_s)[u"enrollments"_s].toArray().size() == 1);
    CHECK(server.state(u"ada"_s)[u"refreshes"_s].toObject()[u"in_flight_max"_s].toInt() <= 1);
}

} // namespace

TEST_CASE("a week without a network, then a bad one: platform and computers agree")
{
    SECTION("with the platform as it is deployed")
    {
        liveAWeek(u"deployed"_s);
    }
    SECTION("with a repaired platform")
    {
        liveAWeek(u"repaired"_s);
    }
}

TEST_CASE("notes written on two computers at once: both texts are kept until the person chooses")
{
    const HostedServer server(u"deployed"_s, {u"--tls"_s});
    const TestTime clock;
    const QTemporaryDir school;
    const QTemporaryDir home;
    Computer atSchool(server, clock, school.path(), u"ada"_s);
    Computer atHome(server, clock, home.path(), u"default"_s);
    for (Computer *each : {&atSchool, &atHome}) {
        REQUIRE(each->signIn(u"ada"_s));
        REQUIRE(await(each->platform().syncNow()));
    }
    const auto write = [](Computer &computer, const QString &notes) {
        computer.change(u"classic-4"_s, u"lesson-1"_s,
                        [&notes](LessonProgress &progress) { progress.notes = notes; });
    };
    write(atSchool, u"from school"_s);
    write(atHome, u"from home"_s);
    REQUIRE(await(atSchool.platform().syncNow()));
    REQUIRE(await(atHome.platform().syncNow()));

    const auto conflicts = await(atHome.platform().conflicts());
    REQUIRE(conflicts);
    REQUIRE(conflicts->size() == 1);
    const SyncConflict conflict = conflicts->front();
    CHECK(conflict.what == u"notes"_s);
    CHECK(conflict.mine == u"from home"_s);
    CHECK(conflict.theirs == u"from school"_s);
    CHECK(atHome.lesson(u"classic-4"_s, u"lesson-1"_s).notes == u"from home"_s);

    REQUIRE(await(atHome.platform().resolveConflict(conflict.id, ConflictChoice::Both)));
    REQUIRE(await(atHome.platform().syncNow()));
    REQUIRE(await(atSchool.platform().syncNow()));
    for (Computer *each : {&atSchool, &atHome}) {
        const QString notes = each->lesson(u"classic-4"_s, u"lesson-1"_s).notes;
        CHECK(notes.contains(u"from school"_s));
        CHECK(notes.contains(u"from home"_s));
        CHECK(await(each->platform().conflicts())->empty());
    }
}
