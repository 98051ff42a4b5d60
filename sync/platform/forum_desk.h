#pragma once

#include "domain/ports/forum_platform.h"
#include "sync/engine/forum_pull.h"
#include "sync/platform/forum_pictures.h"

#include <deque>
#include <functional>
#include <optional>

namespace studio::sync {

/// The forum's half of the sync side: when its copy is filled, and what only the platform can do. For the
/// sync thread; made anew with each account.
class ForumDesk final
{
    Q_DISABLE_COPY_MOVE(ForumDesk)

public:
    struct Tell
    {
        std::function<void(const ForumPullState &)> state;
        std::function<void(const ForumAbilities &)> abilities;
        std::function<bool()> shouldYield;
    };

    using Done = std::function<void(Result<>)>;

    /// `pictures`: the folder of those that were asked for.
    ForumDesk(const SyncParts &parts, ForumCopy &copy, const QString &server, qint64 userId,
              const QString &pictures, Tell tell);
    ~ForumDesk(); ///< Cancels who waits.

    void want(Done done); ///< A pull, now; work() does it.
    void topicOpened(qint64 topicId); ///< As want(), and this topic first.

    void runByItself() { m_byItself = true; }

    /// Until work() has something to do by itself; nothing: not before it is wanted.
    std::optional<std::chrono::milliseconds> untilDue() const;
    void work(const std::stop_token &stop); ///< One pull, as far as it comes before somebody waits.

    Result<QString> picture(const QUrl &address, const std::stop_token &stop);
    Result<ForumUserCard> userCard(qint64 userId, const std::stop_token &stop);
    Result<> moderate(const ModerationAction &action, const std::stop_token &stop);
    Result<std::vector<QueuedPost>> moderationQueue(const std::stop_token &stop);
    Result<> pullBlogPost(const QString &slug, const std::stop_token &stop);
    Result<> review(qint64 queueId, bool approve, const QString &notes, const std::stop_token &stop);
    ForumAbilities abilities() const;
    void tellAll() const;

private:
    Result<Answer> ask(Endpoint endpoint, const HttpRequest &request, const std::stop_token &stop);
    Result<> lookAt(qint64 topicId, const std::stop_token &stop);
    void learnAbilities(Access &access, const std::stop_token &stop);
    void setMayModerate();
    void pullBlog(Access &access, const std::stop_token &stop);
    Result<> takeBlogPost(const QString &slug, const Answer &answer);
    void finish(const Result<> &result);

    SyncParts m_parts;
    ForumCopy &m_copy;
    const Endpoints m_endpoints;
    const qint64 m_userId;
    ForumPictures m_pictures;
    Tell m_tell;
    ForumPullState m_state;
    bool m_byItself = false;
    bool m_knowsAccount = false; ///< What kind of account it is was asked.
    bool m_mayModerate = false;
    bool m_queueAnswers = true;
    int m_failures = 0; ///< Pulls in a row that came to nothing.
    std::chrono::milliseconds m_due{0}; ///< On the monotonic clock.
    std::deque<Done> m_waiting;
};

} // namespace studio::sync
