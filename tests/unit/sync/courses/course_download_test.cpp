#include "content/course_folder.h"
#include "sync/courses/media_fetch.h"

#include <QDirIterator>

#include "platform.h"

using namespace studio;
using namespace studio::sync;
using namespace studio::sync::tests;
using namespace Qt::StringLiterals;

TEST_CASE("a course is fetched, written and found by the program's own loader")
{
    Platform platform;
    const auto manifest = platform.download();
    if (!manifest) {
        FAIL(manifest.error().message.toStdString());
    }
    CHECK(manifest->contentHash == "h1");
    CHECK(manifest->media.size() == 1);
    CHECK(platform.store.isInstalled(u"classic-5"_s));
    const content::CourseFolder courses({}, platform.folder.path());
    const auto loaded = courses.loadFolder(platform.store.coursesFolder() + u"/classic-5"_s);
    REQUIRE(loaded);
    CHECK(loaded->problems.empty());
    CHECK(loaded->course->sections[0].lessons.size() == 2);
    CHECK(platform.fileOf(u"lessons/lesson-17/lesson.md"_s).contains("![A](../../pictures/"));
    CHECK(platform.progress.back().first == platform.progress.back().second);
    CHECK(platform.capabilities.exercisesSeen == Capabilities::Seen::No);
    CHECK_FALSE(manifest->report.isEmpty()); // exercises could not be read
    CHECK(platform.api.requests().front().headers.front() == "Authorization: Bearer token-1");
    const auto back = platform.store.manifest(u"classic-5"_s);
    REQUIRE(back);
    CHECK(back->media == manifest->media);
    CHECK(platform.store.use().media == kPng.size());
}

TEST_CASE("what stopped goes on where it was, and the version before stays until then")
{
    Platform platform;
    platform.api.once("GET", "/v1/courses/5/lessons/", noAnswer(Failure::Cut, true));
    const auto first = platform.download();
    REQUIRE_FALSE(first);
    CHECK(first.error().code == ErrorCode::Offline);
    CHECK_FALSE(platform.store.isInstalled(u"classic-5"_s));
    REQUIRE(platform.download());
    CHECK(platform.api.count("GET", "/v1/courses/5/") == 1); // the answer of the first run is still there
    const QByteArray before = platform.fileOf(u"lessons/lesson-18/lesson.md"_s);

    platform.api.on(
        "GET", "/v1/courses/5/lessons/",
        jsonAnswer(
            200,
            R"([{"id":18,"course":{"id":5},"title":"While","content_format":"plain","content":"Newer. <img src='/media/b.png'>"}])"));
    platform.api.once("GET", "/media/b.png", noAnswer(Failure::Timeout, true));
    platform.api.on("GET", "/media/b.png", media(kPng + "b"));
    const auto second = platform.download("h2");
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Timeout);
    CHECK(platform.fileOf(u"lessons/lesson-18/lesson.md"_s) == before);
    REQUIRE(platform.download("h2"));
    CHECK(platform.fileOf(u"lessons/lesson-18/lesson.md"_s).contains("Newer."));
    CHECK(platform.fileOf(u"lessons/lesson-17/lesson.md"_s).isEmpty());
    CHECK(platform.store.collectGarbage() == kPng.size()); // a.png: nobody's now
    CHECK(platform.store.use().media == kPng.size() + 1);
}

TEST_CASE("the same content gives the same folder")
{
    const auto all = [](const Platform &platform) {
        QMap<QString, QByteArray> files;
        const QString folder = platform.store.coursesFolder();
        for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            files.insert(it.filePath().mid(folder.size()), file.readAll());
        }
        return files;
    };
    Platform one;
    Platform two;
    REQUIRE(one.download());
    REQUIRE(two.download());
    CHECK(all(one) == all(two));
    CHECK(all(one).size() == 4);
}

TEST_CASE("stopping is obeyed at once")
{
    Platform platform;
    platform.stop.request_stop();
    const auto result = platform.download();
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(platform.api.requests().empty());
}

TEST_CASE("a refused token is renewed once, and a stranger's 401 signs nobody out")
{
    Platform platform;
    platform.api.once("GET", "/v1/courses/5/", jsonAnswer(401, R"({"detail":"x","code":"token_not_valid"})"));
    CHECK(platform.download());
    CHECK(platform.session.renewed == 1);
    CHECK_FALSE(platform.session.lastRefused);

    platform.api.once("GET", "/v1/courses/5/", htmlAnswer(401));
    const auto result = platform.download("other");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Offline);
    CHECK_FALSE(platform.session.lastRefused);
}

TEST_CASE("a portal's page is not a course")
{
    Platform platform;
    platform.api.on("GET", "/v1/courses/5/", htmlAnswer(200));
    const auto result = platform.download();
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Offline);
    CHECK_FALSE(platform.store.isInstalled(u"classic-5"_s));
}

TEST_CASE("an id that is no course's makes no path")
{
    Platform platform;
    CatalogueCourse course;
    course.id = u"classic-5/../../x"_s;
    CourseDownload run(platform.fetcher, platform.store, platform.capabilities);
    CHECK_FALSE(run.run(course, {}, [](qint64, qint64) {}, {}));
    CHECK_FALSE(platform.store.remove(u"../platform"_s));
    CHECK_FALSE(platform.store.manifest(u"../../etc/passwd"_s));
}

TEST_CASE("a large picture goes on behind the part that is there, if it is still the same")
{
    Platform platform;
    const QByteArray large = kPng + QByteArray(3 * 1024 * 1024, 'q');
    MediaFetch fetch(platform.fetcher, platform.store);
    const QString address = u"https://learn.example.org/media/large.png"_s;
    const auto ignore = [](qint64, qint64) {};
    int asked = 0;
    platform.api.on("GET", "/media/large.png", [&](const HttpRequest &request) {
        return ++asked == 3 ? noAnswer(Failure::Cut, true) : media(large)(request);
    });
    CHECK_FALSE(fetch.fetch(address, {}, ignore, {}));
    CHECK(asked == 3);

    SECTION("it is the same")
    {
        const auto stored = fetch.fetch(address, {}, ignore, {});
        REQUIRE(stored);
        CHECK(asked == 5); // two parts were kept
        CHECK(stored->bytes == large.size());
        QFile file(platform.store.mediaPath(stored->sha256));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == large);

        platform.api.on("GET", "/media/large.png", media(large));
        CHECK(fetch.fetch(address, *stored, ignore, {}) == *stored); // 304
        CHECK(platform.api.requests().back().headers.back() == "If-None-Match: \"1\"");
    }
    SECTION("it is another one")
    {
        const QByteArray other = kPng + QByteArray(2 * 1024 * 1024, 'o');
        platform.api.on("GET", "/media/large.png", media(other, "\"2\""));
        const auto stored = fetch.fetch(address, {}, ignore, {});
        REQUIRE(stored);
        CHECK(stored->bytes == other.size());
    }
}

TEST_CASE("what is no picture, or a lie about its size, is left out")
{
    Platform platform;
    MediaFetch fetch(platform.fetcher, platform.store);
    const auto get = [&](const FakeAnswer &answer) {
        platform.api.on("GET", "/media/x.png", answer);
        const auto result
            = fetch.fetch(u"https://learn.example.org/media/x.png"_s, {}, [](qint64, qint64) {}, {});
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(get(jsonAnswer(200, "MZ not a picture")) == ErrorCode::InvalidData);
    CHECK(get(jsonAnswer(200, "")) == ErrorCode::InvalidData);
    CHECK(get(jsonAnswer(206, kPng, {{"content-range", "bytes 5-112/113"}})) == ErrorCode::InvalidData);
    CHECK(get(jsonAnswer(206, kPng, {{"content-range", "bytes 0-107/99999999999"}}))
          == ErrorCode::InvalidData);
    CHECK(get(jsonAnswer(206, kPng, {{"content-range", "bytes 0-107/*"}})) == ErrorCode::InvalidData);
    CHECK(get(jsonAnswer(416, "")) == ErrorCode::InvalidData);
    CHECK(get(jsonAnswer(404, R"({"detail":"Not found."})")) == ErrorCode::NotFound);
    CHECK(pictureEnding("<svg xmlns='x'><path/></svg>") == u"svg"_s);
    CHECK(pictureEnding("<?xml version='1.0'?>\n<svg><script>x</script></svg>").isEmpty());
    CHECK(pictureEnding("<svg onload=\"x()\"/>").isEmpty());
    CHECK(pictureEnding("<!doctype html><svg>").isEmpty());
    CHECK(platform.store.use().media == 0);
}

TEST_CASE("a course is removed whole, and its pictures when nobody else has them")
{
    Platform platform;
    REQUIRE(platform.download());
    REQUIRE(platform.store.remove(u"classic-5"_s));
    CHECK(platform.store.installed().isEmpty());
    CHECK_FALSE(platform.store.manifest(u"classic-5"_s));
    CHECK(platform.store.collectGarbage() == kPng.size());
    CHECK(platform.store.remove(u"classic-5"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("a crash between the old version and the new one leaves the old one")
{
    Platform platform;
    REQUIRE(platform.download());
    const QString place = platform.store.coursesFolder() + u"/classic-5"_s;
    const QString staging = platform.store.staging(u"classic-5"_s);
    QDir().mkpath(staging + u"/new"_s);
    REQUIRE(QDir().rename(place, staging + u"/old"_s));
    CHECK_FALSE(platform.store.isInstalled(u"classic-5"_s));
    platform.store.recover();
    CHECK(platform.store.isInstalled(u"classic-5"_s));
    CHECK_FALSE(QFileInfo::exists(staging + u"/new"_s));
}

TEST_CASE("a course that can't be written leaves what was there")
{
    Platform platform;
    REQUIRE(platform.download());
    const QByteArray before = platform.fileOf(u"course.yaml"_s);
    CourseManifest manifest;
    manifest.media.insert(u"x"_s, {"00", {}, {}, u"png"_s, 5}); // a picture that is not there
    CHECK_FALSE(platform.store.activate(u"classic-5"_s, {{u"course.yaml"_s, "new"}}, manifest));
    CHECK(platform.fileOf(u"course.yaml"_s) == before);
}
