#include "store/forum/cache_file.h"
#include "store/forum/forum_cache.h"
#include "store/profiles.h"
#include "store/statement.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <numeric>

#include "forum_bench.h"
#include "forum_bench_texts.h"

namespace studio::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCategories = 10;
constexpr int kUsers = 5'000;
constexpr std::size_t kPage = 100; ///< As the platform gives them.
constexpr std::size_t kCommit = 4'000; ///< Posts of one transaction: a pull's, one a page, would take long.
constexpr qint64 kDay = 86'400'000;
constexpr qint64 kYears = 5 * 365 * kDay;

ForumUser userAt(int rank)
{
    ForumUser user;
    user.id = rank + 1;
    user.name = wordAt(100 + rank % 900) + QString::number(rank + 1);
    user.trustLevel = rank % 5;
    return user;
}

std::vector<ForumInfo> forums(const QDateTime &now)
{
    std::vector<ForumInfo> all;
    for (int i = 0; i < kCategories + kForums; ++i) {
        ForumInfo forum;
        forum.id = i + 1;
        forum.isCategory = i < kCategories;
        forum.categoryId = forum.isCategory ? 0 : i % kCategories + 1;
        forum.name = wordAt(40 + i) + u' ' + wordAt(300 + i);
        forum.slug = u"forum-%1"_s.arg(forum.id);
        forum.lastPostUtc = now;
        all.push_back(forum);
    }
    std::stable_sort(all.begin(), all.end(), [](const ForumInfo &a, const ForumInfo &b) {
        const auto place = [](const ForumInfo &each) {
            return std::pair(each.isCategory ? each.id : each.categoryId, !each.isCategory);
        };
        return place(a) < place(b);
    });
    return all;
}

/// How many posts each topic has: one very many, one ten, the others few or many.
std::vector<int> sizesOf(Texts &chance, int topics, int posts)
{
    std::vector<int> sizes(static_cast<std::size_t>(topics), 1);
    sizes[kLongTopic - 1] = posts / 50;
    sizes[kShortTopic - 1] = 10;
    int left = posts - std::accumulate(sizes.begin(), sizes.end(), 0);
    while (left > 0) {
        const auto topic = static_cast<std::size_t>(kShortTopic + chance.number(topics - int(kShortTopic)));
        const int more = std::min(left, 1 + chance.rank(60));
        sizes[topic] += more;
        left -= more;
    }
    return sizes;
}

/// A forum as the platform would give it: posts of all topics in the order of time have growing ids.
class Forum
{
public:
    Forum(const ForumBench &bench, QDateTime now)
        : m_now(std::move(now))
        , m_chance(11)
    {
        const auto sizes = sizesOf(m_chance, bench.topics, bench.posts);
        std::vector<std::pair<qint64, int>> order; // when, topic
        const qint64 end = m_now.toMSecsSinceEpoch() - 60'000;
        for (int topic = 0; topic < bench.topics; ++topic) {
            const bool everlasting = topic == kLongTopic - 1;
            const qint64 size = sizes[static_cast<std::size_t>(topic)];
            qint64 at
                = everlasting ? end - kYears : end - qint64(m_chance.number(100'000)) * (kYears / 100'000);
            for (qint64 i = 0; i < size; ++i) {
                order.emplace_back(std::min(at, end), topic);
                at += everlasting ? kYears / size : m_chance.number(2'000) * 60'000LL;
            }
        }
        std::stable_sort(order.begin(), order.end());
        m_posts.resize(sizes.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto &[at, topic] = order[i];
            m_posts[static_cast<std::size_t>(topic)].emplace_back(static_cast<qint64>(i) + 1, at);
        }
    }

    ForumTopic topic(std::size_t index) const
    {
        Texts chance(index * 7 + 3);
        ForumTopic topic;
        topic.id = static_cast<qint64>(index) + 1;
        topic.forumId = kCategories + 1 + (topic.id < 10 ? 0 : chance.rank(kForums));
        topic.subject = chance.subject();
        topic.slug = u"topic-%1"_s.arg(topic.id);
        topic.author = userAt(chance.rank(kUsers));
        topic.createdUtc = time(m_posts[index].front().second);
        topic.lastPostUtc = time(m_posts[index].back().second);
        topic.updatedUtc = topic.lastPostUtc;
        topic.lastAuthor = userAt(chance.rank(kUsers));
        topic.views = chance.number(5'000);
        topic.posts = static_cast<int>(m_posts[index].size());
        topic.pinned = chance.number(500) == 0;
        topic.locked = chance.number(100) == 0;
        return topic;
    }

    std::vector<ForumPost> posts(std::size_t index, std::size_t first) const
    {
        std::vector<ForumPost> page;
        for (std::size_t i = first; i < std::min(first + kPage, m_posts[index].size()); ++i) {
            const auto &[id, at] = m_posts[index][i];
            Texts chance(static_cast<quint64>(id) * 13 + 5);
            ForumPost post;
            post.id = id;
            post.topicId = static_cast<qint64>(index) + 1;
            post.author = userAt(chance.rank(kUsers));
            post.text = chance.post();
            post.createdUtc = time(at);
            post.updatedUtc = post.createdUtc;
            post.head = i == 0;
            page.push_back(std::move(post));
        }
        return page;
    }

    std::size_t sizeOf(std::size_t index) const { return m_posts[index].size(); }

    /// Last activity first, as the lists of the platform are.
    std::vector<std::size_t> byActivity() const
    {
        std::vector<std::size_t> order(m_posts.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return m_posts[a].back().second > m_posts[b].back().second;
        });
        return order;
    }

private:
    static QDateTime time(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); }

    QDateTime m_now;
    Texts m_chance;
    std::vector<std::vector<std::pair<qint64, qint64>>> m_posts; ///< Of each topic: id, when.
};

} // namespace

QString ForumBench::profile() const
{
    const QString folder = must(store::profileFolder(data, store::defaultProfileId()));
    if (!QDir().mkpath(folder)) {
        giveUp(folder + u": can't be made"_s);
    }
    return folder;
}

QJsonObject fillForum(const ForumBench &bench)
{
    const app::SystemClock clock;
    {
        const auto opened = must(store::openWorkStore(bench.profile(), clock));
        must(opened.forumCopy->putForums(forums(clock.nowUtc()))); // makes the file
    }
    if (bench.topics == 0) {
        return {};
    }
    const Forum forum(bench, clock.nowUtc());
    bool fresh = false;
    auto db = must(store::CacheFile(bench.cacheFile()).open(fresh));
    store::ForumCache cache(db);
    const auto order = forum.byActivity();
    QElapsedTimer spent;
    spent.start();
    std::size_t at = 0;
    while (at < order.size()) {
        store::Transaction transaction(db);
        must(transaction.begin());
        std::size_t posts = 0;
        for (; at < order.size() && posts < kCommit; ++at) {
            const std::size_t index = order[at];
            const ForumTopic topic = forum.topic(index);
            must(cache.putTopics({topic}));
            for (std::size_t first = 0; first < forum.sizeOf(index); first += kPage) {
                must(cache.putPosts(topic.id, forum.posts(index, first), false));
            }
            must(cache.setComplete(topic.id, topic.lastPostUtc));
            posts += forum.sizeOf(index);
        }
        must(transaction.commit());
    }
    return {{u"fill_s"_s, static_cast<double>(spent.elapsed()) / 1000}};
}

} // namespace studio::bench
