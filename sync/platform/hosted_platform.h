#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/forum_platform.h"
#include "domain/ports/platform.h"
#include "domain/ports/sync_store.h"
#include "sync/platform/platform_place.h"
#include "sync/platform/sync_thread.h"

#include <memory>

namespace studio::sync {

class HostedForum;
class SyncSide;

/// The hosted platform over its API: what the window and the commands ask for is done on the sync thread, and
/// what they read is kept here.
///
/// `store` is used on the sync thread, which ends with this object.
class HostedPlatform final : public Platform
{
    Q_OBJECT

public:
    HostedPlatform(SyncStore &store, const Clock &clock, PlatformPlace place, QObject *parent = nullptr);
    /// Gives an exchange that is under way up to 3 s; what waits goes out the next time.
    ~HostedPlatform() override;

    /// From now on sends and fetches by itself. Without it only when asked: a command does one thing.
    void runByItself();
    void networkChanged(); ///< Also after sleep.

    ForumPlatform &forum(); ///< On the same thread and account; filled when the place has a copy for it.

    QFuture<Result<>> opened() override { return m_opened; }

    std::optional<Account> account() const override { return m_account; }

    SignInPolicy signInPolicy() const override;
    QFuture<Result<Account>> signIn(const SignIn &request) override;
    QFuture<Result<Account>> registerAccount(const Registration &request) override;
    QFuture<Result<bool>> signOut() override;

    SyncStatus status() const override { return m_status; }

    QFuture<Result<SyncStatus>> syncNow() override;
    QFuture<Result<std::vector<OutboxEntry>>> waiting() override;
    QFuture<Result<std::vector<KeptWork>>> kept() override;
    QFuture<Result<>> retryKept(qint64 seq) override;
    QFuture<Result<>> discardKept(qint64 seq) override;
    QFuture<Result<>> exportKept(const QString &path) override;
    QFuture<Result<std::vector<SyncConflict>>> conflicts() override;
    QFuture<Result<>> resolveConflict(qint64 id, ConflictChoice choice) override;
    QFuture<Result<>> answerQuestion(bool yes) override;
    QFuture<Result<QString>> report() override;

    std::vector<CatalogueCourse> catalogue() const override { return m_catalogue; }

    QFuture<Result<>> refreshCatalogue() override;
    QFuture<Result<>> enrol(const QString &courseId) override;
    QFuture<Result<>> leave(const QString &courseId) override;
    QFuture<Result<>> download(const QString &courseId) override;
    void cancelDownload(const QString &courseId) override;
    QFuture<Result<>> removeDownload(const QString &courseId) override;
    QFuture<Result<StorageUse>> storage() override;

private:
    template<typename Work>
    auto ask(Work work);
    template<typename Change>
    void here(Change change); ///< Does it on this object's thread, if the object is still there.

    const SignInPolicy m_policy;
    const QByteArray m_version;
    std::optional<Account> m_account;
    SyncStatus m_status;
    std::vector<CatalogueCourse> m_catalogue;
    QFuture<Result<>> m_opened;
    std::unique_ptr<HostedForum> m_forum;
    std::unique_ptr<SyncSide> m_side; ///< Used by the thread alone once it runs.
    SyncThread m_thread; ///< Last: goes first.
};

} // namespace studio::sync
