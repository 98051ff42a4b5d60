#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace studio {

/// A plain Python value outside Python: what a call gave back, or what an author expects.
///
/// Compared here, never inside the learner's process. Values of any other type are carried as `Other`
/// and are equal to nothing.
class PyValue final
{
public:
    struct None
    {
        bool operator==(const None &) const = default;
    };

    struct Int
    {
        QString digits; ///< Decimal, with a leading minus; any length.
        bool operator==(const Int &) const = default;
    };

    struct Bytes
    {
        QByteArray bytes;
        bool operator==(const Bytes &) const = default;
    };

    enum class SequenceKind { List, Tuple, Set, FrozenSet };

    struct Sequence
    {
        SequenceKind kind = SequenceKind::List;
        std::vector<PyValue> items;
    };

    struct Dict
    {
        std::vector<std::pair<PyValue, PyValue>> items; ///< In insertion order.
    };

    struct Complex
    {
        double real = 0;
        double imaginary = 0;
    };

    struct Other
    {
        QString type;
        QString text; ///< Its repr(), bounded, from the learner's process: for showing only.
    };

    using Variant = std::variant<None, bool, Int, double, Complex, QString, Bytes, Sequence, Dict, Other>;

    PyValue() = default;
    PyValue(Variant value); // NOLINT(google-explicit-constructor)

    const Variant &variant() const { return m_value; }

    QString typeName() const;

    /// As Python's repr() would write it; cut with an ellipsis after `limit` characters.
    QString repr(int limit = 2000) const;

private:
    Variant m_value;
};

/// A float as repr() writes it: the shortest text that reads back the same; `inf`, `-inf`, `nan`.
QString floatRepr(double value);

/// Reads a Python literal: None, True, numbers, strings (all prefixes but f), bytes, lists, tuples, dicts,
/// sets, `set()`, unary minus, `inf`/`nan` by float('…'). InvalidData with line and column otherwise, or when
/// nested deeper than 100.
Result<PyValue> parsePyLiteral(const QString &text);

/// The wire form: JSON made by the worker, e.g. {"t":"int","v":"12"}. Bounded in depth (100) and size;
/// InvalidData otherwise.
Result<PyValue> pyValueFromJson(const QByteArray &json);
QByteArray toJson(const PyValue &value);

/// Python's == with two stricter rules that a teacher expects: True is not 1, and 1 is not 1.0
/// unless a tolerance is given. With tolerance > 0 numbers may differ by it (absolute or relative).
bool equalValues(const PyValue &actual, const PyValue &expected, double tolerance = 0);

} // namespace studio
