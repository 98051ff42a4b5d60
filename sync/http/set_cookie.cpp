#include "sync/http/set_cookie.h"

#include <QList>

#include <algorithm>

namespace studio::sync {

namespace {

constexpr qsizetype kLongestHeader = 8 * 1024;
constexpr qint64 kTenYears = 10LL * 366 * 24 * 3600;

/// Anything else would end the cookie early, or end the header, when it is sent back.
bool canBeSent(const QByteArray &text, const char *notThese)
{
    const QByteArray forbidden(notThese);
    return std::all_of(text.begin(), text.end(), [&forbidden](char each) {
        return each > 0x20 && each < 0x7f && !forbidden.contains(each);
    });
}

/// RFC 6265 5.2.2: a digit or `-` first, digits after it; otherwise the attribute does not count.
std::optional<qint64> secondsFrom(const QByteArray &text)
{
    const bool negative = text.startsWith('-');
    const QByteArray digits = negative ? text.mid(1) : text;
    if (digits.isEmpty()
        || !std::all_of(digits.begin(), digits.end(), [](char each) { return each >= '0' && each <= '9'; })) {
        return std::nullopt;
    }
    if (negative) {
        return 0;
    }
    bool fits = false;
    const qint64 seconds = digits.toLongLong(&fits);
    return fits ? std::min(seconds, kTenYears) : kTenYears;
}

void readAttribute(SetCookie &cookie, const QByteArray &name, const QByteArray &value)
{
    if (name == "max-age") {
        if (const auto seconds = secondsFrom(value)) {
            cookie.maxAge = seconds;
        }
    } else if (name == "secure") {
        cookie.secure = true;
    } else if (name == "httponly") {
        cookie.httpOnly = true;
    } else if (name == "path") {
        cookie.path = value.startsWith('/') ? value : QByteArray();
    } else if (name == "domain") {
        cookie.domain = (value.startsWith('.') ? value.mid(1) : value).toLower();
    } else if (name == "samesite") {
        const QByteArray lower = value.toLower();
        cookie.sameSite = lower == "lax" || lower == "strict" || lower == "none" ? lower : QByteArray();
    }
}

} // namespace

std::optional<SetCookie> parseSetCookie(const QByteArray &header)
{
    if (header.size() > kLongestHeader) {
        return std::nullopt;
    }
    const QList<QByteArray> parts = header.split(';');
    const QByteArray &pair = parts.first();
    const qsizetype equals = pair.indexOf('=');
    if (equals < 0) {
        return std::nullopt;
    }
    SetCookie cookie;
    cookie.name = pair.left(equals).trimmed();
    cookie.value = pair.mid(equals + 1).trimmed();
    if (cookie.value.size() >= 2 && cookie.value.startsWith('"') && cookie.value.endsWith('"')) {
        cookie.value = cookie.value.mid(1, cookie.value.size() - 2);
    }
    if (cookie.name.isEmpty() || !canBeSent(cookie.name, "=,\"()<>@:\\/[]?{}")
        || !canBeSent(cookie.value, "\",\\")) {
        return std::nullopt;
    }
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype at = parts[i].indexOf('=');
        const QByteArray name = (at < 0 ? parts[i] : parts[i].left(at)).trimmed().toLower();
        readAttribute(cookie, name, at < 0 ? QByteArray() : parts[i].mid(at + 1).trimmed());
    }
    return cookie;
}

} // namespace studio::sync
