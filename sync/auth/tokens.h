#pragma once

#include "domain/result.h"
#include "sync/auth/jwt.h"
#include "sync/auth/secret.h"
#include "sync/http/http_transport.h"

#include <QJsonObject>

namespace studio::sync {

/// What login, register and refresh give: always both, for one user.
struct TokenPair
{
    Secret access;
    Secret refresh;
    JwtClaims accessClaims;
    JwtClaims refreshClaims;
};

/// The tokens lie in two cookies, and in the body as well where the platform was repaired (contract 2.2).
/// Pure. InvalidData: one is missing, not readable, of the wrong type, or they are for different users.
Result<TokenPair> tokensFrom(const HttpResponse &response);

/// The object in a JSON body; empty when it is none. At most 64 KiB are looked at.
QJsonObject objectIn(const HttpResponse &response);

/// `POST <server>/api/v1/auth/<what>/` as the account's requests are: on a connection of their own, since
/// libcurl would repeat them on a used one, and with small answers.
HttpRequest authRequest(const QString &server, QLatin1StringView what, const QJsonObject &body);

/// Signing out as the deployed platform needs it (a valid access token, the refresh token as a cookie) and as
/// a repaired one does (the refresh token in the body); contract 2.5.
HttpRequest logoutRequest(const QString &server, const Secret &access, const Secret &refresh);

} // namespace studio::sync
