#include "support/fleet_client.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <barrier>
#include <random>
#include <thread>

#include "sync_bench.h"

namespace studio::bench {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// A lesson's work of one of a class: 10 to 20 requests.
void learn(SyncClient &client, int number)
{
    constexpr qint64 kFirst = 1000;
    must(client.sync().setEnrolled(u"classic-1000"_s, true));
    for (qint64 lesson = 1; lesson <= 2 + number % 3; ++lesson) {
        readLesson(client.work(), u"classic-1000"_s, kFirst + lesson, {}, lesson % 2 == 0);
        spendMinutes(client.work(), u"classic-1000"_s, kFirst + lesson, 12);
    }
    submit(client.work(), u"classic-4"_s, 1 + number % 4, u"def add(a, b):\n    return a + b\n"_s);
}

} // namespace

QJsonObject measureClass(const SyncBench &bench)
{
    std::vector<std::unique_ptr<SyncClient>> clients;
    int actions = 0;
    for (int number = 0; number < bench.count; ++number) {
        SyncPlace place = bench.place(u"class%1"_s.arg(number));
        place.rate = {};
        clients.push_back(std::make_unique<SyncClient>(place));
        clients.back()->signIn(u"learner%1"_s.arg(number), bench.password);
        learn(*clients.back(), number);
        actions += must(clients.back()->sync().counts()).waiting;
    }
    std::barrier begin(bench.count + 1);
    std::vector<double> took(clients.size());
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        threads.emplace_back([&, i] {
            begin.arrive_and_wait();
            QElapsedTimer clock;
            clock.start();
            clients[i]->startEngine(seconds(bench.jitter));
            clients[i]->untilDone(seconds(300));
            took[i] = static_cast<double>(clock.nsecsElapsed()) / 1e9;
        });
    }
    begin.arrive_and_wait();
    threads.clear();
    int requests = 0;
    for (const auto &client : clients) {
        requests += client->transport().requests;
    }
    return {{u"actions"_s, actions},
            {u"requests"_s, requests},
            {u"done_s"_s, *std::max_element(took.begin(), took.end())}};
}

/// All of a country's schools open at nine. Addresses are shared by 30.
QJsonObject measureCountry(const SyncBench &bench)
{
    using fleet::Micros;
    constexpr int kSchool = 30;
    fleet::World world(QDateTime(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC));
    fleet::PlatformLimits limits;
    limits.overload = bench.overload;
    fleet::ModelPlatform platform(world, limits, bench.seed);
    std::mt19937 random(bench.seed);
    const auto between
        = [&random](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    const Micros nine = world.time();
    const Micros end = nine + std::chrono::hours(12);
    std::vector<std::unique_ptr<fleet::SimulatedClient>> clients;
    int actions = 0;
    for (int number = 0; number < bench.count; ++number) {
        sync::EngineOptions options;
        options.seed = static_cast<quint32>(random()) | 1U;
        options.startJitter = seconds(bench.jitter);
        const fleet::Sender sender{number + 1, number / kSchool};
        clients.push_back(std::make_unique<fleet::SimulatedClient>(
            world, platform, sender, milliseconds(between(20, 200)), std::move(options)));
        actions += clients.back()->doWork({between(2, 5), between(0, 2), true});
        clients.back()->start(nine, end);
    }
    QElapsedTimer clock;
    clock.start();
    world.run();
    int late = 0;
    Micros last{0};
    for (const auto &client : clients) {
        late += client->doneAt() && client->waiting() == 0 ? 0 : 1;
        last = std::max(last, client->doneAt().value_or(end) - nine);
    }
    std::map<int, int> statuses;
    QJsonArray arrivals;
    double needed = 0;
    for (const auto &seen : platform.seen()) {
        arrivals.append(static_cast<double>((seen.at - nine).count()) / 1e6);
        ++statuses[seen.status];
        needed += seen.status < 400 || seen.status == 404 ? 1 : 0;
    }
    QJsonObject answers;
    for (const auto &[status, count] : statuses) {
        answers.insert(QString::number(status), count);
    }
    return {{u"actions"_s, actions},
            {u"late"_s, late},
            {u"done_s"_s, static_cast<double>(last.count()) / 1e6},
            {u"arrivals"_s, arrivals},
            {u"answers"_s, answers},
            {u"most_waiting"_s, platform.mostWaiting()},
            {u"needed"_s, needed},
            {u"floor_s"_s, static_cast<double>(platform.worked().count()) / 1e6 / limits.workers},
            {u"real_s"_s, static_cast<double>(clock.nsecsElapsed()) / 1e9}};
}

} // namespace studio::bench
