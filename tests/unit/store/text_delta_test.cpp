#include "store/text_delta.h"

#include <catch2/catch.hpp>

#include <random>

using namespace studio::store;
using namespace Qt::StringLiterals;

TEST_CASE("A difference holds only what was typed", "[store]")
{
    const TextDelta delta = differenceBetween(u"print(1)\n"_s, u"print(12)\n"_s);

    CHECK(delta.inserted == u"2"_s);
    CHECK(delta.keptFront == 7);
    CHECK(delta.keptBack == 2);
}

TEST_CASE("A difference applied to the text before gives the text after", "[store]")
{
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        const auto text = [&random] {
            QString made;
            for (auto n = random() % 8; n > 0; --n) {
                made += QChar(u"ab\n"[random() % 3]);
            }
            return made;
        };
        const QString before = text();
        const QString after = text();
        QString built = before;
        REQUIRE(applyDelta(built, differenceBetween(before, after)));
        REQUIRE(built == after);
    }
}

TEST_CASE("A difference that does not fit changes nothing", "[store]")
{
    QString text = u"abc"_s;
    CHECK_FALSE(applyDelta(text, {2, 2, u"x"_s}));
    CHECK_FALSE(applyDelta(text, {-1, 0, u"x"_s}));
    CHECK(text == u"abc"_s);
}

TEST_CASE("Packing keeps every text exactly", "[store]")
{
    const QString text = GENERATE(QString(), u"x"_s, u"ä€😀"_s, QString(QChar(0xd83d)),
                                  QString(3, QChar(u'\0')), u"print('hello')\r\n"_s.repeated(5000));
    CHECK(unpackText(packText(text)) == text);
}

TEST_CASE("Damaged bytes are no text", "[store]")
{
    CHECK_FALSE(unpackText({}).has_value());
    CHECK_FALSE(unpackText("q123").has_value());
    CHECK_FALSE(unpackText("p1").has_value());
    CHECK_FALSE(unpackText(QByteArray("z\xff\xff\xff\xff garbage")).has_value());
    QByteArray packed = packText(u"print('hello')\n"_s.repeated(50));
    packed.truncate(packed.size() / 2);
    CHECK_FALSE(unpackText(packed).has_value());
}
