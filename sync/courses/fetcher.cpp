#include "sync/courses/fetcher.h"

#include "sync/api/api_error.h"
#include "sync/api/classifier.h"
#include "sync/api/json_reader.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> noToken(const NoToken &why)
{
    switch (why.why) {
    case NoToken::Why::SignInNeeded:
        return fail(ErrorCode::Unauthorized, u"nobody is signed in"_s);
    case NoToken::Why::Later:
        return fail(ErrorCode::Offline, u"no token now: "_s + why.http.detail);
    case NoToken::Why::Cancelled:
        break;
    }
    return fail(ErrorCode::Cancelled, u"stopped"_s);
}

tl::unexpected<Error> noAnswer(const HttpError &error)
{
    switch (error.failure) {
    case Failure::Cancelled:
        return fail(ErrorCode::Cancelled, u"stopped"_s);
    case Failure::Timeout:
        return fail(ErrorCode::Timeout, error.detail);
    case Failure::TooLarge:
        return fail(ErrorCode::InvalidData, u"larger than it may be"_s);
    case Failure::Sink:
        return fail(ErrorCode::Storage, error.detail);
    case Failure::Refused:
    case Failure::NoName:
    case Failure::Cut:
    case Failure::Certificate:
    case Failure::Tls:
    case Failure::ProxyPassword:
    case Failure::Proxy:
    case Failure::Other:
        break;
    }
    return fail(ErrorCode::Offline, error.detail);
}

} // namespace

Result<HttpResponse> Fetcher::exchange(HttpRequest request, Token token, const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, u"stopped"_s);
    }
    if (token == Token::None) {
        auto answer = m_transport.send(std::move(request), stop);
        return answer ? Result<HttpResponse>(std::move(*answer))
                      : Result<HttpResponse>(noAnswer(answer.error()));
    }
    auto bearer = m_session.bearer(stop);
    for (bool again = true;; again = false) {
        if (!bearer) {
            return noToken(bearer.error());
        }
        auto answer = m_transport.send(withBearer(request, *bearer), stop);
        if (!answer) {
            return noAnswer(answer.error());
        }
        if (answer->status != 401) {
            return std::move(*answer);
        }
        const ApiError error = apiError(*answer);
        if (error.kind == ApiError::Kind::AccountInactive) {
            m_session.refused(SessionState::Inactive);
            return fail(ErrorCode::Unauthorized, error.text);
        }
        if (!error.isPlatforms()) {
            return fail(ErrorCode::Offline, u"somebody else answers in the platform's place"_s);
        }
        if (!again) {
            m_session.refused(SessionState::SignInNeeded);
            return fail(ErrorCode::Unauthorized, error.text);
        }
        bearer = m_session.bearerInsteadOf(*bearer, stop);
    }
}

Result<HttpResponse> Fetcher::any(HttpRequest request, Token token, const std::stop_token &stop)
{
    const QString place = QString::fromLatin1(request.url.mid(m_endpoints.server().size()).left(200));
    auto answer = exchange(std::move(request), token, stop);
    if (!answer) {
        return answer;
    }
    const int status = answer->status;
    if (isPortal(*answer, m_endpoints.host())
        && !(status == 200 && token == Token::None && answer->isJson())) {
        return fail(ErrorCode::Offline, u"%1: somebody else answers in the platform's place"_s.arg(place));
    }
    if (status == 200 || status == 206 || status == 304 || status == 416) {
        return answer;
    }
    const ApiError error = apiError(*answer);
    if (((status == 404 || status == 410) && error.isPlatforms()) || error.kind == ApiError::Kind::NotFound) {
        return fail(ErrorCode::NotFound, u"%1: %2"_s.arg(place, error.text));
    }
    // A 403 is what the platform says when there were too many requests.
    const bool busy = status == 403 || status == 429 || status == 502 || status == 503 || status == 504;
    return fail(busy ? ErrorCode::Offline : ErrorCode::InvalidData,
                u"%1: status %2 %3"_s.arg(place).arg(status).arg(error.text));
}

Result<QByteArray> Fetcher::json(HttpRequest request, Token token, const std::stop_token &stop)
{
    const QString place = QString::fromLatin1(request.url.mid(m_endpoints.server().size()).left(200));
    // Some answers say what one person has done: they are nobody else's.
    QByteArray key = request.url;
    if (token == Token::Needed) {
        key += '\n' + QByteArray::number(m_session.userId());
    }
    const auto known = m_cache != nullptr ? m_cache->find(key) : std::nullopt;
    if (known) {
        request.headers.push_back("If-None-Match: " + known->etag);
    }
    auto answer = any(std::move(request), token, stop);
    if (!answer) {
        return fail(answer.error());
    }
    if (answer->status == 304 && known) {
        return known->body;
    }
    if (answer->status != 200 || !parseJson(answer->body)) {
        return fail(ErrorCode::InvalidData, u"%1: no JSON"_s.arg(place));
    }
    if (m_cache != nullptr && !answer->header("etag").isEmpty()) {
        m_cache->keep(key, {answer->header("etag"), answer->body});
    }
    return std::move(answer->body);
}

} // namespace studio::sync
