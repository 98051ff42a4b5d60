#include "domain/py_value.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

PyValue literal(const QString &text)
{
    const auto value = parsePyLiteral(text);
    INFO(text.toStdString() << ": " << (value ? "" : value.error().message.toStdString()));
    REQUIRE(value);
    return *value;
}

} // namespace

TEST_CASE("Literals are read and written as Python does", "[domain]")
{
    for (const QString &text : {u"None"_s,
                                u"True"_s,
                                u"-12"_s,
                                u"0"_s,
                                u"123456789012345678901234567890"_s,
                                u"1.5"_s,
                                u"1e+16"_s,
                                u"1e-05"_s,
                                u"-0.5"_s,
                                u"'a'"_s,
                                u"\"it's\""_s,
                                u"'a\\nb'"_s,
                                u"b'\\x00a'"_s,
                                u"[]"_s,
                                u"[1, [2]]"_s,
                                u"(1,)"_s,
                                u"(1, 2)"_s,
                                u"()"_s,
                                u"{}"_s,
                                u"{'a': 1, 2: [3]}"_s,
                                u"{1}"_s,
                                u"set()"_s,
                                u"frozenset({1})"_s,
                                u"frozenset()"_s}) {
        CHECK(literal(text).repr() == text);
    }
    CHECK(literal(u" [1,\n 2 , ] "_s).repr() == u"[1, 2]"_s);
    CHECK(literal(u"0x1F"_s).repr() == u"31"_s);
    CHECK(literal(u"1_000"_s).repr() == u"1000"_s);
    CHECK(literal(u"'a' \"b\""_s).repr() == u"'ab'"_s);
    CHECK(literal(u"'''x\ny'''"_s).repr() == u"'x\\ny'"_s);
    CHECK(literal(u"r'\\n'"_s).repr() == u"'\\\\n'"_s);
    CHECK(literal(u"'\\u00e9\\x41'"_s).repr() == u"'éA'"_s);
    CHECK(literal(u"(3)"_s).repr() == u"3"_s);
    CHECK(literal(u"float('inf')"_s).repr() == u"inf"_s);
    CHECK(literal(u"-0"_s).repr() == u"0"_s);
}

TEST_CASE("What is no literal is told with its place", "[domain]")
{
    for (const QString &text : {u""_s, u"hello"_s, u"[1"_s, u"{1: 2, 3}"_s, u"'open"_s, u"1 2"_s, u"[1 2]"_s,
                                u"f'x'"_s, u"1 + 1"_s, u"print()"_s, u"'\\x4'"_s, u"."_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(parsePyLiteral(text));
    }
    const auto wrong = parsePyLiteral(u"[1,\n 2,\n oops]"_s);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().message.startsWith(u"line 3, column 2"_s));
    CHECK_FALSE(parsePyLiteral(QString(100'000, u'[')));
}

TEST_CASE("The wire form comes back the same, and nonsense is refused", "[domain]")
{
    for (const QString &text :
         {u"[None, True, -7, 1.5, 'é', b'\\xff', (1, {2}), {'k': frozenset()}]"_s, u"float('nan')"_s}) {
        const auto back = pyValueFromJson(toJson(literal(text)));
        REQUIRE(back);
        CHECK(equalValues(*back, literal(text)));
    }
    for (const QByteArray &json :
         {QByteArray("{}"), QByteArray("[]"), QByteArray("{\"t\":\"int\",\"v\":\"1; rm\"}"),
          QByteArray("{\"t\":\"dict\",\"v\":[[1]]}"), QByteArray("nonsense"),
          QByteArray("{\"t\":\"list\",\"v\":").repeated(200)}) {
        CHECK_FALSE(pyValueFromJson(json));
    }
}

TEST_CASE("Equality is Python's, but True is not 1 and 1 is not 1.0", "[domain]")
{
    const auto equal = [](const QString &one, const QString &other, double tolerance = 0) {
        return equalValues(literal(one), literal(other), tolerance);
    };
    CHECK(equal(u"{1, 2, 3}"_s, u"{3, 2, 1}"_s));
    CHECK(equal(u"{'a': 1, 'b': [2]}"_s, u"{'b': [2], 'a': 1}"_s));
    CHECK_FALSE(equal(u"[1, 2]"_s, u"[2, 1]"_s));
    CHECK_FALSE(equal(u"(1, 2)"_s, u"[1, 2]"_s));
    CHECK_FALSE(equal(u"True"_s, u"1"_s));
    CHECK_FALSE(equal(u"1"_s, u"1.0"_s));
    CHECK(equal(u"1"_s, u"1.0"_s, 0.001));
    CHECK(equal(u"[0.333]"_s, u"[0.3333]"_s, 0.01));
    CHECK_FALSE(equal(u"True"_s, u"1"_s, 0.001));
    CHECK_FALSE(equal(u"'1'"_s, u"1"_s, 0.001));
    CHECK(equal(u"float('nan')"_s, u"float('nan')"_s));
    const PyValue other(PyValue::Other{u"E"_s, u"6"_s});
    CHECK_FALSE(equalValues(other, other));
}

TEST_CASE("A long value is cut where it is shown", "[domain]")
{
    const QString shown = literal(u"["_s % u"'abcdefgh', "_s.repeated(5000) % u"]"_s).repr(100);
    CHECK(shown.size() == 101);
    CHECK(shown.endsWith(u'…'));
}
