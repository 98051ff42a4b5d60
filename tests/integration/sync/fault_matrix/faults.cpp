#define CATCH_CONFIG_EXTERNAL_INTERFACES // for the listener below
#include "faults.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<HostedServer> theServer;

/// The server goes while there is still an event loop to wait with.
class EndsServer final : public Catch::TestEventListenerBase
{
public:
    using TestEventListenerBase::TestEventListenerBase;

    void testRunEnded(const Catch::TestRunStats &stats) override
    {
        TestEventListenerBase::testRunEnded(stats);
        FaultBench::endServer();
    }
};

CATCH_REGISTER_LISTENER(EndsServer)

QString lessonId(int lesson)
{
    return u"lesson-%1"_s.arg(lesson);
}

std::map<int, QJsonObject> rowsOf(const QJsonObject &state)
{
    std::map<int, QJsonObject> rows;
    for (const QJsonValue &row : state[u"progress"_s].toArray()) {
        rows[row.toObject()[u"lesson_id"_s].toInt()] = row.toObject();
    }
    return rows;
}

std::map<QString, int> programsOf(const QJsonObject &state)
{
    std::map<QString, int> programs;
    for (const QJsonValue &row : state[u"submissions"_s].toArray()) {
        ++programs[row.toObject()[u"code"_s].toString()];
    }
    return programs;
}

} // namespace

FaultBench::FaultBench(const QString &profile)
    : ada((server().post(u"/reset"_s, {}), server()), clock, folder.path(), u"ada"_s)
{
    server().post(u"/profile"_s, {{u"profile"_s, profile}});
    server().post(u"/limits"_s, {{u"scale"_s, 0}, {u"reset"_s, true}});
    server().post(u"/listen"_s, {{u"open"_s, true}});
    ada.open(place());
    REQUIRE(signIn());
    CHECK(sync().trouble == SyncTrouble::None); // what the platform has is known before anything goes wrong
    server().post(u"/requests/clear"_s, {});
}

FaultBench::~FaultBench()
{
    server().post(u"/listen"_s, {{u"open"_s, true}});
    server().clearFaults();
}

const HostedServer &FaultBench::server()
{
    if (!theServer) {
        theServer = std::make_unique<HostedServer>(u"deployed"_s);
    }
    return *theServer;
}

void FaultBench::endServer()
{
    theServer.reset();
}

sync::PlatformPlace FaultBench::place() const
{
    sync::PlatformPlace place = ada.place();
    place.monotonic = monotonic;
    return place;
}

Result<Account> FaultBench::signIn(const QString &user, const QString &password)
{
    SignIn request;
    request.server = server().origin();
    request.name = user;
    request.password = password;
    request.keepIn = VaultKind::Memory;
    return await(ada.platform().signIn(request));
}

QString FaultBench::courseOf(int lesson)
{
    return u"classic-%1"_s.arg(4 + (lesson - 1) / 6);
}

void FaultBench::finish(int lesson)
{
    ada.change(courseOf(lesson), lessonId(lesson), [](LessonProgress &progress) { progress.read = true; });
    deeds.done.insert(lesson);
}

void FaultBench::bookmark(int lesson, bool on)
{
    ada.change(courseOf(lesson), lessonId(lesson),
               [on](LessonProgress &progress) { progress.bookmarked = on; });
    deeds.bookmarks[lesson] = on;
}

void FaultBench::read(int lesson, int perMille)
{
    ada.change(courseOf(lesson), lessonId(lesson),
               [perMille](LessonProgress &progress) { progress.position = perMille / 1000.0; });
    deeds.positions[lesson] = perMille;
}

void FaultBench::note(int lesson, const QString &text)
{
    ada.change(courseOf(lesson), lessonId(lesson),
               [&text](LessonProgress &progress) { progress.notes = text; });
    deeds.notes[lesson] = text;
}

void FaultBench::spend(int lesson, int minutes)
{
    REQUIRE(await(ada.work().addTime(courseOf(lesson), lessonId(lesson), {}, std::chrono::minutes(minutes))));
    deeds.minutes[lesson] += minutes;
}

void FaultBench::submit(const QString &code)
{
    Attempt attempt;
    attempt.courseId = u"classic-4"_s;
    attempt.exerciseId = u"exercise-1"_s;
    attempt.atUtc = clock.nowUtc();
    attempt.answer = code;
    REQUIRE(await(ada.work().recordAttempt(attempt)));
    deeds.programs.insert(code);
}

void FaultBench::doEverything()
{
    finish(1);
    bookmark(1);
    read(2, 400);
    note(2, u"my own words"_s);
    spend(1, 7);
    submit(u"print('once')"_s);
}

SyncStatus FaultBench::sync()
{
    (void)await(ada.platform().syncNow()).has_value();
    return status();
}

SyncStatus FaultBench::status()
{
    REQUIRE(await(ada.platform().waiting())); // the sync thread has told what it had to tell by then
    QCoreApplication::processEvents();
    return ada.platform().status();
}

std::vector<OutboxEntry> FaultBench::waiting()
{
    const auto waiting = await(ada.platform().waiting());
    REQUIRE(waiting);
    return *waiting;
}

std::vector<KeptWork> FaultBench::kept()
{
    const auto kept = await(ada.platform().kept());
    REQUIRE(kept);
    return *kept;
}

QString FaultBench::line()
{
    return text::syncLine(status(), clock.nowUtc()).text;
}

QString FaultBench::told()
{
    return text::describeTrouble(status(), clock.nowUtc());
}

void FaultBench::waitUntilIdle()
{
    // Without asking the sync side for anything: it gives way to whoever asks, and begins its look anew.
    QElapsedTimer timer;
    QElapsedTimer idle;
    timer.start();
    idle.start();
    while (!idle.hasExpired(300) && !timer.hasExpired(60'000)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        if (ada.platform().status().working) {
            idle.restart();
        }
    }
    CHECK_FALSE(ada.platform().status().working);
}

void FaultBench::checkNothingLost()
{
    waitUntilIdle(); // by itself it looks for news after all is sent, and says so
    const QJsonObject state = server().state(u"ada"_s);
    auto rows = rowsOf(state);
    auto programs = programsOf(state);
    std::vector<OutboxEntry> here = waiting();
    const std::size_t waits = here.size();
    for (const KeptWork &work : kept()) {
        here.push_back(work.entry);
    }
    const auto isHere = [&here](OperationKind kind, const QString &item) {
        return std::any_of(here.begin(), here.end(), [&](const OutboxEntry &entry) {
            return entry.kind == kind && entry.itemId == item;
        });
    };
    for (const int lesson : deeds.done) {
        INFO("finished lesson " << lesson);
        CHECK((rows[lesson][u"completed"_s].toVariant().toBool()
               || isHere(OperationKind::Complete, lessonId(lesson))));
    }
    for (const auto &[lesson, on] : deeds.bookmarks) {
        INFO("bookmark on lesson " << lesson);
        CHECK((rows[lesson][u"bookmarked"_s].toVariant().toBool() == on
               || isHere(OperationKind::Bookmark, lessonId(lesson))));
    }
    for (const auto &[lesson, perMille] : deeds.positions) {
        INFO("position in lesson " << lesson);
        CHECK((rows[lesson][u"content_position"_s].toInt() == perMille
               || isHere(OperationKind::Position, lessonId(lesson))));
    }
    for (const auto &[lesson, text] : deeds.notes) {
        INFO("notes on lesson " << lesson);
        CHECK(
            (rows[lesson][u"notes"_s].toString() == text || isHere(OperationKind::Notes, lessonId(lesson))));
    }
    for (const auto &[lesson, minutes] : deeds.minutes) {
        INFO("minutes in lesson " << lesson);
        int known = rows[lesson][u"time_spent"_s].toInt();
        for (const OutboxEntry &entry : here) {
            if (entry.kind == OperationKind::Time && entry.itemId == lessonId(lesson)) {
                known += QJsonDocument::fromJson(entry.body).object()[u"minutes"_s].toInt();
            }
        }
        CHECK(known >= minutes);
    }
    for (const QString &code : deeds.programs) {
        INFO("program " << code.toStdString());
        CHECK((programs[code] > 0 || isHere(OperationKind::Submit, u"exercise-1"_s)));
    }
    const SyncStatus now = status();
    CHECK(now.waiting == static_cast<int>(waits));
    CHECK(now.kept == static_cast<int>(here.size() - waits));
    const QString says = line();
    INFO(says.toStdString());
    CHECK((says.startsWith(u"All sent"_s) || says == u"Nothing to send yet"_s)
          == (waits == 0 && now.kept == 0 && now.conflicts == 0 && !says.startsWith(u"Needs you"_s)));
}

void FaultBench::checkAllArrives()
{
    server().clearFaults();
    SyncStatus now = sync();
    for (int more = 0; more < 3 && now.waiting > 0; ++more) {
        now = sync();
    }
    CHECK(now.waiting == 0);
    CHECK(now.trouble == SyncTrouble::None);
    const QJsonObject state = server().state(u"ada"_s);
    auto rows = rowsOf(state);
    for (const int lesson : deeds.done) {
        CHECK(rows[lesson][u"completed"_s].toVariant().toBool());
    }
    for (const auto &[lesson, on] : deeds.bookmarks) {
        CHECK(rows[lesson][u"bookmarked"_s].toVariant().toBool() == on);
    }
    for (const auto &[lesson, perMille] : deeds.positions) {
        CHECK(rows[lesson][u"content_position"_s].toInt() == perMille);
    }
    for (const auto &[lesson, text] : deeds.notes) {
        CHECK(rows[lesson][u"notes"_s].toString() == text);
    }
    for (const auto &[lesson, minutes] : deeds.minutes) {
        CHECK(rows[lesson][u"time_spent"_s].toInt() == minutes);
    }
    int extra = 0;
    for (const auto &[code, count] : programsOf(state)) {
        const int wanted = static_cast<int>(deeds.programs.count(code));
        CHECK(count >= wanted);
        extra += count - wanted;
    }
    CHECK(extra <= deeds.twice);
    CHECK(told().isEmpty());
    CHECK(line().startsWith(u"All sent"_s));
}

void FaultBench::fault(const QString &kind, QJsonObject more)
{
    more[u"kind"_s] = kind;
    server().setFaults({more});
}

QJsonObject FaultBench::answer(int status, const QJsonObject &json, const QJsonObject &headers)
{
    return {{u"status"_s, status}, {u"json"_s, json}, {u"headers"_s, headers}};
}

int FaultBench::requests(const QString &method, const QString &pathPart)
{
    int count = 0;
    for (const QJsonValue &each : server().get(u"/requests?since=0"_s)[u"requests"_s].toArray()) {
        const QJsonObject request = each.toObject();
        count += request[u"method"_s] == method && request[u"path"_s].toString().contains(pathPart) ? 1 : 0;
    }
    return count;
}

int FaultBench::onTheWire(const QString &pathPart)
{
    int count = 0;
    for (const QJsonValue &each : server().get(u"/faults/log"_s)[u"requests"_s].toArray()) {
        count += each.toObject()[u"path"_s].toString().contains(pathPart) ? 1 : 0;
    }
    return count;
}
