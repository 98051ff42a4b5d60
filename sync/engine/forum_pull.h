#pragma once

#include "domain/ports/forum_copy.h"
#include "sync/api/forum_endpoints.h"
#include "sync/engine/push.h"

#include <QSet>

#include <functional>
#include <optional>

namespace studio::sync {

/// Fills the copy of the forum: forums, topics by last activity down to what is known, the posts of topics
/// that are not complete, subscriptions, notifications and the list of the blog.
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
    };

    ForumPull(SyncParts &parts, ForumCopy &copy, const Endpoints &endpoints, Access &access, Options options);

    /// True: everything wanted is here. False: it has to go on later; Access::obstacle() says why, or nothing
    /// does when it gave way. An Error is one of the own disk.
    Result<bool> run(qint64 userId, const std::stop_token &stop);

private:
    enum class Step { Done, Stopped };
    using StepResult = Result<Step>;

    StepResult forums(const std::stop_token &stop);

    struct Seen
    {
        std::vector<qint64> ids;
        qint64 newest = 0; ///< Of their last posts; ms.
    };

    StepResult topics(const std::stop_token &stop);
    StepResult walk(qint64 forumId, qint64 since, Seen &seen, const std::stop_token &stop);
    StepResult place(ForumTopic topic, const std::stop_token &stop);
    StepResult posts(const std::stop_token &stop);
    StepResult postsOf(qint64 topicId, const std::stop_token &stop);
    StepResult around(qint64 userId, const std::stop_token &stop);
    std::optional<Answer> ask(const HttpRequest &request,
                              const std::stop_token &stop); ///< Nothing: give way.

    SyncParts &m_parts;
    ForumCopy &m_copy;
    const ForumEndpoints m_forum;
    Access &m_access;
    const Options m_options;
    std::vector<qint64> m_forums; ///< That the platform lists.
    bool m_tell = false; ///< There was a complete pull before: what is new is news.
};

} // namespace studio::sync
