#include "sync/auth/jwt.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace studio::sync {

namespace {

// Doubles hold whole numbers up to here.
constexpr double kMostWhole = 9007199254740992.0;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || !(number >= 0) || number > kMostWhole) {
        return {};
    }
    return static_cast<qint64>(std::floor(number));
}

/// SimpleJWT writes the user's id as a number up to version 5.4 and as text from 5.5.
std::optional<qint64> userIdFrom(const QJsonValue &value)
{
    if (!value.isString()) {
        const auto number = wholeNumber(value);
        return number && *number > 0 ? number : std::nullopt;
    }
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

/// The three parts hold base64url alone, which also means that a token fits into a header line as it is.
bool looksLikeToken(QByteArrayView token)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_' || c == '.';
    };
    return !token.isEmpty() && token.size() <= kMostTokenBytes
        && std::all_of(token.begin(), token.end(), fits) && std::count(token.begin(), token.end(), '.') == 2;
}

} // namespace

Result<JwtClaims> readJwt(QByteArrayView token)
{
    if (!looksLikeToken(token)) {
        return fail(ErrorCode::InvalidData, u"token: not three parts of base64url"_s);
    }
    const qsizetype first = token.indexOf('.');
    const qsizetype second = token.lastIndexOf('.');
    const auto payload = QByteArray::fromBase64Encoding(
        token.sliced(first + 1, second - first - 1).toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!payload) {
        return fail(ErrorCode::InvalidData, u"token: the payload is not base64url"_s);
    }
    const QJsonObject claims = QJsonDocument::fromJson(*payload).object();
    const auto userId = userIdFrom(claims.value("user_id"_L1));
    const auto expires = wholeNumber(claims.value("exp"_L1));
    const auto issued = wholeNumber(claims.value("iat"_L1));
    if (!userId) {
        return fail(ErrorCode::InvalidData, u"token: user_id is missing or no number"_s);
    }
    if (!expires || !issued || *expires <= *issued) {
        return fail(ErrorCode::InvalidData, u"token: exp and iat do not tell a lifetime"_s);
    }
    return JwtClaims{*userId, claims.value("token_type"_L1).toString(),
                     std::chrono::seconds(*expires - *issued), *expires};
}

} // namespace studio::sync
