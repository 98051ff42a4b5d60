#pragma once

#include "domain/sync_status.h"
#include "sync/api/capabilities.h"
#include "sync/engine/pull.h"

namespace studio::sync {

struct SyncReport
{
    int sent = 0;
    int kept = 0; ///< Became kept work.
    bool pulled = false;
    int changed = 0; ///< Lessons and answers that are other ones here now.
    SyncTrouble trouble = SyncTrouble::None;
    QString detail;
    SyncQuestion question = SyncQuestion::None;
};

/// Everything between the outbox and the platform, one run at a time: token, push, pull. Plain blocking code
/// without a thread or a loop of its own; whoever owns it calls run() when untilDue() says so.
///
/// For the sync thread.
class SyncEngine final
{
    Q_DISABLE_COPY_MOVE(SyncEngine)

public:
    /// What shortens a wait. The person's word also makes a pull due.
    enum class Event { NetworkUp, Resumed, PersonAsked };

    SyncEngine(const SyncParts &parts, EngineOptions options);

    /// Sends what is due, and fetches when that is due and nothing is half sent. An Error only for the own
    /// disk; what else stops it is in the report and the status. Not linked to an account: does nothing.
    Result<SyncReport> run(const std::stop_token &stop);
    void event(Event event);
    /// To SyncStatus::question; the next run() acts on it. Storage errors only.
    Result<> answer(bool yes);

    /// The truth as of now, with fresh counts. Fields of the session (`vaultMissing`, `working`) are the
    /// caller's.
    SyncStatus status();
    /// Until run() has something to do by itself; nothing: only after an event or a sign-in.
    std::optional<std::chrono::milliseconds> untilDue();

private:
    void learnCapabilities(Access &access, const std::stop_token &stop);
    void settle(const Access &access);
    bool pullIsDue() const;
    void pullFailed(const Obstacle &obstacle);
    Result<bool> isPaused();
    void noteSent();
    Result<SyncReport> storageFailed(const Error &error);

    SyncParts m_parts;
    const EngineOptions m_options;
    Backoff m_backoff;
    std::optional<Capabilities> m_capabilities;
    std::optional<std::chrono::milliseconds> m_pulledAt; ///< On the monotonic clock.
    bool m_pullWanted = true;
    int m_pullTries = 0; ///< In a row that came to nothing.
    PullAnswer m_answer;
    SyncStatus m_status;
};

} // namespace studio::sync
