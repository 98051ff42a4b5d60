#include "sync/api/endpoints.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>

#include <sqlite3.h>

#include <sys/resource.h>

#include "sync_bench.h"

namespace studio::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirst = 1000;
constexpr int kAtOnce = 4; ///< As the engine.

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// Processor time of this process, all of its threads.
double processorTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// Half of the actions complete a lesson, half mark it: two in each lane, all of them repeatable.
qint64 lessonsFor(int actions)
{
    return actions / 2;
}

QString courseOf(qint64 number)
{
    return u"classic-%1"_s.arg(kFirst + number / 10);
}

} // namespace

QJsonObject measureDrain(const SyncBench &bench)
{
    SyncClient client(bench.place(u"drain"_s));
    client.signIn(bench.user, bench.password);
    client.startEngine({});
    client.run(); // what the platform can do, and the first fetch, are not part of it
    for (qint64 number = 0; number < lessonsFor(bench.count); ++number) {
        LessonProgress progress;
        progress.read = true;
        progress.bookmarked = true;
        progress.lastSeenUtc = QDateTime::currentDateTimeUtc();
        const QString lesson = u"lesson-%1"_s.arg(kFirst + number + 1);
        must(client.work().saveLesson(courseOf(number), lesson, progress).result());
    }
    const int requests = client.transport().requests;
    const double processor = processorTime();
    QElapsedTimer clock;
    clock.start();
    const sync::SyncReport report = client.run();
    const double wall = milliseconds(clock);
    if (report.sent != bench.count || client.transport().requests - requests != bench.count) {
        giveUp(u"%1 of %2 actions were sent, by %3 requests"_s.arg(report.sent)
                   .arg(bench.count)
                   .arg(client.transport().requests - requests));
    }
    return {{u"wall_ms"_s, wall}, {u"cpu_ms"_s, (processorTime() - processor) / bench.count}};
}

QJsonObject measureBare(const SyncBench &bench)
{
    SyncClient client(bench.place(u"bare"_s));
    client.signIn(bench.user, bench.password);
    const QByteArray token = client.token();
    const sync::Endpoints endpoints(bench.server);
    std::vector<sync::HttpRequest> requests;
    for (qint64 number = 0; number < lessonsFor(bench.count); ++number) {
        requests.push_back(withBearer(endpoints.completeLesson(kFirst + number + 1), token));
        requests.push_back(withBearer(endpoints.bookmark(kFirst + number + 1, true), token));
    }
    QElapsedTimer clock;
    clock.start();
    std::size_t begun = 0;
    std::size_t ended = 0;
    while (ended < requests.size()) {
        while (begun < requests.size() && begun - ended < kAtOnce) {
            client.transport().start(requests[begun++]);
        }
        for (const sync::HttpCompletion &each : client.transport().wait(std::chrono::seconds(10), {})) {
            if (!each.result || each.result->status != 200) {
                giveUp(u"the platform did not take a request"_s);
            }
            ++ended;
        }
    }
    return {{u"wall_ms"_s, milliseconds(clock)}};
}

/// In turn with bare inserts of a row of that size into a file beside it, one fsync each.
QJsonObject measureCommit(const SyncBench &bench)
{
    app::SystemClock clock;
    const QString folder = bench.folder + u"/commit"_s;
    const store::OpenedWorkStore opened = must(store::openWorkStore(folder, clock));
    sqlite3 *bare = nullptr;
    const QByteArray path = QFile::encodeName(folder + u"/bare.db"_s);
    const auto execute = [&bare](const char *sql) {
        if (sqlite3_exec(bare, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            giveUp(QString::fromUtf8(sqlite3_errmsg(bare)));
        }
    };
    if (sqlite3_open(path.constData(), &bare) != SQLITE_OK) {
        giveUp(u"bare.db can't be made"_s);
    }
    execute("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "PRAGMA wal_autocheckpoint=500; CREATE TABLE row(id INTEGER PRIMARY KEY, body TEXT)");
    QJsonArray ours;
    QJsonArray theirs;
    QElapsedTimer timer;
    for (qint64 number = 0; number < bench.count; ++number) {
        LessonProgress progress;
        progress.read = true; // one row for the outbox
        progress.lastSeenUtc = clock.nowUtc();
        timer.start();
        must(opened.store->saveLesson(courseOf(number), u"lesson-%1"_s.arg(number + 1), progress).result());
        ours.append(milliseconds(timer));
        timer.start();
        execute("INSERT INTO row(body) VALUES(hex(randomblob(150)))");
        theirs.append(milliseconds(timer));
    }
    sqlite3_close(bare);
    if (must(opened.sync->counts()).waiting != bench.count) {
        giveUp(u"not every lesson has its row in the outbox"_s);
    }
    return {{u"commit_ms"_s, ours}, {u"bare_ms"_s, theirs}};
}

} // namespace studio::bench
