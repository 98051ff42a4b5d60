#include "sync/platform/hosted_forum.h"

#include "sync/platform/forum_desk.h"

#include <QPromise>

#include <memory>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

template<typename Value>
std::shared_ptr<QPromise<Result<Value>>> begun()
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    promise->start();
    return promise;
}

Error nobody()
{
    return {ErrorCode::NotFound, u"there is no account on a platform"_s};
}

} // namespace

HostedForum::HostedForum(const ForumLimits &school, std::function<void(Task)> post, QObject *parent)
    : ForumPlatform(parent)
    , m_school(school)
    , m_post(std::move(post))
{
}

void HostedForum::tell(const ForumPullState &state)
{
    m_state = state;
    Q_EMIT pullStateChanged();
}

void HostedForum::tell(const ForumAbilities &abilities)
{
    m_abilities = abilities;
    Q_EMIT abilitiesChanged();
}

template<typename Value, typename Work>
QFuture<Result<Value>> HostedForum::ask(Work work)
{
    const auto promise = begun<Value>();
    auto future = promise->future();
    m_post([promise, work = std::move(work)](ForumDesk *desk, const std::stop_token &stop) {
        promise->addResult(desk != nullptr ? work(*desk, stop) : Result<Value>(fail(nobody())));
        promise->finish();
    });
    return future;
}

QFuture<Result<>> HostedForum::pull()
{
    const auto promise = begun<void>();
    auto future = promise->future();
    m_post([promise](ForumDesk *desk, const std::stop_token &) {
        const auto done = [promise](const Result<> &result) {
            promise->addResult(result);
            promise->finish();
        };
        if (desk != nullptr) {
            desk->want(done);
        } else {
            done(fail(nobody()));
        }
    });
    return future;
}

void HostedForum::topicOpened(qint64 topicId)
{
    m_post([topicId](ForumDesk *desk, const std::stop_token &) {
        if (desk != nullptr) {
            desk->topicOpened(topicId);
        }
    });
}

QFuture<Result<QString>> HostedForum::picture(const QUrl &address)
{
    return ask<QString>(
        [address](ForumDesk &desk, const std::stop_token &stop) { return desk.picture(address, stop); });
}

QFuture<Result<ForumUserCard>> HostedForum::userCard(qint64 userId)
{
    return ask<ForumUserCard>(
        [userId](ForumDesk &desk, const std::stop_token &stop) { return desk.userCard(userId, stop); });
}

QFuture<Result<>> HostedForum::moderate(const ModerationAction &action)
{
    return ask<void>(
        [action](ForumDesk &desk, const std::stop_token &stop) { return desk.moderate(action, stop); });
}

QFuture<Result<std::vector<QueuedPost>>> HostedForum::moderationQueue()
{
    return ask<std::vector<QueuedPost>>(
        [](ForumDesk &desk, const std::stop_token &stop) { return desk.moderationQueue(stop); });
}

QFuture<Result<>> HostedForum::review(qint64 queueId, bool approve, const QString &notes)
{
    return ask<void>([=](ForumDesk &desk, const std::stop_token &stop) {
        return desk.review(queueId, approve, notes, stop);
    });
}

QFuture<Result<>> HostedForum::pullBlogPost(const QString &slug)
{
    return ask<void>(
        [slug](ForumDesk &desk, const std::stop_token &stop) { return desk.pullBlogPost(slug, stop); });
}

} // namespace studio::sync
