#include "sync/api/api_error.h"

#include "sync/api/json_reader.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 500;

QString plainLine(const QString &text)
{
    return text.left(kLongestText * 4).simplified().left(kLongestText);
}

/// `["a", "b"]` or `"a"` as one line.
QString wordsOf(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    QStringList words;
    for (const QJsonValue &each : value.toArray()) {
        if (each.isString()) {
            words.append(each.toString());
        }
    }
    return words.join(u' ');
}

ApiError::Kind kindOf(const QString &text, const QString &code, ApiError::Kind otherwise)
{
    using Kind = ApiError::Kind;
    if (code == "user_inactive"_L1 || code == "user_not_found"_L1 || code == "no_active_account"_L1
        || text == "User is inactive"_L1) {
        return Kind::AccountInactive;
    }
    if (code == "token_not_valid"_L1) {
        return Kind::TokenInvalid;
    }
    if (text.startsWith("Authentication credentials were not provided"_L1)) {
        return Kind::NoCredentials;
    }
    if (text == "You do not have permission to perform this action."_L1) {
        return Kind::Forbidden;
    }
    if (text.contains("matches the given query"_L1) || text.startsWith("Not found"_L1)) {
        return Kind::NotFound;
    }
    if (text.startsWith("Request was throttled"_L1)) {
        return Kind::Throttled;
    }
    return otherwise;
}

} // namespace

bool ApiError::isPlatforms() const
{
    return kind != Kind::Html && kind != Kind::Empty && kind != Kind::Unknown;
}

bool looksLikeHtml(const HttpResponse &response)
{
    if (response.contentType == "text/html" || response.contentType == "application/xhtml+xml") {
        return true;
    }
    if (response.isJson()) {
        return false;
    }
    const QByteArray start = response.body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<head");
}

ApiError apiError(const HttpResponse &response)
{
    using Kind = ApiError::Kind;
    if (response.body.trimmed().isEmpty()) {
        return {Kind::Empty, {}, {}};
    }
    if (looksLikeHtml(response)) {
        return {Kind::Html, {}, {}};
    }
    const auto json = parseJson(response.body);
    if (!json || !json->isObject()) {
        return {};
    }
    const QJsonObject object = json->toObject();
    const QString code = object.value("code"_L1).toString().left(100);
    for (const QLatin1StringView key : {"detail"_L1, "error"_L1, "message"_L1}) {
        const QString text = wordsOf(object.value(key));
        if (!text.isEmpty()) {
            const QString line = plainLine(text);
            return {kindOf(line, code, Kind::Stated), line, code};
        }
    }
    QStringList fields;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString words = it.value().isArray() ? wordsOf(it.value()) : QString();
        if (!words.isEmpty()) {
            fields.append(it.key() == "non_field_errors"_L1 ? words : it.key() + u": "_s + words);
        }
    }
    if (fields.isEmpty()) {
        return {Kind::Unknown, {}, code};
    }
    return {Kind::BadFields, plainLine(fields.join(u' ')), code};
}

} // namespace studio::sync
