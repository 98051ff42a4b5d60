#include "ui/shell/command_palette.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <catch2/catch.hpp>

using namespace studio::ui;
using namespace Qt::StringLiterals;

TEST_CASE("Letters in their order fit, whole words fit better", "[gui]")
{
    CHECK(matchScore(u"run"_s, u"Run"_s) > matchScore(u"rn"_s, u"Run"_s));
    CHECK(matchScore(u"gs"_s, u"Go to Settings"_s) > 0);
    CHECK(matchScore(u"xyz"_s, u"Run"_s) < 0);
    CHECK(matchScore(u"set"_s, u"Go to Settings"_s) > matchScore(u"gts"_s, u"Go to Settings"_s));
}

TEST_CASE("A command is found by typing and done by Return; Esc gives the focus back", "[gui]")
{
    QWidget window;
    window.resize(900, 600);
    auto *before = new QLineEdit(&window);
    QAction run(u"Run"_s);
    QAction settings(u"Go to Settings"_s);
    QAction off(u"Stop"_s);
    off.setEnabled(false);
    int done = 0;
    QObject::connect(&settings, &QAction::triggered, &window, [&done] { ++done; });
    CommandPalette palette(&window);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    before->setFocus();
    REQUIRE(QTest::qWaitFor([before] { return before->hasFocus(); }));

    palette.open({&run, &settings, &off});
    auto *edit = palette.findChild<QLineEdit *>(u"paletteEdit"_s);
    auto *list = palette.findChild<QListWidget *>(u"paletteList"_s);
    CHECK(list->count() == 2);
    QTest::keyClicks(edit, u"sett"_s);
    CHECK(list->count() == 1);
    QTest::keyClick(edit, Qt::Key_Return);
    CHECK(done == 1);
    CHECK_FALSE(palette.isVisible());

    palette.open({&run});
    QTest::keyClick(edit, Qt::Key_Escape);
    CHECK_FALSE(palette.isVisible());
    CHECK(before->hasFocus());
    CHECK(done == 1);
}
