#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace studio::sync {

/// What `Retry-After` asks for, between one second and one hour whatever it says: `-5`, ten years and a date
/// in the past have been seen. Nothing when it is absent or no time at all. `nowUtc` is the platform's own
/// `Date` when it sent one: this computer's clock may be off.
std::optional<std::chrono::seconds> retryAfter(const QByteArray &value, const QDateTime &nowUtc);

/// A date as HTTP writes it; invalid when it is none.
QDateTime httpDate(const QByteArray &value);

} // namespace studio::sync
