#include "sync/auth/jwt_session.h"

#include "sync/auth/waiting.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace studio::sync {

namespace {

constexpr auto kRefreshBefore = 5min; // left of an access token
constexpr auto kLeastLeft = 1min; // what is given out is good for that long
constexpr qint64 kKeepAliveSeconds = 3 * 24 * 3600;

bool canRefresh(SessionState state)
{
    return state == SessionState::SignedIn || state == SessionState::Unsure;
}

QDateTime changed(const QString &folder)
{
    return QFileInfo(sessionNotePath(folder)).lastModified();
}

} // namespace

JwtSession::JwtSession(HttpTransport &transport, const MonotonicClock &monotonic, const Clock &clock,
                       Place place, std::unique_ptr<Vault> vault, JwtSessionOptions options)
    : m_transport(transport)
    , m_monotonic(monotonic)
    , m_clock(clock)
    , m_place(std::move(place))
    , m_vault(std::move(vault))
    , m_options(std::move(options))
{
    if (!m_options.pause) {
        m_options.pause = pauseFor;
    }
    noticeOthers();
}

JwtSession::~JwtSession() = default;

qint64 JwtSession::userId() const
{
    return m_state == SessionState::SignedOut ? 0 : m_place.userId;
}

VaultKind JwtSession::vaultKind() const
{
    return m_held ? VaultKind::Memory : m_vault->kind();
}

/// Another program of this profile may have signed in or out.
void JwtSession::noticeOthers()
{
    if (changed(m_place.folder) != m_noteChanged) {
        readNote();
    }
}

void JwtSession::readNote()
{
    m_noteChanged = changed(m_place.folder);
    const qint64 known = m_note.generation;
    const bool first = m_state == SessionState::SignedOut;
    m_note = readSessionNote(m_place.folder);
    if (m_note.state == SessionState::SignedOut) {
        m_state = SessionState::SignedOut;
        m_access = {};
        m_held.reset();
        return;
    }
    if (first || m_note.generation > known) {
        m_state = m_note.state;
        if (first && m_state == SessionState::SignedIn && m_note.begun) {
            m_state = SessionState::Unsure; // a refresh began whose end nobody saw
        }
        if (m_place.userId == 0) {
            m_place.userId = m_note.userId;
        }
    }
    if (canRefresh(m_state) && m_note.vault == VaultKind::Memory && m_access.isEmpty() && !keptInMemory()) {
        m_state = SessionState::SignInNeeded; // in the memory of another program, or of one that is over
    }
}

bool JwtSession::keptInMemory()
{
    if (m_held || m_vault->kind() != VaultKind::Memory) {
        return m_held.has_value();
    }
    const auto entry = m_vault->read();
    return entry && *entry;
}

bool JwtSession::good(std::chrono::milliseconds forAtLeast) const
{
    // Of the two clocks only this one counts: it goes on while the computer sleeps, and nobody sets it.
    return !m_access.isEmpty() && m_accessEnds - m_monotonic.now() >= forAtLeast;
}

tl::expected<QByteArray, NoToken> JwtSession::token() const
{
    return m_access.bytes();
}

tl::expected<QByteArray, NoToken> JwtSession::tokenUnlessRefused(tl::expected<void, NoToken> refreshed) const
{
    if (!refreshed && !(refreshed.error().why == NoToken::Why::Later && good(kLeastLeft))) {
        return tl::unexpected(std::move(refreshed).error());
    }
    return token();
}

tl::expected<QByteArray, NoToken> JwtSession::bearer(const std::stop_token &stop)
{
    noticeOthers();
    if (!canRefresh(m_state)) {
        return tl::unexpected(NoToken{NoToken::Why::SignInNeeded, {}});
    }
    // Unsure: the old token may be dead, so what there is is used to its end before it is asked for again.
    const bool enough = m_state == SessionState::Unsure ? good(kLeastLeft) : good(kRefreshBefore);
    return enough ? token() : tokenUnlessRefused(refresh(stop));
}

tl::expected<QByteArray, NoToken> JwtSession::bearerInsteadOf(const QByteArray &token,
                                                              const std::stop_token &stop)
{
    noticeOthers();
    if (!canRefresh(m_state)) {
        return tl::unexpected(NoToken{NoToken::Why::SignInNeeded, {}});
    }
    if (m_access.view() == QByteArrayView(token)) {
        m_access = {};
    }
    return bearer(stop);
}

void JwtSession::refused(SessionState state)
{
    m_access = {};
    AccountLock lock(m_place.folder);
    const bool locked = lock.take(1s, {}) == AccountLock::Outcome::Taken;
    if (locked) {
        readNote();
    }
    if (m_state != SessionState::SignedOut) {
        setState(state, locked);
    }
}

void JwtSession::tryNow()
{
    m_notBefore = {};
    m_failures = 0;
}

tl::expected<void, NoToken> JwtSession::keepAlive(const std::stop_token &stop)
{
    noticeOthers();
    const QDateTime last = m_note.refreshedUtc;
    const bool due = !last.isValid() || std::abs(last.secsTo(m_clock.nowUtc())) >= kKeepAliveSeconds;
    if (m_state != SessionState::SignedIn || !due) {
        return {};
    }
    return refresh(stop);
}

Result<> JwtSession::start(TokenPair tokens, const std::stop_token &stop)
{
    if (m_place.userId != 0 && tokens.accessClaims.userId != m_place.userId) {
        return fail(ErrorCode::Conflict, u"the tokens are for another user than the profile"_s);
    }
    AccountLock lock(m_place.folder);
    switch (lock.take(m_options.lockWait, stop)) {
    case AccountLock::Outcome::Taken:
        break;
    case AccountLock::Outcome::Cancelled:
        return fail(ErrorCode::Cancelled, u"sign-in"_s);
    case AccountLock::Outcome::Busy:
        return fail(ErrorCode::InUse, u"another program holds auth.lock"_s);
    case AccountLock::Outcome::Failed:
        return fail(ErrorCode::Storage, u"auth.lock can't be made"_s);
    }
    m_note = readSessionNote(m_place.folder);
    m_place.userId = tokens.accessClaims.userId;
    m_held.reset();
    m_toRevoke = {};
    m_note.unrevoked.reset();
    qint64 generation = m_note.generation;
    if (const auto before = m_vault->read(); before && *before) {
        generation = std::max(generation, (*before)->generation);
    }
    tryNow();
    keep(std::move(tokens), generation + 1, 0ms);
    return {};
}

void JwtSession::setState(SessionState state, bool forAll)
{
    m_state = state;
    if (forAll) {
        m_note.state = state;
        writeNote();
    }
}

/// Under the lock. A failure is no reason to stop: the note spares a question to the vault, no more.
void JwtSession::writeNote()
{
    m_note.userId = m_place.userId;
    if (writeSessionNote(m_place.folder, m_note)) {
        m_noteChanged = changed(m_place.folder);
    }
}

void JwtSession::step(const char *name) const
{
    if (m_options.atStep) {
        m_options.atStep(name);
    }
}

} // namespace studio::sync
