#include "domain/completion.h"
#include "editor/widget/code_editor.h"
#include "support/pilot.h"
#include "ui/shell/main_window.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

const Place kLesson{u"lesson"_s, u"first-steps"_s, u"input"_s};
const Place kExercise{u"exercise"_s, u"first-steps"_s, u"greeting"_s};

} // namespace

TEST_CASE("A learner reads, writes, runs, checks, and finds all of it again", "[gui]")
{
    const QTemporaryDir data;
    const QString right = u"name = input()\nprint(\"Welcome, \" + name + \"!\")"_s;
    {
        Pilot pilot(data.path());
        INFO(pilot.failure().toStdString());
        REQUIRE(pilot.failure().isEmpty());
        REQUIRE(pilot.waitForPage(u"home"_s));

        // Read the lesson.
        REQUIRE(pilot.goTo(kLesson));
        REQUIRE(pilot.waitForLesson());
        CHECK(pilot.pageTitle() == u"Input"_s);

        // Type an answer with real keys, run it, give it input.
        REQUIRE(pilot.goTo(kExercise));
        pilot.typeAnswer(u"name = input()\nprint(\"Hello,\", name)"_s);
        REQUIRE(pilot.run());
        REQUIRE(pilot.answerInput(u"Ada"_s));
        CHECK(pilot.output().contains(u"Hello, Ada"_s));

        // Check it: wrong, then right.
        REQUIRE(pilot.check());
        CHECK(pilot.verdict().startsWith(u"Not yet"_s));
        pilot.typeAnswer(right);
        REQUIRE(pilot.check());
        CHECK(pilot.verdict() == u"All 3 cases agree."_s);
    }
    Pilot again(data.path());
    REQUIRE(again.failure().isEmpty());
    REQUIRE(again.waitForPage(u"exercise"_s));
    CHECK(again.pageTitle() == u"A greeting"_s);
    CHECK(again.editor()->text() == right);
    const auto work = again.core().work();
    REQUIRE(work);
    auto reading = (*work)->courseProgress(u"first-steps"_s);
    REQUIRE(again.waitFor([&] { return reading.isFinished(); }, u"the progress"_s));
    const ExerciseProgress progress = reading.result()->exercises.value(u"greeting"_s);
    CHECK(progress.passed);
    CHECK(progress.attempts == 2);
    CHECK(reading.result()->lessons.contains(u"input"_s));
}

TEST_CASE("A half-typed word is there again after the window was closed", "[gui]")
{
    const QTemporaryDir data;
    {
        Pilot pilot(data.path());
        REQUIRE(pilot.goTo(kExercise));
        pilot.typeAnswer(u"name = inp"_s);
    }
    Pilot again(data.path());
    REQUIRE(again.waitForPage(u"exercise"_s));
    CHECK(again.editor()->text() == u"name = inp"_s);
}

TEST_CASE("Every place can be reached by keys alone, and Esc goes up", "[gui]")
{
    const QTemporaryDir data;
    Pilot pilot(data.path());
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget()
                                                      : static_cast<QWidget *>(&pilot.window());
        QTest::keyClick(target, key, modifiers);
    };
    press(Qt::Key_2, Qt::ControlModifier);
    CHECK(pilot.waitForPage(u"courses"_s));
    press(Qt::Key_3, Qt::ControlModifier);
    CHECK(pilot.waitForPage(u"playground"_s));
    press(Qt::Key_4, Qt::ControlModifier);
    CHECK(pilot.waitForPage(u"settings"_s));
    press(Qt::Key_1, Qt::ControlModifier);
    REQUIRE(pilot.waitForPage(u"home"_s));
    press(Qt::Key_Return, Qt::NoModifier); // the button that has the focus: begin
    REQUIRE(pilot.waitForPage(u"lesson"_s));
    REQUIRE(pilot.goTo({u"exercise"_s, u"first-steps"_s, u"stars"_s}));
    press(Qt::Key_Escape, Qt::NoModifier);
    CHECK(pilot.waitForPage(u"lesson"_s));
}

TEST_CASE("Every control that takes the focus has a name for the screen reader", "[gui]")
{
    const QTemporaryDir data;
    Pilot pilot(data.path());
    for (const Place &place :
         {Place{u"home"_s, {}, {}}, Place{u"courses"_s, {}, {}}, Place{u"course"_s, u"first-steps"_s, {}},
          Place{u"settings"_s, {}, {}}, Place{u"playground"_s, {}, {}}, kExercise}) {
        REQUIRE(pilot.goTo(place));
        for (const QWidget *each : pilot.window().findChildren<QWidget *>()) {
            if (!each->isVisible() || !(each->focusPolicy() & Qt::TabFocus) || each->focusProxy()) {
                continue;
            }
            const QAccessibleInterface *spoken
                = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each));
            INFO(place.page.toStdString()
                 << ": " << each->metaObject()->className() << " " << each->objectName().toStdString());
            REQUIRE(spoken);
            CHECK_FALSE((spoken->text(QAccessible::Name).isEmpty() && each->accessibleName().isEmpty()));
        }
    }
}

TEST_CASE("A setting is effective at once, and after a restart", "[gui]")
{
    const QTemporaryDir data;
    const Place exercise{u"exercise"_s, u"first-steps"_s, u"stars"_s};
    {
        Pilot pilot(data.path());
        REQUIRE(pilot.goTo({u"settings"_s, {}, {}}));
        auto *autoClose = pilot.window().findChild<QCheckBox *>(u"setting-auto-close"_s);
        REQUIRE(autoClose);
        QTest::keyClick(autoClose, Qt::Key_Space);
        CHECK_FALSE(autoClose->isChecked());
        REQUIRE(pilot.goTo(exercise));
        pilot.typeAnswer(u"print("_s);
        CHECK(pilot.editor()->text() == u"print("_s);
    }
    Pilot again(data.path());
    REQUIRE(again.waitForPage(u"exercise"_s));
    again.typeAnswer(u"print(["_s);
    CHECK(again.editor()->text() == u"print(["_s);
}

TEST_CASE("A program in the playground is typed, run with input, and kept", "[gui]")
{
    const QTemporaryDir data;
    {
        Pilot pilot(data.path());
        REQUIRE(pilot.goTo({u"playground"_s, {}, {}}));
        pilot.typeAnswer(u"print(input() * 2)"_s);
        REQUIRE(pilot.run());
        INFO(pilot.editor()->text().toStdString()
             << "/" << pilot.output().toStdString() << "/" << pilot.pageTitle().toStdString());
        REQUIRE(pilot.answerInput(u"ab"_s));
        CHECK(pilot.output().contains(u"abab"_s));
        pilot.editor()->replaceText(u"print(3)"_s);
        REQUIRE(pilot.run());
        CHECK(pilot.output().contains(u"3"_s));
        CHECK(pilot.editor()->text() == u"print(3)"_s);
    }
    Pilot again(data.path());
    REQUIRE(again.waitForPage(u"playground"_s));
    CHECK(again.editor()->text() == u"print(3)"_s);
}
