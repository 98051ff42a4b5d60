// The posts of topics.

#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"
#include "sync/engine/forum_pull.h"

#include <QSet>

#include <algorithm>

namespace studio::sync {

namespace {

constexpr int kMostPages = 100'000;
constexpr int kTopicsAtOnce = 50;
constexpr int kMostTurns = 3; ///< At one topic that changes while it is read.

} // namespace

ForumPull::StepResult ForumPull::posts(const std::stop_token &stop)
{
    QSet<qint64> asked; // each once a run, whatever the platform counts
    for (;;) {
        const auto wanted = m_copy.topicsToFetch(kTopicsAtOnce + static_cast<int>(asked.size()));
        const auto left = m_copy.countToFetch();
        if (!wanted || !left) {
            return fail(wanted ? left.error() : wanted.error());
        }
        if (m_options.progress) {
            m_options.progress(*left);
        }
        bool any = false;
        for (const qint64 id : *wanted) {
            if (asked.contains(id)) {
                continue;
            }
            any = true;
            asked.insert(id);
            const StepResult result = postsOf(id, stop);
            if (!result || *result == Step::Stopped) {
                return result;
            }
        }
        if (!any) {
            return Step::Done;
        }
    }
}

ForumPull::StepResult ForumPull::postsOf(qint64 topicId, const std::stop_token &stop)
{
    const auto seen = m_copy.topicSeen(topicId);
    if (!seen) {
        return fail(seen.error());
    }
    if (!*seen) {
        return Step::Done;
    }
    const TopicSeen &known = **seen;
    // Only more posts than are here: those at the end, from the last one that is known. Otherwise something
    // was deleted, or a person looks at it.
    const bool onlyMore = known.loadedLastPostUtc.isValid() && known.loaded > 0 && known.posts > known.loaded
        && known.loadedLastPostUtc < known.lastPostUtc;
    int first = onlyMore ? (known.loaded - 1) / ForumEndpoints::kPageSize + 1 : 1;
    for (int turn = 0; turn < kMostTurns; ++turn) {
        PostsRead read;
        const StepResult result = readPosts(topicId, first, read, stop);
        if (!result || *result == Step::Stopped) {
            return result;
        }
        if (read.gone) {
            return lookAt(topicId, stop);
        }
        if (first == 1 && read.steady && read.readable) {
            if (auto done = m_copy.keepOnlyPosts(topicId, read.ids); !done) {
                return fail(done.error());
            }
        }
        const auto now = m_copy.topicSeen(topicId);
        if (!now || !*now) {
            return now ? StepResult(Step::Done) : fail(now.error());
        }
        // One that was deleted moves all after it: what is here must be as many as there are.
        const bool asMany = read.count < 0 || read.count == (*now)->loaded || !read.readable;
        if (read.steady && (first == 1 || asMany)) {
            break;
        }
        first = 1;
    }
    if (auto done = m_copy.setComplete(topicId, known.lastPostUtc); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::readPosts(qint64 topicId, int page, PostsRead &read,
                                           const std::stop_token &stop)
{
    for (int turn = 0; turn < kMostPages; ++turn, ++page) {
        const auto answer = ask(m_forum.posts(topicId, page), stop);
        if (!answer) {
            return Step::Stopped;
        }
        if (!answer->isDone()) {
            if (answer->verdict.kind != Verdict::Kind::Gone) {
                return Step::Stopped;
            }
            read.gone = page == 1;
            read.steady = !read.ids.empty(); // otherwise there are fewer pages than were known
            return Step::Done;
        }
        const auto list = decodePage<ForumPost>(answer->response.body);
        if (!list) {
            return Step::Stopped;
        }
        if (auto done = m_copy.putPosts(topicId, list->items, m_tell); !done) {
            return fail(done.error());
        }
        for (const ForumPost &each : list->items) {
            read.ids.push_back(each.id);
            if (each.author.id == m_userId && m_options.ownUser) {
                m_options.ownUser(each.author);
            }
        }
        read.steady = read.steady && list->count >= read.count;
        read.readable = read.readable && list->skipped.isEmpty();
        read.count = std::max(read.count, list->count);
        if (!list->more) {
            return Step::Done;
        }
    }
    return Step::Done;
}

} // namespace studio::sync
