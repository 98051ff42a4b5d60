// The lists of topics: what is new in them, and what is gone.

#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"
#include "sync/engine/forum_pull.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPages = 100'000;
constexpr int kMostLooks
    = 200; ///< At topics that were not listed, in one sweep. The others wait for the next.
constexpr qint64 kSweepEvery = 24LL * 3600 * 1000; ///< ms: deleted topics are only seen as absence.

const QString kSince = u"since"_s; ///< All activity up to then is known; ms.
const QString kSwept = u"swept"_s;
const QString kWalk = u"walk"_s; ///< Set while one goes on.

} // namespace

QByteArray ForumPull::Walk::toBytes() const
{
    return QJsonDocument(QJsonObject{{u"sweep"_s, sweep},
                                     {u"since"_s, since},
                                     {u"newest"_s, newest},
                                     {u"forum"_s, forumId},
                                     {u"page"_s, page}})
        .toJson(QJsonDocument::Compact);
}

std::optional<ForumPull::Walk> ForumPull::Walk::from(const QByteArray &bytes)
{
    const QJsonObject saved = QJsonDocument::fromJson(bytes).object();
    if (saved.isEmpty()) {
        return {};
    }
    return Walk{saved["sweep"_L1].toBool(), saved["since"_L1].toInteger(), saved["newest"_L1].toInteger(),
                saved["forum"_L1].toInteger(), std::max(1, saved["page"_L1].toInt())};
}

Result<ForumPull::Walk> ForumPull::beginWalk()
{
    const auto since = m_copy.cursor(kSince);
    const auto swept = m_copy.cursor(kSwept);
    const auto saved = m_copy.cursor(kWalk);
    if (!since || !swept || !saved) {
        return fail(!since ? since.error() : !swept ? swept.error() : saved.error());
    }
    if (auto walk = Walk::from(*saved)) {
        // Something may have been deleted since, and what was on the next page is on this one.
        walk->page = std::max(1, walk->page - 1);
        if (walk->forumId == 0
            || std::find(m_forums.begin(), m_forums.end(), walk->forumId) != m_forums.end()) {
            return *walk;
        }
    }
    const qint64 now = m_parts.clock.nowUtc().toMSecsSinceEpoch();
    const qint64 last = swept->toLongLong();
    Walk walk;
    walk.newest = since->toLongLong();
    walk.since = std::max<qint64>(1, walk.newest);
    walk.sweep = last == 0 || now - last > kSweepEvery || last > now + kSweepEvery;
    if (walk.sweep) {
        walk.since = 0;
        walk.forumId = m_forums.empty() ? 0 : m_forums.front();
        if (auto done = m_copy.beginListing(); !done) {
            return fail(done.error());
        }
    }
    return walk;
}

/// The list of all forums does not say which forum a topic is in. So a sweep reads that of each forum first,
/// and then that of all, where those are that no list of forums names.
ForumPull::StepResult ForumPull::topics(const std::stop_token &stop)
{
    auto begun = beginWalk();
    if (!begun) {
        return fail(begun.error());
    }
    Walk now = *begun;
    auto forum = std::find(m_forums.begin(), m_forums.end(), now.forumId);
    for (;;) {
        const StepResult result = walk(now, stop);
        if (!result || *result == Step::Stopped) {
            return result;
        }
        if (forum == m_forums.end()) {
            break;
        }
        ++forum;
        now.forumId = forum == m_forums.end() ? 0 : *forum;
        now.page = 1;
    }
    if (now.sweep) {
        const StepResult result = followDeletions(stop);
        if (!result || *result == Step::Stopped) {
            return result;
        }
        const qint64 at = m_parts.clock.nowUtc().toMSecsSinceEpoch();
        if (auto done = m_copy.setCursor(kSwept, QByteArray::number(at)); !done) {
            return fail(done.error());
        }
    }
    if (auto done = m_copy.setCursor(kSince, QByteArray::number(now.newest)); !done) {
        return fail(done.error());
    }
    if (auto done = m_copy.setCursor(kWalk, {}); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

/// One list, down to where it is known.
ForumPull::StepResult ForumPull::walk(Walk &walk, const std::stop_token &stop)
{
    // While it is walked down, topics with new posts go to the top and push others to a later page: never
    // past one that was not read. What is new at the top is met by the next pull.
    for (; walk.page <= kMostPages; ++walk.page) {
        if (auto done = m_copy.setCursor(kWalk, walk.toBytes()); !done) {
            return fail(done.error());
        }
        const auto answer = ask(m_forum.topics(walk.forumId, walk.page), stop);
        if (!answer) {
            return Step::Stopped;
        }
        if (!answer->isDone() && answer->verdict.kind == Verdict::Kind::Gone && walk.page > 1) {
            break; // the list became shorter
        }
        auto page = answer->isDone() ? decodePage<ForumTopic>(answer->response.body)
                                     : Result<Page<ForumTopic>>(fail(ErrorCode::Offline, {}));
        if (!page) {
            return Step::Stopped;
        }
        bool anyNew = page->items.empty();
        qint64 newest = walk.newest;
        for (const ForumTopic &each : page->items) {
            const qint64 last = each.lastPostUtc.isValid() ? each.lastPostUtc.toMSecsSinceEpoch() : 0;
            newest = std::max(newest, last);
            anyNew = anyNew || last >= walk.since;
        }
        const StepResult taken = takeTopics(walk.forumId, std::move(page->items), stop);
        if (!taken || *taken == Step::Stopped) {
            return taken;
        }
        walk.newest = newest;
        if (!page->more || (walk.since > 0 && !anyNew)) {
            break;
        }
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::takeTopics(qint64 forumId, std::vector<ForumTopic> topics,
                                            const std::stop_token &stop)
{
    for (ForumTopic &each : topics) {
        each.forumId = forumId != 0 ? forumId : each.forumId;
    }
    const auto before = m_copy.putTopics(topics);
    if (!before) {
        return fail(before.error());
    }
    for (std::size_t i = 0; i < before->size(); ++i) {
        if ((*before)[i].forumId == 0 && topics[i].forumId == 0) {
            const StepResult placed = lookAt(topics[i].id, stop);
            if (!placed || *placed == Step::Stopped) {
                return placed;
            }
        }
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::lookAt(qint64 topicId, const std::stop_token &stop)
{
    const auto answer = ask(m_forum.topic(topicId), stop);
    if (!answer) {
        return Step::Stopped;
    }
    if (!answer->isDone()) {
        if (answer->verdict.kind == Verdict::Kind::Gone) {
            auto done = m_copy.removeTopic(topicId);
            return done ? StepResult(Step::Done) : fail(done.error());
        }
        return answer->verdict.serverError ? Step::Done : Step::Stopped;
    }
    if (const auto detail = decode<TopicDetailDto>(answer->response.body)) {
        if (const auto put = m_copy.putTopics({detail->topic}); !put) {
            return fail(put.error());
        }
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::followDeletions(const std::stop_token &stop)
{
    const auto missing = m_copy.topicsNotListed(kMostLooks);
    if (!missing) {
        return fail(missing.error());
    }
    for (const qint64 id : *missing) {
        const StepResult looked = lookAt(id, stop);
        if (!looked || *looked == Step::Stopped) {
            return looked;
        }
    }
    return Step::Done;
}

} // namespace studio::sync
