#include "store/store_thread.h"

namespace studio::store {

StoreThread::StoreThread()
    : m_thread([this](const std::stop_token &stop) { loop(stop); })
{
}

StoreThread::~StoreThread()
{
    m_thread.request_stop();
    m_thread.join();
}

void StoreThread::post(std::function<void()> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(work));
    }
    m_ready.notify_one();
}

void StoreThread::loop(const std::stop_token &stop)
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_ready.wait(lock, stop, [this] { return !m_queue.empty(); });
            if (m_queue.empty()) {
                return; // asked to stop, and all is done
            }
            work = std::move(m_queue.front());
            m_queue.pop_front();
        }
        work();
    }
}

} // namespace studio::store
