#pragma once

#include "domain/catalogue.h"
#include "domain/sync_status.h"
#include "sync/engine/sync_engine.h"
#include "sync/platform/account_desk.h"
#include "sync/platform/course_desk.h"
#include "sync/platform/forum_desk.h"
#include "sync/platform/platform_place.h"
#include "sync/platform/work_seal.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace studio::sync {

/// What HostedPlatform has on the sync thread: the transport, the account, the engine and the courses, and
/// when each of them is due. Every function on that thread, but for noteQueued().
class SyncSide final
{
    Q_DISABLE_COPY_MOVE(SyncSide)

public:
    /// Called on the sync thread.
    struct Tell
    {
        std::function<void(const std::optional<Account> &)> account;
        std::function<void(const SyncStatus &)> status;
        std::function<void(const std::vector<CatalogueCourse> &)> catalogue;
        std::function<void(const QString &courseId)> downloaded;
        std::function<void(const ForumPullState &)> forumState;
        std::function<void(const ForumAbilities &)> forumAbilities;
        std::function<void()> queue;
        std::function<void()> progressPulled;
        std::function<bool()> shouldYield; ///< Somebody waits for the thread.
    };

    using Done = std::function<void(Result<>)>;
    using SyncDone = std::function<void(Result<SyncStatus>)>;

    SyncSide(SyncStore &store, const Clock &clock, PlatformPlace place, Tell tell);
    ~SyncSide(); ///< Cancels what was wanted and is not done.

    Result<> open(); ///< First of all.
    void runByItself();
    void networkChanged(const std::stop_token &stop);

    void noteQueued() { m_queued = true; } ///< From any thread: there is something new to send.

    /// What is due: sending, fetching, downloads. Gives when it wants to be called again.
    std::optional<std::chrono::milliseconds> background(const std::stop_token &stop,
                                                        const std::stop_token &yield);

    Result<Account> signIn(const SignIn &request, const std::stop_token &stop);
    Result<Account> registerAccount(const Registration &request, const std::stop_token &stop);
    Result<bool> signOut(const std::stop_token &stop);

    void wantSync(SyncDone done); ///< background() does it.
    Result<> answerQuestion(bool yes);
    Result<> setEnrolled(const QString &courseId, bool wanted);
    Result<> refreshCatalogue(const std::stop_token &stop);
    void wantDownload(const QString &courseId, Done done); ///< background() does it.
    void cancelDownload(const QString &courseId);
    Result<> removeDownload(const QString &courseId);
    Result<StorageUse> storage();

    ForumDesk *forum() { return m_forum.get(); } ///< Null before there is an account, or without a forum.

    SyncStore &store() { return m_store; }

    SyncStatus status();
    void tellQueue();

    void tellProgress() { m_tell.progressPulled(); }

private:
    using milliseconds = std::chrono::milliseconds;

    bool syncIsWanted() const { return m_byItself || !m_syncWaiters.empty(); }

    std::optional<milliseconds> untilSync();
    void sync(const std::stop_token &stop);
    void afterAccountChange();
    void makeEngine();
    void makeForum();
    void tellStatus();

    SyncStore &m_store;
    const Clock &m_clock;
    PlatformPlace m_place;
    Tell m_tell;
    std::shared_ptr<MonotonicClock> m_monotonic;
    std::unique_ptr<HttpTransport> m_transport;
    AccountDesk m_desk;
    WorkSeal m_seal;
    std::unique_ptr<CourseDesk> m_courses; ///< Null before there is an account.
    std::unique_ptr<ForumDesk> m_forum; ///< Null before there is an account.
    std::unique_ptr<SyncEngine> m_engine; ///< Null before there is an account.
    Error m_openError;
    bool m_openFailed = false;
    bool m_byItself = false;
    bool m_working = false;
    std::atomic<bool> m_queued{false};
    std::optional<milliseconds> m_pushAt; ///< On the monotonic clock: small actions go out together.
    std::vector<SyncDone> m_syncWaiters;
};

} // namespace studio::sync
