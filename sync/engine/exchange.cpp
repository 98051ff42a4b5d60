#include "sync/engine/exchange.h"

namespace studio::sync {

Exchange::Exchange(const Endpoints &endpoints, OperationContext context, HttpRequest request,
                   std::optional<HttpRequest> exists)
    : m_endpoints(endpoints)
    , m_context(std::move(context))
    , m_request(std::move(request))
    , m_exists(std::move(exists))
{
    m_context.host = endpoints.host();
}

HttpRequest Exchange::request() const
{
    switch (m_phase) {
    case Phase::Itself:
        return m_request;
    case Phase::Account:
        return m_endpoints.authUser();
    case Phase::Existence:
        return *m_exists;
    }
    return m_request;
}

void Exchange::judge()
{
    m_verdict = classify(m_context, m_result);
    m_wants = Wants::Nothing;
    switch (m_verdict.kind) {
    case Verdict::Kind::Refresh:
        m_wants = Wants::NewToken;
        break;
    case Verdict::Kind::ProbeAccount:
        m_phase = Phase::Account;
        m_wants = Wants::Send;
        break;
    case Verdict::Kind::ProbeExists:
        if (m_exists) {
            m_phase = Phase::Existence;
            m_wants = Wants::Send;
        } else {
            m_verdict.kind = Verdict::Kind::Later;
            m_verdict.trouble = SyncTrouble::ServerProblem;
        }
        break;
    default:
        break;
    }
}

void Exchange::take(const HttpResult &result)
{
    switch (m_phase) {
    case Phase::Itself:
        m_result = result;
        judge();
        return;
    case Phase::Account: {
        OperationContext account;
        account.endpoint = Endpoint::AuthUser;
        account.host = m_context.host;
        account.freshToken = m_context.freshToken;
        account.accountIsGood = true; // a 403 here too is only a limit
        const Verdict verdict = classify(account, result);
        if (verdict.kind == Verdict::Kind::Done) {
            m_context.accountIsGood = true;
            judge();
            return;
        }
        m_phase = Phase::Itself;
        m_verdict = verdict;
        m_verdict.forbidden = true;
        m_wants = verdict.kind == Verdict::Kind::Refresh ? Wants::NewToken : Wants::Nothing;
        return;
    }
    case Phase::Existence:
        m_context.exists = existsFrom(m_context, result);
        m_phase = Phase::Itself;
        judge();
        return;
    }
}

void Exchange::takeToken()
{
    m_context.freshToken = true;
    m_phase = Phase::Itself;
    m_wants = Wants::Send;
}

Answer Exchange::answer() const
{
    return {m_verdict, m_result ? *m_result : HttpResponse()};
}

} // namespace studio::sync
