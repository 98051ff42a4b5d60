#pragma once

#include "domain/ports/forum_platform.h"
#include "domain/ports/forum_store.h"

#include <algorithm>
#include <map>

namespace studio::test {

template<typename T>
QFuture<Result<T>> answer(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// A forum in memory: what is read of it.
class PaperReading : public ForumStore
{
public:
    std::vector<ForumInfo> theForums;
    std::vector<ForumTopic> theTopics; ///< In order of activity.
    std::map<qint64, std::vector<ForumPost>> thePosts;
    std::vector<ForumWriting> theWritings;
    std::vector<ForumNotification> theNotifications;
    std::vector<BlogPost> theBlog;
    std::vector<ReadMark> marks; ///< Asked for, in order.
    bool broken = false; ///< The disk cannot be read.
    int queries = 0;

    QFuture<Result<std::vector<ForumInfo>>> forums() override { return give(theForums); }

    QFuture<Result<TopicPage>> topics(const TopicQuery &query) override
    {
        ++queries;
        std::vector<ForumTopic> fitting;
        for (const ForumTopic &each : theTopics) {
            const bool kept = query.filter == TopicFilter::All
                || (query.filter == TopicFilter::Unread && each.unread > 0)
                || (query.filter == TopicFilter::Own && each.own)
                || (query.filter == TopicFilter::Bookmarked && each.bookmarked)
                || (query.filter == TopicFilter::Subscribed && each.subscribed);
            if (kept && (query.forumId == 0 || each.forumId == query.forumId)
                && each.subject.contains(query.subject, Qt::CaseInsensitive)) {
                fitting.push_back(each);
            }
        }
        TopicPage page;
        page.total = static_cast<int>(fitting.size());
        for (int i = query.offset; i < qMin(page.total, query.offset + query.limit); ++i) {
            page.topics.push_back(fitting[static_cast<std::size_t>(i)]);
        }
        return give(page);
    }

    QFuture<Result<std::optional<ForumTopic>>> topic(qint64 topicId) override
    {
        const ForumTopic *found = find(topicId);
        return give(found ? std::optional(*found) : std::nullopt);
    }

    QFuture<Result<PostWindow>> posts(qint64 topicId, int first, int count) override
    {
        const auto &all = thePosts[topicId];
        PostWindow window;
        window.topicId = topicId;
        window.total = static_cast<int>(all.size());
        window.first = qBound(0, first, window.total);
        for (int i = 0; i < window.total; ++i) {
            const ForumPost &each = all[static_cast<std::size_t>(i)];
            if (each.unread && window.firstUnread < 0) {
                window.firstUnread = i;
            }
            if (i >= window.first && i < window.first + count) {
                window.posts.push_back(each);
            }
        }
        return give(window);
    }

    QFuture<Result<std::optional<ForumPost>>> post(qint64 postId) override
    {
        for (const auto &[topicId, posts] : thePosts) {
            for (const ForumPost &each : posts) {
                if (each.id == postId) {
                    return give(std::optional(each));
                }
            }
        }
        return give(std::optional<ForumPost>());
    }

    QFuture<Result<std::optional<PostPlace>>> placeOf(qint64 postId) override
    {
        for (const auto &[topicId, posts] : thePosts) {
            for (std::size_t i = 0; i < posts.size(); ++i) {
                if (posts[i].id == postId) {
                    return give(std::optional(PostPlace{topicId, postId, static_cast<int>(i)}));
                }
            }
        }
        return give(std::optional<PostPlace>());
    }

    QFuture<Result<std::optional<PostPlace>>> nextUnread(qint64 topicId, qint64 forumId) override
    {
        const auto count = theTopics.size();
        std::size_t start = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (theTopics[i].id == topicId) {
                start = i + 1;
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const ForumTopic &each = theTopics[(start + i) % count];
            if (each.unread > 0 && (forumId == 0 || forumId == each.forumId)) {
                const auto &posts = thePosts[each.id];
                for (std::size_t at = 0; at < posts.size(); ++at) {
                    if (posts[at].unread) {
                        return give(std::optional(PostPlace{each.id, posts[at].id, static_cast<int>(at)}));
                    }
                }
            }
        }
        return give(std::optional<PostPlace>());
    }

    QFuture<Result<int>> unreadTopics() override
    {
        return give(static_cast<int>(std::count_if(theTopics.begin(), theTopics.end(),
                                                   [](const ForumTopic &each) { return each.unread > 0; })));
    }

    QFuture<Result<std::vector<ForumTopic>>> topicsOfExercise(const QString &courseId,
                                                              const QString &exerciseId) override
    {
        std::vector<ForumTopic> found;
        std::copy_if(theTopics.begin(), theTopics.end(), std::back_inserter(found),
                     [&](const ForumTopic &each) {
                         return each.courseId == courseId && each.exerciseId == exerciseId;
                     });
        return give(found);
    }

    QFuture<Result<std::vector<ForumPost>>> recentPosts(int /*count*/) override
    {
        return give(std::vector<ForumPost>());
    }

    QFuture<Result<ForumUserCard>> userCard(qint64 userId) override
    {
        ForumUserCard card;
        card.user.id = userId;
        card.user.name = QStringLiteral("Mira");
        return give(card);
    }

    QFuture<Result<std::vector<ForumNotification>>> notifications() override
    {
        return give(theNotifications);
    }

    QFuture<Result<std::vector<BlogPost>>> blogPosts() override { return give(theBlog); }

    QFuture<Result<std::optional<BlogPost>>> blogPost(const QString &slug) override
    {
        for (const BlogPost &each : theBlog) {
            if (each.slug == slug) {
                return give(std::optional(each));
            }
        }
        return give(std::optional<BlogPost>());
    }

    QFuture<Result<qint64>> sizeInBytes() override { return give(qint64{0}); }

    ForumTopic *find(qint64 topicId)
    {
        for (ForumTopic &each : theTopics) {
            if (each.id == topicId) {
                return &each;
            }
        }
        return nullptr;
    }

protected:
    template<typename T>
    QFuture<Result<T>> give(T value) const
    {
        return broken ? answer(Result<T>(tl::unexpected(Error{ErrorCode::Storage, {}})))
                      : answer(Result<T>(std::move(value)));
    }

    static QFuture<Result<>> done() { return answer(Result<>()); }

    QFuture<Result<>> count(qint64 topicId)
    {
        const auto &posts = thePosts[topicId];
        if (ForumTopic *topic = find(topicId)) {
            topic->unread = static_cast<int>(
                std::count_if(posts.begin(), posts.end(), [](const ForumPost &each) { return each.unread; }));
        }
        return done();
    }

    qint64 m_seq = 0;
};

} // namespace studio::test
