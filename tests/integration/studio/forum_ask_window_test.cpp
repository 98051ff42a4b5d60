#include "support/pilot.h"
#include "ui/forum/question_wizard.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include "forum_scenes.h"
#include "platform_scenes.h"

using namespace studio;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

void press(int key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *focused = QApplication::focusWidget();
    REQUIRE(focused);
    QTest::keyClick(focused, static_cast<Qt::Key>(key), modifiers);
}

} // namespace

TEST_CASE("Ctrl+K finds a topic, and it opens in the reader", "[studio][ask]")
{
    const QTemporaryDir data;
    REQUIRE(fillForum(data.path()));
    Pilot pilot(data.path(), busyPlatform(), true);
    REQUIRE(pilot.goTo({u"home"_s, {}, {}}));
    QTest::keyClick(&pilot.window(), Qt::Key_K, Qt::ControlModifier);
    REQUIRE(pilot.waitFor(
        [] { return QApplication::focusWidget() && QApplication::focusWidget()->inherits("QLineEdit"); },
        u"the box"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"literal for in:topics"_s);
    press(Qt::Key_Return);
    REQUIRE(pilot.waitForPage(u"forum"_s));
    CHECK(pilot.waitFor([&] { return pilot.window().page()->place().itemId == u"topic/104"_s; },
                        u"the topic"_s));
}

TEST_CASE("Ctrl+Shift+A asks about an exercise, and a topic like it is read instead", "[studio][ask]")
{
    const QTemporaryDir data;
    REQUIRE(fillForum(data.path()));
    Pilot pilot(data.path(), busyPlatform(), true);
    REQUIRE(pilot.goTo({u"exercise"_s, u"first-steps"_s, u"second-largest"_s}));
    pilot.typeAnswer(u"def second_largest(numbers):\nreturn sorted(numbers)[-2]"_s);
    REQUIRE(pilot.check());
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    const ui::QuestionWizard *wizard = nullptr;
    REQUIRE(pilot.waitFor(
        [&wizard] {
            wizard = qobject_cast<ui::QuestionWizard *>(QApplication::activeModalWidget());
            return wizard && wizard->isReady();
        },
        u"the wizard"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"I sorted it."_s);
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    REQUIRE(wizard->step() == 3);
    auto *similar = wizard->findChild<QListWidget *>(u"wizardSimilar"_s);
    REQUIRE(pilot.waitFor([similar] { return similar->isVisible() && similar->count() > 0; }, u"topics"_s));
    similar->setFocus();
    press(Qt::Key_Return);
    REQUIRE(pilot.waitForPage(u"forum"_s));
    CHECK(pilot.waitFor([&] { return pilot.window().page()->place().itemId == u"topic/101"_s; },
                        u"the topic"_s));
}
