#include "sync/engine/forum_pull.h"

#include "sync/api/decode.h"
#include "sync/api/forum_answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostPages = 100'000;
constexpr int kTopicsAtOnce = 50;
constexpr int kMostSubscriptionPages = 100;
constexpr qint64 kSweepEvery = 24LL * 3600 * 1000; ///< Milliseconds: deleted topics are only seen as absence.

const QString kSince = u"since"_s; ///< All activity up to then is known; ms.
const QString kPulled = u"pulled"_s;
const QString kSwept = u"swept"_s;

} // namespace

ForumPull::ForumPull(SyncParts &parts, ForumCopy &copy, const Endpoints &endpoints, Access &access,
                     Options options)
    : m_parts(parts)
    , m_copy(copy)
    , m_forum(endpoints)
    , m_access(access)
    , m_options(std::move(options))
{
}

std::optional<Answer> ForumPull::ask(const HttpRequest &request, const std::stop_token &stop)
{
    if (stop.stop_requested() || (m_options.shouldYield && m_options.shouldYield())) {
        return {};
    }
    return m_access.ask(Endpoint::OtherJson, request, stop);
}

Result<bool> ForumPull::run(qint64 userId, const std::stop_token &stop)
{
    if (auto done = m_copy.setOwnUser(userId); !done) {
        return fail(done.error());
    }
    const auto pulled = m_copy.cursor(kPulled);
    if (!pulled) {
        return fail(pulled.error());
    }
    m_tell = !pulled->isEmpty();
    for (const auto &step : {&ForumPull::forums, &ForumPull::topics, &ForumPull::posts}) {
        const StepResult result = (this->*step)(stop);
        if (!result) {
            return fail(result.error());
        }
        if (*result == Step::Stopped) {
            return false;
        }
    }
    const StepResult rest = around(userId, stop);
    if (!rest) {
        return fail(rest.error());
    }
    if (*rest == Step::Stopped) {
        return false;
    }
    if (auto done = m_copy.applyLimits(); !done) {
        return fail(done.error());
    }
    const QByteArray now = QByteArray::number(m_parts.clock.nowUtc().toMSecsSinceEpoch());
    if (auto done = m_copy.setCursor(kPulled, now); !done) {
        return fail(done.error());
    }
    return true;
}

ForumPull::StepResult ForumPull::forums(const std::stop_token &stop)
{
    const auto answer = ask(m_forum.forums(), stop);
    if (!answer || !answer->isDone()) {
        return Step::Stopped;
    }
    const auto list = decode<ForumListDto>(answer->response.body);
    if (!list) {
        return Step::Stopped;
    }
    m_forums.clear();
    for (const ForumInfo &each : list->forums) {
        if (!each.isCategory) {
            m_forums.push_back(each.id);
        }
    }
    if (auto done = m_copy.putForums(list->forums); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

/// One list of topics by last activity, down to `since` (0: to its end). The list of all forums does not say
/// which forum a topic is in: what is new in it is asked for by itself.
ForumPull::StepResult ForumPull::walk(qint64 forumId, qint64 since, Seen &seen, const std::stop_token &stop)
{
    // While it is walked down, topics with new posts go to the top and push others to a later page: never
    // past one that was not read. What is new at the top is met by the next pull.
    for (int number = 1; number <= kMostPages; ++number) {
        const auto answer = ask(m_forum.topics(forumId, number), stop);
        if (!answer) {
            return Step::Stopped;
        }
        if (!answer->isDone() && answer->verdict.kind == Verdict::Kind::Gone && number > 1) {
            break; // the list became shorter
        }
        auto page = answer->isDone() ? decodePage<ForumTopic>(answer->response.body)
                                     : Result<Page<ForumTopic>>(fail(ErrorCode::Offline, {}));
        if (!page) {
            return Step::Stopped;
        }
        bool anyNew = page->items.empty();
        for (ForumTopic &each : page->items) {
            const qint64 last = each.lastPostUtc.isValid() ? each.lastPostUtc.toMSecsSinceEpoch() : 0;
            seen.newest = std::max(seen.newest, last);
            anyNew = anyNew || last >= since;
            seen.ids.push_back(each.id);
            each.forumId = forumId != 0 ? forumId : each.forumId;
        }
        const auto before = m_copy.putTopics(page->items);
        if (!before) {
            return fail(before.error());
        }
        for (std::size_t i = 0; i < before->size(); ++i) {
            if (forumId == 0 && (*before)[i].id == 0 && page->items[i].forumId == 0) {
                const StepResult placed = place(page->items[i], stop);
                if (!placed || *placed == Step::Stopped) {
                    return placed;
                }
            }
        }
        if (!page->more || (since > 0 && !anyNew)) {
            break;
        }
    }
    return Step::Done;
}

/// Puts a new topic into its forum.
ForumPull::StepResult ForumPull::place(ForumTopic topic, const std::stop_token &stop)
{
    const auto answer = ask(m_forum.topic(topic.id), stop);
    if (!answer) {
        return Step::Stopped;
    }
    if (const auto detail = answer->isDone() ? decode<TopicDetailDto>(answer->response.body)
                                             : Result<TopicDetailDto>(fail(ErrorCode::NotFound, {}))) {
        topic.forumId = detail->topic.forumId;
        if (const auto put = m_copy.putTopics({topic}); !put) {
            return fail(put.error());
        }
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::topics(const std::stop_token &stop)
{
    const auto since = m_copy.cursor(kSince);
    const auto swept = m_copy.cursor(kSwept);
    if (!since || !swept) {
        return fail(since ? swept.error() : since.error());
    }
    Seen seen;
    const qint64 now = m_parts.clock.nowUtc().toMSecsSinceEpoch();
    const qint64 last = swept->toLongLong();
    const bool sweep = last == 0 || now - last > kSweepEvery || last > now + kSweepEvery;
    if (sweep) {
        for (const qint64 forum : m_forums) {
            const StepResult result = walk(forum, 0, seen, stop);
            if (!result || *result == Step::Stopped) {
                return result;
            }
        }
        if (auto done = m_copy.keepOnlyTopics(seen.ids); !done) {
            return fail(done.error());
        }
        if (auto done = m_copy.setCursor(kSwept, QByteArray::number(now)); !done) {
            return fail(done.error());
        }
    } else {
        const StepResult result = walk(0, std::max<qint64>(1, since->toLongLong()), seen, stop);
        if (!result || *result == Step::Stopped) {
            return result;
        }
    }
    const qint64 newest = std::max(since->toLongLong(), seen.newest);
    if (auto done = m_copy.setCursor(kSince, QByteArray::number(newest)); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

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
    // Only more posts than are here: those at the end. Otherwise something was deleted, or a person looks at
    // it.
    const bool onlyMore = (*seen)->loadedLastPostUtc.isValid() && (*seen)->loaded > 0
        && (*seen)->posts > (*seen)->loaded && (*seen)->loadedLastPostUtc < (*seen)->lastPostUtc;
    int page = onlyMore ? (*seen)->loaded / ForumEndpoints::kPageSize + 1 : 1;
    const bool whole = page == 1;
    std::vector<qint64> ids;
    for (int turn = 0; turn < kMostPages; ++turn) {
        const auto answer = ask(m_forum.posts(topicId, page), stop);
        if (!answer) {
            return Step::Stopped;
        }
        if (!answer->isDone()) {
            if (answer->verdict.kind != Verdict::Kind::Gone) {
                return Step::Stopped;
            }
            break; // fewer pages than were known
        }
        const auto list = decodePage<ForumPost>(answer->response.body);
        if (!list) {
            return Step::Stopped;
        }
        if (auto done = m_copy.putPosts(topicId, list->items, m_tell); !done) {
            return fail(done.error());
        }
        for (const ForumPost &each : list->items) {
            ids.push_back(each.id);
        }
        if (!list->more) {
            break;
        }
        ++page;
    }
    if (whole) {
        if (auto done = m_copy.keepOnlyPosts(topicId, ids); !done) {
            return fail(done.error());
        }
    }
    if (auto done = m_copy.setComplete(topicId, (*seen)->lastPostUtc); !done) {
        return fail(done.error());
    }
    return Step::Done;
}

ForumPull::StepResult ForumPull::around(qint64 userId, const std::stop_token &stop)
{
    std::vector<qint64> followed;
    for (int page = 1; page <= kMostSubscriptionPages; ++page) {
        const auto answer = ask(m_forum.subscriptions(userId, page), stop);
        if (!answer || !answer->isDone()) {
            return Step::Stopped;
        }
        const QJsonObject list = QJsonDocument::fromJson(answer->response.body).object();
        if (!list.value("subscriptions"_L1).isArray()) {
            return Step::Stopped;
        }
        QStringList skipped;
        const auto topics = Fields::itemsOf<SubscriptionDto>(list.value("subscriptions"_L1).toArray(),
                                                             u"subscriptions"_s, skipped);
        for (const SubscriptionDto &each : topics) {
            followed.push_back(each.topicId);
        }
        if (topics.empty() || page >= list.value("pagination"_L1)["total_pages"_L1].toInt()) {
            break;
        }
    }
    if (auto done = m_copy.putSubscriptions(followed); !done) {
        return fail(done.error());
    }
    // These two are extras: what they answer never stands in the way of the forum.
    if (const auto answer = ask(m_forum.notifications(1), stop); answer && answer->isDone()) {
        if (const auto list = decodePage<ForumNotification>(answer->response.body)) {
            if (auto done = m_copy.putNotifications(list->items); !done) {
                return fail(done.error());
            }
        }
    }
    return stop.stop_requested() ? Step::Stopped : Step::Done;
}

} // namespace studio::sync
