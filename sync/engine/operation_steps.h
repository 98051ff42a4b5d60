#pragma once

#include "domain/outbox.h"
#include "sync/engine/exchange.h"
#include "sync/engine/sync_parts.h"

#include <coroutine>
#include <exception>
#include <optional>

namespace studio::sync {

/// How one entry ended, for now.
struct Outcome
{
    enum class Kind {
        Judged, ///< `verdict` says.
        Confirmed, ///< The platform has it, and the store knows.
        Replaced, ///< A newer action took its place: that one waits.
        Conflict, ///< Both texts are kept; the entry is gone from the outbox.
        StoreFailed, ///< Own disk: nothing more is sent.
    };

    Kind kind = Kind::Judged;
    Verdict verdict;
    OutboxEntry entry; ///< As it is on disk now, but for what postpone() writes.
    Error error; ///< Of StoreFailed.
};

/// What is asked next of the platform.
struct Ask
{
    Endpoint endpoint = Endpoint::OtherJson;
    HttpRequest request;
};

/// The steps that make one kind of operation safe on a platform without any help for that: a coroutine that
/// asks, is given the answer, and ends with an Outcome. It writes to the store in between (Sent before the
/// request), and does no I/O of its own.
///
/// Use: while !isDone(), take ask() and give take(). Movable, not copyable.
class OperationSteps final
{
public:
    struct promise_type
    {
        Ask asked;
        std::optional<Answer> answered;
        Outcome outcome;

        OperationSteps get_return_object()
        {
            return OperationSteps(std::coroutine_handle<promise_type>::from_promise(*this));
        }

        std::suspend_never initial_suspend() noexcept { return {}; }

        std::suspend_always final_suspend() noexcept { return {}; }

        void return_value(Outcome value) { outcome = std::move(value); }

        void unhandled_exception() { std::terminate(); } // nothing here throws but for lack of memory

        struct Asking
        {
            promise_type &promise;

            bool await_ready() const noexcept { return false; }

            void await_suspend(std::coroutine_handle<>) const noexcept { }

            Answer await_resume() const { return std::move(*promise.answered); }
        };

        Asking await_transform(Ask ask)
        {
            asked = std::move(ask);
            return Asking{*this};
        }
    };

    using Handle = std::coroutine_handle<promise_type>;

    OperationSteps(OperationSteps &&other) noexcept
        : m_handle(std::exchange(other.m_handle, {}))
    {
    }

    OperationSteps &operator=(OperationSteps &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    OperationSteps(const OperationSteps &) = delete;
    OperationSteps &operator=(const OperationSteps &) = delete;

    ~OperationSteps()
    {
        if (m_handle) {
            m_handle.destroy();
        }
    }

    bool isDone() const { return m_handle.done(); }

    const Ask &ask() const { return m_handle.promise().asked; }

    void take(Answer answer)
    {
        m_handle.promise().answered = std::move(answer);
        m_handle.resume();
    }

    const Outcome &outcome() const { return m_handle.promise().outcome; }

private:
    explicit OperationSteps(Handle handle)
        : m_handle(handle)
    {
    }

    Handle m_handle;
};

/// What the steps of all operations have in common. Outlives them.
struct StepsContext
{
    const Endpoints &endpoints;
    SyncStore &store;
    const EngineOptions &options;
    bool onceOnly = false; ///< The platform heeds names of operations.
};

OperationSteps stepsOf(OutboxEntry entry, const StepsContext &context);

/// Asks whether the thing an entry is about is still there; nothing for kinds where a 500 can't mean that.
std::optional<HttpRequest> existsRequest(const OutboxEntry &entry, const Endpoints &endpoints);

} // namespace studio::sync
