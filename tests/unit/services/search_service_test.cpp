#include "content/forum/post_renderer.h"
#include "services/project_service.h"
#include "services/readable_index.h"
#include "services/search_service.h"
#include "store/open_work_store.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include "projects/disk_project_store.h"
#include "projects/packages/pip_package_store.h"

using namespace studio;
using namespace studio::services;
using namespace Qt::StringLiterals;

namespace {

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toUTC(); }
};

/// One course of one lesson with one exercise, as long as it is there.
class OneCourse final : public CourseSource
{
public:
    bool there = true;

    std::vector<CourseSummary> courses() const override
    {
        CourseSummary summary;
        summary.id = u"first"_s;
        return there ? std::vector{summary} : std::vector<CourseSummary>();
    }

    Result<LoadedCourse> load(const QString &id) const override
    {
        auto exercise = std::make_shared<Exercise>();
        exercise->id = u"sum"_s;
        exercise->title = u"Sum of a list"_s;
        exercise->task.markdown = u"Add **aubergines**."_s;
        exercise->solution = u"secret_solution = 1"_s;
        Lesson lesson;
        lesson.id = u"loops"_s;
        lesson.title = u"Loops"_s;
        lesson.blocks = {TextBlock{{u"About *pelicans*."_s, {}}}, ExerciseBlock{exercise}};
        auto course = std::make_shared<Course>();
        course->id = id;
        course->title = u"First steps"_s;
        course->sections = {Section{{}, {lesson}}};
        return LoadedCourse{course, {}};
    }

    Result<LoadedCourse> loadFolder(const QString &path) const override
    {
        return fail(ErrorCode::NotFound, path);
    }

    Result<CourseSummary> install(const QString &path) override { return fail(ErrorCode::NotFound, path); }

    Result<> remove(const QString &id) override { return fail(ErrorCode::NotFound, id); }

    RichText render(const QString &markdown) const override { return {markdown, {}}; }
};

template<typename T>
T take(QFuture<Result<T>> future)
{
    REQUIRE(QTest::qWaitFor([&] { return future.isFinished(); }, 10'000));
    const Result<T> result = future.result();
    REQUIRE(result);
    if constexpr (!std::is_void_v<T>) {
        return *result;
    }
}

struct SearchRoom
{
    QTemporaryDir folder = {};
    StillClock clock = {};
    store::OpenedWorkStore opened = *store::openWorkStore(folder.path(), clock);
    OneCourse courses = {};
    projects::DiskProjectStore files{folder.path()};
    projects::PipPackageStore packages{{}};
    ProjectService projects{{files, *opened.store, clock}, packages};
    std::unique_ptr<PostRenderer> renderer = content::makePostRenderer(QUrl());
    ReadableIndex index{*opened.search, *renderer};
    SearchService service{
        {index, *opened.forum, courses, {files, *opened.store, clock}, projects, *renderer}};

    /// One topic with one post in a forum.
    void putPost(const QString &text)
    {
        ForumInfo forum;
        forum.id = 2;
        forum.name = u"Ask for help"_s;
        forum.slug = u"help"_s;
        REQUIRE(opened.forumCopy->putForums({forum}));
        ForumTopic topic;
        topic.id = 1;
        topic.forumId = 2;
        topic.subject = u"Subject"_s;
        topic.author = {8, u"ada"_s};
        topic.lastAuthor = topic.author;
        REQUIRE(opened.forumCopy->putTopics({topic}));
        ForumPost post;
        post.id = 11;
        post.topicId = 1;
        post.author = topic.author;
        post.text = text;
        REQUIRE(opened.forumCopy->putPosts(1, {post}, false));
    }

    FoundItem only(const QString &typed)
    {
        const SearchAnswer answer = take(service.search(typed));
        REQUIRE(answer.found.size() == 1);
        return answer.found.front();
    }

    QStringList keys(const QString &typed)
    {
        QStringList found;
        for (const FoundItem &each : take(service.search(typed)).found) {
            found.append(each.key);
        }
        found.sort();
        return found;
    }
};

} // namespace

TEST_CASE("Lessons and exercises are found, and nothing that gives them away", "[search]")
{
    SearchRoom room;
    take(room.service.putCourses());
    CHECK(room.keys(u"pelic"_s) == QStringList{u"first/loops"_s});
    CHECK(room.keys(u"aubergines "_s) == QStringList{u"first/sum"_s});
    CHECK(room.keys(u"aubergines in:lessons"_s).isEmpty());
    CHECK(room.keys(u"secret_solution"_s).isEmpty());

    room.courses.there = false;
    take(room.service.putCourses());
    CHECK(room.keys(u"pelic"_s).isEmpty());
}

TEST_CASE("Own projects and answers are found where they are, and gone when they are", "[search]")
{
    SearchRoom room;
    take(room.service.putCourses());
    const Project project = take(room.projects.create(u"Zoo"_s, u"walrus_count = 3\n"_s));
    Document answer;
    answer.id = DocumentId::forAnswer(u"first"_s, u"sum"_s);
    answer.text = u"otter_total = sum([1, 2])\n"_s;
    take(room.opened.store->saveDocument(answer));
    take(room.service.putOwnCode());
    CHECK(room.keys(u"walrus_count "_s) == QStringList{u"project/"_s + project.id + u'/' + project.mainFile});
    CHECK(room.keys(u"otter in:code "_s) == QStringList{u"answer/first/sum"_s});
    CHECK(take(room.service.search(u"otter "_s)).found.at(0).title == u"Sum of a list"_s);

    take(room.projects.remove(project.id));
    take(room.service.putOwnCode());
    CHECK(room.keys(u"walrus_count "_s).isEmpty());
}

TEST_CASE("A copy of the forum that is made anew keeps what is found beside the forum", "[search]")
{
    SearchRoom room;
    take(room.service.putCourses());
    Document answer;
    answer.id = DocumentId::forAnswer(u"first"_s, u"sum"_s);
    answer.text = u"otter_total = sum([1, 2])\n"_s;
    take(room.opened.store->saveDocument(answer));
    take(room.service.putOwnCode());
    for (int time = 0; time < 2; ++time) {
        take(room.opened.forum->rebuild());
        CHECK(QTest::qWaitFor([&] { return room.keys(u"pelicans "_s) == QStringList{u"first/loops"_s}; },
                              10'000));
        CHECK(QTest::qWaitFor(
            [&] { return room.keys(u"otter_total "_s) == QStringList{u"answer/first/sum"_s}; }, 10'000));
        CHECK(take(room.service.search(u"otter_total "_s)).found.at(0).title == u"Sum of a list"_s);
    }
}

TEST_CASE("A snippet is what a reader sees of a post, with the words marked", "[search]")
{
    SearchRoom room;
    room.putPost(u"Try **needle** in [the manual](https://example.org/haystack):\n\n```python\n"
                 u"if a &lt; b:\n    needle_box = `x`\n```\n\n* one &amp; *two*\n"_s);
    const FoundItem found = room.only(u"needle in:posts"_s);
    CHECK(found.snippet.startsWith(u"Try needle in the manual: if a &lt; b: needle_box ="_s));
    CHECK(found.snippet.endsWith(u"one & two"_s));
    CHECK(found.markdown.isEmpty());
    QStringList marked;
    for (const MarkedSpan &mark : found.marks) {
        marked.append(found.snippet.mid(mark.start, mark.length));
    }
    CHECK(marked == QStringList{u"needle"_s, u"needle"_s});
    CHECK(room.only(u"manual in:posts"_s).snippet.startsWith(u"Try needle in the manual"_s));

    // What a reader does not see is shown as it was written: otherwise nothing would say why it was found.
    const FoundItem hidden = room.only(u"haystack in:posts"_s);
    REQUIRE(hidden.marks.size() == 1);
    CHECK(hidden.snippet.mid(hidden.marks[0].start, hidden.marks[0].length) == u"haystack"_s);
}

TEST_CASE("Snippets of posts that are no good Markdown are plain all the same", "[search]")
{
    SearchRoom room;
    room.putPost(u"<script>needle()</script> ```never **closed [quote=\"x\"] \u202eneedle "_s
                 + u"word "_s.repeated(20'000));
    const FoundItem found = room.only(u"needle in:posts"_s);
    CHECK(found.snippet.contains(u"needle"_s));
    CHECK_FALSE(found.snippet.contains(QChar(0x202e)));
    CHECK(found.snippet.size() < 300);
    CHECK_FALSE(found.marks.empty());
}

TEST_CASE("Authors who are known here are completed once the search told of them", "[search]")
{
    SearchRoom room;
    room.putPost(u"words"_s);
    CHECK(room.service.completions(u"by:a"_s).isEmpty());
    CHECK(room.only(u"by:a in:posts"_s).author == u"ada"_s);
    CHECK(room.service.completions(u"words by:a"_s) == QStringList{u"by:ada"_s});
    CHECK(room.only(u"forum:help by:AD in:posts"_s).author == u"ada"_s);
    CHECK(room.service.completions(u"forum:help by:AD"_s) == QStringList{u"by:ada"_s});
    take(room.service.search(u"by:nobody"_s));
    CHECK(room.service.completions(u"by:a"_s).isEmpty());
}

TEST_CASE("What was never put is not put when the copy is made anew", "[search]")
{
    SearchRoom room;
    take(room.service.putOwnCode());
    take(room.opened.forum->rebuild());
    take(room.service.putOwnCode());
    CHECK(room.keys(u"pelicans "_s).isEmpty());
}

TEST_CASE("A service that is gone is not told of a copy made anew", "[search]")
{
    SearchRoom room;
    {
        SearchService other({*room.opened.search,
                             *room.opened.forum,
                             room.courses,
                             {room.files, *room.opened.store, room.clock},
                             room.projects,
                             *room.renderer});
        take(other.putCourses());
    }
    take(room.opened.forum->rebuild());
    CHECK(room.keys(u"pelicans "_s).isEmpty());
    take(room.service.putCourses());
    CHECK(room.keys(u"pelicans "_s) == QStringList{u"first/loops"_s});
}

TEST_CASE("A forum that is not there has nothing in it", "[search]")
{
    SearchRoom room;
    take(room.service.putCourses());
    CHECK(room.keys(u"pelicans forum:nowhere"_s).isEmpty());
    CHECK(room.keys(u"pelicans forum:"_s) == QStringList{u"first/loops"_s});
}
