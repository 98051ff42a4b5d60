#include "ui/widgets/work_split.h"

#include <QApplication>
#include <QLineEdit>
#include <QSplitter>
#include <QTest>

#include <catch2/catch.hpp>

using namespace studio::ui;
using namespace Qt::StringLiterals;

TEST_CASE("The halves stand side by side, stacked or behind tabs as the width allows", "[gui]")
{
    auto *reading = new QLineEdit;
    auto *doing = new QLineEdit;
    WorkSplit split({reading, u"Task"_s}, {doing, u"Answer"_s});
    split.resize(1200, 600);
    split.show();
    REQUIRE(QTest::qWaitForWindowExposed(&split));
    const auto *splitter = split.findChild<QSplitter *>(u"workSplitter"_s);
    REQUIRE(splitter);

    CHECK(splitter->orientation() == Qt::Horizontal);
    split.resize(900, 600);
    CHECK(splitter->orientation() == Qt::Vertical);
    CHECK(reading->isVisible());
    CHECK(doing->isVisible());
    split.resize(600, 600);
    CHECK(reading->isVisible());
    CHECK_FALSE(doing->isVisible());
    split.showDoing();
    CHECK(doing->isVisible());
    split.resize(1200, 600);
    CHECK(reading->isVisible());
}

TEST_CASE("F6 goes from half to half", "[gui]")
{
    auto *reading = new QLineEdit;
    auto *doing = new QLineEdit;
    WorkSplit split({reading, u"Task"_s}, {doing, u"Answer"_s});
    reading->setFocusProxy(nullptr);
    auto *field = new QLineEdit(doing); // the halves are containers with fields inside
    auto *other = new QLineEdit(reading);
    split.resize(1200, 600);
    split.show();
    REQUIRE(QTest::qWaitForWindowExposed(&split));
    split.activateWindow();
    other->setFocus();
    REQUIRE(QTest::qWaitFor([other] { return other->hasFocus(); }));

    QTest::keyClick(other, Qt::Key_F6);
    CHECK(field->hasFocus());
    QTest::keyClick(field, Qt::Key_F6);
    CHECK(other->hasFocus());
}
