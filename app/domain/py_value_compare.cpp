#include "domain/py_value.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace studio {

namespace {

bool near(double one, double other, double tolerance)
{
    return one == other
        || std::abs(one - other) <= tolerance * std::max({1.0, std::abs(one), std::abs(other)});
}

/// The value as a number, for a comparison with tolerance; True and False are not numbers to a teacher.
std::optional<double> number(const PyValue &value)
{
    if (const auto *whole = std::get_if<PyValue::Int>(&value.variant())) {
        return whole->digits.toDouble();
    }
    if (const auto *real = std::get_if<double>(&value.variant())) {
        return *real;
    }
    return std::nullopt;
}

/// A text that is the same for equal values and sorts, so that sets and dicts are compared in n log n.
QString sortKey(const PyValue &value)
{
    return value.typeName() + QChar(u':') + value.repr(1 << 20);
}

bool equalInOrder(const std::vector<PyValue> &one, const std::vector<PyValue> &other, double tolerance)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(),
        [tolerance](const PyValue &a, const PyValue &b) { return equalValues(a, b, tolerance); });
}

std::vector<PyValue> sorted(const std::vector<PyValue> &items)
{
    std::vector<std::pair<QString, const PyValue *>> keyed;
    keyed.reserve(items.size());
    for (const PyValue &item : items) {
        keyed.emplace_back(sortKey(item), &item);
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<PyValue> result;
    result.reserve(items.size());
    for (const auto &[key, item] : keyed) {
        result.push_back(*item);
    }
    return result;
}

bool equalSequences(const PyValue::Sequence &one, const PyValue::Sequence &other, double tolerance)
{
    if (one.kind != other.kind || one.items.size() != other.items.size()) {
        return false;
    }
    const bool ordered = one.kind == PyValue::SequenceKind::List || one.kind == PyValue::SequenceKind::Tuple;
    return ordered ? equalInOrder(one.items, other.items, tolerance)
                   : equalInOrder(sorted(one.items), sorted(other.items), tolerance);
}

bool equalDicts(const PyValue::Dict &one, const PyValue::Dict &other, double tolerance)
{
    if (one.items.size() != other.items.size()) {
        return false;
    }
    const auto pairs = [](const PyValue::Dict &dict) {
        std::vector<PyValue> items;
        items.reserve(dict.items.size());
        for (const auto &[key, value] : dict.items) {
            items.emplace_back(PyValue::Sequence{PyValue::SequenceKind::Tuple, {key, value}});
        }
        return sorted(items);
    };
    return equalInOrder(pairs(one), pairs(other), tolerance);
}

} // namespace

bool equalValues(const PyValue &actual, const PyValue &expected, double tolerance)
{
    const auto &one = actual.variant();
    const auto &other = expected.variant();
    if (tolerance > 0) {
        const auto mine = number(actual);
        const auto theirs = number(expected);
        if (mine && theirs) {
            return near(*mine, *theirs, tolerance) || (std::isnan(*mine) && std::isnan(*theirs));
        }
    }
    if (one.index() != other.index()) {
        return false;
    }
    if (const auto *value = std::get_if<double>(&one)) {
        const double expectedValue = std::get<double>(other);
        return *value == expectedValue || (std::isnan(*value) && std::isnan(expectedValue));
    }
    if (const auto *value = std::get_if<PyValue::Complex>(&one)) {
        const auto &expectedValue = std::get<PyValue::Complex>(other);
        return near(value->real, expectedValue.real, tolerance)
            && near(value->imaginary, expectedValue.imaginary, tolerance);
    }
    if (const auto *value = std::get_if<PyValue::Sequence>(&one)) {
        return equalSequences(*value, std::get<PyValue::Sequence>(other), tolerance);
    }
    if (const auto *value = std::get_if<PyValue::Dict>(&one)) {
        return equalDicts(*value, std::get<PyValue::Dict>(other), tolerance);
    }
    if (const auto *value = std::get_if<bool>(&one)) {
        return *value == std::get<bool>(other);
    }
    if (const auto *value = std::get_if<PyValue::Int>(&one)) {
        return *value == std::get<PyValue::Int>(other);
    }
    if (const auto *value = std::get_if<QString>(&one)) {
        return *value == std::get<QString>(other);
    }
    if (const auto *value = std::get_if<PyValue::Bytes>(&one)) {
        return *value == std::get<PyValue::Bytes>(other);
    }
    return std::holds_alternative<PyValue::None>(one); // anything of another type equals nothing
}

} // namespace studio
