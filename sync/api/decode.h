#pragma once

// From the bytes of an answer to plain values. What a value is read from stands in `read(Fields &, T &)`
// beside its struct; keys nobody reads do not matter, keys that have to be there do.

#include "sync/api/json_reader.h"

#include <utility>

namespace studio::sync {

/// One page of a list, in each of the platform's three ways of paging.
template<typename T>
struct Page
{
    std::vector<T> items;
    std::vector<QJsonObject> raw; ///< What each of `items` was read from.
    QStringList skipped; ///< Items that could not be read: place and reason, English.
    qint64 count = -1; ///< Of all pages, as the platform says; -1 when it does not.
    bool more = false; ///< There is a next page.
    QString next; ///< Its address, where the platform gives one (for a cursor: the only way to it).
};

/// InvalidData names the place.
template<typename T>
Result<T> decode(const QByteArray &body)
{
    const auto json = parseJson(body);
    if (!json) {
        return fail(json.error());
    }
    QString problem;
    T out{};
    Fields fields(*json, QString(), &problem);
    read(fields, out);
    if (!problem.isEmpty()) {
        return fail(ErrorCode::InvalidData, std::move(problem));
    }
    return out;
}

/// A bare array, without paging.
template<typename T>
Result<Page<T>> decodeArray(const QByteArray &body)
{
    const auto json = parseJson(body);
    if (!json) {
        return fail(json.error());
    }
    if (!json->isArray()) {
        return fail(ErrorCode::InvalidData, QStringLiteral("the answer: not a list"));
    }
    Page<T> page;
    page.items = Fields::itemsOf<T>(json->toArray(), QString(), page.skipped, &page.raw);
    page.count = json->toArray().size();
    return page;
}

/// `{count, next, previous, results}`, and the cursor's without `count`. An item that can't be read is
/// skipped; a page that is none fails.
template<typename T>
Result<Page<T>> decodePage(const QByteArray &body)
{
    const auto json = parseJson(body);
    if (!json) {
        return fail(json.error());
    }
    QString problem;
    Page<T> page;
    Fields fields(*json, QString(), &problem);
    page.items
        = Fields::itemsOf<T>(fields.array("results"), QStringLiteral("results"), page.skipped, &page.raw);
    page.count = fields.numberIf("count").value_or(-1);
    page.next = fields.textIf("next");
    page.more = !page.next.isEmpty();
    if (!problem.isEmpty()) {
        return fail(ErrorCode::InvalidData, std::move(problem));
    }
    return page;
}

/// `{<key>: [...], "pagination": {...}}`; `pagination` may be absent.
template<typename T>
Result<Page<T>> decodeList(const QByteArray &body, const char *key)
{
    const auto json = parseJson(body);
    if (!json) {
        return fail(json.error());
    }
    QString problem;
    Page<T> page;
    Fields fields(*json, QString(), &problem);
    page.items = Fields::itemsOf<T>(fields.array(key), QString::fromLatin1(key), page.skipped, &page.raw);
    if (fields.has("pagination")) {
        Fields paging(fields.object("pagination"), QStringLiteral("pagination"), &problem);
        page.count = paging.number("total_count");
        page.more = paging.flag("has_next");
    }
    if (!problem.isEmpty()) {
        return fail(ErrorCode::InvalidData, std::move(problem));
    }
    return page;
}

} // namespace studio::sync
