#pragma once

#include "support/fake_transport.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace studio::sync {

/// The platform's account endpoints as contract 2 has them: refresh tokens are used up, without grace, and
/// come in cookies; `repaired`: in the body. For a FakeTransport; whatever else answers is scripted in front
/// of it.
class TokenPlatform
{
public:
    qint64 userId = 2;
    qint64 issuedAt = 1795831200; ///< The platform's clock, seconds since 1970.
    qint64 accessSeconds = 900;
    bool repaired = false;
    QByteArray password = "Ada!Example1";

    static QByteArray jwt(const QJsonObject &claims)
    {
        const auto part = [](const QJsonObject &object) {
            return QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        return part({{QStringLiteral("alg"), QStringLiteral("HS256")}}) + QByteArray(".") + part(claims)
            + QByteArray(".c2lnbmF0dXJl");
    }

    QByteArray token(const char *type, qint64 seconds)
    {
        return jwt({{QStringLiteral("token_type"), QString::fromLatin1(type)},
                    {QStringLiteral("exp"), issuedAt + seconds},
                    {QStringLiteral("iat"), issuedAt},
                    {QStringLiteral("jti"), QString::number(++m_made)},
                    {QStringLiteral("user_id"), userId}});
    }

    /// A pair as an answer, with `more` in its body.
    FakeAnswer pair(QJsonObject more = {})
    {
        lastAccess = token("access", accessSeconds);
        lastRefresh = token("refresh", 604800);
        m_live.insert(lastRefresh);
        m_access.insert(lastAccess);
        std::vector<std::pair<QByteArray, QByteArray>> headers;
        if (repaired) {
            more.insert(QStringLiteral("access"), QString::fromLatin1(lastAccess));
            more.insert(QStringLiteral("refresh"), QString::fromLatin1(lastRefresh));
        } else {
            headers = {
                {"set-cookie", "sessionid=abc; Path=/"},
                {"set-cookie", QByteArray("access_token=" + lastAccess + "; HttpOnly; Max-Age=900; Path=/")},
                {"set-cookie", QByteArray("refresh_token=" + lastRefresh + "; HttpOnly; Path=/")}};
        }
        return jsonAnswer(200, QJsonDocument(more).toJson(QJsonDocument::Compact), headers);
    }

    static FakeAnswer refusal(const char *detail)
    {
        return jsonAnswer(401, QByteArray("{\"detail\":\"") + detail + "\",\"code\":\"token_not_valid\"}");
    }

    FakeAnswer refresh(const HttpRequest &request)
    {
        const QByteArray sent = bodyOf(request, "refresh");
        if (!m_live.remove(sent)) {
            return refusal("Token is blacklisted");
        }
        ++refreshes;
        return pair();
    }

    FakeAnswer login(const HttpRequest &request)
    {
        if (bodyOf(request, "password") != password) {
            return jsonAnswer(401, R"({"detail":"No active account found with the given credentials"})");
        }
        return pair(userBody());
    }

    /// As deployed: only with a valid access token, and only the cookie's.
    FakeAnswer logout(const HttpRequest &request)
    {
        const QByteArray bearer = FakeTransport::headerOf(request, "Authorization").mid(7);
        if (!m_access.contains(bearer)) {
            return refusal("Given token not valid for any token type");
        }
        const QByteArray cookie = request.cookie;
        if (cookie.startsWith("refresh_token=")) {
            m_live.remove(cookie.mid(14));
        }
        return jsonAnswer(200, R"({"success":true})");
    }

    void attach(FakeTransport &transport)
    {
        transport.on("POST", "/api/v1/auth/refresh/", [this](const HttpRequest &r) { return refresh(r); });
        transport.on("POST", "/api/v1/auth/login/", [this](const HttpRequest &r) { return login(r); });
        transport.on("POST", "/api/v1/auth/logout/", [this](const HttpRequest &r) { return logout(r); });
        transport.on("POST", "/api/v1/auth/register/",
                     [this](const HttpRequest &) { return pair(userBody()); });
    }

    QJsonObject userBody() const
    {
        return {{QStringLiteral("success"), true},
                {QStringLiteral("user"),
                 QJsonObject{{QStringLiteral("id"), userId},
                             {QStringLiteral("username"), QStringLiteral("ada")},
                             {QStringLiteral("email"), QStringLiteral("ada@example.org")},
                             {QStringLiteral("first_name"), QStringLiteral("Ada")},
                             {QStringLiteral("last_name"), QStringLiteral("Learner")}}}};
    }

    static QByteArray bodyOf(const HttpRequest &request, const char *key)
    {
        return QJsonDocument::fromJson(request.body).object().value(QLatin1String(key)).toString().toUtf8();
    }

    bool isLive(const QByteArray &refreshToken) const { return m_live.contains(refreshToken); }

    qsizetype live() const { return m_live.size(); }

    void blacklist(const QByteArray &refreshToken) { m_live.remove(refreshToken); }

    void forgetAccess() { m_access.clear(); }

    QByteArray lastAccess;
    QByteArray lastRefresh;
    int refreshes = 0;

private:
    QSet<QByteArray> m_live;
    QSet<QByteArray> m_access;
    int m_made = 0;
};

} // namespace studio::sync
