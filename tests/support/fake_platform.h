#pragma once

#include "support/fake_answers.h"

namespace studio::test {

/// A platform that a test holds in its hands: what it answers, what it fails with, and when.
class FakePlatform final
    : public Platform
    , public FakeAnswers
    , public FakeState
{
public:
    using Platform::Platform;

    void setStatus(const std::function<void(SyncStatus &)> &change)
    {
        change(theStatus);
        Q_EMIT statusChanged();
    }

    void setCourse(const QString &id, const std::function<void(CatalogueCourse &)> &change)
    {
        for (CatalogueCourse &each : theCatalogue) {
            if (each.id == id) {
                change(each);
            }
        }
        Q_EMIT catalogueChanged();
    }

    std::optional<Account> account() const override { return theAccount; }

    SignInPolicy signInPolicy() const override { return thePolicy; }

    QFuture<Result<Account>> signIn(const SignIn &request) override
    {
        calls.append(QString::fromLatin1("signIn ") + request.name);
        lastSignIn = request;
        return answer<Account>(QString::fromLatin1("signIn"), [this, request]() -> Result<Account> {
            if (request.password != goodPassword) {
                return fail(ErrorCode::Unauthorized, QString::fromLatin1("401"));
            }
            if (theAccount && theAccount->username != request.name) {
                return fail(ErrorCode::Conflict, QString::fromLatin1("another account"));
            }
            Account account = theAccount.value_or(Account());
            account.server = request.server;
            account.userId = 7;
            account.username = request.name;
            account.session = SessionState::SignedIn;
            account.vault = request.keepIn;
            account.sharedComputer = request.sharedComputer;
            return become(account);
        });
    }

    QFuture<Result<Account>> registerAccount(const Registration &request) override
    {
        calls.append(QString::fromLatin1("registerAccount ") + request.username);
        return answer<Account>(QString::fromLatin1("registerAccount"), [this, request]() -> Result<Account> {
            Account account;
            account.server = request.server;
            account.userId = 8;
            account.username = request.username;
            account.email = request.email;
            account.firstName = request.firstName;
            account.lastName = request.lastName;
            account.session = SessionState::SignedIn;
            return become(account);
        });
    }

    QFuture<Result<bool>> signOut() override
    {
        return told<bool>("signOut", {}, [this]() -> Result<bool> {
            if (theAccount) {
                theAccount->session = SessionState::SignedOut;
            }
            Q_EMIT accountChanged();
            return true;
        });
    }

    SyncStatus status() const override { return theStatus; }

    QFuture<Result<SyncStatus>> syncNow() override
    {
        return told<SyncStatus>("syncNow", {}, [this]() -> Result<SyncStatus> {
            theWaiting.clear();
            theStatus.waiting = 0;
            theStatus.trouble = SyncTrouble::None;
            theStatus.lastSentUtc = QDateTime::currentDateTimeUtc();
            Q_EMIT statusChanged();
            Q_EMIT queueChanged();
            return theStatus;
        });
    }

    QFuture<Result<std::vector<OutboxEntry>>> waiting() override
    {
        return told<std::vector<OutboxEntry>>("waiting", {}, [this] { return theWaiting; });
    }

    QFuture<Result<std::vector<KeptWork>>> kept() override
    {
        return told<std::vector<KeptWork>>("kept", {}, [this] { return theKept; });
    }

    QFuture<Result<>> retryKept(qint64 seq) override
    {
        return told<void>("retryKept", QString::number(seq), [this, seq] { return takeKept(seq); });
    }

    QFuture<Result<>> discardKept(qint64 seq) override
    {
        return told<void>("discardKept", QString::number(seq), [this, seq] { return takeKept(seq); });
    }

    QFuture<Result<>> exportKept(const QString &path) override
    {
        return told<void>("exportKept", path, [] { return Result<>(); });
    }

    QFuture<Result<std::vector<SyncConflict>>> conflicts() override
    {
        return told<std::vector<SyncConflict>>("conflicts", {}, [this] { return theConflicts; });
    }

    QFuture<Result<>> resolveConflict(qint64 id, ConflictChoice choice) override
    {
        const char *word = choice == ConflictChoice::Mine ? "mine"
            : choice == ConflictChoice::Theirs            ? "theirs"
                                                          : "both";
        const QString words = QString::number(id) + QLatin1Char(' ') + QString::fromLatin1(word);
        return told<void>("resolveConflict", words, [this, id]() -> Result<> {
            const auto before = theConflicts.size();
            std::erase_if(theConflicts, [id](const SyncConflict &each) { return each.id == id; });
            theStatus.conflicts = static_cast<int>(theConflicts.size());
            Q_EMIT queueChanged();
            Q_EMIT statusChanged();
            return theConflicts.size() == before ? Result<>(fail(ErrorCode::NotFound, {})) : Result<>();
        });
    }

    QFuture<Result<>> answerQuestion(bool yes) override
    {
        return told<void>("answerQuestion", QString::fromLatin1(yes ? "yes" : "no"), [this] {
            theStatus.question = SyncQuestion::None;
            Q_EMIT statusChanged();
            return Result<>();
        });
    }

    QFuture<Result<QString>> report() override
    {
        return told<QString>("report", {}, [] { return QString::fromLatin1("state: fine\n"); });
    }

    std::vector<CatalogueCourse> catalogue() const override { return theCatalogue; }

    QFuture<Result<>> refreshCatalogue() override
    {
        return told<void>("refreshCatalogue", {}, [this] {
            Q_EMIT catalogueChanged();
            return Result<>();
        });
    }

    QFuture<Result<>> enrol(const QString &courseId) override { return wish("enrol", courseId, true); }

    QFuture<Result<>> leave(const QString &courseId) override { return wish("leave", courseId, false); }

    QFuture<Result<>> download(const QString &courseId) override
    {
        setCourse(courseId, [](CatalogueCourse &each) { each.download = DownloadState::Running; });
        return told<void>("download", courseId, [this, courseId]() -> Result<> {
            const bool stopped = m_cancelled.remove(courseId);
            setCourse(courseId, [stopped](CatalogueCourse &each) {
                each.download = stopped ? DownloadState::Partial : DownloadState::Complete;
            });
            if (stopped) {
                return fail(ErrorCode::Cancelled, {});
            }
            Q_EMIT courseDownloaded(courseId);
            return {};
        });
    }

    void cancelDownload(const QString &courseId) override
    {
        calls.append(QString::fromLatin1("cancelDownload ") + courseId);
        m_cancelled.insert(courseId);
        release(QString::fromLatin1("download"));
    }

    QFuture<Result<>> removeDownload(const QString &courseId) override
    {
        return told<void>("removeDownload", courseId, [this, courseId] {
            setCourse(courseId, [](CatalogueCourse &each) { each.download = DownloadState::None; });
            return Result<>();
        });
    }

    QFuture<Result<StorageUse>> storage() override
    {
        return told<StorageUse>("storage", {}, [this] { return theStorage; });
    }

private:
    Result<Account> become(const Account &account)
    {
        theAccount = account;
        theStatus.linked = true;
        theStatus.trouble = SyncTrouble::None;
        Q_EMIT accountChanged();
        Q_EMIT statusChanged();
        return account;
    }

    Result<> takeKept(qint64 seq)
    {
        const auto before = theKept.size();
        std::erase_if(theKept, [seq](const KeptWork &each) { return each.entry.seq == seq; });
        theStatus.kept = static_cast<int>(theKept.size());
        Q_EMIT queueChanged();
        Q_EMIT statusChanged();
        return theKept.size() == before ? Result<>(fail(ErrorCode::NotFound, QString::number(seq)))
                                        : Result<>();
    }

    QFuture<Result<>> wish(const char *call, const QString &courseId, bool enrolled)
    {
        return told<void>(call, courseId, [this, courseId, enrolled]() -> Result<> {
            if (!knows(courseId)) {
                return fail(ErrorCode::NotFound, courseId);
            }
            setCourse(courseId, [enrolled](CatalogueCourse &each) {
                each.waiting = each.enrolled != enrolled ? !each.waiting : each.waiting;
                each.enrolled = enrolled;
            });
            return {};
        });
    }

    QSet<QString> m_cancelled = {};
};

} // namespace studio::test
