#include "domain/forum_limits.h"
#include "domain/forum_outbox.h"
#include "domain/outbox_rules.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

TEST_CASE("a studio link names a topic, a post, a lesson or an exercise, and nothing else", "[forum]")
{
    CHECK(studioLinkFrom(u"studio:topic/12"_s)->id == 12);
    CHECK(studioLinkFrom(u"studio:post/90"_s)->kind == StudioLink::Kind::Post);
    const auto exercise = studioLinkFrom(u"studio:exercise/classic-5/exercise-9/step-2"_s);
    REQUIRE(exercise);
    CHECK(exercise->courseId == u"classic-5"_s);
    CHECK(exercise->itemId == u"exercise-9/step-2"_s);
    CHECK(toString(*exercise) == u"studio:exercise/classic-5/exercise-9/step-2"_s);
    for (const char *bad :
         {"studio:topic/0", "studio:topic/-1", "studio:topic/1/2", "studio:topic/", "studio://static/x",
          "studio:lesson/..", "studio:lesson/../x", "studio:lesson/a/../b", "studio:lesson/a/%2e%2e",
          "javascript:alert(1)", "studio:exercise/a", "studio:exercise//b", "studio:run/a/b", ""}) {
        INFO(bad);
        CHECK_FALSE(studioLinkFrom(QString::fromLatin1(bad)));
    }
    CHECK_FALSE(studioLinkFrom(u"studio:lesson/a/"_s + QString(10'000, u'b')));
}

TEST_CASE("the exercise of a topic is the first one linked to", "[forum]")
{
    const auto found = exerciseLinkIn(u"Hi\n[Print](studio:exercise/c/e-1) and [x](studio:exercise/c/e-2)"_s);
    REQUIRE(found);
    CHECK(found->itemId == u"e-1"_s);
    CHECK_FALSE(exerciseLinkIn(u"studio:exercise/c/e-1"_s));
    CHECK_FALSE(exerciseLinkIn(u"[x](studio:exercise/../e)"_s));
}

TEST_CASE("what is written survives the way through the outbox", "[forum]")
{
    ForumWriting writing;
    writing.kind = WritingKind::EditPost;
    writing.topicId = 4;
    writing.postId = 9;
    writing.text = u"new \u202etext\n```\ncode\n```"_s;
    writing.seenText = u"old"_s;
    writing.seenUpdatedUtc = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    OutboxEntry entry = operationFor(writing);
    CHECK(entry.lane == u"topic/4"_s);
    CHECK(entry.kind == OperationKind::EditPost);
    const auto back = writingFrom(entry);
    REQUIRE(back);
    CHECK(back->text == writing.text);
    CHECK(back->seenText == writing.seenText);
    CHECK(back->seenUpdatedUtc == writing.seenUpdatedUtc);
    CHECK(back->state == WritingState::Waiting);
    entry.state = OutboxState::Sent;
    CHECK(writingFrom(entry)->state == WritingState::Sending);
    entry.body = "[]";
    CHECK_FALSE(writingFrom(entry));
    entry.kind = OperationKind::Time;
    CHECK_FALSE(writingFrom(entry));
}

TEST_CASE("a refusal of the platform is told from another by status and sentence", "[forum]")
{
    ForumWriting writing;
    writing.topicId = 4;
    writing.text = u"a long enough answer"_s;
    KeptWork kept{operationFor(writing), KeptWork::Reason::Refused, 403, u"Topic is locked"_s, {}};
    CHECK(writingFrom(kept)->problem == WritingProblem::Locked);
    kept.serverText = u"You do not have permission"_s;
    CHECK(writingFrom(kept)->problem == WritingProblem::NotAllowed);
    kept.reason = KeptWork::Reason::Gone;
    CHECK(writingFrom(kept)->problem == WritingProblem::Gone);
    kept.reason = KeptWork::Reason::Invalid;
    kept.status = 400;
    CHECK(writingFrom(kept)->problem == WritingProblem::Refused);
    writing.text = u"short"_s;
    kept.entry = operationFor(writing);
    CHECK(writingFrom(kept)->problem == WritingProblem::TooShort);
    CHECK(writingFrom(kept)->state == WritingState::NeedsYou);
}

TEST_CASE("following and no longer following take each other's place, replies never", "[forum]")
{
    ForumWriting writing;
    writing.topicId = 4;
    writing.text = u"a reply"_s;
    const auto of = [&writing](WritingKind kind) {
        writing.kind = kind;
        return operationFor(writing);
    };
    CHECK(replaces(of(WritingKind::Unsubscribe), of(WritingKind::Subscribe)));
    CHECK(replaces(of(WritingKind::Subscribe), of(WritingKind::Subscribe)));
    CHECK_FALSE(replaces(of(WritingKind::Reply), of(WritingKind::Reply)));
    CHECK_FALSE(replaces(of(WritingKind::Subscribe), of(WritingKind::Reply)));
    CHECK(isForum(OperationKind::Topic));
    CHECK(isForum(OperationKind::Unfollow));
    CHECK_FALSE(isForum(OperationKind::Profile));
}

TEST_CASE("of two limits the stricter one holds, part by part")
{
    ForumLimits learner;
    learner.days = 30;
    learner.bytes = 900;
    ForumLimits school;
    school.bytes = 500;
    school.onlyFollowed = true;
    for (const ForumLimits &both : {stricterOf(learner, school), stricterOf(school, learner)}) {
        CHECK(both.days == 30); // none is no limit
        CHECK(both.bytes == 500);
        CHECK(both.onlyFollowed);
    }
    school.days = 7;
    CHECK(stricterOf(learner, school).days == 7);
    CHECK_FALSE(stricterOf(learner, learner).onlyFollowed);
}
