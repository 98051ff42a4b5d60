#pragma once

#include "domain/forum_limits.h"
#include "domain/ports/forum_platform.h"

#include <functional>

namespace studio::sync {

class ForumDesk;

/// ForumPlatform over the sync side of one HostedPlatform, which owns it and tells it what is known.
class HostedForum final : public ForumPlatform
{
    Q_OBJECT

public:
    using Task = std::function<void(ForumDesk *desk, const std::stop_token &stop)>; ///< Null: no account.

    /// `post` has a task done on the sync thread and calls for what it wants then.
    HostedForum(const ForumLimits &school, std::function<void(Task)> post, QObject *parent);

    void tell(const ForumPullState &state);
    void tell(const ForumAbilities &abilities);

    ForumPullState pullState() const override { return m_state; }

    ForumAbilities abilities() const override { return m_abilities; }

    ForumLimits schoolLimits() const override { return m_school; }

    QFuture<Result<>> pull() override;
    void topicOpened(qint64 topicId) override;
    QFuture<Result<QString>> picture(const QUrl &address) override;
    QFuture<Result<ForumUserCard>> userCard(qint64 userId) override;
    QFuture<Result<>> moderate(const ModerationAction &action) override;
    QFuture<Result<std::vector<QueuedPost>>> moderationQueue() override;
    QFuture<Result<>> review(qint64 queueId, bool approve, const QString &notes) override;
    QFuture<Result<>> pullBlogPost(const QString &slug) override;

private:
    template<typename Value, typename Work>
    QFuture<Result<Value>> ask(Work work);

    const ForumLimits m_school;
    std::function<void(Task)> m_post;
    ForumPullState m_state;
    ForumAbilities m_abilities;
};

} // namespace studio::sync
