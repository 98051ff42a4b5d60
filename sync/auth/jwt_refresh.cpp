// The refresh of JwtSession: from taking the lock to a token that may be given out.

#include "sync/auth/jwt_session.h"
#include "sync/auth/waiting.h"
#include "sync/http/retry_after.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace studio::sync {

namespace {

constexpr auto kLeastWait = 30s;
constexpr auto kMostWait = 15min;
constexpr auto kMostLifetime = std::chrono::hours(24);

HttpError saying(QString detail)
{
    return HttpError{Failure::Other, std::move(detail), false, {}};
}

NoToken cancelled()
{
    return NoToken{NoToken::Why::Cancelled, HttpError{Failure::Cancelled, u"stopped"_s, false, {}}};
}

} // namespace

tl::expected<void, NoToken> JwtSession::refresh(const std::stop_token &stop)
{
    if (m_monotonic.now() < m_notBefore) {
        return tl::unexpected(m_lastLater);
    }
    AccountLock lock(m_place.folder);
    switch (lock.take(m_options.lockWait, stop)) {
    case AccountLock::Outcome::Taken:
        return refreshLocked(stop);
    case AccountLock::Outcome::Cancelled:
        return tl::unexpected(cancelled());
    case AccountLock::Outcome::Busy:
        return tl::unexpected(later(saying(u"another program is refreshing"_s), 0ms));
    case AccountLock::Outcome::Failed:
        break;
    }
    return tl::unexpected(later(saying(u"auth.lock can't be made"_s), 0ms));
}

tl::expected<void, NoToken> JwtSession::refreshLocked(const std::stop_token &stop)
{
    readNote(); // while the lock was waited for
    if (m_state == SessionState::SignedOut || m_state == SessionState::SignInNeeded) {
        return tl::unexpected(NoToken{NoToken::Why::SignInNeeded, {}});
    }
    auto found = newest();
    if (!found && found.error().why != VaultError::Why::Damaged) {
        return tl::unexpected(later(saying(u"password store: "_s % found.error().detail), 0ms));
    }
    if (!found || !*found) {
        return tl::unexpected(ended(SessionState::SignInNeeded)); // a damaged entry stays where it is
    }
    VaultEntry entry = std::move(**found);
    if (entry.userId != m_place.userId) {
        return tl::unexpected(ended(SessionState::WrongUser));
    }
    for (bool again = true;; again = false) {
        if (stop.stop_requested()) {
            return tl::unexpected(cancelled());
        }
        if (const auto noted = noteBegun(entry); !noted) {
            return tl::unexpected(later(saying(noted.error().message), 0ms));
        }
        step("begun");
        Asked asked = ask(entry.refresh, stop);
        step("answered");
        switch (asked.reply) {
        case Reply::Granted:
            keep(*std::move(asked.tokens), entry.generation + 1, asked.took);
            return {};
        case Reply::Dead:
            if (auto newer = again ? newerThan(entry, stop) : std::nullopt) {
                entry = *std::move(newer);
                continue;
            }
            return tl::unexpected(ended(SessionState::SignInNeeded));
        case Reply::WrongUser:
            return tl::unexpected(ended(SessionState::WrongUser));
        case Reply::Unclear:
            setState(SessionState::Unsure, true);
            return tl::unexpected(later(std::move(asked.error), asked.waitAtLeast));
        case Reply::Cancelled:
        case Reply::NotNow:
            break;
        }
        m_note.begun.reset(); // it never arrived, or the platform did nothing
        writeNote();
        return tl::unexpected(
            asked.reply == Reply::Cancelled ? cancelled() : later(std::move(asked.error), asked.waitAtLeast));
    }
}

/// What the vault has, or what it did not take: whichever is newer.
VaultResult<std::optional<VaultEntry>> JwtSession::newest()
{
    auto stored = m_vault->read();
    if (!stored) {
        m_vaultTrouble = stored.error();
    } else if (!m_held) {
        m_vaultTrouble.reset();
    }
    if (!m_held || (stored && *stored && (*stored)->generation > m_held->generation)) {
        m_held.reset();
        return stored;
    }
    return m_held->copy();
}

/// A program of before, without this lock, may have refreshed meanwhile and be about to write.
std::optional<VaultEntry> JwtSession::newerThan(const VaultEntry &used, const std::stop_token &stop)
{
    for (int i = 0; i < 3; ++i) {
        if (i > 0 && !m_options.pause(1s, stop)) {
            break;
        }
        auto stored = m_vault->read();
        if (stored && *stored && (*stored)->userId == used.userId && !((*stored)->refresh == used.refresh)) {
            return *std::move(stored);
        }
    }
    return {};
}

/// Before the request: who comes after a crash knows that this token may be dead. What can't be noted is not
/// begun, unless nothing of it would be kept anyway: on a full disk the new token would be lost as well.
Result<> JwtSession::noteBegun(const VaultEntry &entry)
{
    m_note.begun = SessionNote::Begun{entry.generation, entry.refresh.sha256(), m_clock.nowUtc()};
    m_note.generation = std::max(m_note.generation, entry.generation);
    m_note.userId = m_place.userId;
    const auto written = writeSessionNote(m_place.folder, m_note);
    return written || m_vault->kind() == VaultKind::Memory ? Result<>() : written;
}

JwtSession::Asked JwtSession::ask(const Secret &refresh, const std::stop_token &stop)
{
    const LateStop late(stop, m_options.stopGrace, m_options.refreshLimit);
    const auto began = m_monotonic.now();
    const HttpResult result = m_transport.send(
        authRequest(m_place.server, "refresh"_L1, {{u"refresh"_s, QString::fromLatin1(refresh.view())}}),
        late.token());
    Asked asked = read(result);
    if (asked.reply == Reply::Cancelled && !stop.stop_requested()) {
        asked.reply = Reply::NotNow; // held back for too long
    }
    asked.took = m_monotonic.now() - began;
    return asked;
}

JwtSession::Asked JwtSession::read(const HttpResult &result) const
{
    Asked asked;
    if (!result) {
        asked.error = result.error();
        asked.reply = asked.error.maybeArrived          ? Reply::Unclear
            : asked.error.failure == Failure::Cancelled ? Reply::Cancelled
                                                        : Reply::NotNow;
        return asked;
    }
    const QJsonObject body = objectIn(*result);
    if (result->status == 200 && result->isJson()) {
        auto tokens = tokensFrom(*result);
        if (!tokens) {
            asked.reply = Reply::Unclear;
            asked.error = saying(u"refresh: "_s % tokens.error().message);
        } else if (tokens->accessClaims.userId != m_place.userId) {
            asked.reply = Reply::WrongUser;
        } else {
            asked.reply = Reply::Granted;
            asked.tokens = *std::move(tokens);
        }
        return asked;
    }
    // Only the platform's own words, never a status alone: proxies and portals give 401 and 403 as well.
    if (result->status == 401 && body.value("code"_L1) == "token_not_valid"_L1) {
        asked.reply = Reply::Dead;
        return asked;
    }
    asked.reply = Reply::NotNow;
    asked.waitAtLeast = retryAfter(*result, m_clock.nowUtc()).value_or(0s); // an hour at most
    asked.error = saying(u"refresh: status "_s % QString::number(result->status));
    return asked;
}

/// Durable first, then usable.
void JwtSession::keep(TokenPair tokens, qint64 generation, std::chrono::milliseconds took)
{
    const std::chrono::milliseconds lifetime
        = std::min<std::chrono::milliseconds>(tokens.accessClaims.lifetime, kMostLifetime);
    save(VaultEntry{std::move(tokens.refresh), generation, tokens.refreshClaims.expires, m_place.userId});
    step("saved");
    m_note.generation = std::max(m_note.generation, generation);
    m_note.refreshedUtc = m_clock.nowUtc();
    m_note.vault = vaultKind();
    m_note.begun.reset();
    setState(SessionState::SignedIn, true);
    step("noted");
    m_access = std::move(tokens.access);
    m_accessEnds = m_monotonic.now() - took + lifetime;
    tryNow();
}

void JwtSession::save(VaultEntry entry)
{
    const auto written = m_vault->write(entry);
    if (written) {
        m_held.reset();
        m_vaultTrouble.reset();
        return;
    }
    m_vaultTrouble = written.error();
    m_held = std::move(entry); // good until the program ends; the next refresh tries the vault again
}

NoToken JwtSession::later(HttpError error, std::chrono::milliseconds atLeast)
{
    const auto own
        = std::min<std::chrono::milliseconds>(kLeastWait * (1LL << std::min(m_failures, 6)), kMostWait);
    ++m_failures;
    m_notBefore = m_monotonic.now() + std::max(own, atLeast);
    m_lastLater = NoToken{NoToken::Why::Later, std::move(error)};
    return m_lastLater;
}

/// The entry in the vault stays: it is not ours to judge, and harmless.
NoToken JwtSession::ended(SessionState state)
{
    m_access = {};
    m_note.begun.reset();
    setState(state, true);
    return NoToken{NoToken::Why::SignInNeeded, {}};
}

} // namespace studio::sync
