#include "content/course_files.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

#include <algorithm>

#include "sample_course.h"

using namespace Qt::StringLiterals;
using namespace studio;

namespace {

/// The problem of a file, which has to be there.
Problem problemOf(const SampleCourse &course, const QString &file, const QString &what)
{
    const auto problems = course.load().problems;
    INFO(describe(problems).toStdString());
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem &problem) {
        return problem.place.file == file && problem.what.contains(what);
    });
    REQUIRE(found != problems.end());
    return *found;
}

} // namespace

TEST_CASE("a file that is missing is named")
{
    SampleCourse course;
    for (const QString &file : {u"exercises/greet/solution.py"_s, u"exercises/gaps/starter.py"_s}) {
        course.remove(file);
        CHECK(problemOf(course, file, u"the file is missing"_s).severity == Severity::Error);
    }
    course.remove(u"exercises/shapes/exercise.yaml"_s);
    CHECK(problemOf(course, u"exercises/shapes/exercise.yaml"_s, u"missing"_s).severity == Severity::Error);
    course.remove(u"exercises/largest/task.md"_s);
    CHECK(problemOf(course, u"exercises/largest/exercise.yaml"_s, u"no task"_s).place.line == 1);
}

TEST_CASE("a course without course.yaml or with an empty one is no course")
{
    SampleCourse course;
    course.write(u"course.yaml"_s, "");
    CHECK_FALSE(course.load().course);
    const Problem problem = problemOf(course, u"course.yaml"_s, u"nothing here"_s);
    CHECK(problem.place == SourcePlace{u"course.yaml"_s, 1, 1});
    course.remove(u"course.yaml"_s);
    CHECK_FALSE(course.load().course);
    CHECK(problemOf(course, u"course.yaml"_s, u"missing"_s).severity == Severity::Error);
}

TEST_CASE("an empty file is told from a missing one")
{
    SampleCourse course;
    for (const QString &file : {u"exercises/greet/solution.py"_s, u"exercises/greet/mistakes/no-comma.py"_s,
                                u"exercises/largest/task.md"_s, u"exercises/shapes/tests/test_shapes.py"_s}) {
        course.write(file, "\n");
        const Problem problem = problemOf(course, file, u"empty"_s);
        CHECK(problem.severity == Severity::Error);
        CHECK(problem.place.line == 1);
        CHECK(problem.place.column == 1);
    }
    course.write(u"lessons/loops/lesson.md"_s, "");
    CHECK(problemOf(course, u"lessons/loops/lesson.md"_s, u"no front matter"_s).place.line == 1);
    course.write(u"lessons/loops/lesson.md"_s, "---\ntitle: x\n---\n");
    CHECK(problemOf(course, u"lessons/loops/lesson.md"_s, u"the lesson is empty"_s).place.line == 4);
    course.write(u"exercises/pick/exercise.yaml"_s, "# nothing\n");
    problemOf(course, u"exercises/pick/exercise.yaml"_s, u"nothing"_s);
}

TEST_CASE("bytes that are no UTF-8 and control characters have a place")
{
    SampleCourse course;
    course.write(u"exercises/greet/solution.py"_s, "x = 1\ny = '\xc3\xa4\xff'\n");
    const Problem bad = problemOf(course, u"exercises/greet/solution.py"_s, u"0xff is not UTF-8"_s);
    CHECK(bad.place.line == 2);
    CHECK(bad.place.column == 7);
    course.write(u"lessons/loops/lesson.md"_s, QByteArray("---\ntitle: x\n---\nab\0c\n", 22));
    const Problem control = problemOf(course, u"lessons/loops/lesson.md"_s, u"control character (0x00)"_s);
    CHECK(control.place.line == 4);
    CHECK(control.place.column == 3);
}

TEST_CASE("files that nobody uses are warned of")
{
    SampleCourse course;
    course.write(u"lessons/hello/images/old.svg"_s, "<svg/>");
    course.write(u"exercises/greet/notes.txt"_s, "x");
    course.write(u"exercises/greet/mistakes/other.py"_s, "x");
    course.write(u"README.md"_s, "Not watched.");
    CHECK(problemOf(course, u"lessons/hello/images/old.svg"_s, u"nothing uses"_s).severity
          == Severity::Warning);
    CHECK(problemOf(course, u"exercises/greet/notes.txt"_s, u"nothing uses"_s).severity == Severity::Warning);
    CHECK(problemOf(course, u"exercises/greet/mistakes/other.py"_s, u"no message"_s).severity
          == Severity::Warning);
    CHECK(course.load().problems.size() == 3);
}

TEST_CASE("lessons and exercises that the course doesn't show are warned of")
{
    SampleCourse course;
    course.replace(u"lessons/loops/lesson.md"_s, u"::: exercise typing\n:::\n"_s, {});
    course.write(u"lessons/spare/lesson.md"_s, "---\ntitle: Spare\n---\nx\n");
    CHECK(problemOf(course, u"exercises/typing/exercise.yaml"_s, u"no lesson shows"_s).severity
          == Severity::Warning);
    CHECK(problemOf(course, u"lessons/spare"_s, u"doesn't list"_s).severity == Severity::Warning);
    CHECK(course.load().problems.size() == 2);
}

TEST_CASE("a folder name that is no id is an error")
{
    SampleCourse course;
    REQUIRE(QDir(course.root()).rename(u"exercises/typing"_s, u"exercises/Typing 1"_s));
    CHECK(problemOf(course, u"exercises/Typing 1"_s, u"no id of an exercise"_s).severity == Severity::Error);
}

TEST_CASE("links to other places are refused and never followed")
{
    SampleCourse course;
    course.remove(u"exercises/greet/solution.py"_s);
    REQUIRE(QFile::link(u"/etc/passwd"_s, course.path(u"exercises/greet/solution.py"_s)));
    REQUIRE(QFile::link(u"/"_s, course.path(u"lessons/all"_s)));
    problemOf(course, u"exercises/greet/solution.py"_s, u"a link to another place"_s);
    problemOf(course, u"lessons/all"_s, u"a link to another place"_s);
    const auto greet = findExercise(*course.load().course, u"greet"_s);
    REQUIRE(greet);
    CHECK(greet->solution.isEmpty());
}

TEST_CASE("files that are too large, folders that are too deep and too many files are refused")
{
    SampleCourse course;
    course.write(u"exercises/greet/solution.py"_s, QByteArray(content::kLargestText + 1, 'x'));
    problemOf(course, u"exercises/greet/solution.py"_s, u"too large"_s);
    course.write(u"exercises/greet/exercise.yaml"_s, QByteArray(content::kLargestYaml + 1, '#'));
    problemOf(course, u"exercises/greet/exercise.yaml"_s, u"too large"_s);
    course.write(u"a/b/c/d/e/f/g/h/i/j/k/l/m/n/x"_s, "x");
    problemOf(course, u"a/b/c/d/e/f/g/h/i/j/k/l/m"_s, u"too deep"_s);
    for (int i = 0; i <= content::kMostFiles; ++i) {
        QFile file(course.path(u"f%1"_s.arg(i)));
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    const auto problems = course.load().problems;
    CHECK(
        std::count_if(problems.begin(), problems.end(),
                      [](const Problem &problem) { return problem.what.contains("more than 5000 files"_L1); })
        == 1);
}

TEST_CASE("paths stay in the course folder")
{
    using content::pathInCourse;
    CHECK(pathInCourse(u"lessons/a"_s, u"images/x.svg"_s) == u"lessons/a/images/x.svg"_s);
    CHECK(pathInCourse(u"lessons/a"_s, u"../../x.svg"_s) == u"x.svg"_s);
    for (const QString &bad :
         {u"../../../x.svg"_s, u"/etc/passwd"_s, u"C:/x"_s, u"a\\b"_s, u"file:x"_s, u""_s, u"../../.."_s}) {
        INFO(bad.toStdString());
        CHECK_FALSE(pathInCourse(u"lessons/a"_s, bad));
    }
}
