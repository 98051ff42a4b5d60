#include "sync/auth/tokens.h"

#include "sync/http/set_cookie.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

constexpr qsizetype kMostBodyBytes = 64 * 1024;

/// In the answer's Set-Cookie lines; the last one counts, as in a browser, and one that takes it back too.
QByteArray cookie(const HttpResponse &response, const QByteArray &name)
{
    QByteArray found;
    for (const auto &[header, value] : response.headers) {
        if (header != "set-cookie") {
            continue;
        }
        if (const auto cookie = parseSetCookie(value); cookie && cookie->name == name) {
            found = cookie->maxAge.value_or(1) > 0 ? cookie->value : QByteArray();
        }
    }
    return found;
}

Result<JwtClaims> claims(const Secret &token, QLatin1StringView type)
{
    if (token.isEmpty()) {
        return fail(ErrorCode::InvalidData, u"the answer has no "_s % type % u" token"_s);
    }
    auto read = readJwt(token.view());
    if (read && read->type != type) {
        return fail(ErrorCode::InvalidData, u"the "_s % type % u" token is of another type"_s);
    }
    return read;
}

} // namespace

QJsonObject objectIn(const HttpResponse &response)
{
    if (!response.isJson() || response.body.size() > kMostBodyBytes) {
        return {};
    }
    return QJsonDocument::fromJson(response.body).object();
}

Result<TokenPair> tokensFrom(const HttpResponse &response)
{
    const QJsonObject body = objectIn(response);
    const auto token = [&](const char *cookieName, QLatin1StringView key) {
        Secret fromCookie(cookie(response, cookieName));
        return fromCookie.isEmpty() ? Secret::fromText(body.value(key).toString()) : std::move(fromCookie);
    };
    TokenPair pair;
    pair.access = token("access_token", "access"_L1);
    pair.refresh = token("refresh_token", "refresh"_L1);
    auto access = claims(pair.access, "access"_L1);
    if (!access) {
        return fail(std::move(access).error());
    }
    auto refresh = claims(pair.refresh, "refresh"_L1);
    if (!refresh) {
        return fail(std::move(refresh).error());
    }
    if (access->userId != refresh->userId) {
        return fail(ErrorCode::InvalidData, u"the two tokens are for different users"_s);
    }
    pair.accessClaims = *std::move(access);
    pair.refreshClaims = *std::move(refresh);
    return pair;
}

HttpRequest authRequest(const QString &server, QLatin1StringView what, const QJsonObject &body)
{
    HttpRequest request;
    request.method = "POST";
    request.url = QString(server % u"/api/v1/auth/"_s % what % u'/').toUtf8();
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.freshConnection = true;
    request.timeout = std::chrono::seconds(20);
    request.maxBytes = kMostBodyBytes;
    return request;
}

HttpRequest logoutRequest(const QString &server, const Secret &access, const Secret &refresh)
{
    HttpRequest request
        = authRequest(server, "logout"_L1, {{u"refresh"_s, QString::fromLatin1(refresh.view())}});
    request.headers.push_back("Authorization: Bearer " + access.bytes());
    request.cookie = "refresh_token=" + refresh.bytes();
    request.timeout = std::chrono::seconds(10); // somebody waits for it
    return request;
}

} // namespace studio::sync
