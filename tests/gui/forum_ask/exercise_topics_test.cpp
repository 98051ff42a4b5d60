#include "editor/widget/code_editor.h"
#include "ui/exercises/exercise_page.h"
#include "ui/forum/question_wizard.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "ask_room.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    std::unique_ptr<ExercisePage> page;
    QSignalSpy places;

    explicit Shown(AskRoom &room)
        : page(new ExercisePage(room.services(), Place{u"exercise"_s, u"sample"_s, u"add-two"_s}))
        , places(page.get(), &Page::placeRequested)
    {
        page->setTheme(*loadTheme(tests::shareFolder() % u"/themes/light.json"_s));
        room.window.layout()->addWidget(page.get());
        page->show();
        room.wait([this] { return page->findChild<QWidget *>(u"exerciseTopics"_s) != nullptr; });
        page->enter();
    }

    QList<QPushButton *> rows() const { return page->findChildren<QPushButton *>(u"exerciseTopic"_s); }

    QString sentence() const { return page->findChild<QLabel *>(u"exerciseTopicsSentence"_s)->text(); }
};

} // namespace

TEST_CASE("what the forum says of an exercise stands beside it, and opens in the reader", "[forum][ask]")
{
    AskRoom room;
    room.addTopic(21, u"Why is it a text & not a number?"_s, u"add-two"_s);
    room.addTopic(22, u"Another exercise"_s, u"order"_s);
    Shown shown(room);
    room.wait([&] { return shown.rows().size() == 1; });
    CHECK(shown.rows().front()->accessibleName().startsWith(u"Why is it a text & not a number?"_s));
    CHECK(shown.sentence().isEmpty());
    CHECK(shown.rows().front()->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(shown.rows().front(), Qt::Key_Space);
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
    auto *check = shown.page->findChild<QAction *>(u"checkAction"_s);
    REQUIRE(check);
    room.wait([&] { return check->isEnabled(); });
    auto *editor = shown.page->findChild<editor::CodeEditor *>(u"answerEditor"_s);
    REQUIRE(editor);
    room.wait([&] { return !editor->text().isEmpty(); }); // before its text is there, it takes no keys
    QTest::keyClick(editor->textWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor->textWidget(), u"print(0)"_s);
    check->trigger();
    room.wait([&] { return !check->isEnabled(); });
    room.wait([&] { return check->isEnabled(); });
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
