#pragma once

#include <QByteArray>

#include <optional>

namespace studio::sync {

/// One `Set-Cookie` header as RFC 6265 section 5.2 reads it: what a server writes, not what it should write.
struct SetCookie
{
    QByteArray name;
    QByteArray value; ///< Without the quotation marks around it, if any.
    QByteArray path; ///< Empty: the default.
    QByteArray domain; ///< Lower case, without a leading dot. Empty: this host only.
    QByteArray sameSite; ///< Lower case: `lax`, `strict`, `none` or empty.
    std::optional<qint64> maxAge; ///< Seconds, at most ten years; 0 or less: to be forgotten.
    bool secure = false;
    bool httpOnly = false;
};

/// Nothing when there is no name, when name or value have bytes that could not be sent back in a header, or
/// when the header is longer than 8 KiB. Attributes it does not know are passed over. Pure.
std::optional<SetCookie> parseSetCookie(const QByteArray &header);

} // namespace studio::sync
