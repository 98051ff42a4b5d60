#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace studio::sync {

/// The one thread that waits for the network. It does what it is given, in order, and in between its
/// background work, whenever that is due.
///
/// Tasks never wait behind background work for long: that asks shouldYield() between two requests and comes
/// back when there is a task; nothing that is on its way is cut.
class SyncThread final
{
    Q_DISABLE_COPY_MOVE(SyncThread)

public:
    using Task = std::function<void(const std::stop_token &stop)>;
    /// Gives the time until it wants to be called again; nothing: only when poke() is called.
    /// `yield` is asked for as soon as there is a task, and with `stop`.
    using Background = std::function<std::optional<std::chrono::milliseconds>(const std::stop_token &stop,
                                                                              const std::stop_token &yield)>;

    /// `background` is called for the first time when poke() is.
    explicit SyncThread(Background background);
    /// Asks what runs to stop, drops tasks that did not begin, and waits.
    ~SyncThread();

    void post(Task task); ///< From any thread.
    void poke(); ///< From any thread: background work is due now.

    bool shouldYield() const { return m_waiting.load(std::memory_order_relaxed) > 0; }

private:
    void loop(const std::stop_token &stop);

    Background m_background;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks;
    std::atomic<int> m_waiting{0}; ///< Tasks that did not begin.
    std::stop_source m_yield; ///< Of the background work that runs.
    std::optional<std::chrono::steady_clock::time_point> m_due;
    std::jthread m_thread; ///< Last: it uses the others.
};

} // namespace studio::sync
