#include "content/markdown/lesson_parts.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace studio;
using namespace studio::content;

namespace {

QString shape(const QString &text, int problemsExpected = 0)
{
    ProblemList problems;
    const auto parts = splitLesson({u"l"_s, text, 1, 0, std::nullopt}, problems);
    CHECK(static_cast<int>(problems.take().size()) == problemsExpected);
    QString shape;
    for (const LessonPart &part : parts.parts) {
        switch (part.kind) {
        case LessonPart::Kind::Heading:
            shape += u'H';
            break;
        case LessonPart::Kind::Text:
            shape += u'T';
            break;
        case LessonPart::Kind::Image:
            shape += u'I';
            break;
        case LessonPart::Kind::Fence:
            shape += u'F';
            break;
        case LessonPart::Kind::Directive:
            shape += u'D';
            break;
        }
    }
    return shape;
}

} // namespace

TEST_CASE("a lesson is cut at headings, fences, directives and lone pictures")
{
    CHECK(shape(u""_s) == QString());
    CHECK(shape(u"a\n\nb\n"_s) == "T"_L1);
    CHECK(shape(u"a\n## h\nb\n```\nc\n```\nd\n::: tip\ne\n:::\nf"_s) == "THTFTDT"_L1);
    CHECK(shape(u"![a](b.svg)\n"_s) == "I"_L1);
    CHECK(shape(u"![a](b.svg) and more\n"_s) == "T"_L1);
    CHECK(shape(u"text\n![a](b.svg)\n"_s) == "T"_L1);
    CHECK(shape(u"![a](b.svg)\n![c](d.svg)\n"_s) == "T"_L1);
    CHECK(shape(u"![a](b.svg)\n\n![c](d.svg)\n"_s) == "II"_L1);
}

TEST_CASE("what looks like a mark inside of code is code")
{
    CHECK(shape(u"```\n## no\n::: no\n```\n"_s) == "F"_L1);
    CHECK(shape(u"~~~\n```\n~~~\n"_s) == "F"_L1);
    CHECK(shape(u"````\n```\n````\n"_s) == "F"_L1);
    CHECK(shape(u"- item\n\n  ```\n  ## no\n  ```\n"_s) == "T"_L1);
    CHECK(shape(u"> ```\n> x\n> ```\n"_s) == "T"_L1);
    CHECK(shape(u"::: tip\n```\n:::\n```\n:::\n"_s) == "D"_L1);
    CHECK(shape(u"#hash\n####### seven\n"_s) == "T"_L1);
}

TEST_CASE("marks without their partner are problems")
{
    CHECK(shape(u"```\nx\n"_s, 1) == "F"_L1);
    CHECK(shape(u"::: tip\nx\n"_s, 1) == "D"_L1);
    CHECK(shape(u"::: tip\nx\n::: info\ny\n:::\n"_s, 1) == "DD"_L1);
    CHECK(shape(u":::\n"_s, 1) == QString());
    CHECK(shape(u":::: tip\nx\n:::\n"_s, 1) == "D"_L1);
    CHECK(shape(u" ::: tip\nx\n"_s, 1) == "T"_L1);
}
