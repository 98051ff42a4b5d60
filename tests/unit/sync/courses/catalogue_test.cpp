#include "sync/courses/canonical_json.h"
#include "sync/courses/catalogue_fetch.h"

#include "platform.h"

using namespace studio;
using namespace studio::sync;
using namespace studio::sync::tests;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 28), QTime(10, 0), Qt::UTC);
const QByteArray kNoPage = R"({"error":"Failed to fetch course: No CoursePage matches the given query."})";

QByteArray results(const QByteArray &items)
{
    return R"({"count":1,"next":null,"previous":null,"results":[)" + items + "]}";
}

/// As deployed: the list of pages fails, one course is featured, another only named by an exercise.
struct Catalogues : Platform
{
    Catalogues()
    {
        api.on(
            "GET", "/v1/courses/",
            jsonAnswer(
                200,
                results(
                    R"({"id":5,"title":"Loops","slug":"loops","user_enrolled":true,"enrollment_count":3,"category_name":"Python"})")));
        api.on(
            "GET", "/v1/lessons/",
            jsonAnswer(
                200,
                results(R"({"id":17,"course":{"id":5},"title":"For","updated_at":"2026-01-01T00:00:00Z"})")));
        api.on(
            "GET", "/v1/learning/",
            jsonAnswer(
                200,
                R"({"featured_courses":[{"id":5,"title":"Basics","slug":"basics","categories":[{"name":"Tips"}]}]})"));
        api.on("GET", "/v1/learning/courses/", jsonAnswer(500, R"({"error":"more than one row returned"})"));
        api.on(
            "GET", "/v1/wagtail/exercises/",
            jsonAnswer(
                200,
                R"({"exercises":[{"id":7,"title":"E","slug":"e","url":"/learning/text/l/e/"},{"id":8,"title":"F","slug":"f","url":null}],"pagination":{"total_count":2,"has_next":false}})"));
        pageCourse("basics", 5, "Basics");
        pageCourse("text", 40, "Text");
    }

    void pageCourse(const QByteArray &slug, int id, const QByteArray &title)
    {
        const QByteArray number = QByteArray::number(id);
        api.on("GET", "/learning/courses/" + slug + "/",
               jsonAnswer(200,
                          "{\"id\":" + number + ",\"title\":\"" + title + "\",\"slug\":\"" + slug
                              + "\",\"enrollment_status\":{\"enrolled\":true}}"));
        api.on("GET", "/learning/courses/" + slug + "/exercises/",
               jsonAnswer(200,
                          "{\"course\":{\"id\":" + number
                              + "},\"exercises\":[{\"id\":7,\"title\":\"E\",\"slug\":\"e\"}]}"));
    }

    Sweep sweep(bool goingAllowed = false, bool signedIn = true)
    {
        auto done = CatalogueFetch(fetcher).run(state, signedIn, goingAllowed, kNow, {});
        if (!done) {
            FAIL(done.error().message.toStdString());
        }
        state = done->state;
        return *done;
    }

    QStringList ids() const
    {
        QStringList all;
        for (const CatalogueItem &each : state.items) {
            all.append(each.course.id + (each.course.gone ? u" gone"_s : QString()));
        }
        return all;
    }

    CatalogueState state;
};

} // namespace

TEST_CASE("both catalogues are one list, whose ids do not meet")
{
    Catalogues platform;
    const Sweep sweep = platform.sweep();
    CHECK(platform.ids() == QStringList{u"classic-5"_s, u"pages-40"_s, u"pages-5"_s});
    CHECK(sweep.classicComplete);
    CHECK(sweep.pagesComplete);
    CHECK(sweep.changed.size() == 3);
    const CatalogueCourse &classic = platform.state.find(u"classic-5"_s)->course;
    CHECK(classic.enrolled);
    CHECK(classic.lessons == 1);
    CHECK(classic.topics == QStringList{u"Python"_s});
    const CatalogueCourse &page = platform.state.find(u"pages-5"_s)->course;
    CHECK(page.topics == QStringList{u"Tips"_s});
    CHECK(page.exercises == 1);
    CHECK(page.missing == u"lessons"_s);
    CHECK(page.enrolled);
}

TEST_CASE("unchanged content is known by its hash, whatever moves around it")
{
    Catalogues platform;
    platform.sweep();
    platform.api.on(
        "GET", "/v1/courses/",
        jsonAnswer(
            200,
            results(
                R"({"title":"Loops","id":5,"slug":"loops","user_enrolled":false,"enrollment_count":99,"category_name":"Python"})")));
    CHECK(platform.sweep().changed.isEmpty());
    CHECK_FALSE(platform.state.find(u"classic-5"_s)->course.enrolled);
    platform.api.on(
        "GET", "/v1/lessons/",
        jsonAnswer(
            200,
            results(R"({"id":17,"course":{"id":5},"title":"For","updated_at":"2026-02-02T00:00:00Z"})")));
    CHECK(platform.sweep().changed == QStringList{u"classic-5"_s});
}

TEST_CASE("a course is gone after two complete sweeps without it, and its own not found")
{
    Catalogues platform;
    platform.sweep();
    platform.api.on("GET", "/v1/courses/", jsonAnswer(200, results({})));
    platform.sweep();
    CHECK(platform.ids().contains(u"classic-5"_s)); // missed once
    platform.api.on("GET", "/v1/courses/5/", jsonAnswer(200, R"({"id":5,"title":"Loops"})"));
    platform.sweep();
    CHECK(platform.ids().contains(u"classic-5"_s)); // it still answers
    platform.api.on("GET", "/v1/courses/5/", htmlAnswer(500));
    platform.sweep();
    CHECK(platform.ids().contains(u"classic-5"_s)); // says nothing
    platform.api.on("GET", "/v1/courses/5/",
                    jsonAnswer(404, R"({"detail":"No Course matches the given query."})"));
    CHECK(platform.sweep().going == QStringList{u"classic-5"_s});
    CHECK(platform.ids().contains(u"classic-5 gone"_s));
    platform.api.on("GET", "/v1/courses/",
                    jsonAnswer(200, results(R"({"id":5,"title":"Loops","slug":"loops"})")));
    CHECK(platform.sweep().changed == QStringList{u"classic-5"_s}); // it is back
    CHECK(platform.ids().contains(u"classic-5"_s));
}

TEST_CASE("a page that was renamed or taken away is not found by a 500")
{
    Catalogues platform;
    platform.sweep();
    platform.api.on("GET", "/learning/courses/text/", jsonAnswer(500, kNoPage));
    platform.sweep();
    CHECK(platform.ids().contains(u"pages-40"_s));
    platform.sweep();
    CHECK(platform.ids().contains(u"pages-40 gone"_s));
}

TEST_CASE("half a list takes nothing away")
{
    Catalogues platform;
    platform.sweep();
    platform.api.on("GET", "/v1/lessons/", htmlAnswer(500));
    platform.api.on("GET", "/v1/courses/", jsonAnswer(200, results({})));
    for (int i = 0; i < 3; ++i) {
        const Sweep sweep = platform.sweep();
        CHECK_FALSE(sweep.classicComplete);
        CHECK(sweep.problem);
    }
    CHECK(platform.state.find(u"classic-5"_s)->missed == 0);
    platform.api.on("GET", "/v1/wagtail/exercises/", noAnswer(Failure::Cut, true));
    CHECK_FALSE(CatalogueFetch(platform.fetcher).run(platform.state, true, false, kNow, {}));
}

TEST_CASE("without an account the plain tables stay as they were")
{
    Catalogues platform;
    platform.sweep();
    platform.session.why = NoToken::Why::SignInNeeded;
    const Sweep sweep = platform.sweep(false, false);
    CHECK_FALSE(sweep.classicComplete);
    CHECK(sweep.pagesComplete);
    CHECK(platform.ids().size() == 3);
}

TEST_CASE("a course that can't be read is left as it was")
{
    Catalogues platform;
    platform.sweep();
    platform.api.on("GET", "/learning/courses/text/", jsonAnswer(200, R"({"id":40,"slug":"text"})"));
    const Sweep sweep = platform.sweep();
    CHECK(platform.state.find(u"pages-40"_s)->course.title == u"Text"_s);
    CHECK(sweep.skipped.join(u' ').contains(u"title: a text is missing"_s));
}

TEST_CASE("many going at once is asked about first")
{
    Catalogues platform;
    for (int id = 50; id < 55; ++id) {
        CatalogueItem item;
        item.course.id = courseIdOf({Catalogue::Classic, id});
        item.missed = 1;
        platform.state.items.push_back(item);
        platform.api.on("GET", "/v1/courses/" + QByteArray::number(id) + "/",
                        jsonAnswer(404, R"({"detail":"Not found."})"));
    }
    const Sweep asked = platform.sweep();
    CHECK(asked.needsAnswer);
    CHECK(asked.going.size() == 5);
    CHECK(platform.ids().contains(u"classic-50"_s));
    CHECK_FALSE(platform.sweep(true).needsAnswer);
    CHECK(platform.ids().contains(u"classic-50 gone"_s));
    CHECK_FALSE(isMassChange(1, 1));
    CHECK_FALSE(isMassChange(3, 15));
    CHECK(isMassChange(2, 9));
    CHECK(isMassChange(4, 1000));
}

TEST_CASE("what was seen is kept between two runs, and damage is no crash")
{
    Catalogues platform;
    platform.sweep();
    const auto back = catalogueFromJson(toJson(platform.state));
    REQUIRE(back);
    CHECK(back->items == platform.state.items);
    CHECK(back->sweptUtc == kNow);
    CHECK_FALSE(catalogueFromJson("{"));
    CHECK(catalogueFromJson(R"({"items":[{"id":"../x"},{"id":"pages-3"}]})")->items.size() == 1);
}

TEST_CASE("what has an ETag is asked for only if it changed, and a damaged copy is none")
{
    Catalogues platform;
    AnswerCache cache(platform.folder.path() + u"/cache"_s);
    platform.fetcher.setCache(&cache);
    const QByteArray courses = results(R"({"id":5,"title":"Loops","slug":"loops"})");
    int whole = 0;
    platform.api.on("GET", "/v1/courses/", [&](const HttpRequest &request) {
        if (FakeTransport::headerOf(request, "If-None-Match") == "\"v1\"") {
            return jsonAnswer(304, {});
        }
        ++whole;
        return jsonAnswer(200, courses, {{"etag", "\"v1\""}});
    });
    platform.sweep();
    platform.sweep();
    CHECK(whole == 1);
    CHECK(platform.ids().contains(u"classic-5"_s));
    for (const QFileInfo &each : QDir(platform.folder.path() + u"/cache"_s).entryInfoList(QDir::Files)) {
        QFile file(each.filePath());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.resize(file.size() - 3));
    }
    platform.sweep();
    CHECK(whole == 2);
    CHECK(platform.ids().contains(u"classic-5"_s));
}

TEST_CASE("canonical JSON has one spelling")
{
    const QJsonObject a{{u"b"_s, 1}, {u"a"_s, QJsonArray{1.0, u"x"_s}}};
    CHECK(canonicalJson(a) == R"({"a":[1,"x"],"b":1})");
    CHECK(canonicalJson(a, {u"b"_s}) == R"({"a":[1,"x"]})");
    CHECK(contentHash(a, {a, {}}) == contentHash(a, {{}, a}));
    CHECK(contentHash(a, {}) != contentHash({}, {}));
    CHECK(courseSlugIn(u"/learning/basics/l/e/"_s) == u"basics"_s);
    CHECK(courseSlugIn(u"https://x.org/learning/basics/e/"_s) == u"basics"_s);
    CHECK(courseSlugIn(u"/learning/"_s).isEmpty());
    CHECK(courseSlugIn(u"/blog/a/b/"_s).isEmpty());
}
