// What syncing costs. Prints one JSON object; sync_bench.py starts the platform and reads it.
//   studio-sync-bench week     one learner's week, sent and fetched once
//   studio-sync-bench pull     fetching all, none and ten of COUNT rows of progress
//   studio-sync-bench forum    fetching all of a forum with COUNT topics, nothing, and ten answers in ten of
//   them studio-sync-bench drain    COUNT absolute actions in as many lanes, sent; and their processor time
//   studio-sync-bench bare     the same requests by the same transport, four at a time, and nothing else
//   studio-sync-bench commit   COUNT lessons saved with their outbox rows, and COUNT bare inserts
//   studio-sync-bench class    COUNT whole clients, started at the same moment
//   studio-sync-bench country  COUNT simulated clients in virtual time

#include "sync_bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <map>

namespace studio::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirst = 1000; ///< First id of the platform's rows for measurements.

/// Lesson `number` (from 0) of the platform's `--scale courses=…,lessons=10`.
QString courseOf(qint64 number)
{
    return u"classic-%1"_s.arg(kFirst + number / 10);
}

qint64 lessonOf(qint64 number)
{
    return kFirst + number + 1;
}

struct Pulled
{
    double milliseconds = 0;
    int requests = 0;
    qint64 bytes = 0;
};

Pulled pull(SyncClient &client, int expected)
{
    const int requests = client.transport().requests;
    const qint64 bytes = client.transport().bytes;
    QElapsedTimer clock;
    clock.start();
    const sync::SyncReport report = client.run();
    const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!report.pulled || report.changed != expected) {
        giveUp(u"%1 rows changed here, %2 on the platform"_s.arg(report.changed).arg(expected));
    }
    return {took, client.transport().requests - requests, client.transport().bytes - bytes};
}

void append(QJsonObject &figures, const QString &name, const Pulled &pulled)
{
    const std::map<QString, QJsonValue> values{{name + u"_ms"_s, pulled.milliseconds},
                                               {name + u"_requests"_s, pulled.requests},
                                               {name + u"_bytes"_s, pulled.bytes}};
    for (const auto &[key, value] : values) {
        QJsonArray list = figures.value(key).toArray();
        list.append(value);
        figures.insert(key, list);
    }
}

} // namespace

/// Thirty lessons of three courses read with their minutes, some marked or with notes, ten programs
/// submitted.
QJsonObject measureWeek(const SyncBench &bench)
{
    SyncClient client(bench.place(u"week"_s));
    client.signIn(bench.user, bench.password);
    for (const qint64 course : {0, 10, 20}) {
        must(client.sync().setEnrolled(courseOf(course), true));
    }
    for (qint64 lesson = 0; lesson < 30; ++lesson) {
        readLesson(client.work(), courseOf(lesson), lessonOf(lesson),
                   lesson % 6 == 0 ? u"To read again"_s : QString(), lesson % 5 == 0);
        spendMinutes(client.work(), courseOf(lesson), lessonOf(lesson), 7);
        spendMinutes(client.work(), courseOf(lesson), lessonOf(lesson), 5); // the same lesson, another day
    }
    const std::vector<std::pair<QString, qint64>> exercises{
        {u"classic-4"_s, 1}, {u"classic-4"_s, 2}, {u"classic-4"_s, 3}, {u"classic-4"_s, 4},
        {u"classic-5"_s, 5}, {u"classic-5"_s, 6}, {u"classic-6"_s, 7}, {u"classic-7"_s, 8},
        {u"classic-4"_s, 1}, {u"classic-4"_s, 2}};
    for (const auto &[course, exercise] : exercises) {
        submit(client.work(), course, exercise, u"def add(a, b):\n    return a + b\n"_s);
    }
    const int actions = must(client.sync().counts()).waiting;
    client.startEngine({});
    const sync::SyncReport report = client.run();
    if (report.sent != actions || !report.pulled) {
        giveUp(u"%1 of %2 actions were sent"_s.arg(report.sent).arg(actions));
    }
    return {{u"actions"_s, actions},
            {u"requests"_s, client.transport().requests},
            {u"bytes"_s, client.transport().bytes}};
}

QJsonObject measurePull(const SyncBench &bench)
{
    constexpr int kTen = 10;
    SyncClient other(bench.place(u"other"_s));
    other.signIn(bench.user, bench.password);
    for (qint64 lesson = 0; lesson < bench.count; ++lesson) {
        readLesson(other.work(), courseOf(lesson), lessonOf(lesson));
    }
    other.startEngine({});
    other.run();
    QJsonObject figures;
    bool marked = false;
    for (quint32 turn = 0; turn < bench.seed; ++turn) {
        SyncClient client(bench.place(u"fresh%1"_s.arg(turn)));
        client.signIn(bench.user, bench.password);
        client.startEngine({});
        append(figures, u"all"_s, pull(client, bench.count));
        client.engine().event(sync::SyncEngine::Event::PersonAsked);
        append(figures, u"none"_s, pull(client, 0));
        marked = !marked;
        for (qint64 lesson = 0; lesson < kTen; ++lesson) {
            readLesson(other.work(), courseOf(lesson * 7), lessonOf(lesson * 7), {}, marked);
        }
        other.run();
        client.engine().event(sync::SyncEngine::Event::PersonAsked);
        append(figures, u"ten"_s, pull(client, kTen));
    }
    return figures;
}

} // namespace studio::bench

int main(int argc, char *argv[])
{
    using namespace studio::bench;
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const std::map<QString, QJsonObject (*)(const SyncBench &)> benches{
        {u"week"_s, measureWeek},   {u"pull"_s, measurePull},      {u"forum"_s, measureForum},
        {u"drain"_s, measureDrain}, {u"bare"_s, measureBare},      {u"commit"_s, measureCommit},
        {u"class"_s, measureClass}, {u"country"_s, measureCountry}};
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_s, u"week, pull, forum, drain, bare, commit, class or country"_s);
    for (const char *name :
         {"server", "ca", "folder", "user", "password", "count", "seed", "overload", "jitter"}) {
        parser.addOption({QString::fromLatin1(name), QString(), u"value"_s});
    }
    parser.process(application);
    const auto number = [&parser](const QString &name, int otherwise) {
        return parser.isSet(name) ? parser.value(name).toInt() : otherwise;
    };
    SyncBench bench{parser.value(u"server"_s), parser.value(u"ca"_s),       parser.value(u"folder"_s),
                    parser.value(u"user"_s),   parser.value(u"password"_s), number(u"count"_s, 0)};
    bench.seed = static_cast<quint32>(number(u"seed"_s, 1));
    bench.overload = number(u"overload"_s, bench.overload);
    bench.jitter = number(u"jitter"_s, bench.jitter);
    const auto found = benches.find(parser.positionalArguments().value(0));
    if (found == benches.end()) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return 2;
    }
    const QJsonObject told = found->second(bench);
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
