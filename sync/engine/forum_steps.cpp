#include "sync/engine/forum_steps.h"

#include "domain/forum_outbox.h"
#include "sync/api/api_error.h"
#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"
#include "sync/api/forum_endpoints.h"
#include "sync/engine/outcomes.h"

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostTurns = 50; ///< Pages that are read while looking for one post.
constexpr int kFewestTopicPages = 2; ///< A topic others answered meanwhile may push ours down.
constexpr int kMostTopicPages = 10;

/// What the copy knows is only for speed: it is never the reason why something fails.
void toCopy(const StepsContext &context, qint64 topicId, const ForumPost &post)
{
    if (context.options.forum != nullptr && topicId != 0 && post.id != 0) {
        (void)context.options.forum->putPosts(topicId, {post}, false).has_value();
    }
}

int lastPageAsKnown(const StepsContext &context, qint64 topicId)
{
    const auto seen = context.options.forum != nullptr
        ? context.options.forum->topicSeen(topicId)
        : Result<std::optional<TopicSeen>>(std::optional<TopicSeen>());
    const int posts = seen && *seen ? (*seen)->posts : 0;
    return std::max(0, posts - 1) / ForumEndpoints::kPageSize + 1;
}

/// The pages of a topic from the last one back to the first without a post after `base`, one after the other:
/// feed it each answer.
class LateReading
{
public:
    LateReading(int guess, qint64 base)
        : m_page(guess)
        , m_base(base)
    {
    }

    enum class State { Reading, Done, Failed };

    State state() const { return m_state; }

    int page() const { return m_page; }

    const Verdict &failure() const { return m_failure; }

    qint64 newest() const { return m_newest; } ///< Highest id that was read.

    const std::vector<ForumPost> &later() const { return m_later; } ///< After `base`.

    void take(const Answer &answer)
    {
        if (++m_turns > kMostTurns) {
            return fail(Verdict());
        }
        if (!answer.isDone()) {
            // Past the end: there are fewer than was known.
            if (answer.verdict.kind == Verdict::Kind::Gone && m_page > 1 && !m_foundEnd) {
                m_page = 1;
                return;
            }
            return fail(answer.verdict);
        }
        const auto posts = decodePage<ForumPost>(answer.response.body);
        if (!posts || posts->count < 0) {
            Verdict verdict;
            verdict.kind = Verdict::Kind::NotUnderstood;
            verdict.trouble = SyncTrouble::ServerProblem;
            return fail(verdict);
        }
        const qint64 most = qint64{ForumEndpoints::kPageSize} * kMostPages;
        const int last
            = static_cast<int>((std::clamp<qint64>(posts->count, 1, most) - 1) / ForumEndpoints::kPageSize)
            + 1;
        if (!m_foundEnd && m_page < last) {
            m_page = last;
            return;
        }
        m_foundEnd = true;
        bool any = false;
        for (const ForumPost &post : posts->items) {
            m_newest = std::max(m_newest, post.id);
            if (post.id > m_base) {
                any = true;
                m_later.push_back(post);
            }
        }
        if (!any || m_page == 1 || m_base == 0) {
            m_state = State::Done;
            return;
        }
        --m_page;
    }

private:
    static constexpr int kMostPages = 100'000;

    void fail(const Verdict &verdict)
    {
        m_failure = verdict;
        m_state = State::Failed;
    }

    int m_page;
    qint64 m_base;
    int m_turns = 0;
    bool m_foundEnd = false;
    qint64 m_newest = 0;
    std::vector<ForumPost> m_later;
    Verdict m_failure;
    State m_state = State::Reading;
};

/// One of the posts is the one that was sent, and no other operation became it.
Result<std::optional<ForumPost>> oursAmong(const std::vector<ForumPost> &posts, const QString &text,
                                           qint64 userId, SyncStore &store)
{
    for (const ForumPost &post : posts) {
        if (post.author.id != userId || !isSameText(post.text, text)) {
            continue;
        }
        const auto taken = store.isForumPostOurs(post.id);
        if (!taken) {
            return fail(taken.error());
        }
        if (!*taken) {
            return std::optional(post);
        }
    }
    return std::optional<ForumPost>();
}

Result<qint64> ownUser(SyncStore &store)
{
    const auto account = store.account();
    if (!account) {
        return fail(account.error());
    }
    return *account ? (*account)->userId : 0;
}

/// The platform did it already under this name, with a body that was another one then.
bool wasDoneBefore(const StepsContext &context, const Answer &answer)
{
    return context.onceOnly && answer.verdict.status == 422
        && answer.response.body.contains("idempotency_mismatch");
}

HttpRequest named(const StepsContext &context, HttpRequest request, const OutboxEntry &entry)
{
    return context.onceOnly ? onceOnly(std::move(request), entry.operationId) : request;
}

Outcome confirmed(OutboxEntry entry)
{
    Verdict verdict;
    verdict.kind = Verdict::Kind::Done;
    return {Outcome::Kind::Confirmed, verdict, std::move(entry), {}};
}

OperationSteps replySteps(OutboxEntry entry, const StepsContext &context, ForumWriting writing)
{
    const ForumEndpoints forum(context.endpoints);
    const bool maybeThere = entry.state == OutboxState::Sent;
    const auto me = ownUser(context.store);
    if (!me) {
        co_return fromStore(std::move(entry), me.error());
    }
    LateReading reading(lastPageAsKnown(context, writing.topicId), maybeThere ? entry.base.value_or(0) : 0);
    while (reading.state() == LateReading::State::Reading) {
        Ask look{Endpoint::OtherJson, forum.posts(writing.topicId, reading.page())};
        const Answer seen = co_await look;
        reading.take(seen);
    }
    if (reading.state() == LateReading::State::Failed) {
        co_return judged(std::move(entry), reading.failure());
    }
    if (maybeThere && context.options.lines.lookBeforeAgain) {
        const auto found = oursAmong(reading.later(), writing.text, *me, context.store);
        if (!found) {
            co_return fromStore(std::move(entry), found.error());
        }
        if (*found) {
            if (const auto done = context.store.noteForumSent(entry, writing.topicId, (*found)->id); !done) {
                co_return fromStore(std::move(entry), done.error());
            }
            toCopy(context, writing.topicId, **found);
            co_return confirmed(std::move(entry));
        }
    }
    if (maybeThere) {
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    if (context.options.lines.commitBeforeSend) {
        if (const auto done = context.store.markSent(entry, reading.newest()); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::Sent;
        entry.base = reading.newest();
    }
    Ask write{Endpoint::ForumReply, named(context, forum.reply(writing.topicId, writing.text), entry)};
    write.request.freshConnection = context.options.lines.freshConnection;
    const Answer answer = co_await write;
    if (answer.isDone()) {
        auto made = decode<ReplyMadeAnswer>(answer.response.body);
        const qint64 postId = made ? made->post.id : 0;
        if (const auto done = context.store.noteForumSent(entry, writing.topicId, postId); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        if (made && !made->post.text.isEmpty() && made->post.createdUtc.isValid()) {
            toCopy(context, writing.topicId, made->post);
        }
        co_return confirmed(std::move(entry));
    }
    if (wasDoneBefore(context, answer)) {
        co_return judged(std::move(entry), Verdict::Kind::Done);
    }
    if (!answer.verdict.maybeArrived && entry.state == OutboxState::Sent) {
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    co_return judged(std::move(entry), answer.verdict);
}

OperationSteps topicSteps(OutboxEntry entry, const StepsContext &context, ForumWriting writing)
{
    const ForumEndpoints forum(context.endpoints);
    const bool maybeThere = entry.state == OutboxState::Sent;
    const qint64 base = maybeThere ? entry.base.value_or(0) : 0;
    const auto me = ownUser(context.store);
    if (!me) {
        co_return fromStore(std::move(entry), me.error());
    }
    qint64 newest = 0;
    std::vector<ForumTopic> candidates;
    for (int page = 1; page <= kMostTopicPages; ++page) {
        Ask look{Endpoint::OtherJson, forum.topics(writing.forumId, page)};
        const Answer seen = co_await look;
        if (!seen.isDone()) {
            if (page > 1 && seen.verdict.kind == Verdict::Kind::Gone) {
                break; // the list became shorter
            }
            co_return judged(std::move(entry), seen.verdict);
        }
        const auto topics = decodePage<ForumTopic>(seen.response.body);
        if (!topics) {
            co_return judged(std::move(entry), Verdict::Kind::NotUnderstood);
        }
        bool anyLater = false;
        for (const ForumTopic &topic : topics->items) {
            newest = std::max(newest, topic.id);
            anyLater = anyLater || topic.id > base;
            if (topic.id > base && topic.author.id == *me
                && topic.subject == writing.subject.simplified().left(kLongestSubject)) {
                candidates.push_back(topic);
            }
        }
        if (!maybeThere || !topics->more || (page >= kFewestTopicPages && !anyLater)) {
            break;
        }
    }
    if (maybeThere && context.options.lines.lookBeforeAgain) {
        for (ForumTopic &topic : candidates) {
            const auto taken = context.store.isForumTopicOurs(topic.id);
            if (!taken) {
                co_return fromStore(std::move(entry), taken.error());
            }
            if (*taken) {
                continue;
            }
            Ask look{Endpoint::OtherJson, forum.headPost(topic.id)};
            const Answer seen = co_await look;
            if (!seen.isDone()) {
                co_return judged(std::move(entry), seen.verdict);
            }
            const auto posts = decodePage<ForumPost>(seen.response.body);
            if (!posts) {
                co_return judged(std::move(entry), Verdict::Kind::NotUnderstood);
            }
            if (posts->items.empty() || posts->items.front().author.id != *me
                || !isSameText(posts->items.front().text, writing.text)) {
                continue;
            }
            const ForumPost head = posts->items.front();
            if (const auto done = context.store.noteForumSent(entry, topic.id, head.id); !done) {
                co_return fromStore(std::move(entry), done.error());
            }
            if (context.options.forum != nullptr) {
                topic.forumId = writing.forumId;
                (void)context.options.forum->putTopics({topic}).has_value();
            }
            toCopy(context, topic.id, head);
            co_return confirmed(std::move(entry));
        }
    }
    if (maybeThere) {
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    if (context.options.lines.commitBeforeSend) {
        // An older base would claim more than it may, never less.
        if (const auto done = context.store.markSent(entry, newest); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::Sent;
        entry.base = newest;
    }
    Ask write{Endpoint::ForumTopicCreate,
              named(context, forum.newTopic(writing.forumId, writing.subject, writing.text), entry)};
    write.request.freshConnection = context.options.lines.freshConnection;
    const Answer answer = co_await write;
    if (answer.isDone()) {
        const auto made = decode<TopicMadeAnswer>(answer.response.body);
        if (const auto done = context.store.noteForumSent(entry, made ? made->topicId : 0, 0); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        if (made && context.options.forum != nullptr && made->createdUtc.isValid()) {
            ForumTopic topic;
            topic.id = made->topicId;
            topic.forumId = writing.forumId;
            topic.subject = writing.subject.simplified().left(kLongestSubject);
            topic.author = topic.lastAuthor = made->author;
            topic.createdUtc = topic.updatedUtc = topic.lastPostUtc = made->createdUtc;
            topic.posts = 1;
            (void)context.options.forum->putTopics({topic}).has_value(); // its post comes with the next pull
        }
        co_return confirmed(std::move(entry));
    }
    if (wasDoneBefore(context, answer)) {
        co_return judged(std::move(entry), Verdict::Kind::Done);
    }
    if (!answer.verdict.maybeArrived && entry.state == OutboxState::Sent) {
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    co_return judged(std::move(entry), answer.verdict);
}

/// Somebody changed it since the person began to: the text itself says so where it is known.
bool changedMeanwhile(const ForumPost &there, const ForumWriting &writing)
{
    if (!writing.seenText.isEmpty()) {
        return !isSameText(there.text, writing.seenText);
    }
    return writing.seenUpdatedUtc.isValid() && there.updatedUtc.isValid()
        && there.updatedUtc.toMSecsSinceEpoch() != writing.seenUpdatedUtc.toMSecsSinceEpoch();
}

OperationSteps editPostSteps(OutboxEntry entry, const StepsContext &context, ForumWriting writing)
{
    const ForumEndpoints forum(context.endpoints);
    Ask look{Endpoint::OtherJson, forum.post(writing.postId)};
    const Answer seen = co_await look;
    if (!seen.isDone()) {
        co_return judged(std::move(entry), seen.verdict);
    }
    auto there = decode<ForumPostDetailDto>(seen.response.body);
    if (!there || there->post.id != writing.postId) {
        co_return judged(std::move(entry), Verdict::Kind::NotUnderstood);
    }
    there->post.topicId = writing.topicId;
    if (isSameText(there->post.text, writing.text)) {
        toCopy(context, writing.topicId, there->post); // the answer to an earlier try was lost
        co_return judged(std::move(entry), Verdict::Kind::Done);
    }
    if (context.options.lines.notesCompare && changedMeanwhile(there->post, writing)) {
        toCopy(context, writing.topicId, there->post);
        if (const auto done = context.store.addConflict(entry, there->post); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        co_return Outcome{Outcome::Kind::Conflict, {}, std::move(entry), {}};
    }
    // As Sent no newer text takes its place, which would then meet its own predecessor as somebody else's.
    if (entry.state != OutboxState::Sent) {
        if (const auto done = context.store.markSent(entry, std::nullopt); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::Sent;
    }
    Ask write{Endpoint::ForumPostEdit, forum.editPost(writing.postId, writing.text)};
    const Answer answer = co_await write;
    if (answer.isDone()) {
        if (const auto made = decode<ForumPostDetailDto>(answer.response.body)) {
            toCopy(context, writing.topicId, made->post);
        }
    } else if (!answer.verdict.maybeArrived) {
        if (const auto done = context.store.markNew(entry); !done) {
            co_return fromStore(std::move(entry), done.error());
        }
        entry.state = OutboxState::New;
    }
    co_return judged(std::move(entry), answer.verdict);
}

/// What may be sent again as it is, and what the copy then has to forget or to know.
OperationSteps absoluteSteps(OutboxEntry entry, const StepsContext &context, Endpoint endpoint,
                             HttpRequest request, ForumWriting writing)
{
    Ask ask{endpoint, std::move(request)};
    const Answer answer = co_await ask;
    ForumCopy *copy = context.options.forum;
    if (answer.isDone() && copy != nullptr) {
        if (writing.kind == WritingKind::DeletePost) {
            (void)copy->removePost(writing.postId).has_value();
        } else if (writing.kind == WritingKind::DeleteTopic) {
            (void)copy->removeTopic(writing.topicId).has_value();
        } else if (writing.kind == WritingKind::EditSubject) {
            if (const auto made = decode<TopicDetailDto>(answer.response.body)) {
                (void)copy->putTopics({made->topic}).has_value();
            }
        }
    }
    co_return judged(std::move(entry), answer.verdict);
}

OperationSteps senselessSteps(OutboxEntry entry)
{
    co_return senseless(std::move(entry));
}

} // namespace

bool isSameText(const QString &one, const QString &other)
{
    const auto plain = [](QString text) {
        text = std::move(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        return text.trimmed().left(kLongestKeptPost);
    };
    return plain(one) == plain(other);
}

OperationSteps forumStepsOf(OutboxEntry entry, const StepsContext &context)
{
    const auto writing = writingFrom(entry);
    if (!writing) {
        return senselessSteps(std::move(entry));
    }
    const ForumEndpoints forum(context.endpoints);
    switch (writing->kind) {
    case WritingKind::NewTopic:
        return topicSteps(std::move(entry), context, *writing);
    case WritingKind::Reply:
        return replySteps(std::move(entry), context, *writing);
    case WritingKind::EditPost:
        return editPostSteps(std::move(entry), context, *writing);
    case WritingKind::EditSubject:
        return absoluteSteps(std::move(entry), context, Endpoint::ForumTopicEdit,
                             forum.editSubject(writing->topicId, writing->subject), *writing);
    case WritingKind::DeletePost:
        return absoluteSteps(std::move(entry), context, Endpoint::ForumDelete,
                             forum.deletePost(writing->postId), *writing);
    case WritingKind::DeleteTopic:
        return absoluteSteps(std::move(entry), context, Endpoint::ForumDelete,
                             forum.deleteTopic(writing->topicId), *writing);
    case WritingKind::Subscribe:
        return absoluteSteps(std::move(entry), context, Endpoint::ForumFollow,
                             forum.subscribe(writing->topicId), *writing);
    case WritingKind::Unsubscribe:
        return absoluteSteps(std::move(entry), context, Endpoint::ForumUnfollow,
                             forum.unsubscribe(writing->topicId), *writing);
    }
    return senselessSteps(std::move(entry));
}

} // namespace studio::sync
