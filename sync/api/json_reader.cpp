#include "sync/api/json_reader.h"

#include <QJsonDocument>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 128;

/// Brackets outside texts. Before the parser: its own limit is far above what any answer has.
bool tooDeep(const QByteArray &bytes)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (inText) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inText = false;
            }
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kDeepest) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // Another default each time: that of a number is the same.
    const qint64 number = value.toInteger(0);
    return value.isDouble() && number == value.toInteger(1) ? std::optional(number) : std::nullopt;
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray &bytes)
{
    if (bytes.size() > kMostJsonBytes) {
        return fail(ErrorCode::InvalidData, u"an answer of %1 bytes is too large"_s.arg(bytes.size()));
    }
    if (tooDeep(bytes)) {
        return fail(ErrorCode::InvalidData, u"nested deeper than %1"_s.arg(kDeepest));
    }
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorCode::InvalidData,
                    u"no JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

std::optional<QDateTime> timestamp(const QString &text)
{
    if (text.size() < 19 || text.size() > 40 || (text.at(10) != u'T' && text.at(10) != u' ')) {
        return {};
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return {};
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC); // the platform's times are UTC, said or not
    }
    return time.toUTC();
}

Fields::Fields(const QJsonValue &value, QString where, QString *problem)
    : m_object(value.toObject())
    , m_where(std::move(where))
    , m_problem(problem)
{
    if (!value.isObject() && m_problem->isEmpty()) {
        *m_problem = (m_where.isEmpty() ? u"the answer"_s : m_where) + u": not an object"_s;
    }
}

QString Fields::indexed(const QString &where, qsizetype index)
{
    return u"%1[%2]"_s.arg(where).arg(index);
}

QString Fields::place(const char *key) const
{
    const QString name = QString::fromLatin1(key);
    return m_where.isEmpty() ? name : m_where + u'.' + name;
}

void Fields::wrong(const char *key, const QString &what)
{
    if (m_problem->isEmpty()) {
        *m_problem = place(key) + u": "_s + what;
    }
}

bool Fields::has(const char *key) const
{
    const QJsonValue found = m_object.value(QLatin1StringView(key));
    return !found.isUndefined() && !found.isNull();
}

QJsonValue Fields::value(const char *key, bool required, const char *what)
{
    const QJsonValue found = m_object.value(QLatin1StringView(key));
    if (found.isUndefined() || found.isNull()) {
        if (required) {
            wrong(key, QString::fromLatin1(what) + u" is missing"_s);
        }
        return {};
    }
    return found;
}

qint64 Fields::id(const char *key)
{
    const qint64 number = this->number(key);
    if (number < 1) {
        wrong(key, u"not an id"_s);
    }
    return number;
}

qint64 Fields::number(const char *key)
{
    const QJsonValue found = value(key, true, "a number");
    const auto number = wholeNumber(found);
    if (!number) {
        wrong(key, u"not a whole number"_s);
    }
    return number.value_or(0);
}

double Fields::real(const char *key)
{
    const QJsonValue found = value(key, true, "a number");
    if (!found.isDouble()) {
        wrong(key, u"not a number"_s);
    }
    return found.toDouble();
}

QString Fields::text(const char *key)
{
    const QJsonValue found = value(key, true, "a text");
    if (!found.isString()) {
        wrong(key, u"not a text"_s);
    }
    return found.toString();
}

bool Fields::flag(const char *key)
{
    const QJsonValue found = value(key, true, "true or false");
    if (!found.isBool()) {
        wrong(key, u"neither true nor false"_s);
    }
    return found.toBool();
}

QDateTime Fields::time(const char *key)
{
    const auto time = timestamp(text(key));
    if (!time) {
        wrong(key, u"not a time"_s);
    }
    return time.value_or(QDateTime());
}

QJsonArray Fields::array(const char *key)
{
    const QJsonValue found = value(key, true, "a list");
    if (!found.isArray()) {
        wrong(key, u"not a list"_s);
    }
    return found.toArray();
}

QJsonObject Fields::object(const char *key)
{
    const QJsonValue found = value(key, true, "an object");
    if (!found.isObject()) {
        wrong(key, u"not an object"_s);
    }
    return found.toObject();
}

std::optional<qint64> Fields::numberIf(const char *key)
{
    return has(key) ? std::optional(number(key)) : std::nullopt;
}

std::optional<double> Fields::realIf(const char *key)
{
    return has(key) ? std::optional(real(key)) : std::nullopt;
}

QString Fields::textIf(const char *key)
{
    return has(key) ? text(key) : QString();
}

std::optional<bool> Fields::flagIf(const char *key)
{
    return has(key) ? std::optional(flag(key)) : std::nullopt;
}

QDateTime Fields::timeIf(const char *key)
{
    return has(key) ? time(key) : QDateTime();
}

QJsonArray Fields::arrayIf(const char *key)
{
    return has(key) ? array(key) : QJsonArray();
}

QJsonObject Fields::objectIf(const char *key)
{
    return has(key) ? object(key) : QJsonObject();
}

QString Fields::decimalIf(const char *key)
{
    const QJsonValue found = value(key, false, "");
    if (found.isDouble()) {
        return QString::number(found.toDouble());
    }
    const QString text = textIf(key);
    bool ok = text.isEmpty();
    if (!ok) {
        static_cast<void>(text.toDouble(&ok)); // whether it is one
    }
    if (!ok) {
        wrong(key, u"not a decimal number"_s);
    }
    return ok ? text : QString();
}

QStringList Fields::textsIf(const char *key)
{
    QStringList texts;
    for (const QJsonValue &each : arrayIf(key)) {
        if (each.isString()) {
            texts.append(each.toString());
        }
    }
    return texts;
}

} // namespace studio::sync
