#include "sync/api/retry_after.h"

#include <QLocale>
#include <QString>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLeast = 1;
constexpr qint64 kMost = 3600;

bool allDigits(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::chrono::seconds cut(qint64 seconds)
{
    return std::chrono::seconds(std::clamp(seconds, kLeast, kMost));
}

} // namespace

QDateTime httpDate(const QByteArray &value)
{
    if (value.size() > 40) {
        return {};
    }
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &value, const QDateTime &nowUtc)
{
    const QByteArray text = value.trimmed();
    const bool negative = text.startsWith('-');
    const QByteArray digits = negative ? text.mid(1) : text;
    if (allDigits(digits)) {
        // Longer than any number of seconds that would not be cut.
        return negative ? cut(kLeast) : cut(digits.size() > 9 ? kMost : digits.toLongLong());
    }
    const QDateTime until = httpDate(text);
    if (!until.isValid() || !nowUtc.isValid()) {
        return {};
    }
    return cut(nowUtc.secsTo(until));
}

} // namespace studio::sync
