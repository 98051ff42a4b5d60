#include "ui/exercises/answer_view.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

Exercise choice(bool many)
{
    Exercise exercise;
    exercise.id = u"pick"_s;
    exercise.kind = ExerciseKind::Choice;
    ChoiceSpec spec;
    spec.many = many;
    spec.options = {{u"a"_s, {u"five"_s, u"<p>five</p>"_s}, true, {}},
                    {u"b"_s, {u"six"_s, u"<p>six</p>"_s}, false, {u"No."_s, u"<p>No.</p>"_s}},
                    {u"c"_s, {u"seven"_s, u"<p>seven</p>"_s}, true, {}}};
    exercise.spec = spec;
    return exercise;
}

QAbstractButton *option(const AnswerView &view, const QString &id)
{
    auto *button = view.findChild<QAbstractButton *>(u"option_"_s % id);
    REQUIRE(button);
    return button;
}

} // namespace

TEST_CASE("Choosing one option by keys gives its id, choosing another replaces it", "[gui]")
{
    const auto view = makeAnswerView(choice(false));
    view->show();
    QSignalSpy changed(view.get(), &AnswerView::changed);

    option(*view, u"b"_s)->setFocus();
    QTest::keyClick(option(*view, u"b"_s), Qt::Key_Space);
    CHECK(view->answer() == u"b"_s);
    QTest::keyClick(option(*view, u"a"_s), Qt::Key_Space);
    CHECK(view->answer() == u"a"_s);
    CHECK(changed.count() >= 2);
}

TEST_CASE("Several options are given in the author's order, whatever the order of clicks", "[gui]")
{
    const auto view = makeAnswerView(choice(true));
    view->show();

    option(*view, u"c"_s)->click();
    option(*view, u"a"_s)->click();

    CHECK(view->answer() == u"a\nc"_s);
    view->setAnswer(u"b"_s, 0);
    CHECK(view->answer() == u"b"_s);
    CHECK(option(*view, u"b"_s)->accessibleName() == u"six"_s);
}

TEST_CASE("A Parsons exercise is solved by keys alone", "[gui]")
{
    Exercise exercise;
    exercise.id = u"two"_s;
    exercise.kind = ExerciseKind::Parsons;
    ParsonsSpec spec;
    spec.lines = QStringList{u"if True:"_s, u"    print(1)"_s};
    exercise.spec = spec;
    const auto view = makeAnswerView(exercise);
    view->show();
    auto *unused = view->findChild<QListWidget *>(u"parsonsUnused"_s);
    auto *used = view->findChild<QListWidget *>(u"parsonsUsed"_s);
    REQUIRE(unused);
    REQUIRE(used);

    // The shuffled order of two lines is the wrong one: print first.
    QTest::keyClick(unused, Qt::Key_Return);
    QTest::keyClick(unused, Qt::Key_Return);
    used->setCurrentRow(0);
    QTest::keyClick(used, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(used, Qt::Key_Tab);

    CHECK(view->answer() == u"if True:\n    print(1)"_s);
    CHECK(used->item(1)->data(Qt::AccessibleTextRole).toString().contains(u"indented 1"_s));
}

TEST_CASE("A locked answer can't be changed", "[gui]")
{
    const auto view = makeAnswerView(choice(false));
    view->show();
    view->setLocked(true);

    QTest::keyClick(option(*view, u"a"_s), Qt::Key_Space);

    CHECK(view->answer().isEmpty());
}
