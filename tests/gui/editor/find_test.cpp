#include <QToolButton>

#include "editor_driver.h"

using namespace studio::editor;
using namespace studio::editor::test;

namespace {

struct Finder : Driver
{
    using Driver::Driver;

    QLineEdit *field() const { return editor.findChild<QLineEdit *>(u"findField"_s); }

    QLineEdit *with() const { return editor.findChild<QLineEdit *>(u"replaceField"_s); }

    QString result() const { return editor.findChild<QLabel *>(u"findResult"_s)->text(); }

    bool isOpen() const { return editor.findChild<QWidget *>(u"findBar"_s)->isVisible(); }

    void find(const QString &text, bool replace = false)
    {
        key(replace ? Qt::Key_H : Qt::Key_F, Qt::ControlModifier);
        field()->clear();
        QTest::keyClicks(field(), text);
        if (replace) {
            with()->setFocus();
        }
    }
};

} // namespace

TEST_CASE("finds while it is typed, goes on and round by key, and closes by Esc")
{
    Finder finder(u"one two one\nOne"_s);
    finder.find(u"one"_s);
    CHECK(finder.field()->hasFocus());
    CHECK(finder.result() == u"1 of 3 found"_s);
    CHECK(finder.editor.caretOffset() == 3);
    QTest::keyClick(finder.field(), Qt::Key_Return);
    CHECK(finder.result() == u"2 of 3 found"_s);
    QTest::keyClick(finder.field(), Qt::Key_F3);
    QTest::keyClick(finder.field(), Qt::Key_F3);
    CHECK(finder.result().startsWith(u"1 of 3 found"_s));
    CHECK(finder.result().contains(u"other end"_s));
    QTest::keyClick(finder.field(), Qt::Key_Return, Qt::ShiftModifier);
    CHECK(finder.result().startsWith(u"3 of 3 found"_s));
    QTest::keyClick(finder.field(), Qt::Key_Escape);
    CHECK_FALSE(finder.isOpen());
    CHECK(finder.editor.textWidget()->hasFocus());
    finder.key(Qt::Key_F3, Qt::ShiftModifier);
    CHECK(finder.editor.caretOffset() == 11);
}

TEST_CASE("Esc in the text closes the panel before the page gets it")
{
    Finder finder(u"one"_s);
    const auto wantsEscape = [&finder] {
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
        asked.ignore();
        QApplication::sendEvent(finder.editor.textWidget(), &asked);
        return asked.isAccepted();
    };
    CHECK_FALSE(wantsEscape());
    finder.find(u"one"_s);
    finder.editor.textWidget()->setFocus();
    CHECK(wantsEscape());
    finder.key(Qt::Key_Escape);
    CHECK_FALSE(finder.isOpen());
    CHECK_FALSE(wantsEscape());
}

TEST_CASE("says in words that nothing was found")
{
    Finder finder(u"text"_s);
    finder.find(u"texts"_s);
    CHECK(finder.result() == u"Not found: “texts”"_s);
}

TEST_CASE("minds case, whole words and expressions when asked")
{
    Finder finder(u"cat Cat concat c.t\n"_s);
    finder.find(u"cat"_s);
    CHECK(finder.result() == u"1 of 3 found"_s);
    QTest::keyClick(finder.field(), Qt::Key_C, Qt::AltModifier);
    CHECK(finder.result() == u"1 of 2 found"_s);
    QTest::keyClick(finder.field(), Qt::Key_W, Qt::AltModifier);
    CHECK(finder.result() == u"1 of 1 found"_s);
    finder.find(u"c.t"_s);
    CHECK(finder.result() == u"1 of 1 found"_s);
    QTest::keyClick(finder.field(), Qt::Key_R, Qt::AltModifier);
    CHECK(finder.result() == u"1 of 2 found"_s);
    finder.find(u"(c"_s);
    CHECK(finder.result().startsWith(u"Not a complete expression yet"_s));
}

TEST_CASE("an expression that matches nothing at all does not hang")
{
    Finder finder(u"a😀b\n"_s);
    finder.find(u"x*"_s);
    QTest::keyClick(finder.field(), Qt::Key_R, Qt::AltModifier);
    CHECK(finder.result().startsWith(u"Not found"_s));
}

TEST_CASE("replaces one after the other")
{
    Finder finder(u"x x x"_s);
    finder.find(u"x"_s, true);
    QTest::keyClicks(finder.with(), u"yy"_s);
    QTest::keyClick(finder.with(), Qt::Key_Return);
    CHECK(finder.text() == u"yy x x"_s);
    QTest::keyClick(finder.with(), Qt::Key_Return);
    CHECK(finder.text() == u"yy yy x"_s);
}

TEST_CASE("replaces all, with groups, as one step of undo")
{
    const QString text = u"a1 😀 b2\nc3"_s;
    Finder finder(text);
    finder.find(u"([a-z])([0-9])"_s, true);
    QTest::keyClick(finder.field(), Qt::Key_R, Qt::AltModifier);
    QTest::keyClicks(finder.with(), u"\\2-\\1"_s);
    QTest::keyClick(finder.with(), Qt::Key_A, Qt::AltModifier);
    CHECK(finder.text() == u"1-a 😀 2-b\n3-c"_s);
    CHECK(finder.result() == u"3 replaced"_s);
    finder.editor.undo();
    CHECK(finder.text() == text);
    CHECK_FALSE(finder.editor.canUndo());
}

TEST_CASE("goes to a line by its number")
{
    Finder finder(u"a\nbcd\ne"_s);
    finder.key(Qt::Key_G, Qt::ControlModifier);
    auto *field = finder.editor.findChild<QLineEdit *>(u"goToField"_s);
    REQUIRE(field->hasFocus());
    QTest::keyClicks(field, u"2:3"_s);
    QTest::keyClick(field, Qt::Key_Return);
    CHECK(finder.editor.caret() == CodePosition{2, 3});
    CHECK(finder.editor.textWidget()->hasFocus());
    finder.key(Qt::Key_G, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Escape);
    CHECK(finder.editor.textWidget()->hasFocus());
}
