#include "sync/platform/hosted_platform.h"

#include "sync/platform/hosted_forum.h"
#include "sync/platform/kept_export.h"
#include "sync/platform/sync_report_text.h"
#include "sync/platform/sync_side.h"

#include <QMetaObject>
#include <QPromise>

#include <utility>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

SignInPolicy signInPolicyFrom(const Policy &policy)
{
    return {policy.server, !policy.server.isEmpty(), policy.sharedComputer.value_or(false),
            policy.allowRegistration, policy.keepSignIn};
}

} // namespace

HostedPlatform::HostedPlatform(SyncStore &store, const Clock &clock, PlatformPlace place, QObject *parent)
    : Platform(parent)
    , m_policy(signInPolicyFrom(place.policy))
    , m_version(place.http.version)
    , m_forum(std::make_unique<HostedForum>(
          place.policy.forum,
          [this](HostedForum::Task task) {
              m_thread.post([this, task = std::move(task)](const std::stop_token &stop) {
                  task(m_side->forum(), stop);
                  m_thread.poke();
              });
          },
          nullptr))
    , m_side(std::make_unique<SyncSide>(
          store, clock, std::move(place),
          SyncSide::Tell{
              [this](const std::optional<Account> &account) {
                  here([this, account] {
                      m_account = account;
                      Q_EMIT accountChanged();
                  });
              },
              [this](const SyncStatus &status) {
                  here([this, status] {
                      m_status = status;
                      Q_EMIT statusChanged();
                  });
              },
              [this](const std::vector<CatalogueCourse> &courses) {
                  here([this, courses] {
                      m_catalogue = courses;
                      Q_EMIT catalogueChanged();
                  });
              },
              [this](const QString &courseId) {
                  here([this, courseId] { Q_EMIT courseDownloaded(courseId); });
              },
              [this](const ForumPullState &state) { here([this, state] { m_forum->tell(state); }); },
              [this](const ForumAbilities &abilities) {
                  here([this, abilities] { m_forum->tell(abilities); });
              },
              [this] { here([this] { Q_EMIT queueChanged(); }); },
              [this] { here([this] { Q_EMIT progressPulled(); }); },
              [this] { return m_thread.shouldYield(); },
          }))
    , m_thread([this](const std::stop_token &stop, const std::stop_token &yield) {
        return m_side->background(stop, yield);
    })
{
    store.onQueued([this] {
        m_side->noteQueued();
        m_thread.poke();
    });
    // By way of this object's thread: what open() told is there when the future ends.
    auto opened = std::make_shared<QPromise<Result<>>>();
    opened->start();
    m_opened = opened->future();
    m_thread.post([this, opened](const std::stop_token &) {
        auto done = m_side->open();
        here([opened, done] {
            opened->addResult(done);
            opened->finish();
        });
    });
}

HostedPlatform::~HostedPlatform() = default;

ForumPlatform &HostedPlatform::forum()
{
    return *m_forum;
}

template<typename Change>
void HostedPlatform::here(Change change)
{
    QMetaObject::invokeMethod(this, std::move(change), Qt::QueuedConnection);
}

/// The future ends on the sync thread; it is cancelled when the program ends before its turn came.
template<typename Work>
auto HostedPlatform::ask(Work work)
{
    using Given = std::invoke_result_t<Work, SyncSide &, const std::stop_token &>;
    auto promise = std::make_shared<QPromise<Given>>();
    promise->start();
    QFuture<Given> future = promise->future();
    m_thread.post([this, promise, work = std::move(work)](const std::stop_token &stop) mutable {
        promise->addResult(work(*m_side, stop));
        promise->finish();
    });
    return future;
}

void HostedPlatform::runByItself()
{
    m_thread.post([this](const std::stop_token &) {
        m_side->runByItself();
        m_thread.poke();
    });
}

void HostedPlatform::networkChanged()
{
    m_thread.post([this](const std::stop_token &stop) {
        m_side->networkChanged(stop);
        m_thread.poke();
    });
}

SignInPolicy HostedPlatform::signInPolicy() const
{
    return m_policy;
}

QFuture<Result<Account>> HostedPlatform::signIn(const SignIn &request)
{
    return ask([this, request](SyncSide &side, const std::stop_token &stop) {
        auto account = side.signIn(request, stop);
        m_thread.poke();
        return account;
    });
}

QFuture<Result<Account>> HostedPlatform::registerAccount(const Registration &request)
{
    return ask([this, request](SyncSide &side, const std::stop_token &stop) {
        auto account = side.registerAccount(request, stop);
        m_thread.poke();
        return account;
    });
}

QFuture<Result<bool>> HostedPlatform::signOut()
{
    return ask([](SyncSide &side, const std::stop_token &stop) { return side.signOut(stop); });
}

QFuture<Result<SyncStatus>> HostedPlatform::syncNow()
{
    auto promise = std::make_shared<QPromise<Result<SyncStatus>>>();
    promise->start();
    QFuture<Result<SyncStatus>> future = promise->future();
    m_thread.post([this, promise](const std::stop_token &) {
        m_side->wantSync([promise](Result<SyncStatus> done) {
            promise->addResult(std::move(done));
            promise->finish();
        });
        m_thread.poke();
    });
    return future;
}

QFuture<Result<std::vector<OutboxEntry>>> HostedPlatform::waiting()
{
    return ask([](SyncSide &side, const std::stop_token &) { return side.store().waiting(); });
}

QFuture<Result<std::vector<KeptWork>>> HostedPlatform::kept()
{
    return ask([](SyncSide &side, const std::stop_token &) { return side.store().kept(); });
}

QFuture<Result<>> HostedPlatform::retryKept(qint64 seq)
{
    return ask([this, seq](SyncSide &side, const std::stop_token &) {
        auto done = side.store().retryKept(seq);
        side.tellQueue();
        m_thread.poke();
        return done;
    });
}

QFuture<Result<>> HostedPlatform::discardKept(qint64 seq)
{
    return ask([seq](SyncSide &side, const std::stop_token &) {
        auto done = side.store().discardKept(seq);
        side.tellQueue();
        return done;
    });
}

QFuture<Result<>> HostedPlatform::exportKept(const QString &path)
{
    return ask([path](SyncSide &side, const std::stop_token &) -> Result<> {
        const auto kept = side.store().kept();
        return kept ? exportKeptWork(*kept, path) : fail(kept.error());
    });
}

QFuture<Result<std::vector<SyncConflict>>> HostedPlatform::conflicts()
{
    return ask([](SyncSide &side, const std::stop_token &) { return side.store().conflicts(); });
}

QFuture<Result<>> HostedPlatform::resolveConflict(qint64 id, ConflictChoice choice)
{
    return ask([this, id, choice](SyncSide &side, const std::stop_token &) {
        auto done = side.store().resolveConflict(id, choice);
        side.tellQueue();
        side.tellProgress();
        m_thread.poke();
        return done;
    });
}

QFuture<Result<>> HostedPlatform::answerQuestion(bool yes)
{
    return ask([this, yes](SyncSide &side, const std::stop_token &) {
        auto done = side.answerQuestion(yes);
        m_thread.poke();
        return done;
    });
}

QFuture<Result<QString>> HostedPlatform::report()
{
    return ask(
        [version = m_version](SyncSide &side, const std::stop_token &) { return reportText(side, version); });
}

QFuture<Result<>> HostedPlatform::refreshCatalogue()
{
    return ask([](SyncSide &side, const std::stop_token &stop) { return side.refreshCatalogue(stop); });
}

QFuture<Result<>> HostedPlatform::enrol(const QString &courseId)
{
    return ask(
        [courseId](SyncSide &side, const std::stop_token &) { return side.setEnrolled(courseId, true); });
}

QFuture<Result<>> HostedPlatform::leave(const QString &courseId)
{
    return ask(
        [courseId](SyncSide &side, const std::stop_token &) { return side.setEnrolled(courseId, false); });
}

QFuture<Result<>> HostedPlatform::download(const QString &courseId)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    QFuture<Result<>> future = promise->future();
    m_thread.post([this, courseId, promise](const std::stop_token &) {
        m_side->wantDownload(courseId, [promise](Result<> done) {
            promise->addResult(std::move(done));
            promise->finish();
        });
        m_thread.poke();
    });
    return future;
}

void HostedPlatform::cancelDownload(const QString &courseId)
{
    m_thread.post([this, courseId](const std::stop_token &) { m_side->cancelDownload(courseId); });
}

QFuture<Result<>> HostedPlatform::removeDownload(const QString &courseId)
{
    return ask([courseId](SyncSide &side, const std::stop_token &) { return side.removeDownload(courseId); });
}

QFuture<Result<StorageUse>> HostedPlatform::storage()
{
    return ask([](SyncSide &side, const std::stop_token &) { return side.storage(); });
}

} // namespace studio::sync
