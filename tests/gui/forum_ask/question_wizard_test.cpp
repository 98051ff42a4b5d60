#include "domain/ports/search_index.h"
#include "ui/forum/question_wizard.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include "ask_room.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

/// Finds one topic for one word.
class PaperIndex final : public SearchIndex
{
public:
    QString word;
    qint64 topicId = 0;

    QFuture<Result<SearchAnswer>> search(const SearchRequest &request) override
    {
        SearchAnswer found;
        if (request.words.contains(word)) {
            FoundItem item;
            item.kind = FoundKind::Post;
            item.topicId = topicId;
            item.title = u"Found by its words"_s;
            found.found = {item, item};
        }
        return test::answer(Result<SearchAnswer>(found));
    }

    QFuture<Result<>> put(const std::vector<SearchDocument> &) override { return test::answer(Result<>()); }

    QFuture<Result<>> keepOnly(FoundKind, const QStringList &) override { return test::answer(Result<>()); }

    void onEmptied(std::function<void()>) override { }

    MarkedText excerpt(const SearchRequest &, const QString &text) const override { return {text, {}}; }
};

AskedQuestion asked()
{
    AskedQuestion made;
    made.question.courseId = u"sample"_s;
    made.question.exerciseId = u"add-two"_s;
    made.question.exerciseTitle = u"Add two numbers"_s;
    made.question.subject = u"Add two numbers: ValueError: bad"_s;
    made.question.code = u"print(int('x') + 2)"_s;
    made.question.language = u"python"_s;
    made.question.input = u"x\n2"_s;
    made.question.expected = u"3"_s;
    made.question.actual = u"nothing"_s;
    made.question.error = u"ValueError: bad"_s;
    made.solution = u"print(int(input()) + int(input()))"_s;
    return made;
}

struct Wizard
{
    QPointer<QuestionWizard> dialog;
    QSignalSpy chosen;
    QSignalSpy queued;

    explicit Wizard(AskRoom &room, const AskedQuestion &question = asked(), SearchIndex *index = nullptr)
        : dialog(new QuestionWizard({*room.desk, room.web, *room.renderer, index}, question, &room.window))
        , chosen(dialog, &QuestionWizard::topicChosen)
        , queued(dialog, &QuestionWizard::queued)
    {
        dialog->setTheme(*loadTheme(tests::shareFolder() % u"/themes/dark.json"_s), u"sans"_s, false);
        dialog->open();
        REQUIRE(QTest::qWaitForWindowActive(dialog));
        room.wait([this] { return dialog->isReady(); });
    }

    ~Wizard() { delete dialog; }

    template<typename T>
    T *find(const QString &name) const
    {
        auto *found = dialog->findChild<T *>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }

    QString text(const QString &name) const { return find<QPlainTextEdit>(name)->toPlainText(); }
};

} // namespace

TEST_CASE("a question is asked with the keyboard alone", "[forum][ask]")
{
    AskRoom room;
    Wizard wizard(room);
    room.wait([] {
        return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == "wizardTried"_L1;
    });
    SECTION("without a word of what was tried it does not go on")
    {
        AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
        CHECK(wizard.dialog->step() == 0);
        CHECK(wizard.find<QLabel>(u"wizardProblem"_s)->isVisible());
        return;
    }
    AskRoom::type(u"I took int of it."_s);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(wizard.dialog->step() == 1);
    CHECK(wizard.text(u"wizardCode"_s) == u"print(int('x') + 2)"_s);
    CHECK(wizard.text(u"wizardInput"_s) == u"x\n2"_s);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(wizard.dialog->step() == 2);
    CHECK(wizard.text(u"wizardError"_s) == u"ValueError: bad"_s);
    AskRoom::key(Qt::Key_Left, Qt::AltModifier);
    CHECK(wizard.dialog->step() == 1);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(wizard.dialog->step() == 3);
    room.wait(
        [&] { return wizard.find<QLabel>(u"wizardSimilarSentence"_s)->text().startsWith(u"Nothing"_s); });
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(wizard.dialog->step() == 4);
    // It is not known where it belongs: that is asked first.
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(wizard.find<QLabel>(u"wizardProblem"_s)->isVisible());
    CHECK(room.forum.theWritings.empty());
    auto *forum = wizard.find<QComboBox>(u"wizardForum"_s);
    CHECK(forum->hasFocus());
    AskRoom::key(Qt::Key_Down);
    CHECK(forum->currentText().trimmed() == u"Basics"_s);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    room.wait([&] { return room.forum.theWritings.size() == 1 && !wizard.dialog; });
    const ForumWriting &made = room.forum.theWritings.front();
    CHECK(made.kind == WritingKind::NewTopic);
    CHECK(made.forumId == 3);
    CHECK(made.subject == u"Add two numbers: ValueError: bad"_s);
    CHECK(made.text.contains(u"I took int of it."_s));
    CHECK(made.text.contains(u"```python\nprint(int('x') + 2)\n```"_s));
    CHECK(exerciseLinkIn(made.text)->itemId == u"add-two"_s);
    CHECK(wizard.queued.size() == 1);
    auto left = room.services().store.documents(u"forum/ask/"_s);
    room.wait([&] { return left.isFinished(); });
    CHECK(left.result()->empty());
}

TEST_CASE("a question is kept when the wizard is closed, and its answer can be taken anew", "[forum][ask]")
{
    AskRoom room;
    {
        Wizard wizard(room);
        AskRoom::type(u"Half a sentence"_s);
        AskRoom::key(Qt::Key_Escape);
        room.wait([&] { return !wizard.dialog; });
    }
    AskedQuestion later = asked();
    later.question.code = u"print(3)"_s;
    Wizard wizard(room, later);
    CHECK(wizard.text(u"wizardTried"_s) == u"Half a sentence"_s);
    CHECK(wizard.text(u"wizardCode"_s) == u"print(int('x') + 2)"_s);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    auto *again = wizard.find<QPushButton>(u"wizardAnswer"_s);
    REQUIRE(again->isVisible());
    again->setFocus();
    AskRoom::key(Qt::Key_Space);
    CHECK(wizard.text(u"wizardCode"_s) == u"print(3)"_s);
    CHECK(wizard.text(u"wizardTried"_s) == u"Half a sentence"_s);
}

TEST_CASE("a solution is not given away without a warning, and may be all the same", "[forum][ask]")
{
    AskRoom room;
    AskedQuestion question = asked();
    question.question.tried = u"It works."_s;
    SECTION("the solution")
    {
        question.question.code = question.solution;
    }
    SECTION("an answer that passed")
    {
        question.passed = {u"print(sum(int(input()) for _ in range(2)))"_s};
        question.question.code = question.passed.front();
    }
    Wizard wizard(room, question);
    auto *warning = wizard.find<QLabel>(u"wizardWarning"_s);
    CHECK_FALSE(warning->isVisible());
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(warning->isVisible());
    QTest::keyClick(wizard.find<QPlainTextEdit>(u"wizardCode"_s), Qt::Key_A, Qt::ControlModifier);
    AskRoom::type(u"print(input())"_s);
    CHECK_FALSE(warning->isVisible());
    QTest::keyClick(wizard.find<QPlainTextEdit>(u"wizardCode"_s), Qt::Key_A, Qt::ControlModifier);
    AskRoom::type(question.question.code);
    CHECK(warning->isVisible());
    for (int i = 0; i < 3; ++i) {
        AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    }
    REQUIRE(wizard.dialog->step() == 4);
    CHECK(warning->isVisible());
    AskRoom::key(Qt::Key_Down);
    AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    room.wait([&] { return room.forum.theWritings.size() == 1; });
}

TEST_CASE("topics like it are shown before, and one is read in place of asking", "[forum][ask]")
{
    AskRoom room;
    room.addTopic(21, u"Of this exercise"_s, u"add-two"_s);
    room.addTopic(22, u"Found by its words"_s);
    PaperIndex index;
    index.word = u"ValueError"_s;
    index.topicId = 22;
    AskedQuestion question = asked();
    question.question.tried = u"Much."_s;
    Wizard wizard(room, question, &index);
    for (int i = 0; i < 3; ++i) {
        AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
    }
    REQUIRE(wizard.dialog->step() == 3);
    auto *list = wizard.find<QListWidget>(u"wizardSimilar"_s);
    room.wait([&] { return list->count() == 2; });
    CHECK(list->item(0)->text().startsWith(u"Of this exercise"_s));
    room.wait([&] { return list->isVisible(); });
    list->setFocus();
    AskRoom::key(Qt::Key_Down);
    AskRoom::key(Qt::Key_Return);
    room.wait([&] { return !wizard.dialog; });
    REQUIRE(wizard.chosen.size() == 1);
    CHECK(wizard.chosen.front().front().toLongLong() == 22);
    CHECK(room.forum.theWritings.empty());
}

TEST_CASE("what stands in the way of a question is said, and the text stays", "[forum][ask]")
{
    AskedQuestion question = asked();
    question.question.tried = u"Much."_s;
    const auto toTheEnd = [](const AskRoom &room, const Wizard &wizard) {
        for (int i = 0; i < 4; ++i) {
            AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
        }
        REQUIRE(wizard.dialog->step() == 4);
        AskRoom::key(Qt::Key_Down);
        AskRoom::key(Qt::Key_Return, Qt::ControlModifier);
        auto *problem = wizard.find<QLabel>(u"wizardProblem"_s);
        room.wait([&] { return problem->isVisible(); });
        return problem->text();
    };
    SECTION("no account")
    {
        AskRoom room(false);
        Wizard wizard(room, question);
        CHECK(toTheEnd(room, wizard).startsWith(u"Sign in first"_s));
        CHECK(room.forum.theWritings.empty());
    }
    SECTION("the disk is full")
    {
        AskRoom room;
        Wizard wizard(room, question);
        room.forum.broken = true;
        CHECK(toTheEnd(room, wizard).contains(u"still here"_s));
        CHECK(wizard.text(u"wizardTried"_s) == u"Much."_s);
        CHECK(wizard.find<QPushButton>(u"wizardNext"_s)->isEnabled());
    }
}

TEST_CASE("every field of the wizard has a name, also at twice the text size", "[forum][ask]")
{
    AskRoom room;
    Wizard wizard(room);
    wizard.dialog->setZoom(200);
    CHECK(wizard.dialog->height() <= room.window.height());
    for (auto *edit : wizard.dialog->findChildren<QPlainTextEdit *>()) {
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(edit);
        REQUIRE(spoken);
        CHECK_FALSE(spoken->text(QAccessible::Name).isEmpty());
    }
    for (const QString &name : {u"wizardSubject"_s, u"wizardForum"_s, u"wizardSimilar"_s}) {
        CHECK_FALSE(wizard.find<QWidget>(name)->accessibleName().isEmpty());
    }
    CHECK(wizard.dialog->accessibleName().contains(u"step 1 of 5"_s));
    // The buttons are in reach: nothing is pushed out of the window.
    const auto *next = wizard.find<QPushButton>(u"wizardNext"_s);
    CHECK(wizard.dialog->rect().contains(next->mapTo(wizard.dialog, next->rect().bottomRight())));
}
