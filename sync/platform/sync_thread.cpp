#include "sync/platform/sync_thread.h"

#include <utility>

namespace studio::sync {

SyncThread::SyncThread(Background background)
    : m_background(std::move(background))
    , m_thread([this](const std::stop_token &stop) { loop(stop); })
{
}

SyncThread::~SyncThread()
{
    m_thread.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_yield.request_stop();
    }
    m_wake.notify_all();
}

void SyncThread::post(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
        ++m_waiting;
        m_yield.request_stop();
    }
    m_wake.notify_all();
}

void SyncThread::poke()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_due = std::chrono::steady_clock::now();
    }
    m_wake.notify_all();
}

void SyncThread::loop(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_tasks.empty()) {
            const Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            --m_waiting;
            lock.unlock();
            task(stop);
            lock.lock();
        } else if (m_due && *m_due <= std::chrono::steady_clock::now()) {
            m_due.reset();
            m_yield = std::stop_source();
            const std::stop_token yield = m_yield.get_token();
            lock.unlock();
            const auto again = m_background(stop, yield);
            lock.lock();
            if (again) {
                const auto due = std::chrono::steady_clock::now() + *again;
                m_due = m_due ? std::min(*m_due, due) : due; // poked meanwhile
            }
        } else if (m_due) {
            const auto due = *m_due;
            m_wake.wait_until(lock, stop, due, [this, due] { return !m_tasks.empty() || m_due != due; });
        } else {
            m_wake.wait(lock, stop, [this] { return !m_tasks.empty() || m_due; });
        }
    }
}

} // namespace studio::sync
