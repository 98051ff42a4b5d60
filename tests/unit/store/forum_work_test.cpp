#include "domain/forum_outbox.h"
#include "store/database.h"

#include "store_fixture.h"

using namespace studio;
using namespace studio::store;
using namespace studio::test;

namespace {

class WritingFixture : public StoreFixture
{
public:
    WritingFixture() { open(); }

    ~WritingFixture() { work.reset(); }

    ForumWriting queued(WritingKind kind, const QString &text, qint64 topic = 12)
    {
        clock.now = clock.now.addSecs(1);
        ForumWriting writing;
        writing.kind = kind;
        writing.topicId = kind == WritingKind::NewTopic ? 0 : topic;
        writing.forumId = kind == WritingKind::NewTopic ? 2 : 0;
        writing.postId = kind == WritingKind::EditPost ? 90 : 0;
        writing.subject = kind == WritingKind::NewTopic ? u"Subject"_s : QString();
        writing.text = text;
        const auto result = forum->queue(writing).result();
        REQUIRE(result);
        return *result;
    }

    std::vector<ForumWriting> writings()
    {
        const auto all = forum->writings().result();
        REQUIRE(all);
        return *all;
    }

    OutboxEntry entry(const ForumWriting &writing)
    {
        const auto waiting = syncStore->waiting();
        REQUIRE(waiting);
        for (const OutboxEntry &each : *waiting) {
            if (each.seq == writing.seq) {
                return each;
            }
        }
        FAIL("not waiting");
        return {};
    }

    ErrorCode rewriteError(const ForumWriting &writing)
    {
        const auto result = forum->rewrite(writing).result();
        REQUIRE_FALSE(result);
        return result.error().code;
    }
};

} // namespace

TEST_CASE_METHOD(WritingFixture, "what is written waits in its order, also after a restart", "[forum]")
{
    int told = 0;
    syncStore->onQueued([&told] { ++told; });
    queued(WritingKind::NewTopic, u"a question"_s);
    queued(WritingKind::Reply, u"a reply"_s);
    queued(WritingKind::Reply, u"a reply"_s); // twice meant is twice said
    CHECK(told == 3);
    reopen();
    const auto all = writings();
    REQUIRE(all.size() == 3);
    CHECK(all[0].kind == WritingKind::NewTopic);
    CHECK(all[0].state == WritingState::Waiting);
    CHECK(all[2].text == u"a reply"_s);
    ForumWriting empty;
    empty.topicId = 3;
    CHECK(forum->queue(empty).result().error().code == ErrorCode::InvalidData);
}

TEST_CASE_METHOD(WritingFixture, "a waiting text can be changed and taken back until it is being sent",
                 "[forum]")
{
    ForumWriting first = queued(WritingKind::Reply, u"first"_s);
    const ForumWriting second = queued(WritingKind::Reply, u"second"_s);
    first.text = u"better"_s;
    const auto changed = forum->rewrite(first).result();
    REQUIRE(changed);
    CHECK(changed->operationId != first.operationId);
    CHECK(writings()[0].text == u"better"_s); // in its place
    OutboxEntry tried = entry(*changed);
    tried.tries = 3;
    tried.refusals = 2;
    tried.firstTriedUtc = clock.now;
    tried.lastProblem = u"server"_s;
    REQUIRE(syncStore->postpone(tried));
    first = *changed;
    first.text = u"better still"_s;
    const auto again = forum->rewrite(first).result();
    REQUIRE(again);
    CHECK(entry(*again).tries == 0); // another text: nobody has refused it yet
    CHECK(entry(*again).refusals == 0);
    CHECK_FALSE(entry(*again).firstTriedUtc.isValid());
    CHECK(rewriteError(first) == ErrorCode::NotFound); // the old version
    CHECK(forum->withdraw(first).result().error().code == ErrorCode::NotFound);
    REQUIRE(syncStore->markSent(entry(*again), 4));
    CHECK(writings()[0].state == WritingState::Sending);
    CHECK(rewriteError(*again) == ErrorCode::NotFound);
    CHECK(forum->withdraw(*again).result().error().code == ErrorCode::NotFound);
    REQUIRE(forum->withdraw(second).result());
    CHECK(writings().size() == 1);
}

TEST_CASE_METHOD(WritingFixture,
                 "what the platform refused comes back whole, and goes out again when changed", "[forum]")
{
    const ForumWriting reply = queued(WritingKind::Reply, u"a text of some length"_s);
    REQUIRE(syncStore->keep({entry(reply), KeptWork::Reason::Refused, 403, u"Topic is locked"_s, {}}));
    auto all = writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].state == WritingState::NeedsYou);
    CHECK(all[0].problem == WritingProblem::Locked);
    CHECK(all[0].text == reply.text);
    SECTION("changed")
    {
        all[0].text = u"another text"_s;
        REQUIRE(forum->rewrite(all[0]).result());
        all = writings();
        REQUIRE(all.size() == 1);
        CHECK(all[0].state == WritingState::Waiting);
        CHECK(all[0].text == u"another text"_s);
        CHECK(syncStore->kept()->empty());
    }
    SECTION("thrown away")
    {
        REQUIRE(forum->withdraw(all[0]).result());
        CHECK(writings().empty());
        CHECK(syncStore->kept()->empty());
    }
    SECTION("as it is")
    {
        REQUIRE(syncStore->retryKept(all[0].seq));
        CHECK(writings().at(0).state == WritingState::Waiting);
        CHECK(entry(writings()[0]).state == OutboxState::New);
    }
}

TEST_CASE_METHOD(WritingFixture, "what was sent is shown until it is seen, and no post is taken for two",
                 "[forum]")
{
    const ForumWriting reply = queued(WritingKind::Reply, u"a reply"_s);
    CHECK_FALSE(*syncStore->isForumPostOurs(77));
    REQUIRE(syncStore->noteForumSent(entry(reply), 12, 77));
    CHECK(syncStore->waiting()->empty());
    CHECK(*syncStore->isForumPostOurs(77));
    auto all = writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].state == WritingState::Sent);
    CHECK(all[0].sentPostId == 77);
    ForumTopic topic;
    topic.id = 12;
    REQUIRE(copy->putTopics({topic}));
    ForumPost post;
    post.id = 77;
    post.text = u"a reply"_s;
    REQUIRE(copy->putPosts(12, {post}, false));
    CHECK(writings().empty());
    CHECK(*syncStore->isForumPostOurs(77)); // for good
    const ForumWriting begun = queued(WritingKind::NewTopic, u"a question"_s);
    REQUIRE(syncStore->noteForumSent(entry(begun), 500, 0));
    CHECK(*syncStore->isForumTopicOurs(500));
    CHECK_FALSE(*syncStore->isForumTopicOurs(12));
}

TEST_CASE_METHOD(WritingFixture, "two edits of one post are both shown, and one of them is chosen", "[forum]")
{
    const ForumWriting edit = queued(WritingKind::EditPost, u"my text of it"_s);
    ForumPost there;
    there.id = 90;
    there.text = u"their text"_s;
    there.updatedUtc = clock.now;
    REQUIRE(syncStore->addConflict(entry(edit), there));
    CHECK(syncStore->waiting()->empty());
    auto all = writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].problem == WritingProblem::EditedMeanwhile);
    CHECK(all[0].text == u"my text of it"_s);
    CHECK(all[0].otherText == u"their text"_s);
    CHECK(all[0].postId == 90);
    const qint64 id = all[0].conflictId;
    SECTION("mine")
    {
        REQUIRE(syncStore->resolveConflict(id, ConflictChoice::Mine));
        all = writings();
        REQUIRE(all.size() == 1);
        CHECK(all[0].text == u"my text of it"_s);
        CHECK(all[0].seenText == u"their text"_s);
        CHECK(all[0].seenUpdatedUtc == there.updatedUtc);
    }
    SECTION("theirs")
    {
        REQUIRE(syncStore->resolveConflict(id, ConflictChoice::Theirs));
        CHECK(writings().empty());
    }
    SECTION("both")
    {
        REQUIRE(syncStore->resolveConflict(id, ConflictChoice::Both));
        CHECK(writings().at(0).text == u"their text\n\nmy text of it"_s);
    }
    SECTION("only the edit that met it, and only a post's conflict, is taken back by that number")
    {
        LessonProgress noted;
        noted.notes = u"mine"_s;
        noted.lastSeenUtc = clock.now;
        REQUIRE(work->saveLesson(u"classic-1"_s, u"lesson-1"_s, noted).result());
        PlatformLesson lesson{u"classic-1"_s, u"lesson-1"_s, 5};
        lesson.notes = u"theirs"_s;
        const auto waiting = syncStore->waiting();
        REQUIRE(waiting);
        for (const OutboxEntry &each : *waiting) {
            if (each.kind == OperationKind::Notes) {
                REQUIRE(syncStore->addConflict(each, lesson));
            }
        }
        REQUIRE(syncStore->conflicts()->size() == 2);
        ForumWriting wrong = all[0];
        wrong.conflictId = syncStore->conflicts()->back().id == id ? syncStore->conflicts()->front().id
                                                                   : syncStore->conflicts()->back().id;
        CHECK(rewriteError(wrong) == ErrorCode::NotFound);
        CHECK(forum->withdraw(wrong).result().error().code == ErrorCode::NotFound);
        wrong = all[0];
        wrong.postId = 91;
        CHECK(rewriteError(wrong) == ErrorCode::NotFound);
        CHECK(syncStore->conflicts()->size() == 2);
        CHECK(syncStore->addConflict(entry(queued(WritingKind::Reply, u"no edit"_s)), there).error().code
              == ErrorCode::InvalidData);
    }
    SECTION("another text of the two")
    {
        all[0].text = u"a third text of both"_s;
        REQUIRE(forum->rewrite(all[0]).result());
        CHECK(syncStore->conflicts()->empty());
        CHECK(writings().at(0).seenText == u"their text"_s);
    }
}

TEST_CASE_METHOD(WritingFixture, "following and no longer following are one entry", "[forum]")
{
    ForumTopic topic;
    topic.id = 12;
    REQUIRE(copy->putTopics({topic}));
    queued(WritingKind::Subscribe, {});
    CHECK((*forum->topic(12).result())->subscribed);
    const ForumWriting back = queued(WritingKind::Unsubscribe, {});
    CHECK(writings().size() == 1);
    CHECK_FALSE((*forum->topic(12).result())->subscribed);
    REQUIRE(copy->putSubscriptions({12})); // the platform has not heard yet
    CHECK_FALSE((*forum->topic(12).result())->subscribed);
    REQUIRE(syncStore->confirm(entry(back)));
    REQUIRE(copy->putSubscriptions({12}));
    CHECK((*forum->topic(12).result())->subscribed);
}

TEST_CASE_METHOD(WritingFixture, "a damaged text is never sent, and its author hears of it", "[forum]")
{
    queued(WritingKind::Reply, u"a reply"_s);
    work.reset();
    {
        auto db = Database::open(file(), Database::Mode::Work);
        REQUIRE(db);
        REQUIRE(db->execute(u"UPDATE outbox SET hash=zeroblob(32)"_s));
    }
    open();
    const auto all = writings();
    REQUIRE(all.size() == 1);
    CHECK(all[0].state == WritingState::NeedsYou);
    CHECK(all[0].problem == WritingProblem::Damaged);
    CHECK(all[0].text == u"a reply"_s);
    CHECK(syncStore->waiting()->empty());
}
