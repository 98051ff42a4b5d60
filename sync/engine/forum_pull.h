#pragma once

#include "domain/ports/forum_copy.h"
#include "sync/api/forum_endpoints.h"
#include "sync/engine/push.h"

#include <QSet>

#include <functional>
#include <optional>

namespace studio::sync {

/// Fills the copy of the forum: forums, topics by last activity down to what is known, the posts of topics
/// that are not complete, what became of the texts that were sent, subscriptions and notifications.
///
/// Each answer is in the copy before the next request, so a pull that ends anywhere goes on there the next
/// time. Asks for nothing that raises a topic's views (contract 8.2). For the sync thread.
class ForumPull final
{
    Q_DISABLE_COPY_MOVE(ForumPull)

public:
    struct Options
    {
        std::function<bool()> shouldYield; ///< Asked before each request.
        std::function<void(int left)> progress; ///< Topics whose posts are to be fetched still.
        std::function<void(const ForumUser &)> ownUser; ///< The person, as an author of what was read.
    };

    ForumPull(SyncParts &parts, ForumCopy &copy, const Endpoints &endpoints, Access &access, Options options);

    /// True: everything wanted is here. False: it has to go on later; Access::obstacle() says why, or nothing
    /// does when it gave way. An Error is one of the own disk.
    Result<bool> run(qint64 userId, const std::stop_token &stop);

private:
    enum class Step { Done, Stopped };
    using StepResult = Result<Step>;

    /// How far the lists of topics were read; kept in the copy, so that a cut costs one page.
    struct Walk
    {
        bool sweep = false; ///< All lists to their ends, to find out what is gone.
        qint64 since = 0; ///< Down to this last activity; ms.
        qint64 newest = 0; ///< Of what was met; ms.
        qint64 forumId = 0; ///< List that is read: 0 is the one of all forums, which is the last.
        int page = 1;

        QByteArray toBytes() const;
        static std::optional<Walk> from(const QByteArray &bytes);
    };

    StepResult forums(const std::stop_token &stop);
    StepResult topics(const std::stop_token &stop);
    Result<Walk> beginWalk();
    StepResult walk(Walk &walk, const std::stop_token &stop);
    StepResult takeTopics(qint64 forumId, std::vector<ForumTopic> topics, const std::stop_token &stop);
    /// Asks for one by itself: where it is, or that it is gone.
    StepResult lookAt(qint64 topicId, const std::stop_token &stop);
    StepResult followDeletions(const std::stop_token &stop);

    /// What the pages of a topic's posts were like.
    struct PostsRead
    {
        std::vector<qint64> ids;
        qint64 count = -1; ///< That the platform says there are; -1: it does not.
        bool steady = true; ///< Nothing was deleted between the pages.
        bool readable = true; ///< All of them.
        bool gone = false; ///< The platform knows no such topic.
    };

    StepResult posts(const std::stop_token &stop);
    StepResult postsOf(qint64 topicId, const std::stop_token &stop);
    StepResult readPosts(qint64 topicId, int page, PostsRead &read, const std::stop_token &stop);

    StepResult subscriptions(const std::stop_token &stop);
    StepResult sentTexts(const std::stop_token &stop);
    Result<> takeShown(const SentText &sent, const Answer &answer);
    StepResult notifications(const std::stop_token &stop);
    std::optional<Answer> ask(const HttpRequest &request,
                              const std::stop_token &stop); ///< Nothing: give way.

    SyncParts &m_parts;
    ForumCopy &m_copy;
    const ForumEndpoints m_forum;
    Access &m_access;
    const Options m_options;
    qint64 m_userId = 0;
    std::vector<qint64> m_forums; ///< That the platform lists.
    bool m_tell = false; ///< There was a complete pull before: what is new is news.
};

} // namespace studio::sync
