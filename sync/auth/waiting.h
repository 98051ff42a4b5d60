#pragma once

#include "sync/auth/os_lock.h"

#include <QString>

#include <chrono>
#include <stop_token>
#include <thread>

namespace studio::sync {

/// Ends early when `stop` is asked for; false then.
bool pauseFor(std::chrono::milliseconds time, const std::stop_token &stop);

/// The account's lock, `auth.lock` in its folder: who holds it may use up the refresh token, and write the
/// vault and the session's note.
class AccountLock
{
public:
    enum class Outcome { Taken, Busy, Cancelled, Failed };

    explicit AccountLock(QString folder);
    Outcome take(std::chrono::milliseconds atMost, const std::stop_token &stop);

private:
    QString m_folder;
    OsLock m_lock;
};

/// Asked to stop `grace` after `stop` was, and `limit` after it was made in any case.
///
/// A refresh under way gets the grace when the program closes: cut off, its answer would be lost, and with it
/// the session. The limit is for what a request's own timeout does not count: the transport holds requests
/// back while the platform asks for patience, up to an hour, and meanwhile the account's lock is held.
class LateStop
{
public:
    LateStop(const std::stop_token &stop, std::chrono::milliseconds grace, std::chrono::milliseconds limit);

    std::stop_token token() const { return m_late.get_token(); }

private:
    std::stop_source m_late;
    std::jthread m_thread; ///< Last: it uses m_late.
};

} // namespace studio::sync
