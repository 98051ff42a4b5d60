#include "domain/py_value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace studio {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 100;

QLatin1StringView nameOf(PyValue::SequenceKind kind)
{
    switch (kind) {
    case PyValue::SequenceKind::List:
        return "list"_L1;
    case PyValue::SequenceKind::Tuple:
        return "tuple"_L1;
    case PyValue::SequenceKind::Set:
        return "set"_L1;
    case PyValue::SequenceKind::FrozenSet:
        return "frozenset"_L1;
    }
    Q_UNREACHABLE();
}

template<typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};

template<typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

double floatFrom(const QString &text)
{
    if (text == "inf"_L1) {
        return INFINITY;
    }
    if (text == "-inf"_L1) {
        return -INFINITY;
    }
    return text == "nan"_L1 ? NAN : text.toDouble();
}

std::optional<PyValue::SequenceKind> sequenceKindFrom(const QString &type)
{
    for (const auto kind : {PyValue::SequenceKind::List, PyValue::SequenceKind::Tuple,
                            PyValue::SequenceKind::Set, PyValue::SequenceKind::FrozenSet}) {
        if (type == nameOf(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

bool isDecimal(const QString &digits)
{
    const QStringView view = digits.startsWith(u'-') ? QStringView(digits).mid(1) : QStringView(digits);
    return !view.isEmpty()
        && std::all_of(view.begin(), view.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<PyValue> broken(const char *what)
{
    return fail(ErrorCode::InvalidData, QString::fromLatin1(what));
}

Result<PyValue> fromJson(const QJsonObject &json, int depth)
{
    if (depth > kDeepest) {
        return broken("value nested too deeply");
    }
    const QString type = json.value("t"_L1).toString();
    const QJsonValue value = json.value("v"_L1);
    if (type == "none"_L1) {
        return PyValue(PyValue::None{});
    }
    if (type == "bool"_L1 && value.isBool()) {
        return PyValue(value.toBool());
    }
    if (type == "int"_L1 && isDecimal(value.toString())) {
        return PyValue(PyValue::Int{value.toString()});
    }
    if (type == "float"_L1 && value.isString()) {
        return PyValue(floatFrom(value.toString()));
    }
    if (type == "complex"_L1 && value.toArray().size() == 2) {
        return PyValue(PyValue::Complex{floatFrom(value.toArray()[0].toString()),
                                        floatFrom(value.toArray()[1].toString())});
    }
    if (type == "str"_L1 && value.isString()) {
        return PyValue(value.toString());
    }
    if (type == "bytes"_L1 && value.isString()) {
        return PyValue(PyValue::Bytes{QByteArray::fromBase64(value.toString().toLatin1())});
    }
    if (type == "other"_L1) {
        return PyValue(PyValue::Other{json.value("type"_L1).toString().left(200),
                                      json.value("text"_L1).toString().left(2000)});
    }
    if (const auto kind = sequenceKindFrom(type); kind && value.isArray()) {
        PyValue::Sequence sequence{*kind, {}};
        const QJsonArray items = value.toArray();
        for (const auto &item : items) {
            auto each = fromJson(item.toObject(), depth + 1);
            if (!each) {
                return each;
            }
            sequence.items.push_back(std::move(*each));
        }
        return PyValue(std::move(sequence));
    }
    if (type == "dict"_L1 && value.isArray()) {
        PyValue::Dict dict;
        const QJsonArray items = value.toArray();
        for (const auto &item : items) {
            const QJsonArray pair = item.toArray();
            auto key = fromJson(pair.at(0).toObject(), depth + 1);
            auto mapped = fromJson(pair.at(1).toObject(), depth + 1);
            if (!key || !mapped) {
                return broken("not a pair of values");
            }
            dict.items.emplace_back(std::move(*key), std::move(*mapped));
        }
        return PyValue(std::move(dict));
    }
    return broken("not a value");
}

QJsonObject toObject(const PyValue &value)
{
    const auto object = [](QLatin1StringView type, const QJsonValue &v) {
        return QJsonObject{{u"t"_s, type}, {u"v"_s, v}};
    };
    return std::visit(
        Overloaded{
            [](PyValue::None) {
                return QJsonObject{{u"t"_s, u"none"_s}};
            },
            [&](bool v) { return object("bool"_L1, v); },
            [&](const PyValue::Int &v) { return object("int"_L1, v.digits); },
            [&](double v) { return object("float"_L1, floatRepr(v)); },
            [&](const PyValue::Complex &v) {
                return object("complex"_L1, QJsonArray{floatRepr(v.real), floatRepr(v.imaginary)});
            },
            [&](const QString &v) { return object("str"_L1, v); },
            [&](const PyValue::Bytes &v) {
                return object("bytes"_L1, QString::fromLatin1(v.bytes.toBase64()));
            },
            [&](const PyValue::Sequence &v) {
                QJsonArray items;
                for (const PyValue &item : v.items) {
                    items.append(toObject(item));
                }
                return object(nameOf(v.kind), items);
            },
            [&](const PyValue::Dict &v) {
                QJsonArray items;
                for (const auto &[key, mapped] : v.items) {
                    items.append(QJsonArray{toObject(key), toObject(mapped)});
                }
                return object("dict"_L1, items);
            },
            [](const PyValue::Other &v) {
                return QJsonObject{{u"t"_s, u"other"_s}, {u"type"_s, v.type}, {u"text"_s, v.text}};
            },
        },
        value.variant());
}

} // namespace

PyValue::PyValue(Variant value)
    : m_value(std::move(value))
{
}

QString PyValue::typeName() const
{
    return std::visit(Overloaded{
                          [](None) { return u"NoneType"_s; },
                          [](bool) { return u"bool"_s; },
                          [](const Int &) { return u"int"_s; },
                          [](double) { return u"float"_s; },
                          [](const Complex &) { return u"complex"_s; },
                          [](const QString &) { return u"str"_s; },
                          [](const Bytes &) { return u"bytes"_s; },
                          [](const Sequence &v) { return QString(nameOf(v.kind)); },
                          [](const Dict &) { return u"dict"_s; },
                          [](const Other &v) { return v.type; },
                      },
                      m_value);
}

Result<PyValue> pyValueFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return broken("not a JSON object");
    }
    return fromJson(document.object(), 0);
}

QByteArray toJson(const PyValue &value)
{
    return QJsonDocument(toObject(value)).toJson(QJsonDocument::Compact);
}

} // namespace studio
