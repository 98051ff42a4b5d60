#include "domain/completion.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<Exercise> exercise(const QString &id)
{
    auto made = std::make_shared<Exercise>();
    made->id = id;
    return made;
}

std::shared_ptr<Exercise> steps()
{
    auto made = exercise(u"s"_s);
    made->kind = ExerciseKind::Steps;
    made->spec = StepsSpec{{exercise(u"s/1"_s), exercise(u"s/2"_s)}};
    return made;
}

} // namespace

TEST_CASE("An exercise of steps is passed when each step is, and begun from the first on", "[domain]")
{
    CourseProgress progress;
    CHECK_FALSE(isBegun(*steps(), progress));
    progress.exercises[u"s/1"_s].passed = true;
    CHECK_FALSE(isPassed(*steps(), progress));
    CHECK(isBegun(*steps(), progress));
    progress.exercises[u"s/2"_s].passed = true;
    CHECK(isPassed(*steps(), progress));
    CHECK_FALSE(isBegun(*steps(), progress));
}

TEST_CASE("A lesson is done when it is read and all its exercises are passed", "[domain]")
{
    Lesson lesson;
    lesson.id = u"l"_s;
    lesson.blocks = {ExerciseBlock{exercise(u"a"_s)}};
    CourseProgress progress;
    progress.lessons[u"l"_s].read = true;
    CHECK_FALSE(isDone(lesson, progress));
    progress.exercises[u"a"_s].passed = true;
    CHECK(isDone(lesson, progress));
    progress.lessons[u"l"_s].read = false;
    CHECK_FALSE(isDone(lesson, progress));
}

TEST_CASE("Reading order visits a lesson, then its exercises that have a page", "[domain]")
{
    auto embedded = exercise(u"l.quiz"_s);
    embedded->embedded = true;
    Course course;
    course.id = u"c"_s;
    Lesson lesson;
    lesson.id = u"l"_s;
    lesson.blocks = {EmbeddedExerciseBlock{EmbeddedExerciseBlock::Kind::Quiz, {embedded}},
                     ExerciseBlock{exercise(u"a"_s)}};
    course.sections = {{u"S"_s, {lesson}}};

    const auto order = readingOrder(course);

    REQUIRE(order.size() == 2);
    CHECK(order[0] == Place{u"lesson"_s, u"c"_s, u"l"_s});
    CHECK(order[1] == Place{u"exercise"_s, u"c"_s, u"a"_s});
    CHECK(findExercise(course, u"l.quiz"_s) == embedded);
    CHECK(lessonOfExercise(course, u"a"_s)->id == u"l"_s);
}
