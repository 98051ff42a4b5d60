#pragma once

#include "domain/account.h"
#include "domain/catalogue.h"
#include "domain/outbox.h"
#include "domain/result.h"
#include "domain/sync_status.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace studio {

/// The hosted platform as the window and the commands know it. Every call returns at once; the network is the
/// sync thread's. Values that are given without a future are kept in memory and always answer, network or
/// not.
///
/// Lives on the thread of services and pages; owned by the composition root.
class Platform : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Platform)

public:
    explicit Platform(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~Platform() override = default;

    /// Ends when account(), status() and catalogue() tell what is known; until then they know nothing.
    virtual QFuture<Result<>> opened() { return QtFuture::makeReadyFuture(Result<>()); }

    // The account. Unauthorized: wrong name or password; Conflict: the profile belongs to another account, or
    // the name is taken; InvalidData: the server's answer was not understood, or the request has a mistake;
    // Offline, Timeout.
    virtual std::optional<Account> account() const = 0;

    virtual SignInPolicy signInPolicy() const { return {}; }

    virtual QFuture<Result<Account>> signIn(const SignIn &request) = 0;
    virtual QFuture<Result<Account>> registerAccount(const Registration &request) = 0;
    /// Always succeeds here, offline too; `false` when the platform could not be told and will be later.
    virtual QFuture<Result<bool>> signOut() = 0;

    // Sync.
    virtual SyncStatus status() const = 0;
    /// Sends and fetches now, past every waiting time but the platform's own. Ends when the run ends; its
    /// Error is what stopped it.
    virtual QFuture<Result<SyncStatus>> syncNow() = 0;
    virtual QFuture<Result<std::vector<OutboxEntry>>> waiting() = 0; ///< In order.
    virtual QFuture<Result<std::vector<KeptWork>>> kept() = 0;
    virtual QFuture<Result<>> retryKept(qint64 seq) = 0;
    virtual QFuture<Result<>> discardKept(qint64 seq) = 0; ///< For good; the caller has asked.
    virtual QFuture<Result<>> exportKept(const QString &path) = 0; ///< JSON, all of it.
    virtual QFuture<Result<std::vector<SyncConflict>>> conflicts() = 0;
    virtual QFuture<Result<>> resolveConflict(qint64 id, ConflictChoice choice) = 0;
    virtual QFuture<Result<>> answerQuestion(bool yes) = 0; ///< SyncStatus::question
    /// A text about how syncing goes, without anything personal: for whoever helps.
    virtual QFuture<Result<QString>> report() = 0;

    // The platform's courses, of both catalogues, as last seen.
    virtual std::vector<CatalogueCourse> catalogue() const = 0;
    virtual QFuture<Result<>> refreshCatalogue() = 0;
    virtual QFuture<Result<>> enrol(const QString &courseId) = 0; ///< Ends when it is saved here.
    virtual QFuture<Result<>> leave(const QString &courseId) = 0;
    /// Ends when the course is installed for offline use. Cancelled, DiskFull; goes on where it stopped.
    virtual QFuture<Result<>> download(const QString &courseId) = 0;
    virtual void cancelDownload(const QString &courseId) = 0;
    virtual QFuture<Result<>> removeDownload(const QString &courseId) = 0; ///< Work on it stays.
    virtual QFuture<Result<StorageUse>> storage() = 0;

Q_SIGNALS:
    void accountChanged();
    void statusChanged();
    void queueChanged(); ///< waiting(), kept() or conflicts() would answer otherwise.
    void catalogueChanged();
    void courseDownloaded(const QString &courseId); ///< Its folder is new: courses are to be read again.
    void progressPulled(); ///< Progress came from the platform: read the work store again.
};

} // namespace studio
