#include "sync/http/retry_after.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

constexpr qsizetype kLongestValue = 64;
constexpr qsizetype kFixedLength = QLatin1StringView("Sun, 06 Nov 1994 08:49:37 GMT").size();
constexpr seconds kShortest{1};
constexpr seconds kLongest{3600};

} // namespace

std::optional<QDateTime> parseHttpDate(const QByteArray &text)
{
    if (text.size() > kLongestValue) {
        return std::nullopt;
    }
    const QString date = QString::fromLatin1(text).simplified();
    if (date.endsWith(" GMT"_L1)) { // in every answer: the quicker way, that knows no name of a zone
        const QDateTime parsed = QDateTime::fromString(date.chopped(3) + u"+0000"_s, Qt::RFC2822Date);
        if (parsed.isValid() && date.size() == kFixedLength) {
            return parsed.toUTC();
        }
    }
    const QLocale english = QLocale::c();
    const QDateTime unzoned = english.toDateTime(date, u"ddd MMM d hh:mm:ss yyyy"_s);
    if (unzoned.isValid()) {
        return QDateTime(unzoned.date(), unzoned.time(), Qt::UTC);
    }
    // Two digits for the year; the day's name is left out, as it is checked against 19..
    const QString unnamed = date.mid(date.indexOf(u", "_s) + 2);
    const QDateTime parsed = english.toDateTime(unnamed, u"dd-MMM-yy hh:mm:ss 'GMT'"_s);
    if (!parsed.isValid() || !date.contains(u", "_s)) {
        return std::nullopt;
    }
    const QDate day = parsed.date().year() < 1970 ? parsed.date().addYears(100) : parsed.date();
    return QDateTime(day, parsed.time(), Qt::UTC);
}

std::optional<seconds> parseRetryAfter(const QByteArray &value, const QDateTime &nowUtc)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty() || text.size() > kLongestValue) {
        return std::nullopt;
    }
    const bool negative = text.startsWith('-');
    const QByteArray digits = negative ? text.mid(1) : text;
    const bool isNumber = !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](char each) { return each >= '0' && each <= '9'; });
    if (isNumber) {
        bool fits = false;
        const qint64 count = digits.toLongLong(&fits);
        if (negative) {
            return kShortest;
        }
        return fits ? std::clamp(seconds(std::min(count, qint64(kLongest.count()))), kShortest, kLongest)
                    : kLongest;
    }
    const auto date = parseHttpDate(text);
    if (!date || !nowUtc.isValid()) {
        return std::nullopt;
    }
    return seconds(std::clamp(nowUtc.secsTo(*date), qint64(kShortest.count()), qint64(kLongest.count())));
}

std::optional<QDateTime> serverTime(const HttpResponse &response)
{
    return parseHttpDate(response.header("date"));
}

std::optional<seconds> retryAfter(const HttpResponse &response, const QDateTime &nowUtc)
{
    if (response.status != 429 && response.status != 503) {
        return std::nullopt;
    }
    return parseRetryAfter(response.header("retry-after"), serverTime(response).value_or(nowUtc));
}

} // namespace studio::sync
