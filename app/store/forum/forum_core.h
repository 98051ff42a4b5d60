#pragma once

#include "store/forum/cache_file.h"
#include "store/forum/forum_cache.h"
#include "store/forum/forum_reading.h"
#include "store/store_core.h"

#include <optional>

namespace studio::store {

/// cache.db with its two threads, and the work beside it: what the stores of the forum share. One thread
/// writes, another one reads past it. The work's thread never waits for these.
class ForumCore final
{
    Q_DISABLE_COPY_MOVE(ForumCore)

public:
    ForumCore(StoreCore &work, const QString &path);
    ~ForumCore();

    StoreCore &work() { return m_work; }

    const QString &path() const { return m_file.path(); }

    /// `change(ForumCache &)` in a transaction on the writing thread. A file that turns out to be damaged is
    /// made anew, and the change is made in that.
    template<typename Change>
    auto write(Change change)
    {
        return m_writing.run([this, change = std::move(change)]() { return writeNow(change); });
    }

    /// As write(), called on the writing thread.
    template<typename Change>
    auto writeNow(const Change &change) -> decltype(change(std::declval<ForumCache &>()))
    {
        auto result = tryOnce(change);
        if (!result && result.error().code == ErrorCode::InvalidData) {
            if (auto made = remake(); !made) {
                return fail(made.error());
            }
            result = tryOnce(change);
        }
        if (result) {
            tellChanged();
        }
        return result;
    }

    /// As write(), for what is in the file beside the forum; nobody is told.
    QFuture<Result<>> writeBeside(std::function<Result<>(Database &)> work);

    /// `work()` on the writing thread, outside of a transaction.
    template<typename Work>
    auto onWriter(Work work)
    {
        return m_writing.run(std::move(work));
    }

    /// `look(ForumReading &)` on the reading thread.
    template<typename Look>
    auto read(Look look)
    {
        return m_reading.run(
            [this, look = std::move(look)]() -> decltype(look(std::declval<ForumReading &>())) {
                if (auto ready = ensureReader(); !ready) {
                    return fail(ready.error());
                }
                ForumReading reading(*m_reader);
                auto result = look(reading);
                if (!result && result.error().code == ErrorCode::InvalidData) {
                    m_reader.reset();
                    m_writing.post([this] { (void)remake().has_value(); });
                }
                return result;
            });
    }

    Database *writer() { return m_writer ? &*m_writer : nullptr; } ///< On the writing thread.

    Result<> ensureWriter(); ///< On the writing thread.
    Result<> remake(); ///< On the writing thread: empty, with the person's own marks.
    void onChanged(std::function<void()> call); ///< Blocks until it is set.
    void tellChanged();
    /// After the file was made anew, with all that was in it beside the forum gone. Does not wait.
    void onRemade(std::function<void()> call);

private:
    template<typename Change>
    auto tryOnce(const Change &change) -> decltype(change(std::declval<ForumCache &>()))
    {
        if (auto ready = ensureWriter(); !ready) {
            return fail(ready.error());
        }
        Transaction transaction(*m_writer);
        if (auto begun = transaction.begin(); !begun) {
            return fail(begun.error());
        }
        ForumCache cache(*m_writer);
        auto result = change(cache);
        if (!result) {
            return result;
        }
        if (auto done = transaction.commit(); !done) {
            return fail(done.error());
        }
        return result;
    }

    Result<> ensureReader();
    Result<> refill();

    StoreCore &m_work;
    CacheFile m_file;
    std::optional<Database> m_writer; ///< Of the writing thread.
    std::optional<Database> m_reader; ///< Of the reading thread.
    std::function<void()> m_changed; ///< Of the writing thread.
    std::function<void()> m_remade; ///< Of the writing thread.
    StoreThread m_writing;
    StoreThread m_reading; ///< Last: goes first; it posts to the one before.
};

} // namespace studio::store
