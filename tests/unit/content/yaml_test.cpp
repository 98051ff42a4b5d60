#include "content/words.h"
#include "content/yaml/map_reader.h"

#include <catch2/catch.hpp>

#include "sample_course.h"

using namespace Qt::StringLiterals;
using namespace studio;
using namespace studio::content;

namespace {

SourceText source(const QString &text)
{
    return {u"x.yaml"_s, text, 1, 0, std::nullopt};
}

QString firstProblem(const QString &text)
{
    ProblemList problems;
    const auto node = parseYaml(source(text), problems);
    const auto all = problems.take();
    return all.empty() ? QString() : all.front().what;
}

} // namespace

TEST_CASE("places of YAML count code points")
{
    ProblemList problems;
    const auto root = parseYaml(source(u"größe: {𝄞: x, ä: y}\nb:\n  - c\n"_s), problems);
    REQUIRE(root);
    const auto &map = root->entries.at(0).value;
    CHECK(map.place == SourcePlace{u"x.yaml"_s, 1, 8});
    CHECK(map.entries.at(1).place == SourcePlace{u"x.yaml"_s, 1, 15});
    CHECK(map.entries.at(1).value.place == SourcePlace{u"x.yaml"_s, 1, 18});
    CHECK(root->entries.at(1).value.items.at(0).place == SourcePlace{u"x.yaml"_s, 3, 5});
}

TEST_CASE("a block of text knows where its lines stand")
{
    ProblemList problems;
    const auto root = parseYaml(source(u"a:\n  - task: |\n\n      one\n        two\n"_s), problems);
    REQUIRE(root);
    const auto &task = root->entries.at(0).value.items.at(0).entries.at(0).value;
    CHECK(task.text == "\none\n  two\n"_L1);
    CHECK(task.source().at(task.text.indexOf(u't')) == SourcePlace{u"x.yaml"_s, 5, 9});
}

TEST_CASE("plain scalars have the types that other readers of YAML give them")
{
    ProblemList problems;
    const auto good = parseYaml(
        source(u"[12, -0x1f, 3:20, 1.5, .5, 1e3, yes, Off, ~, 2020-01-02, abc, \"12\", 1.0.0, 0o7]"_s),
        problems);
    REQUIRE(good);
    using enum ScalarType;
    const std::vector<ScalarType> expected
        = {Integer, Integer, Integer, Float, Float, Text, Bool, Bool, Text, Other, Text, Text, Text, Text};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(good->items[i].text.toStdString());
        CHECK(good->items[i].type == expected[i]);
    }
    CHECK(good->items[8].kind == YamlNode::Kind::Null);
}

TEST_CASE("YAML that would grow without bounds is refused")
{
    CHECK(firstProblem(u"a: &a [x]\nb: [*a, *a]\n"_s).contains("an anchor"_L1));
    CHECK(firstProblem(QString(50'000, u'[')).contains("nested too deeply"_L1));
    CHECK(firstProblem(u"- "_s.repeated(50'000)).contains("nested too deeply"_L1));
    CHECK(firstProblem(u"{a: "_s.repeated(50'000)).contains("nested too deeply"_L1));
    CHECK(firstProblem(u"[" % u"x,"_s.repeated(120'000) % u"x]"_s).contains("more than"_L1));
    CHECK(firstProblem(u"a: 1\n---\nb: 2\n"_s).contains("a second document"_L1));
    CHECK(firstProblem(u"? [a]\n: b\n"_s).contains("as a key"_L1));
}

TEST_CASE("a large file in one line is read in one go")
{
    ProblemList problems;
    QString text = u"{"_s;
    for (int i = 0; i < 40'000; ++i) {
        text += u"k%1: \"ä\", "_s.arg(i);
    }
    const auto root = parseYaml(source(text % u"last: x}"_s), problems);
    REQUIRE(root);
    CHECK(root->entries.size() == 40'001);
    CHECK(root->entries.back().place.column == text.size() + 1);
}

TEST_CASE("syntax errors are explained in words of the author's file")
{
    CHECK(firstProblem(u"a: b: c\n"_s).contains("\": \" can't stand here"_L1));
    CHECK(firstProblem(u"a: {b: c\n"_s).contains("the closing } is missing"_L1));
    CHECK(firstProblem(u"a: \"b\n"_s).contains("the closing quotation mark is missing"_L1));
    CHECK(firstProblem(u"a: `b`\n"_s).contains("this character can't begin a text"_L1));
    CHECK(firstProblem(u"a: 1\n  b: 2\n"_s) != QString());
}

TEST_CASE("every prefix of a file ends in a tree or in a problem with a place")
{
    const QString text = QString::fromUtf8(SampleCourse().read(u"exercises/greet/exercise.yaml"_s));
    for (qsizetype length = 0; length <= text.size(); ++length) {
        ProblemList problems;
        const auto root = parseYaml(source(text.left(length)), problems);
        const auto all = problems.take();
        INFO(length << "\n" << describe(all).toStdString());
        REQUIRE((root.has_value() || !all.empty()));
        for (const Problem &problem : all) {
            REQUIRE(problem.place.line >= 1);
            REQUIRE(problem.place.column >= 1);
        }
    }
}

TEST_CASE("the nearest word is one that was meant")
{
    const QStringList words = {u"title"_s, u"task"_s, u"hints"_s};
    CHECK(nearestWord(u"tytle"_s, words) == "title"_L1);
    CHECK(nearestWord(u"Hints"_s, words) == "hints"_L1);
    CHECK(nearestWord(u"zebra"_s, words).isEmpty());
    CHECK(nearestWord(QString(100'000, u'x'), words).isEmpty());
}
