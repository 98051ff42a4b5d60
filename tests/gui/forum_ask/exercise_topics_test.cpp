#include "editor/widget/code_editor.h"
#include "ui/exercises/exercise_page.h"
#include "ui/forum/question_wizard.h"
#include "ui/forum/topic_reader.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QToolButton>
#include <QWebEngineView>

#include "ask_room.h"
#include "web_page_probe.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

ForumPost postOf(qint64 id, qint64 topicId, int position, const QString &text)
{
    ForumPost post;
    post.id = id;
    post.topicId = topicId;
    post.position = position;
    post.head = position == 1;
    post.author.id = 5;
    post.author.name = u"Mira"_s;
    post.text = text;
    post.createdUtc = QDateTime::currentDateTimeUtc().addSecs(-3600);
    post.updatedUtc = post.createdUtc;
    post.unread = true;
    post.mayEdit = true;
    post.mayDelete = true;
    return post;
}

const QString kSolved = u"Take this:\n\n```python\na = int(input())\nb = int(input())\nprint(a + b)\n```"_s;

struct Shown
{
    std::unique_ptr<ExercisePage> page;
    QSignalSpy places;

    explicit Shown(AskRoom &room)
        : page(makePage(room))
        , places(page.get(), &Page::placeRequested)
    {
        page->setTheme(*loadTheme(tests::shareFolder() % u"/themes/light.json"_s));
        room.window.layout()->addWidget(page.get());
        page->show();
        room.wait([this] { return page->findChild<QWidget *>(u"exerciseTopics"_s) != nullptr; });
        page->enter();
    }

    static ExercisePage *makePage(AskRoom &room)
    {
        const ForumParts parts{*room.desk, room.web, *room.renderer};
        return new ExercisePage(room.services(), Place{u"exercise"_s, u"sample"_s, u"add-two"_s}, &parts);
    }

    QWidget *thread() const { return page->findChild<QWidget *>(u"exerciseThread"_s); }

    template<typename T>
    T *inThread(const QString &name) const
    {
        auto *found = thread()->findChild<T *>(name);
        REQUIRE(found);
        return found;
    }

    /// Opens the only topic with a key, and waits for the text of its posts.
    void read(AskRoom &room, const QString &text) const
    {
        room.wait([this] { return rows().size() == 1; });
        rows().front()->setFocus();
        QTest::keyClick(rows().front(), Qt::Key_Space);
        CHECK(thread()->isVisible());
        waitFor(room, text);
    }

    void waitFor(AskRoom &room, const QString &text) const
    {
        INFO(text.toStdString());
        room.wait([this] { return view() != nullptr; });
        REQUIRE(tests::waitUntil(*view()->page(), u"document.body?.textContent.includes('%1')"_s.arg(text)));
    }

    bool says(const QString &text) const
    {
        return tests::evaluate(*view()->page(), u"document.body?.textContent.includes('%1')"_s.arg(text))
            .toBool();
    }

    QWebEngineView *view() const { return thread()->findChild<QWebEngineView *>(); }

    void check(AskRoom &room, const QString &answer) const
    {
        auto *action = page->findChild<QAction *>(u"checkAction"_s);
        REQUIRE(action);
        room.wait([&] { return action->isEnabled(); });
        auto *editor = page->findChild<editor::CodeEditor *>(u"answerEditor"_s);
        REQUIRE(editor);
        room.wait([&] { return !editor->text().isEmpty(); }); // before its text is there, it takes no keys
        QTest::keyClick(editor->textWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor->textWidget(), answer);
        action->trigger();
        room.wait([&] { return !action->isEnabled(); });
        room.wait([&] { return action->isEnabled(); });
    }

    QList<QPushButton *> rows() const { return page->findChildren<QPushButton *>(u"exerciseTopic"_s); }

    QString sentence() const { return page->findChild<QLabel *>(u"exerciseTopicsSentence"_s)->text(); }
};

} // namespace

TEST_CASE("what the forum says of an exercise is read beside it with the keyboard", "[forum][ask]")
{
    AskRoom room;
    room.addTopic(21, u"Why is it a text & not a number?"_s, u"add-two"_s);
    room.addTopic(22, u"Another exercise"_s, u"order"_s);
    room.forum.thePosts[21] = {postOf(2100, 21, 1, u"I get 23 and want 5."_s),
                               postOf(2101, 21, 2, u"`input()` gives a *text*."_s)};
    Shown shown(room);
    room.wait([&] { return shown.rows().size() == 1; });
    CHECK(shown.rows().front()->accessibleName().startsWith(u"Why is it a text & not a number?"_s));
    CHECK(shown.sentence().isEmpty());
    CHECK(shown.rows().front()->focusPolicy() & Qt::TabFocus);
    CHECK_FALSE(shown.thread()->isVisible());

    shown.read(room, u"gives a text"_s);
    CHECK(shown.says(u"I get 23 and want 5."_s));
    CHECK(shown.places.empty());
    CHECK(shown.page->findChild<QScrollArea *>(u"taskArea"_s)->isVisible()); // beside, not in its place
    CHECK(shown.thread()->accessibleName().endsWith(u"Why is it a text & not a number?"_s));
    CHECK_FALSE(shown.inThread<QPushButton>(u"threadReveal"_s)->isVisible());
    room.wait([&] { return !room.forum.marks.empty(); }); // what was on the screen is read
    CHECK(room.forum.marks.back().topicId == 21);
    CHECK(tests::evaluate(
              *shown.view()->page(),
              u"[...document.querySelectorAll('article button')].map((b) => b.textContent).join()"_s)
              .toString()
              .contains(u"Edit"_s)
          == false); // written is in the forum

    room.wait([&] { return shown.thread()->isAncestorOf(QApplication::focusWidget()); });
    room.key(Qt::Key_Escape);
    room.wait([&] { return !shown.thread()->isVisible(); });
    room.wait([&] { return shown.rows().size() == 1 && shown.rows().front()->hasFocus(); });
    QTest::keyClick(shown.rows().front(), Qt::Key_Space);
    auto *open = shown.inThread<QPushButton>(u"threadForum"_s);
    CHECK(open->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(open, Qt::Key_Space);
    REQUIRE(shown.places.size() == 1);
    CHECK(shown.places.front().front().value<Place>().itemId == u"topic/21"_s);

    // A question of one's own is there from the moment it waits.
    ForumWriting mine;
    mine.kind = WritingKind::NewTopic;
    mine.subject = u"My own"_s;
    mine.text = u"About [it](studio:exercise/sample/add-two)"_s;
    room.forum.theWritings = {mine};
    shown.page->forumChanged();
    room.wait([&] { return shown.rows().size() == 2; });
}

TEST_CASE("a post that solves the exercise is hidden until one asks for it or has passed", "[forum][ask]")
{
    const bool quoted = GENERATE(false, true);
    AskRoom room;
    room.addTopic(21, u"How?"_s, u"add-two"_s);
    room.forum.thePosts[21]
        = {postOf(2100, 21, 1, u"I read `a` and then?"_s),
           postOf(2101, 21, 2, quoted ? u"> "_s + QString(kSolved).replace(u"\n"_s, u"\n> "_s) : kSolved)};
    Shown shown(room);
    shown.read(room, u"It is hidden until you have passed"_s);
    CHECK(shown.says(u"and then?"_s));
    CHECK_FALSE(shown.says(u"print(a + b)"_s));
    auto *reveal = shown.inThread<QPushButton>(u"threadReveal"_s);
    room.wait([&] { return reveal->isVisible(); });

    SECTION("asked for with a key")
    {
        reveal->setFocus();
        QTest::keyClick(reveal, Qt::Key_Space);
        shown.waitFor(room, u"print(a + b)"_s);
        CHECK_FALSE(reveal->isVisible());
        // The next time it is hidden again.
        shown.page->findChild<QToolButton *>(u"threadClose"_s)->click();
        CHECK_FALSE(shown.thread()->isVisible());
        shown.read(room, u"It is hidden until you have passed"_s);
    }
    SECTION("passed")
    {
        shown.check(room, u"print(0)"_s); // wrong
        CHECK(reveal->isVisible());
        shown.check(room, u"print(5)"_s);
        shown.waitFor(room, u"print(a + b)"_s);
        CHECK_FALSE(reveal->isVisible());
    }
}

TEST_CASE("at twice the size, in a dark and narrow window, a topic beside the exercise stays within it",
          "[forum][ask]")
{
    AskRoom room;
    room.addTopic(21, u"How do I read the second number when the first one is a text?"_s, u"add-two"_s);
    room.forum.thePosts[21] = {postOf(2100, 21, 1, u"I read `a` and then?"_s), postOf(2101, 21, 2, kSolved)};
    Shown shown(room);
    shown.page->setTheme(*loadTheme(tests::shareFolder() % u"/themes/dark.json"_s));
    shown.page->setZoom(200);
    room.window.resize(800, 600);
    shown.read(room, u"It is hidden until you have passed"_s);
    room.wait([&] { return shown.inThread<QPushButton>(u"threadReveal"_s)->isVisible(); });
    QTest::qWait(300);
    for (const auto *each : shown.thread()->findChildren<QWidget *>()) {
        if (each->isVisible() && each->objectName().startsWith("thread"_L1)) {
            INFO(each->objectName().toStdString());
            const QRect at(each->mapTo(shown.thread(), QPoint()), each->size());
            CHECK(shown.thread()->rect().contains(at));
        }
    }
    CHECK(shown.view()->height() >= 100);
    CHECK(tests::evaluate(*shown.view()->page(),
                          u"document.documentElement.scrollWidth <= document.documentElement.clientWidth"_s)
              .toBool());
    if (const QString file = qEnvironmentVariable("STUDIO_FORUM_PICTURE"); !file.isEmpty()) {
        CHECK(room.window.grab().save(file % u"-thread.png"_s));
    }
}

TEST_CASE("an exercise nobody asked about says what to do", "[forum][ask]")
{
    const bool signedIn = GENERATE(true, false);
    AskRoom room(signedIn);
    Shown shown(room);
    room.wait([&] { return !shown.sentence().isEmpty(); });
    CHECK(shown.sentence().contains(signedIn ? u"Nobody has asked"_s : u"sign in"_s));
    CHECK(shown.page->findChild<QPushButton *>(u"askButton"_s)->isEnabled());
}

TEST_CASE("Ask about this takes the answer and what the last check said", "[forum][ask]")
{
    AskRoom room;
    Shown shown(room);
    std::optional<AskedQuestion> asked;
    QObject::connect(shown.page.get(), &ExercisePage::askRequested, shown.page.get(),
                     [&asked](const AskedQuestion &each) { asked = each; });
    shown.check(room, u"print(0)"_s);
    shown.page->findChild<QAction *>(u"askAction"_s)->trigger();
    room.wait([&] { return asked.has_value(); });
    const AskedQuestion question = *asked;
    CHECK(question.question.code == u"print(0)"_s);
    CHECK(question.question.actual.trimmed() == u"0"_s);
    CHECK_FALSE(question.question.expected.isEmpty());
    CHECK(question.question.exerciseId == u"add-two"_s);
    CHECK(question.question.courseId == u"sample"_s);
    CHECK(question.passed.empty());
}
