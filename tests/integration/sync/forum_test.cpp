#include <QRegularExpression>

#include <algorithm>

#include "forum_reader.h"

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

const QString kText = u"My loop leaves out the last fruit.\n\n```python\nprint(fruits[-1])\n```"_s;

QJsonObject fault(const QString &path, const QString &kind, const QJsonObject &more = {})
{
    QJsonObject rule{
        {u"method"_s, u"POST|PATCH|DELETE"_s}, {u"path"_s, path}, {u"kind"_s, kind}, {u"times"_s, 2}};
    for (auto each = more.begin(); each != more.end(); ++each) {
        rule.insert(each.key(), each.value());
    }
    return rule;
}

} // namespace

TEST_CASE("what is written offline arrives exactly once, whatever happens on the way", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    const QString kind = GENERATE(u"drop_answer"_s, u"reset_answer"_s, u"cut"_s, u"close_before"_s,
                                  u"gateway_page"_s, u"answer"_s);
    INFO(profile.toStdString() << ' ' << kind.toStdString());
    ForumReader reader(profile);
    const qint64 topic = reader.openTopic();
    // A 500 for what is stored, as the deployed platform gives it.
    const QJsonObject more = kind == "answer"_L1
        ? QJsonObject{{u"status"_s, 500}, {u"body"_s, u"<h1>Server Error (500)</h1>"_s}, {u"process"_s, true}}
        : QJsonObject();
    reader.server.setFaults({fault(u"/reply/"_s, kind, more), fault(u"/topics/create/"_s, kind, more)});
    reader.queue(WritingKind::NewTopic, kText);
    reader.queue(WritingKind::Reply, kText + u"\nOnce."_s, topic);
    reader.queue(WritingKind::Reply, u"The same twice, and meant."_s, topic);
    reader.queue(WritingKind::Reply, u"The same twice, and meant."_s, topic);
    reader.sendAll();
    reader.server.clearFaults();
    CHECK(reader.there(kText) == 1);
    CHECK(reader.there(kText + u"\nOnce."_s) == 1);
    CHECK(reader.there(u"The same twice, and meant."_s) == 2);
    reader.pull();
    CHECK(reader.writings().empty());
    CHECK(reader.topics(TopicFilter::Own).front().subject == u"Why is the last item missing?"_s);
}

TEST_CASE("edits, deletions and subscriptions arrive, also behind lost answers", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumReader reader(profile);
    const qint64 topic = reader.openTopic();
    reader.queue(WritingKind::Reply, u"A reply to be edited."_s, topic);
    reader.queue(WritingKind::Reply, u"A reply to be deleted."_s, topic);
    reader.sendAll();
    reader.pull();
    qint64 edited = 0;
    qint64 deleted = 0;
    for (const ForumPost &post : reader.posts(topic)) {
        edited = post.text == u"A reply to be edited."_s ? post.id : edited;
        deleted = post.text == u"A reply to be deleted."_s ? post.id : deleted;
    }
    REQUIRE(edited != 0);
    REQUIRE(deleted != 0);
    reader.server.setFaults({fault(u"/posts/|subscribe"_s, u"drop_answer"_s)});
    reader.queue(WritingKind::EditPost, u"A reply that was edited."_s, topic, edited);
    reader.queue(WritingKind::DeletePost, {}, topic, deleted);
    reader.queue(WritingKind::Subscribe, {}, topic);
    reader.sendAll();
    reader.server.clearFaults();
    CHECK(reader.there(u"A reply that was edited."_s) == 1);
    CHECK(reader.there(u"A reply to be edited."_s) == 0);
    CHECK(reader.there(u"A reply to be deleted."_s) == 0);
    CHECK(reader.server.state(u"ada"_s)["subscriptions"_L1].toArray().size() == 1);
    reader.pull();
    CHECK(reader.topics(TopicFilter::Subscribed).size() == 1);
    CHECK(reader.writings().empty());
}

TEST_CASE("what the platform does not take comes back with its reason and its text", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumReader reader(profile);
    const qint64 topic = reader.openTopic();
    const qint64 other = reader.topics().back().id;
    reader.server.post(u"/admin"_s,
                       {{u"action"_s, u"change"_s},
                        {u"kind"_s, u"topic"_s},
                        {u"id"_s, topic},
                        {u"fields"_s, QJsonObject{{u"status"_s, 1}}}});
    reader.queue(WritingKind::Reply, u"Into a locked topic."_s, topic);
    reader.sendAll();
    auto all = reader.writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].state == WritingState::NeedsYou);
    CHECK(all[0].problem == WritingProblem::Locked);
    CHECK(all[0].text == u"Into a locked topic."_s);
    REQUIRE(await(reader.computer.forum().withdraw(all[0])));

    reader.server.post(u"/admin"_s, {{u"action"_s, u"delete"_s}, {u"kind"_s, u"topic"_s}, {u"id"_s, other}});
    reader.queue(WritingKind::Reply, u"Into a deleted topic."_s, other);
    reader.sendAll();
    all = reader.writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].problem == WritingProblem::Gone);
    REQUIRE(await(reader.computer.forum().withdraw(all[0])));

    for (const ForumPost &post : reader.posts(topic)) {
        if (post.author.name != u"ada"_s) {
            reader.queue(WritingKind::EditPost, u"The text of somebody else."_s, topic, post.id);
            break;
        }
    }
    reader.sendAll();
    all = reader.writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].problem == WritingProblem::NotAllowed);
}

TEST_CASE("too short comes back, and whoever writes too fast waits a little", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumReader reader(profile);
    const qint64 topic = reader.openTopic();
    const QString reply = u"One of many replies in a minute."_s;
    reader.server.setFaults({fault(u"/reply/"_s, u"answer"_s,
                                   {{u"status"_s, 429},
                                    {u"headers"_s, QJsonObject{{u"Retry-After"_s, u"30"_s}}},
                                    {u"json"_s, QJsonObject{{u"detail"_s, u"Request was throttled."_s}}}})});
    reader.queue(WritingKind::Reply, reply, topic);
    static_cast<void>(await(reader.computer.platform().syncNow()));
    auto all = reader.writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].state == WritingState::Waiting);
    CHECK(all[0].text == reply);
    CHECK(reader.there(reply) == 0);
    reader.sendAll();
    CHECK(reader.there(reply) == 1);

    reader.pull();
    const ForumPost mine = reader.posts(topic).back();
    REQUIRE(mine.text == reply);
    reader.queue(WritingKind::EditPost, u"short"_s, topic, mine.id);
    reader.sendAll();
    all = reader.writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].state == WritingState::NeedsYou);
    CHECK(all[0].problem == WritingProblem::TooShort);
    CHECK(all[0].text == u"short"_s);
    CHECK(reader.there(reply) == 1); // as it was
    all[0].text = u"long enough by now"_s;
    REQUIRE(await(reader.computer.forum().rewrite(all[0])));
    reader.sendAll();
    CHECK(reader.there(all[0].text) == 1);
}

TEST_CASE("an edit that met another one shows both texts", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    const qint64 topic = reader.openTopic();
    reader.queue(WritingKind::Reply, u"A reply to be edited."_s, topic);
    reader.sendAll();
    reader.pull();
    const ForumPost mine = reader.posts(topic).back();
    reader.queue(WritingKind::EditPost, u"Edited on this computer."_s, topic, mine.id);
    reader.server.post(u"/clock"_s, {{u"offset"_s, 60}});
    reader.server.post(u"/admin"_s,
                       {{u"action"_s, u"change"_s},
                        {u"kind"_s, u"post"_s},
                        {u"id"_s, mine.id},
                        {u"fields"_s, QJsonObject{{u"content"_s, u"Edited on another one."_s}}}});
    reader.sendAll();
    const auto all = reader.writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].problem == WritingProblem::EditedMeanwhile);
    CHECK(all[0].text == u"Edited on this computer."_s);
    CHECK(all[0].otherText == u"Edited on another one."_s);
    REQUIRE(await(reader.computer.platform().resolveConflict(all[0].conflictId, ConflictChoice::Mine)));
    reader.sendAll();
    CHECK(reader.there(u"Edited on this computer."_s) == 1);
}

TEST_CASE("a text that is held back for review is said to be, until others see it", "[forum]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumReader reader(profile);
    const qint64 topic = reader.openTopic();
    const auto hasText = [&reader, topic](const QString &text) {
        const auto posts = reader.posts(topic);
        return std::any_of(posts.begin(), posts.end(),
                           [&text](const ForumPost &each) { return each.text == text; });
    };
    const auto publish = [&reader](const QString &kind, qint64 id) {
        reader.server.post(u"/admin"_s, {{u"action"_s, u"publish"_s}, {u"kind"_s, kind}, {u"id"_s, id}});
    };
    reader.server.post(u"/hold"_s, {{u"on"_s, true}});
    reader.queue(WritingKind::Reply, u"A reply that waits for a moderator."_s, topic);
    reader.queue(WritingKind::Reply, u"A reply that a moderator refuses."_s, topic);
    reader.queue(WritingKind::NewTopic, u"A topic that waits."_s);
    reader.sendAll();
    reader.pull();
    reader.pull(); // nothing changes by looking again
    auto all = reader.writings();
    REQUIRE(all.size() == 3);
    for (const ForumWriting &each : all) {
        CHECK(each.state == WritingState::Sent);
        CHECK(each.held);
        CHECK(reader.there(each.text) == 1);
        CHECK_FALSE(hasText(each.text));
    }
    std::sort(all.begin(), all.end(),
              [](const ForumWriting &a, const ForumWriting &b) { return a.text > b.text; });
    REQUIRE(all[0].text == u"A topic that waits."_s);
    REQUIRE(all[1].text == u"A reply that waits for a moderator."_s);

    // One is let through, one is refused, which nobody tells; its author puts it away.
    publish(u"post"_s, all[1].sentPostId);
    reader.server.post(u"/admin"_s,
                       {{u"action"_s, u"delete"_s}, {u"kind"_s, u"post"_s}, {u"id"_s, all[2].sentPostId}});
    reader.pull();
    CHECK(hasText(all[1].text));
    auto left = reader.writings();
    REQUIRE(left.size() == 2);
    CHECK(std::all_of(left.begin(), left.end(), [](const ForumWriting &each) { return each.held; }));
    REQUIRE(await(reader.computer.forum().withdraw(all[2])));
    CHECK_FALSE(await(reader.computer.forum().withdraw(all[2])));
    left = reader.writings();
    REQUIRE(left.size() == 1);
    CHECK(left[0].text == all[0].text);

    const auto posts = reader.server.state(u"ada"_s)["posts"_L1].toArray();
    const auto head = std::find_if(posts.begin(), posts.end(), [](const QJsonValue &each) {
        return each["content"_L1].toString() == u"A topic that waits."_s;
    });
    REQUIRE(head != posts.end());
    publish(u"topic"_s, left[0].sentTopicId);
    publish(u"post"_s, (*head)["id"_L1].toInteger());
    reader.pull();
    reader.pull();
    CHECK(reader.writings().empty());
    CHECK(reader.posts(left[0].sentTopicId).size() == 1);
}

TEST_CASE("what others see is asked for once, and what its author deleted is not held", "[forum]")
{
    ForumReader reader(u"deployed"_s);
    const qint64 topic = reader.openTopic();
    reader.queue(WritingKind::Reply, u"A reply that all see."_s, topic);
    reader.queue(WritingKind::Reply, u"A reply that I regret."_s, topic);
    reader.sendAll();
    for (const ForumPost &post : reader.posts(topic)) {
        if (post.text == u"A reply that I regret."_s) {
            reader.queue(WritingKind::DeletePost, {}, topic, post.id);
        }
    }
    reader.sendAll();
    reader.pull();
    CHECK(reader.writings().empty());
    reader.server.post(u"/requests/clear"_s, {});
    reader.pull();
    for (const QJsonValue &each : reader.server.get(u"/requests?since=0"_s)["requests"_L1].toArray()) {
        CHECK_FALSE(each["path"_L1].toString().contains(QRegularExpression(u"/posts/\\d+/"_s)));
    }
}
