#pragma once

#include "sync/http/http_transport.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace studio::sync {

/// A date as HTTP writes it (RFC 9110 5.6.7, the two obsolete forms included); UTC. Pure.
std::optional<QDateTime> parseHttpDate(const QByteArray &text);

/// `Retry-After`: seconds or a date, held between one second and one hour, for servers also say -5 or 2036.
/// Nothing for what is neither. A date counts from `nowUtc`, which is better the server's clock than ours.
/// Pure.
std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &nowUtc);

/// The server's clock when it answered, from `Date`.
std::optional<QDateTime> serverTime(const HttpResponse &response);

/// Of a 429 or 503; nothing for other answers. `nowUtc` is used when the server does not say its time.
std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response, const QDateTime &nowUtc);

} // namespace studio::sync
