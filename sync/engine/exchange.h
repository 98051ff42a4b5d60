#pragma once

#include "sync/api/classifier.h"
#include "sync/api/endpoints.h"

#include <optional>

namespace studio::sync {

/// What an exchange came to.
struct Answer
{
    Verdict verdict;
    HttpResponse response; ///< Of the request itself; empty when there was none.

    bool isDone() const { return verdict.kind == Verdict::Kind::Done; }
};

/// One request and what has to be asked before its answer can be believed: the account after a 403, the thing
/// itself after a 500. Knows no socket and no token.
class Exchange final
{
public:
    enum class Wants { Send, NewToken, Nothing };

    /// `exists`: asks for the thing the request is about; without it a 500 is only a 500.
    Exchange(const Endpoints &endpoints, OperationContext context, HttpRequest request,
             std::optional<HttpRequest> exists);

    Wants wants() const { return m_wants; }

    HttpRequest request() const; ///< While it wants Send. Without a token.
    void take(const HttpResult &result); ///< The answer to request().

    const Verdict &verdict() const { return m_verdict; } ///< Of what it took last.

    void takeToken(); ///< There is a new token; the request is to be repeated with it.
    Answer answer() const; ///< When it wants Nothing.

private:
    enum class Phase { Itself, Account, Existence };

    void judge();

    const Endpoints &m_endpoints;
    OperationContext m_context;
    HttpRequest m_request;
    std::optional<HttpRequest> m_exists;
    HttpResult m_result;
    Verdict m_verdict;
    Phase m_phase = Phase::Itself;
    Wants m_wants = Wants::Send;
};

} // namespace studio::sync
