#include "sync/auth/waiting.h"

#include <QDir>

#include <condition_variable>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace studio::sync {

bool pauseFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex; // keeps nobody out: the wait needs one
    std::condition_variable_any never;
    std::unique_lock lock(mutex); // cppcheck-suppress localMutex
    never.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

AccountLock::AccountLock(QString folder)
    : m_folder(std::move(folder))
{
}

AccountLock::Outcome AccountLock::take(std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    if (!QDir().mkpath(m_folder)) {
        return Outcome::Failed;
    }
    const std::filesystem::path file(QString(m_folder % u"/auth.lock"_s).toStdU16String());
    const auto until = std::chrono::steady_clock::now() + atMost;
    for (;;) {
        switch (m_lock.tryTake(file)) {
        case OsLock::Outcome::Taken:
            return Outcome::Taken;
        case OsLock::Outcome::Failed:
            return Outcome::Failed;
        case OsLock::Outcome::HeldElsewhere:
            break;
        }
        if (std::chrono::steady_clock::now() >= until) {
            return Outcome::Busy;
        }
        if (!pauseFor(std::chrono::milliseconds(20), stop)) {
            return Outcome::Cancelled;
        }
    }
}

LateStop::LateStop(const std::stop_token &stop, std::chrono::milliseconds grace,
                   std::chrono::milliseconds limit)
    : m_thread([this, stop, grace, limit](const std::stop_token &over) {
        std::mutex mutex;
        std::condition_variable_any changed;
        const std::stop_callback asked(stop, [&] { // called at once when stop was asked for already
            const std::scoped_lock inside(mutex);
            changed.notify_all();
        });
        std::unique_lock lock(mutex);
        if (changed.wait_for(lock, over, limit, [&stop] { return stop.stop_requested(); })) {
            changed.wait_for(lock, over, grace, [] { return false; });
        }
        if (!over.stop_requested()) {
            m_late.request_stop();
        }
    })
{
}

} // namespace studio::sync
