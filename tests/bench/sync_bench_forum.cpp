#include <QElapsedTimer>
#include <QJsonArray>

#include "sync_bench.h"

namespace studio::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTen = 10;

/// One pull, timed and counted, into the lists `NAME_ms`, `NAME_requests` and `NAME_bytes`.
void pull(SyncClient &client, QJsonObject &figures, const QString &name)
{
    const auto append = [&](const QString &key, double value) {
        QJsonArray list = figures.value(name + key).toArray();
        list.append(value);
        figures.insert(name + key, list);
    };
    const int requests = client.transport().requests;
    const qint64 bytes = client.transport().bytes;
    QElapsedTimer clock;
    clock.start();
    client.pullForum();
    append(u"_ms"_s, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    append(u"_requests"_s, client.transport().requests - requests);
    append(u"_bytes"_s, static_cast<double>(client.transport().bytes - bytes));
}

std::vector<ForumTopic> topicsOf(SyncClient &client)
{
    TopicQuery query;
    query.limit = 1000;
    return must(client.forum().topics(query).result()).topics;
}

qint64 postsOf(SyncClient &client)
{
    qint64 posts = 0;
    for (const ForumTopic &topic : topicsOf(client)) {
        if (topic.loaded != topic.posts) {
            giveUp(u"topic %1: %2 of %3 posts"_s.arg(topic.id).arg(topic.loaded).arg(topic.posts));
        }
        posts += topic.loaded;
    }
    return posts;
}

} // namespace

QJsonObject measureForum(const SyncBench &bench)
{
    SyncClient writer(bench.place(u"writer"_s));
    writer.signIn(bench.user, bench.password);
    writer.startEngine({});
    writer.pullForum();
    QJsonObject figures;
    int written = 0;
    for (quint32 turn = 0; turn < bench.seed; ++turn) {
        SyncClient client(bench.place(u"fresh%1"_s.arg(turn)));
        client.signIn(bench.user, bench.password);
        pull(client, figures, u"all"_s);
        pull(client, figures, u"none"_s);
        const qint64 before = postsOf(client);
        int answers = 0;
        for (const ForumTopic &topic : topicsOf(client)) {
            if (topic.locked || answers == kTen) {
                continue;
            }
            ForumWriting reply;
            reply.topicId = topic.id;
            reply.text = u"An answer of a measurement, number %1, that is long enough."_s.arg(++written);
            must(writer.forum().queue(reply).result());
            ++answers;
        }
        writer.engine().event(sync::SyncEngine::Event::PersonAsked);
        writer.run();
        pull(client, figures, u"ten"_s);
        if (postsOf(client) != before + kTen) {
            giveUp(u"%1 posts came"_s.arg(postsOf(client) - before));
        }
    }
    return figures;
}

} // namespace studio::bench
