#include "sync/auth/keyring_vault.h"

#include "sync/auth/locked_items.h"

#include <QObject>
#include <qt6keychain/keychain.h>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

constexpr auto kService = "learning-studio"_L1;

/// Where QtKeychain's jobs live. The library has one queue of jobs for the whole process, bound to the thread
/// that used it first; it stops for good when that thread ends. So there is one, for as long as the process.
QObject *keyringThread()
{
    static QObject *const inThread = [] {
        auto *thread = new QThread;
        thread->setObjectName(u"keyring"_s);
        auto *object = new QObject;
        object->moveToThread(thread);
        thread->start();
        return object;
    }();
    return inThread;
}

struct Answer
{
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    Secret data;
};

/// Shared by the caller, who may have given up, and the job, which may end late or never.
struct Pending
{
    std::mutex mutex;
    std::condition_variable done;
    std::optional<Answer> answer;

    void give(Answer given)
    {
        const std::scoped_lock lock(mutex);
        answer = std::move(given);
        done.notify_all();
    }
};

VaultResult<Answer> inKeyring(std::chrono::milliseconds timeLimit,
                              std::function<void(std::shared_ptr<Pending>)> startJob)
{
    const auto pending = std::make_shared<Pending>();
    QMetaObject::invokeMethod(keyringThread(),
                              [pending, startJob = std::move(startJob)] { startJob(pending); });
    std::unique_lock lock(pending->mutex);
    if (!pending->done.wait_for(lock, timeLimit, [&pending] { return pending->answer.has_value(); })) {
        return tl::unexpected(VaultError{VaultError::Why::Timeout, u"no answer in time"_s});
    }
    return *std::move(pending->answer);
}

VaultError errorFrom(const Answer &answer)
{
    const auto why = [&answer] {
        switch (answer.error) {
        case QKeychain::AccessDeniedByUser:
            return VaultError::Why::Cancelled;
        case QKeychain::AccessDenied:
            return VaultError::Why::Locked;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return VaultError::Why::Missing;
        case QKeychain::CouldNotDeleteEntry:
            return VaultError::Why::Storage;
        case QKeychain::NoError:
        case QKeychain::EntryNotFound:
        case QKeychain::OtherError:
            break;
        }
        return VaultError::Why::Other;
    };
    return VaultError{why(), answer.words};
}

/// In the keyring's thread. `fill` and `taken` see the job before it starts and after it ended.
template<typename Job, typename Fill, typename Taken>
std::function<void(std::shared_ptr<Pending>)> job(QString key, Fill fill, Taken taken)
{
    return [key = std::move(key), fill = std::move(fill),
            taken = std::move(taken)](const std::shared_ptr<Pending> &pending) {
        auto *made = new Job(QString(kService)); // deletes itself when it ends
        made->setInsecureFallback(false); // never a plain file
        made->setKey(key);
        fill(made);
        QObject::connect(made, &QKeychain::Job::finished, made, [made, pending, taken](QKeychain::Job *) {
            pending->give({made->error(), made->errorString(), taken(made)});
        });
        made->start();
    };
}

} // namespace

KeyringVault::KeyringVault(VaultKey key, std::chrono::milliseconds timeLimit)
    : m_key(std::move(key))
    , m_timeLimit(timeLimit)
{
}

VaultResult<std::optional<VaultEntry>> KeyringVault::read()
{
    auto answer = inKeyring(m_timeLimit,
                            job<QKeychain::ReadPasswordJob>(
                                m_key.text(), [](QKeychain::Job *) {},
                                [](QKeychain::ReadPasswordJob *made) { return Secret(made->binaryData()); }));
    if (!answer) {
        return tl::unexpected(std::move(answer).error());
    }
    const bool none = answer->error == QKeychain::EntryNotFound
        || (answer->error == QKeychain::NoError && answer->data.isEmpty()); // both ways are met
    if (none && hasLockedItem(kService, m_key.text())) {
        return tl::unexpected(VaultError{VaultError::Why::Locked, u"the entry is in a locked collection"_s});
    }
    if (none) {
        return std::nullopt;
    }
    if (answer->error != QKeychain::NoError) {
        return tl::unexpected(errorFrom(*answer));
    }
    auto entry = entryFrom(answer->data.view());
    if (!entry) {
        return tl::unexpected(std::move(entry).error());
    }
    return *std::move(entry);
}

VaultResult<void> KeyringVault::write(const VaultEntry &entry)
{
    const auto bytes = std::make_shared<Secret>(bytesOf(entry));
    auto answer = inKeyring(
        m_timeLimit,
        job<QKeychain::WritePasswordJob>(
            m_key.text(), [bytes](QKeychain::WritePasswordJob *made) { made->setBinaryData(bytes->bytes()); },
            [](QKeychain::WritePasswordJob *) { return Secret(); }));
    if (!answer) {
        return tl::unexpected(std::move(answer).error());
    }
    if (answer->error != QKeychain::NoError) {
        return tl::unexpected(errorFrom(*answer));
    }
    // A store that says yes and keeps nothing would sign somebody out an hour later.
    const auto stored = read();
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (!*stored || !((*stored)->refresh == entry.refresh)) {
        return tl::unexpected(VaultError{VaultError::Why::Other, u"what was written is not what is read"_s});
    }
    return {};
}

VaultResult<bool> KeyringVault::remove(qint64 generation)
{
    const auto stored = read();
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (!*stored || (*stored)->generation != generation) {
        return false;
    }
    auto answer = inKeyring(
        m_timeLimit,
        job<QKeychain::DeletePasswordJob>(
            m_key.text(), [](QKeychain::Job *) {}, [](QKeychain::DeletePasswordJob *) { return Secret(); }));
    if (!answer) {
        return tl::unexpected(std::move(answer).error());
    }
    if (answer->error != QKeychain::NoError && answer->error != QKeychain::EntryNotFound) {
        return tl::unexpected(errorFrom(*answer));
    }
    return true;
}

} // namespace studio::sync
