#pragma once

#include "domain/ports/platform.h"

#include <QFuture>
#include <QHash>
#include <QPromise>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <memory>

namespace studio::test {

/// Answers to calls that a test fails or holds back by name. Each call is written down in `calls`; nothing of
/// a password is.
///
/// `failures[call]` makes that call fail. A call in `held` answers only after release(call).
class FakeAnswers
{
public:
    QHash<QString, Error> failures = {};
    QSet<QString> held = {};
    QStringList calls = {};

    void release(const QString &call)
    {
        held.remove(call);
        for (const auto &finish : m_pending.take(call)) {
            finish();
        }
    }

protected:
    template<typename T>
    QFuture<Result<T>> answer(const QString &call, std::function<Result<T>()> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto finish = [this, promise, call, work] {
            const auto failure = failures.constFind(call);
            promise->addResult(failure == failures.constEnd() ? work() : Result<T>(fail(*failure)));
            promise->finish();
        };
        if (held.contains(call)) {
            m_pending[call].append(finish);
        } else {
            finish();
        }
        return promise->future();
    }

    template<typename T>
    QFuture<Result<T>> told(const char *call, const QString &words, std::function<Result<T>()> work)
    {
        const QString name = QString::fromLatin1(call);
        calls.append(words.isEmpty() ? name : name + QLatin1Char(' ') + words);
        return answer<T>(name, std::move(work));
    }

private:
    QHash<QString, QList<std::function<void()>>> m_pending = {};
};

/// What a FakePlatform says is so.
struct FakeState
{
    std::optional<Account> theAccount = {};
    SignInPolicy thePolicy = {};
    SyncStatus theStatus = {};
    std::vector<OutboxEntry> theWaiting = {};
    std::vector<KeptWork> theKept = {};
    std::vector<SyncConflict> theConflicts = {};
    std::vector<CatalogueCourse> theCatalogue = {};
    StorageUse theStorage = {1'200'000, 800'000, 40'000'000'000};
    QString goodPassword = QString::fromLatin1("right");
    std::optional<SignIn> lastSignIn = {};

    bool knows(const QString &courseId) const
    {
        return std::any_of(theCatalogue.begin(), theCatalogue.end(),
                           [&courseId](const CatalogueCourse &each) { return each.id == courseId; });
    }
};

} // namespace studio::test
