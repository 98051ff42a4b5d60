#include "ui/console/completion_popup.h"
#include "ui/console/console_text.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QToolButton>

#include "desk.h"

using namespace studio;
using namespace studio::test;

TEST_CASE("Statements are typed after a program and see its names", "[gui]")
{
    Desk desk;
    desk.run(u"scores = [3, 9]\ndef double(n):\n    return 2 * n\n"_s);
    Desk::type(u"double(scores[1])\n"_s);
    desk.says(u">>> double(scores[1])\n18"_s);
    CHECK(desk.input().isEmpty());
    Desk::type(u"1 / 0\n"_s);
    desk.says(u"ZeroDivisionError: division by zero"_s);
}

TEST_CASE("A statement before any run starts an empty console", "[gui]")
{
    Desk desk;
    Desk::type(u"x = 6\nx * 7\n"_s); // the second waits for its turn
    desk.says(u">>> x = 6\n>>> x * 7\n42"_s);
}

TEST_CASE("A block takes lines, with indentation, until an empty one", "[gui]")
{
    Desk desk;
    Desk::type(u"for i in range(3):\n"_s);
    CHECK(desk.input() == u"for i in range(3):\n    "_s);
    Desk::type(u"print(i * 5)\n\n"_s);
    desk.says(u">>> for i in range(3):\n...     print(i * 5)\n0\n5\n10"_s);
    Desk::type(u"max(1,\n2)\n"_s);
    desk.says(u"\n2\n"_s);
    // Only the worker knows that this goes on.
    Desk::type(u"'''a\n"_s);
    REQUIRE(QTest::qWaitFor([&] { return desk.input() == u"'''a\n"_s; }, 10'000));
    Desk::type(u"b'''\n"_s);
    desk.says(u"'a\\nb'"_s);
    Desk::type(u"a = 1"_s);
    Desk::press(Qt::Key_Return, Qt::ShiftModifier);
    CHECK(desk.input() == u"a = 1\n"_s);
    Desk::type(u"a + 1"_s);
    Desk::press(Qt::Key_Return, Qt::ControlModifier);
    desk.says(u"... a + 1\n2"_s);
}

TEST_CASE("Up and Down go through what was run, and keep what was being written", "[gui]")
{
    Desk desk;
    desk.run({});
    Desk::type(u"a = 1\nif a:\n b = 2\n\nhalf"_s);
    Desk::press(Qt::Key_Up);
    CHECK(desk.input() == u"if a:\n     b = 2"_s);
    Desk::press(Qt::Key_Up); // within the lines of the statement
    Desk::press(Qt::Key_Up);
    CHECK(desk.input() == u"a = 1"_s);
    Desk::press(Qt::Key_Up);
    CHECK(desk.input() == u"a = 1"_s);
    Desk::press(Qt::Key_Down);
    Desk::press(Qt::Key_Down);
    CHECK(desk.input() == u"half"_s);
}

TEST_CASE("Tab completes; a choice is made with the arrows; Esc leaves the list", "[gui]")
{
    Desk desk;
    desk.run(u"number = 3\nnearest = 4\nname = 'Ada'\n"_s);
    Desk::type(u"numb"_s);
    Desk::press(Qt::Key_Tab);
    CHECK(QTest::qWaitFor([&] { return desk.input() == u"number"_s; }, 5000));
    Desk::type(u" + n"_s);
    Desk::press(Qt::Key_Space, Qt::ControlModifier);
    const auto popup = [&] { return desk.window.findChild<ui::CompletionPopup *>(); };
    REQUIRE(QTest::qWaitFor([&] { return popup() && popup()->isVisible(); }, 5000));
    CHECK(popup()->chosen() == u"name"_s);
    Desk::press(Qt::Key_Down);
    CHECK(popup()->chosen() == u"nearest"_s);
    Desk::press(Qt::Key_Escape);
    CHECK_FALSE(popup()->isVisible());
    Desk::press(Qt::Key_Space, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return popup()->isVisible(); }, 5000));
    Desk::type(u"e"_s); // narrows
    CHECK(popup()->chosen() == u"nearest"_s);
    Desk::press(Qt::Key_Return);
    CHECK(desk.input() == u"number + nearest"_s);
    CHECK_FALSE(popup()->isVisible());
    Desk::press(Qt::Key_Return);
    desk.says(u"\n7\n"_s);
    // At the beginning of a line Tab indents; in an empty one it goes on to the next control.
    Desk::type(u"if 1:\n"_s);
    Desk::press(Qt::Key_Tab);
    CHECK(desk.input() == u"if 1:\n        "_s);
}

TEST_CASE("Tab leaves an empty line, so that the keyboard is never caught", "[gui]")
{
    Desk desk;
    desk.run({});
    QWidget *input = QApplication::focusWidget();
    Desk::press(Qt::Key_Tab);
    CHECK(QApplication::focusWidget() == desk.after);
    Desk::press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(QApplication::focusWidget() == input);
}

TEST_CASE("Ctrl+C stops the statement that runs and the console stays", "[gui]")
{
    Desk desk;
    desk.run(u"x = 5\n"_s);
    Desk::type(u"while True: pass\n"_s);
    desk.says(u">>> while True: pass"_s);
    auto *stop = desk.console->findChild<QToolButton *>(u"consoleStop"_s);
    CHECK(stop->isEnabled());
    Desk::press(Qt::Key_C, Qt::ControlModifier);
    desk.says(u"KeyboardInterrupt"_s);
    Desk::type(u"x + 1\n"_s);
    desk.says(u"\n6\n"_s);
    CHECK(QTest::qWaitFor([stop] { return !stop->isEnabled(); }, 5000));
    Desk::press(Qt::Key_L, Qt::ControlModifier);
    CHECK(QTest::qWaitFor([&] { return desk.output().trimmed().isEmpty(); }, 2000));
}

TEST_CASE("input() in a statement is answered below the output, and the focus comes back", "[gui]")
{
    Desk desk;
    desk.run({});
    QWidget *input = QApplication::focusWidget();
    Desk::type(u"input('name? ') * 2\n"_s);
    REQUIRE(QTest::qWaitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; },
                            10'000));
    Desk::type(u"Ada\n"_s);
    desk.says(u"'AdaAda'"_s);
    CHECK(QTest::qWaitFor([input] { return QApplication::focusWidget() == input; }, 5000));
}

TEST_CASE("A question mark shows what a name is", "[gui]")
{
    Desk desk;
    desk.run(u"def area(width, height=1):\n    '''The area of a rectangle.'''\n"_s);
    Desk::type(u"area?\n"_s);
    desk.says(u"area(width, height=1)\n"_s);
    desk.says(u"The area of a rectangle."_s);
}

TEST_CASE("exit() ends the console and says so; the next statement starts an empty one", "[gui]")
{
    Desk desk;
    desk.run(u"x = 5\n"_s);
    Desk::type(u"exit()\n"_s);
    desk.says(u"The console has ended."_s);
    CHECK(desk.console->console() == nullptr);
    Desk::type(u"'x' in globals()\n"_s);
    desk.says(u"\nFalse\n"_s);
}

TEST_CASE("A program that takes its process along leaves a sentence", "[gui]")
{
    Desk desk;
    desk.run(u"import os; os._exit(0)"_s);
    desk.says(u"took its names with it"_s);
}

TEST_CASE("What surely goes on is known without asking", "[gui]")
{
    for (const char *source : {"if x:", "f(1,", "def f(a):  # why", "x = [", "for i in x:\n    pass",
                               "x = \\", "@wraps", "{'a': 1", "class A:\n    def f(self):\n        pass"}) {
        INFO(source);
        CHECK(ui::surelyGoesOn(QString::fromUtf8(source)));
    }
    for (const char *source : {"", "x = 1", "if x:\n    pass\n", "print('(')", "x  # (", "')'", "x[1:2]",
                               "d = {1: 2}", "'a:'", "if x:\n    pass\n  ", "a\nb", "f(1,\n2)"}) {
        INFO(source);
        CHECK_FALSE(ui::surelyGoesOn(QString::fromUtf8(source)));
    }
}

TEST_CASE("A statement can't move what is shown", "[gui]")
{
    const QByteArray echo = ui::echoOf(u"x = '\x1b[2K\r\b'"_s);
    CHECK_FALSE(echo.contains("\x1b[2K"));
    CHECK_FALSE(echo.contains('\r'));
}
