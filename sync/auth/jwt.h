#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace studio::sync {

/// What the client reads in a token of SimpleJWT. Nothing is trusted by it: the platform checks its own
/// signature, the client only finds out for whom and for how long.
struct JwtClaims
{
    qint64 userId = 0;
    QString type; ///< `access` or `refresh`
    std::chrono::seconds lifetime{0}; ///< exp − iat: right whatever anybody's clock says.
    qint64 expires = 0; ///< Seconds since 1970, by the platform's clock.
};

/// A longer token is none: the platform's have 230 bytes.
constexpr qsizetype kMostTokenBytes = 8192;

/// Pure. InvalidData names what is wrong and never repeats a part of the token.
Result<JwtClaims> readJwt(QByteArrayView token);

} // namespace studio::sync
