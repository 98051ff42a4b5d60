#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace studio {

/// Calls `then` with the future's result in the thread of `context`, unless `context` is gone by then; the
/// future that is given back is then cancelled.
///
/// Use it in place of `future.then(context, …)`, which in Qt 6.4 ends the program when `context` was deleted
/// before the future was finished. Call it in the thread of `context`.
template<typename Value, typename Then>
auto whenDone(const QFuture<Value> &future, QObject *context, Then then)
{
    using Answer = std::invoke_result_t<Then, Value>;
    auto promise = std::make_shared<QPromise<Answer>>(); // deleted unfinished: cancelled
    promise->start();
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcher<Value>::finished, watcher, [watcher, promise, then]() mutable {
        watcher->deleteLater();
        if (watcher->isCanceled()) {
            return;
        }
        if constexpr (std::is_void_v<Answer>) {
            then(watcher->result());
        } else {
            promise->addResult(then(watcher->result()));
        }
        promise->finish();
    });
    watcher->setFuture(future);
    return promise->future();
}

} // namespace studio
