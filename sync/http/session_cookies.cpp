#include "sync/http/session_cookies.h"

#include "sync/http/set_cookie.h"

#include <QString>

namespace studio::sync {

void SessionCookies::received(const QByteArray &origin, const QByteArray &setCookieHeader)
{
    const auto cookie = parseSetCookie(setCookieHeader);
    if (!cookie || cookie->name != "sessionid") {
        return;
    }
    // A Secure cookie does not belong on a plain connection, and this one would go out on it again.
    const bool unfit = cookie->secure && !origin.startsWith("https:");
    if (cookie->value.isEmpty() || unfit || cookie->maxAge.value_or(1) <= 0) {
        m_sessionIds.erase(origin);
    } else {
        m_sessionIds[origin] = cookie->value;
    }
}

QByteArray SessionCookies::headerFor(const QByteArray &origin) const
{
    const auto found = m_sessionIds.find(origin);
    return found == m_sessionIds.end() ? QByteArray() : QByteArray("Cookie: sessionid=" + found->second);
}

} // namespace studio::sync
