#include "ui/exercises/choice_answer.h"
#include "ui/exercises/parsons_lines.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace studio;
using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

Exercise parsons(bool givenIndentation)
{
    Exercise exercise;
    exercise.id = u"sum"_s;
    exercise.kind = ExerciseKind::Parsons;
    ParsonsSpec spec;
    spec.lines
        = QStringList{u"total = 0"_s, u"for n in [1, 2]:"_s, u"    total = total + n"_s, u"print(total)"_s};
    spec.distractors = QStringList{u"total = n"_s};
    spec.givenIndentation = givenIndentation;
    exercise.spec = spec;
    return exercise;
}

int indexOf(const std::vector<ParsonsLines::Line> &lines, const QString &text)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&text](const ParsonsLines::Line &line) { return line.text == text; });
    return found == lines.end() ? -1 : static_cast<int>(found - lines.begin());
}

} // namespace

TEST_CASE("Lines put in order and indented give the answer's text, and come back from it", "[exercises]")
{
    ParsonsLines lines(parsons(false));
    for (const QString &text :
         {u"total = 0"_s, u"for n in [1, 2]:"_s, u"total = total + n"_s, u"print(total)"_s}) {
        lines.use(indexOf(lines.unused(), text), static_cast<int>(lines.used().size()));
    }
    lines.indent(2, 1);

    const QString answer = lines.answer();

    CHECK(answer == u"total = 0\nfor n in [1, 2]:\n    total = total + n\nprint(total)"_s);
    ParsonsLines again(parsons(false));
    again.setAnswer(answer);
    CHECK(again.used() == lines.used());
    CHECK(again.unused().size() == 1);
}

TEST_CASE("A given indentation stays whatever is done to a line", "[exercises]")
{
    ParsonsLines lines(parsons(true));
    lines.use(indexOf(lines.unused(), u"total = total + n"_s), 0);
    lines.indent(0, -1);

    CHECK(lines.answer() == u"    total = total + n"_s);
}

TEST_CASE("A line moved past the ends stops there", "[exercises]")
{
    ParsonsLines lines(parsons(false));
    lines.use(0, 0);
    lines.use(0, 1);
    const auto first = lines.used()[0];
    lines.move(0, 5);
    CHECK(lines.used()[1] == first);
    lines.move(1, -9);
    CHECK(lines.used()[0] == first);
}

TEST_CASE("An answer with strange lines keeps those that belong to the exercise", "[exercises]")
{
    ParsonsLines lines(parsons(false));
    lines.setAnswer(u"import os\ntotal = 0\ntotal = 0\n"_s);

    CHECK(lines.answer() == u"total = 0"_s);
    CHECK(lines.used().size() + lines.unused().size() == 5);
}

TEST_CASE("Shuffling is the same each time and never the right order", "[exercises]")
{
    for (int count = 2; count < 9; ++count) {
        const auto order = shuffledOrder(count, u"seed"_s);
        CHECK(order == shuffledOrder(count, u"seed"_s));
        CHECK_FALSE(std::is_sorted(order.begin(), order.end()));
    }
    CHECK(shuffledOrder(1, u"seed"_s) == std::vector<int>{0});
}
