#pragma once

#include <QByteArray>

#include <map>

namespace studio::sync {

/// The platform stores one session row for each call that comes without `sessionid`, so that cookie is sent
/// back, in memory and to its own origin only. No other cookie is kept: a stale `access_token` turns even
/// public answers into 401, and tokens belong to the vault.
class SessionCookies final
{
public:
    void received(const QByteArray &origin, const QByteArray &setCookieHeader);
    QByteArray headerFor(const QByteArray &origin) const; ///< `Cookie: …`, or empty.

private:
    std::map<QByteArray, QByteArray> m_sessionIds; ///< By origin.
};

} // namespace studio::sync
