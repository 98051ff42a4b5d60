#include "sync/engine/push.h"
#include "sync/http/retry_after.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

bool Access::open(qint64 userId, const std::stop_token &stop)
{
    m_userId = userId;
    return take(m_parts.session.bearer(stop));
}

bool Access::renew(const QByteArray &refusedToken, const std::stop_token &stop)
{
    return take(m_parts.session.bearerInsteadOf(refusedToken, stop));
}

bool Access::take(const tl::expected<QByteArray, NoToken> &token)
{
    if (!token) {
        switch (token.error().why) {
        case NoToken::Why::SignInNeeded: {
            const SessionState state = m_parts.session.state();
            m_obstacle.trouble = state == SessionState::Inactive ? SyncTrouble::AccountInactive
                : state == SessionState::WrongUser               ? SyncTrouble::WrongUser
                                                                 : SyncTrouble::SignInNeeded;
            break;
        }
        case NoToken::Why::Later: {
            // The same words as for any other request that did not get through.
            const Verdict verdict = classify({}, tl::unexpected(token.error().http));
            m_obstacle.trouble
                = verdict.trouble == SyncTrouble::None ? SyncTrouble::Offline : verdict.trouble;
            m_obstacle.detail = verdict.text;
            break;
        }
        case NoToken::Why::Cancelled:
            break;
        }
        return false;
    }
    if (m_parts.session.userId() != m_userId) {
        m_obstacle = {SyncTrouble::WrongUser, u"the session is another account's"_s, {}};
        return false;
    }
    m_token = *token;
    return true;
}

Answer Access::ask(Endpoint endpoint, const HttpRequest &request, const std::stop_token &stop)
{
    OperationContext context;
    context.endpoint = endpoint;
    context.nowUtc = m_parts.clock.nowUtc();
    Exchange exchange(m_endpoints, context, request, std::nullopt);
    for (;;) {
        switch (exchange.wants()) {
        case Exchange::Wants::Send: {
            const HttpResult result = m_parts.transport.send(withBearer(exchange.request(), m_token), stop);
            noteTime(result);
            exchange.take(result);
            m_log.add(wordFor(endpoint), exchange, result, m_parts.clock.nowUtc());
            break;
        }
        case Exchange::Wants::NewToken:
            if (!renew(m_token, stop)) {
                Answer answer;
                answer.verdict.trouble = m_obstacle.trouble;
                return answer;
            }
            exchange.takeToken();
            break;
        case Exchange::Wants::Nothing: {
            const Answer answer = exchange.answer();
            if (!answer.isDone()) {
                meet(answer.verdict);
            }
            return answer;
        }
        }
    }
}

void Access::meet(const Verdict &verdict)
{
    if (verdict.kind == Verdict::Kind::SignIn) {
        m_parts.session.refused(SessionState::SignInNeeded);
    } else if (verdict.kind == Verdict::Kind::AccountRefused) {
        m_parts.session.refused(SessionState::Inactive);
    }
    if (verdict.trouble != SyncTrouble::None) {
        m_obstacle = {verdict.trouble, verdict.text, verdict.wait};
    }
}

void Access::noteTime(const HttpResult &result)
{
    if (!result) {
        return;
    }
    if (const auto theirs = serverTime(*result)) {
        m_clockOff = std::chrono::seconds(theirs->secsTo(m_parts.clock.nowUtc()));
    }
}

} // namespace studio::sync
