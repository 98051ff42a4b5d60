// libFuzzer: whatever a server, or whoever sits before it, writes into Set-Cookie, Retry-After, Date or an
// address, reading it ends, and what was read keeps its promises.

#include "sync/http/origin.h"
#include "sync/http/retry_after.h"
#include "sync/http/session_cookies.h"
#include "sync/http/set_cookie.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace studio::sync;

namespace {

void promise(bool kept)
{
    if (!kept) {
        std::abort();
    }
}

bool couldEndHeader(const QByteArray &text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0') || text.contains(';');
}

void readCookie(const QByteArray &text)
{
    if (const auto cookie = parseSetCookie(text)) {
        promise(!cookie->name.isEmpty() && !couldEndHeader(cookie->name) && !couldEndHeader(cookie->value));
        promise(cookie->maxAge.value_or(0) >= 0);
    }
    SessionCookies cookies;
    cookies.received("https://a:443", text);
    const QByteArray header = cookies.headerFor("https://a:443");
    promise(header.isEmpty() || (header.startsWith("Cookie: sessionid=") && !couldEndHeader(header)));
    promise(cookies.headerFor("https://b:443").isEmpty());
}

void readWait(const QByteArray &text)
{
    const QDateTime now(QDate(2026, 11, 6), QTime(8, 49, 37), Qt::UTC);
    if (const auto wait = parseRetryAfter(text, now)) {
        promise(wait->count() >= 1 && wait->count() <= 3600);
    }
    if (const auto date = parseHttpDate(text)) {
        promise(date->isValid());
    }
}

void readAddress(const QByteArray &text)
{
    if (const auto address = parseAddress(text)) {
        promise(address->origin.startsWith(address->https ? "https://" : "http://"));
        promise(!address->url.contains('\r') && !address->url.contains('\n') && !address->url.contains(' '));
        const auto again = parseAddress(address->url);
        promise(again && again->origin == address->origin && again->url == address->url);
        isLoopback(*address);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    readCookie(text);
    readWait(text);
    readAddress(text);
    return 0;
}
