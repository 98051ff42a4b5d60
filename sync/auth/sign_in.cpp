#include "sync/auth/sign_in.h"

#include "domain/registration.h"
#include "sync/auth/waiting.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

constexpr qsizetype kMostWords = 300;
constexpr qsizetype kMostField = 1000;

tl::unexpected<Error> transportError(const HttpError &error)
{
    const auto code = [&error] {
        switch (error.failure) {
        case Failure::Cancelled:
            return ErrorCode::Cancelled;
        case Failure::Timeout:
            return ErrorCode::Timeout;
        case Failure::TooLarge:
            return ErrorCode::InvalidData;
        default:
            return ErrorCode::Offline;
        }
    };
    return fail(code(), u"sign-in: "_s % error.detail);
}

tl::unexpected<Error> statusError(const HttpResponse &response)
{
    const QString words = platformWords(response);
    const QString detail = u"sign-in: status "_s % QString::number(response.status) % u": "_s % words;
    if (!response.isJson()) {
        // A page: of a portal, a proxy, or a server in trouble.
        return fail(response.status >= 500 ? ErrorCode::Offline : ErrorCode::InvalidData, detail);
    }
    switch (response.status) {
    case 401:
        return fail(ErrorCode::Unauthorized, detail);
    case 400:
    case 409: {
        const bool taken = response.status == 409 || words.contains("already exists"_L1, Qt::CaseInsensitive);
        return fail(taken ? ErrorCode::Conflict : ErrorCode::InvalidData, detail);
    }
    case 403:
    case 429:
        return fail(ErrorCode::Offline, detail % u" (throttled)"_s);
    default:
        return fail(response.status >= 500 ? ErrorCode::Offline : ErrorCode::InvalidData, detail);
    }
}

Result<Account> accountFrom(const HttpResponse &response, const QString &server)
{
    const QJsonObject user = objectIn(response).value("user"_L1).toObject();
    const auto text = [&user](QLatin1StringView key) { return user.value(key).toString().left(kMostField); };
    Account account;
    account.server = server;
    account.userId = user.value("id"_L1).toInteger(0);
    account.username = text("username"_L1);
    account.email = text("email"_L1);
    account.firstName = text("first_name"_L1);
    account.lastName = text("last_name"_L1);
    account.session = SessionState::SignedIn;
    if (account.userId <= 0 || account.username.isEmpty()) {
        return fail(ErrorCode::InvalidData, u"sign-in: the answer does not say who it is"_s);
    }
    return account;
}

Result<Granted> granted(HttpTransport &transport, HttpRequest request, const QString &server,
                        const std::stop_token &stop)
{
    constexpr auto kLongest = std::chrono::seconds(40); // somebody waits for it
    const LateStop late(stop, std::chrono::milliseconds(0), kLongest);
    const HttpResult result = transport.send(std::move(request), late.token());
    if (!result && result.error().failure == Failure::Cancelled && !stop.stop_requested()) {
        return fail(ErrorCode::Timeout, u"sign-in: held back for too long"_s);
    }
    if (!result) {
        return transportError(result.error());
    }
    if (result->status != 200 && result->status != 201) {
        return statusError(*result);
    }
    if (!result->isJson()) {
        return fail(ErrorCode::InvalidData, u"sign-in: a page instead of an answer"_s);
    }
    auto account = accountFrom(*result, server);
    if (!account) {
        return fail(std::move(account).error());
    }
    auto tokens = tokensFrom(*result);
    if (!tokens) {
        return fail(std::move(tokens).error());
    }
    if (tokens->accessClaims.userId != account->userId) {
        return fail(ErrorCode::InvalidData, u"sign-in: the tokens are not for the user in the answer"_s);
    }
    return Granted{*std::move(account), *std::move(tokens)};
}

} // namespace

QString platformWords(const HttpResponse &response)
{
    const QJsonObject body = objectIn(response);
    for (const QLatin1StringView key : {"detail"_L1, "error"_L1, "message"_L1}) {
        if (const QString text = body.value(key).toString(); !text.isEmpty()) {
            return text.left(kMostWords);
        }
    }
    for (auto each = body.begin(); each != body.end(); ++each) {
        if (const QString text = each->toArray().first().toString(); !text.isEmpty()) {
            return QString(each.key() % u": "_s % text).left(kMostWords);
        }
    }
    return {};
}

Result<Granted> SignInFlow::signIn(const SignIn &request, const std::stop_token &stop)
{
    const auto server = serverAddress(request.server);
    if (!server) {
        return fail(ErrorCode::InvalidData, u"the server's address is none, or not safe"_s);
    }
    if (request.name.trimmed().isEmpty() || request.password.isEmpty() || request.name.size() > kMostField
        || request.password.size() > kMostField) {
        return fail(ErrorCode::InvalidData, u"sign-in: name or password is missing or too long"_s);
    }
    // The key is `email` whatever it holds (contract 2.3).
    return granted(m_transport,
                   authRequest(*server, "login"_L1,
                               {{u"email"_s, request.name.trimmed()}, {u"password"_s, request.password}}),
                   *server, stop);
}

Result<Granted> SignInFlow::registerAccount(const Registration &request, const std::stop_token &stop)
{
    const auto server = serverAddress(request.server);
    if (!server) {
        return fail(ErrorCode::InvalidData, u"the server's address is none, or not safe"_s);
    }
    if (!registrationProblems(request).ok()) {
        return fail(ErrorCode::InvalidData, u"registration: a field has a mistake"_s);
    }
    return granted(m_transport,
                   authRequest(*server, "register"_L1,
                               {{u"username"_s, request.username},
                                {u"email"_s, request.email},
                                {u"password"_s, request.password},
                                {u"first_name"_s, request.firstName},
                                {u"last_name"_s, request.lastName}}),
                   *server, stop);
}

bool SignInFlow::giveBack(Granted granted, const std::stop_token &stop)
{
    const LateStop late(stop, std::chrono::milliseconds(0), std::chrono::seconds(12));
    const HttpResult result = m_transport.send(
        logoutRequest(granted.account.server, granted.tokens.access, granted.tokens.refresh), late.token());
    return result && result->status == 200 && result->isJson();
}

} // namespace studio::sync
