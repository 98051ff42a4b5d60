#include <functional>

#include "forum_reader.h"

using namespace studio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<qint64> idsOf(const std::vector<ForumPost> &posts)
{
    std::vector<qint64> ids;
    for (const ForumPost &each : posts) {
        ids.push_back(each.id);
    }
    return ids;
}

/// A topic that Grace writes much in.
struct LongTopic
{
    explicit LongTopic(ForumReader &reader)
        : server(reader.server)
        , id(reader.openTopic())
        , posts(idsOf(reader.posts(id)))
    {
    }

    void addPosts(int count)
    {
        for (int i = 0; i < count; ++i) {
            const QJsonObject fields{{u"topic_id"_s, id},
                                     {u"poster_id"_s, 1},
                                     {u"content"_s, u"Post number %1 of many."_s.arg(++written)}};
            posts.push_back(create(fields));
        }
        moveToTop();
    }

    void removePost(int index)
    {
        server.post(u"/admin"_s,
                    {{u"action"_s, u"delete"_s},
                     {u"kind"_s, u"post"_s},
                     {u"id"_s, posts[static_cast<std::size_t>(index)]}});
        posts.erase(posts.begin() + index);
    }

    void moveToTop() ///< As its newest post would.
    {
        server.post(u"/clock"_s, {{u"offset"_s, ++seconds}});
        const QString now = QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
        server.post(u"/admin"_s,
                    {{u"action"_s, u"change"_s},
                     {u"kind"_s, u"topic"_s},
                     {u"id"_s, id},
                     {u"fields"_s, QJsonObject{{u"last_post_on"_s, now}}}});
    }

    qint64 create(const QJsonObject &fields)
    {
        return server
            .post(u"/admin"_s,
                  {{u"action"_s, u"create"_s}, {u"kind"_s, u"post"_s}, {u"fields"_s, fields}})["id"_L1]
            .toInteger();
    }

    const HostedServer &server;
    qint64 id;
    std::vector<qint64> posts;
    int written = 0;
    int seconds = 0;
};

QJsonObject rule(const QString &path, QJsonObject more)
{
    more.insert(u"method"_s, u"GET"_s);
    more.insert(u"path"_s, path);
    return more;
}

/// What the sync side tells arrives a little after the answer.
bool becomesTrue(const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && !timer.hasExpired(10'000)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    return condition();
}

int fired(const HostedServer &server) ///< Faults so far.
{
    int count = 0;
    for (const QJsonValue &each : server.get(u"/faults/log"_s)["requests"_L1].toArray()) {
        count += static_cast<int>(each["fired"_L1].toArray().size());
    }
    return count;
}

} // namespace

TEST_CASE("the forum of the platform comes here whole, and raises no views", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumReader reader(profile);
    const auto topics = reader.topics();
    REQUIRE_FALSE(topics.empty());
    int posts = 0;
    for (const ForumTopic &topic : topics) {
        CHECK(topic.loaded == topic.posts);
        CHECK(topic.views == 0);
        posts += topic.loaded;
    }
    CHECK(topics.size() == 12); // the seed data of the platform
    CHECK(posts == 60);
    const auto forums = await(reader.computer.forum().forums());
    REQUIRE(forums);
    CHECK(forums->size() == 4);
    // Nothing changed: a few requests, and none for posts.
    reader.server.post(u"/requests/clear"_s, {});
    reader.pull();
    const QJsonArray requests = reader.server.get(u"/requests?since=0"_s)["requests"_L1].toArray();
    CHECK(requests.size() <= 6);
    for (const QJsonValue &each : requests) {
        CHECK_FALSE(each["path"_L1].toString().contains("topic_id="_L1));
    }
    // What is deleted there goes here with the next look at it.
    const qint64 gone = reader.posts(topics[0].id).back().id;
    reader.server.post(u"/admin"_s, {{u"action"_s, u"delete"_s}, {u"kind"_s, u"post"_s}, {u"id"_s, gone}});
    reader.computer.platform().forum().topicOpened(topics[0].id);
    reader.pull();
    CHECK_FALSE(*await(reader.computer.forum().post(gone)));
}

TEST_CASE("a pull that is cut off anywhere goes on, and ends with everything", "[forum]")
{
    QTemporaryDir data;
    TestTime time;
    const HostedServer server(u"deployed"_s);
    Computer computer(server, time, data.path(), u"ada"_s);
    REQUIRE(computer.signIn(u"ada"_s));
    bool complete = false;
    int cut = 0;
    for (int k = 1; k < 60 && !complete; ++k) {
        server.setFaults({QJsonObject{
            {u"path"_s, u"forum"_s}, {u"kind"_s, u"close_before"_s}, {u"nth"_s, u"%1+"_s.arg(k)}}});
        complete = await(computer.platform().forum().pull()).has_value();
        cut += complete ? 0 : 1;
    }
    CHECK(complete);
    CHECK(cut > 3);
    server.clearFaults();
    const auto page = await(computer.forum().topics({}));
    REQUIRE(page);
    CHECK(page->total == 12);
    for (const ForumTopic &topic : page->topics) {
        CHECK(topic.loaded == topic.posts);
    }
}

TEST_CASE("only what the platform says is gone goes here too", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    reader.server.setFaults(
        {rule(u"v2/forum/forums/$"_s,
              {{u"kind"_s, u"set_json"_s}, {u"set"_s, QJsonObject{{u"categories"_s, QJsonArray()}}}}),
         rule(u"v2/forum/topics/\\?"_s,
              {{u"kind"_s, u"set_json"_s},
               {u"set"_s, QJsonObject{{u"results.0.id"_s, u"x"_s}, {u"results.3.created"_s, u"?"_s}}}})});
    reader.time.pass(25h); // a day later all are listed again
    reader.pull();
    CHECK(fired(reader.server) >= 2);
    CHECK(reader.topics().size() == 12);
    CHECK(await(reader.computer.forum().forums())->size() == 4);

    reader.server.setFaults({rule(
        u"v2/forum/topics/\\?"_s,
        {{u"kind"_s, u"set_json"_s},
         {u"set"_s,
          QJsonObject{{u"results"_s, QJsonArray()}, {u"count"_s, 0}, {u"next"_s, QJsonValue::Null}}}})});
    reader.time.pass(25h);
    reader.pull();
    CHECK(reader.topics().size() == 12);

    reader.server.clearFaults();
    const qint64 gone = reader.topics().back().id;
    reader.server.post(u"/admin"_s, {{u"action"_s, u"delete"_s}, {u"kind"_s, u"topic"_s}, {u"id"_s, gone}});
    reader.time.pass(25h);
    reader.pull();
    CHECK(reader.topics().size() == 11);
    CHECK_FALSE(*await(reader.computer.forum().topic(gone)));
}

TEST_CASE("a long topic is the platform's, whatever was written and deleted between two looks", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    LongTopic topic(reader);
    topic.addPosts(230 - static_cast<int>(topic.posts.size()));
    reader.pull();
    REQUIRE(idsOf(reader.posts(topic.id)) == topic.posts);

    SECTION("more was written than deleted")
    {
        topic.removePost(150);
        topic.removePost(5);
        topic.addPosts(3);
        reader.pull();
        CHECK(idsOf(reader.posts(topic.id)) == topic.posts);
    }
    SECTION("as much")
    {
        topic.removePost(7);
        topic.addPosts(1);
        reader.pull();
        CHECK(idsOf(reader.posts(topic.id)) == topic.posts);
    }
    SECTION("only more, from the last page on")
    {
        topic.addPosts(80);
        reader.server.post(u"/requests/clear"_s, {});
        reader.pull();
        CHECK(idsOf(reader.posts(topic.id)) == topic.posts);
        int pages = 0;
        for (const QJsonValue &each : reader.server.get(u"/requests?since=0"_s)["requests"_L1].toArray()) {
            pages += each["path"_L1].toString().contains("topic_id="_L1) ? 1 : 0;
        }
        CHECK(pages == 2);
    }
    SECTION("one goes while the pages are read")
    {
        topic.moveToTop();
        reader.computer.platform().forum().topicOpened(topic.id);
        // The first page counted one more than the last: what was between them moved up by one.
        reader.server.setFaults(
            {rule(u"topic_id=%1\\b"_s.arg(topic.id),
                  {{u"kind"_s, u"set_json"_s},
                   {u"times"_s, 1},
                   {u"set"_s, QJsonObject{{u"count"_s, 231}, {u"results.99"_s, QJsonValue::Null}}}})});
        reader.pull();
        CHECK(fired(reader.server) == 1);
        CHECK(idsOf(reader.posts(topic.id)) == topic.posts);
    }
}

TEST_CASE("lists that are out of order do not stand in the way of the forum", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    reader.queue(WritingKind::Subscribe, {}, reader.openTopic());
    reader.sendAll();
    reader.pull();
    REQUIRE(reader.topics(TopicFilter::Subscribed).size() == 1);
    for (const auto &path : {u"subscriptions"_s, u"notifications"_s, u"auth/user"_s}) {
        reader.server.setFaults({rule(path, {{u"kind"_s, u"answer"_s}, {u"status"_s, 500}})});
        reader.pull();
        CHECK(reader.topics(TopicFilter::Subscribed).size() == 1);
    }
}

TEST_CASE("the blog comes too, to be read without a network", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    const auto posts = await(reader.computer.forum().blogPosts());
    REQUIRE(posts);
    REQUIRE(posts->size() == 1);
    CHECK(posts->front().title == u"Reading errors"_s);
    CHECK(posts->front().unread);
    const auto post = await(reader.computer.forum().blogPost(posts->front().slug));
    REQUIRE(post);
    REQUIRE(*post);
    INFO((*post)->text.toStdString());
    CHECK((*post)->text.startsWith(u"## Start at the end"_s));
    CHECK((*post)->text.contains(u"```python\nprint(1 < 2)\n```"_s));
    CHECK((*post)->text.contains(u"> **Tip**\n> \n> Read slowly."_s));
    CHECK((*post)->text.contains(u"> Errors are hints\n> \n> — Anon"_s));
    reader.server.post(u"/requests/clear"_s, {});
    REQUIRE(await(reader.computer.platform().forum().pullBlogPost(posts->front().slug)));
    reader.pull();
    int asked = 0;
    for (const QJsonValue &each : reader.server.get(u"/requests?since=0"_s)["requests"_L1].toArray()) {
        asked += each["path"_L1].toString().contains("/blog/"_L1) ? 1 : 0;
    }
    CHECK(asked == 1); // only what was asked for by name
    CHECK_FALSE(await(reader.computer.platform().forum().pullBlogPost(u"no-such-article"_s)));
}

TEST_CASE("a picture is fetched when it is asked for, from where strangers may send somebody", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    ForumPlatform &forum = reader.computer.platform().forum();
    const QUrl picture(reader.server.origin() + u"/media/lessons/loop.png"_s);
    reader.server.post(u"/requests/clear"_s, {});
    const auto file = await(forum.picture(picture));
    INFO((file ? std::string() : file.error().message.toStdString()));
    REQUIRE(file);
    CHECK(QFile::exists(*file));
    CHECK(file->endsWith(u".png"_s));
    reader.server.setFaults({rule(u"/media/"_s, {{u"kind"_s, u"close_before"_s}})});
    CHECK(await(forum.picture(picture)).value_or(QString()) == *file); // from here
    CHECK_FALSE(await(forum.picture(QUrl(reader.server.origin() + u"/media/lessons/loop.png?again"_s))));

    const auto codeOf = [&](const QUrl &address) {
        const auto answer = await(forum.picture(address));
        return answer ? ErrorCode::Internal : answer.error().code;
    };
    const QUrl other(reader.server.origin() + u"/media/lessons/list.png"_s);
    const auto answerWith = [&](QJsonObject answer) {
        answer.insert(u"kind"_s, u"answer"_s);
        reader.server.setFaults({rule(u"/media/"_s, answer)});
    };
    answerWith({{u"body"_s, u"<svg xmlns='http://www.w3.org/2000/svg'/>"_s}});
    CHECK(codeOf(other) == ErrorCode::InvalidData);
    answerWith({{u"body"_s, u"<html>sign in to the network</html>"_s}});
    CHECK(codeOf(other) == ErrorCode::InvalidData);
    answerWith({{u"status"_s, 404}});
    CHECK(codeOf(other) == ErrorCode::NotFound);
    answerWith({{u"status"_s, 302},
                {u"headers"_s, QJsonObject{{u"Location"_s, u"https://127.0.0.1:1/router.png"_s}}}});
    CHECK(codeOf(other) == ErrorCode::InvalidData);
    reader.server.setFaults({rule(u"/media/"_s, {{u"kind"_s, u"huge"_s}})});
    CHECK(codeOf(other) == ErrorCode::InvalidData);
    for (const QString &address :
         {u"http://example.org/a.png"_s, u"https://localhost/a.png"_s, u"https://192.168.1.1/a.png"_s,
          u"https://[::1]/a.png"_s, u"https://2130706433/a.png"_s, u"https://0x7f.1/a.png"_s,
          u"https://printer.local/a.png"_s, u"https://me@example.org/a.png"_s, u"file:///etc/hosts"_s,
          u"data:image/png;base64,AAAA"_s, u"ftp://example.org/a.png"_s, u""_s}) {
        CAPTURE(address.toStdString());
        CHECK(codeOf(QUrl(address)) == ErrorCode::InvalidData);
    }
}

TEST_CASE("who moderates is known, and what they decide is done", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    CAPTURE(profile);
    {
        ForumReader learner(profile);
        CHECK(becomesTrue([&] { return learner.computer.platform().forum().abilities().signedIn; }));
        CHECK_FALSE(learner.computer.platform().forum().abilities().moderate);
        const auto refused
            = await(learner.computer.platform().forum().moderate({ModerationAction::Kind::Lock, 1, 0}));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Conflict);
    }
    ForumReader reader(profile, u"grace"_s);
    ForumPlatform &platform = reader.computer.platform().forum();
    CHECK(becomesTrue([&] { return platform.abilities().moderate; }));
    const qint64 id = reader.openTopic();
    const auto topic = [&] { return **await(reader.computer.forum().topic(id)); };
    const auto act = [&](ModerationAction::Kind kind, qint64 forum = 0) {
        const auto done = await(platform.moderate({kind, id, forum}));
        INFO((done ? std::string() : done.error().message.toStdString()));
        CHECK(done);
    };
    act(ModerationAction::Kind::Lock);
    CHECK(topic().locked);
    act(ModerationAction::Kind::Unlock);
    CHECK_FALSE(topic().locked);
    act(ModerationAction::Kind::Pin);
    CHECK(topic().pinned);
    act(ModerationAction::Kind::Unpin);
    CHECK_FALSE(topic().pinned);
    const qint64 other = topic().forumId == 2 ? 3 : 2;
    act(ModerationAction::Kind::Move, other);
    CHECK(topic().forumId == other);
    act(ModerationAction::Kind::Delete);
    CHECK_FALSE(*await(reader.computer.forum().topic(id)));

    const QString text = u"Written by somebody new."_s;
    const qint64 held = LongTopic(reader).create({{u"topic_id"_s, reader.openTopic()},
                                                  {u"poster_id"_s, 2},
                                                  {u"approved"_s, false},
                                                  {u"content"_s, text}});
    const auto queue = await(platform.moderationQueue());
    if (profile == "deployed"_L1) { // contract Q11: fails as soon as something waits
        CHECK_FALSE(queue);
        CHECK(becomesTrue([&] { return !platform.abilities().moderationQueue; }));
        return;
    }
    REQUIRE(queue);
    REQUIRE(queue->size() == 1);
    CHECK(queue->front().postId == held);
    CHECK(queue->front().text == text);
    CHECK_FALSE(queue->front().author.isEmpty());
    REQUIRE(await(platform.review(queue->front().id, true, u"Welcome"_s)));
    CHECK(await(platform.moderationQueue())->empty());
    CHECK(reader.there(text) == 1);
}
