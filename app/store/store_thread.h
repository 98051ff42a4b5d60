#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace studio::store {

/// One thread that does what it is given, in order. Destroying it does what is queued first.
class StoreThread final
{
    Q_DISABLE_COPY_MOVE(StoreThread)

public:
    StoreThread();
    ~StoreThread();

    void post(std::function<void()> work);

    /// `work` gives a Result<T>; the future finishes on this thread.
    template<typename Work>
    auto run(Work work) -> QFuture<decltype(work())>
    {
        using R = decltype(work());
        const auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        post([promise, work = std::move(work)]() mutable {
            promise->addResult(work());
            promise->finish();
        });
        return future;
    }

private:
    void loop(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<std::function<void()>> m_queue;
    std::jthread m_thread; ///< Last: it uses the others.
};

} // namespace studio::store
