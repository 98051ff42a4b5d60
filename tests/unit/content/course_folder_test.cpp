#include "content/course_folder.h"

#include <QDir>
#include <QFile>
#include <QFuture>
#include <QStandardPaths>

#include <catch2/catch.hpp>

#include <thread>

#include "sample_course.h"

using namespace Qt::StringLiterals;
using namespace studio;
using namespace studio::content;

namespace {

struct Places
{
    QTemporaryDir folder;
    QString bundled = folder.path() + u"/bundled"_s;
    QString installed = folder.path() + u"/data/courses"_s;
    CourseFolder source{{bundled}, installed};
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void rename(SampleCourse &course, const QString &id)
{
    course.replace(u"course.yaml"_s, u"id: sample"_s, u"id: "_s + id);
}

} // namespace

TEST_CASE("there are no courses where there are no folders")
{
    const Places places;
    CHECK(places.source.courses().empty());
    const auto loaded = places.source.load(u"sample"_s);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::NotFound);
    CHECK(places.source.loadFolder(places.folder.path()).error().code == ErrorCode::NotFound);
}

TEST_CASE("a course is installed, listed, loaded and replaced")
{
    Places places;
    SampleCourse course;
    course.write(u".git/config"_s, "hidden");
    const auto installed = places.source.install(course.root());
    REQUIRE(installed);
    CHECK(installed->id == "sample"_L1);
    CHECK_FALSE(installed->bundled);
    CHECK(contents(installed->root + u"/course.yaml"_s) == course.read(u"course.yaml"_s));
    CHECK_FALSE(QFile::exists(installed->root + u"/.git"_s));
    REQUIRE(places.source.courses().size() == 1);
    CHECK(places.source.courses()[0].title == "Sample course"_L1);
    const auto loaded = places.source.load(u"sample"_s);
    REQUIRE(loaded);
    CHECK(describe(loaded->problems).isEmpty());

    SECTION("a newer copy takes the place of the older one, whole")
    {
        course.replace(u"course.yaml"_s, u"Sample course"_s, u"Newer"_s);
        course.remove(u"exercises/typing"_s);
        course.replace(u"lessons/loops/lesson.md"_s, u"::: exercise typing\n:::\n"_s, {});
        REQUIRE(places.source.install(course.root()));
        CHECK(places.source.courses().at(0).title == "Newer"_L1);
        CHECK_FALSE(QFile::exists(installed->root + u"/exercises/typing"_s));
        CHECK(QDir(places.installed).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)
              == QStringList{u"sample"_s});
    }
    SECTION("installing it from its own place changes nothing")
    {
        CHECK(places.source.install(installed->root));
        CHECK(places.source.courses().size() == 1);
    }
    SECTION("a broken newer copy leaves the older one alone")
    {
        course.replace(u"exercises/pick/exercise.yaml"_s, u"kind: choice"_s, u"kind: choyce"_s);
        const auto refused = places.source.install(course.root());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidData);
        CHECK(refused.error().message.startsWith("exercises/pick/exercise.yaml:1:7: unknown kind"_L1));
        CHECK(places.source.load(u"sample"_s)->problems.empty());
    }
    SECTION("it is removed, and can be had back")
    {
        REQUIRE(places.source.remove(u"sample"_s));
        CHECK(places.source.courses().empty());
        CHECK_FALSE(QFile::exists(installed->root));
        CHECK(places.source.remove(u"sample"_s).error().code == ErrorCode::NotFound);
        CHECK_FALSE(QFile::exists(u"files"_s)); // not into whatever folder the program was started in
    }
}

TEST_CASE("a course with a link in it is not installed")
{
    Places places;
    SampleCourse course;
    REQUIRE(QFile::link(u"/etc/passwd"_s, course.path(u"lessons/hello/images/secret.svg"_s)));
    const auto refused = places.source.install(course.root());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::InvalidData);
    CHECK(refused.error().message.contains("a link to another place"_L1));
    CHECK(places.source.courses().empty());
}

TEST_CASE("a course that came with the program can't be replaced or removed")
{
    Places places;
    const SampleCourse course;
    REQUIRE(QDir().mkpath(places.bundled));
    REQUIRE(QFile::rename(course.root(), places.bundled + u"/sample"_s));
    REQUIRE(places.source.courses().size() == 1);
    CHECK(places.source.courses()[0].bundled);
    const SampleCourse other;
    CHECK(places.source.install(other.root()).error().code == ErrorCode::Conflict);
    CHECK(places.source.remove(u"sample"_s).error().code == ErrorCode::Conflict);
}

TEST_CASE("courses that came with the program are listed first, and a broken one is left out")
{
    Places places;
    SampleCourse own;
    rename(own, u"aaa"_s);
    REQUIRE(places.source.install(own.root()));
    const SampleCourse bundled;
    REQUIRE(QDir().mkpath(places.bundled));
    REQUIRE(QFile::rename(bundled.root(), places.bundled + u"/zzz"_s));
    REQUIRE(QDir().mkpath(places.bundled + u"/broken"_s));
    QFile broken(places.bundled + u"/broken/course.yaml"_s);
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("id: [");
    broken.close();
    const auto courses = places.source.courses();
    REQUIRE(courses.size() == 2);
    CHECK(courses[0].id == "sample"_L1);
    CHECK(courses[1].id == "aaa"_L1);
}

TEST_CASE("what was set aside when the program ended comes back")
{
    Places places;
    SampleCourse course;
    REQUIRE(places.source.install(course.root()));
    REQUIRE(QDir(places.installed).rename(u"sample"_s, u".outgoing-sample"_s));
    REQUIRE(QDir(places.installed).mkpath(u".incoming-abc/course"_s));
    CHECK(places.source.courses().empty());
    const CourseFolder next({places.bundled}, places.installed);
    CHECK(next.courses().size() == 1);
    CHECK_FALSE(QFile::exists(places.installed + u"/.incoming-abc"_s));
}

TEST_CASE("a place that can't be written to is told")
{
    QTemporaryDir folder;
    QFile file(folder.path() + u"/data"_s);
    REQUIRE(file.open(QIODevice::WriteOnly)); // a file where a folder should be
    CourseFolder source({}, folder.path() + u"/data/courses"_s);
    const SampleCourse course;
    CHECK(source.install(course.root()).error().code == ErrorCode::ReadOnly);
}

TEST_CASE("courses are loaded from several threads while one is installed")
{
    Places places;
    SampleCourse course;
    REQUIRE(places.source.install(course.root()));
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 5; ++j) {
                const auto loaded = places.source.loadFolder(course.root());
                good += loaded && loaded->problems.empty() ? 1 : 0;
                places.source.courses();
            }
        });
    }
    for (int j = 0; j < 3; ++j) {
        CHECK(places.source.install(course.root()));
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    CHECK(good == 20);
}

TEST_CASE("text of others is rendered small and safe")
{
    const Places places;
    const RichText text = places.source.render(u"**Hi** <script>x</script> [a](javascript:x)"_s);
    CHECK(text.html.contains("<strong>Hi</strong>"_L1));
    CHECK(text.html.contains("&lt;script&gt;"_L1));
    CHECK_FALSE(text.html.contains("href"_L1));
    CHECK(places.source.render(QString(100'000, u'*')).html.startsWith("<pre>"_L1));
}

TEST_CASE("courses of the platform lie in a folder of their own, and nowhere else")
{
    const Places places;
    const QString downloaded = places.folder.path() + u"/downloaded"_s;
    const auto put = [](const QString &id, const QString &folder) {
        SampleCourse course;
        rename(course, id);
        QDir().mkpath(QFileInfo(folder).path());
        return QDir().rename(course.root(), folder);
    };
    REQUIRE(put(u"classic-5"_s, downloaded + u"/classic-5"_s));
    REQUIRE(put(u"stranger"_s, downloaded + u"/stranger"_s));
    REQUIRE(put(u"classic-6"_s, places.installed + u"/classic-6"_s));
    CourseFolder source({}, places.installed, downloaded);

    QStringList ids;
    for (const CourseSummary &each : source.courses()) {
        ids << each.id;
    }
    CHECK(ids == QStringList{u"classic-5"_s});
    CHECK(source.load(u"classic-5"_s));
    CHECK(source.remove(u"classic-5"_s).error().code == ErrorCode::Conflict);
    CHECK(QFile::exists(downloaded + u"/classic-5/course.yaml"_s));

    SampleCourse pretender;
    rename(pretender, u"pages-7"_s);
    const auto installed = source.install(pretender.root());
    REQUIRE_FALSE(installed);
    CHECK(installed.error().code == ErrorCode::Conflict);
}
