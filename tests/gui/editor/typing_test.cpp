#include "editor_driver.h"

using namespace studio::editor;
using namespace studio::editor::test;

TEST_CASE("indents after a colon and goes back after return")
{
    Driver driver;
    driver.type(u"def f(x):\nif x:\nreturn 1\nreturn 2\nf(3)"_s);
    CHECK(driver.text() == u"def f(x):\n    if x:\n        return 1\n    return 2\nf(3)"_s);
}

TEST_CASE("goes back after every statement that leaves a block")
{
    const auto [word, expected] = GENERATE(table<QString, QString>({
        {u"pass"_s, u"if x:\n    pass\n"_s},
        {u"break"_s, u"if x:\n    break\n"_s},
        {u"continue  # next"_s, u"if x:\n    continue  # next\n"_s},
        {u"raise E"_s, u"if x:\n    raise E\n"_s},
        {u"passed = 1"_s, u"if x:\n    passed = 1\n    "_s},
    }));
    Driver driver;
    driver.type(u"if x:\n"_s + word + u"\n"_s);
    CHECK(driver.text() == expected);
}

TEST_CASE("a colon or a hash in a string or a comment means nothing")
{
    Driver driver;
    driver.type(u"print('a:#')\nx = 1  # so:\nif x == '#':\n"_s);
    CHECK(driver.text() == u"print('a:#')\nx = 1  # so:\nif x == '#':\n    "_s);
}

TEST_CASE("a text of several lines keeps its own indentation")
{
    Driver driver;
    driver.type(u"'''One:\ntwo:\n"_s);
    CHECK(driver.text() == u"'''One:\ntwo:\n"_s);
}

TEST_CASE("an open bracket indents, and its end goes back to where it began")
{
    Driver driver;
    driver.type(u"if x:\nf(1,\n2)\ny"_s);
    CHECK(driver.text() == u"if x:\n    f(1,\n        2)\n    y"_s);
}

TEST_CASE("else goes one level to the left by its colon")
{
    Driver driver;
    driver.type(u"if x:\ny = 1\nelse:\ny = 2"_s);
    CHECK(driver.text() == u"if x:\n    y = 1\nelse:\n    y = 2"_s);
}

TEST_CASE("else stays where its if is on the line above")
{
    Driver driver;
    driver.type(u"for i in x:\nif i: print(1)\nelse:"_s);
    CHECK(driver.text() == u"for i in x:\n    if i: print(1)\n    else:"_s);
}

TEST_CASE("Backspace takes away a level, and one character elsewhere")
{
    Driver driver(u"        x"_s, 8);
    driver.key(Qt::Key_Backspace);
    CHECK(driver.text() == u"    x"_s);
    driver.editor.setText(u"      x"_s);
    driver.editor.setCaretOffset(6);
    driver.key(Qt::Key_Backspace);
    CHECK(driver.text() == u"    x"_s);
    driver.key(Qt::Key_End);
    driver.key(Qt::Key_Backspace);
    CHECK(driver.text() == u"    "_s);
}

TEST_CASE("Tab and Shift+Tab move all selected lines")
{
    Driver driver(u"a\n\n  b\nc"_s);
    driver.select(0, 6); // up to the end of b
    driver.key(Qt::Key_Tab);
    CHECK(driver.text() == u"    a\n\n    b\nc"_s);
    driver.key(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(driver.text() == u"a\n\nb\nc"_s);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(driver.text() == u"a\n\n  b\nc"_s);
}

TEST_CASE("Tab goes to the next stop of the chosen width")
{
    Driver driver(u"ab"_s, 2);
    driver.editor.setTabWidth(8);
    driver.key(Qt::Key_Tab);
    CHECK(driver.text() == u"ab      "_s);
}

TEST_CASE("comments lines out and in again")
{
    const QString text = u"def f():\n    x = 1\n\n  # y\nz"_s;
    Driver driver(text);
    driver.select(0, static_cast<int>(text.size()) - 2);
    driver.key(Qt::Key_Slash, Qt::ControlModifier);
    CHECK(driver.text() == u"# def f():\n#     x = 1\n\n#   # y\nz"_s);
    driver.key(Qt::Key_Slash, Qt::ControlModifier);
    CHECK(driver.text() == text);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(driver.text() == text);
    CHECK_FALSE(driver.editor.canUndo());
}

TEST_CASE("a comment goes to the least indentation of its lines")
{
    Driver driver(u"    a\n        b"_s, 0);
    driver.key(Qt::Key_Down, Qt::ShiftModifier);
    driver.key(Qt::Key_End, Qt::ShiftModifier);
    driver.key(Qt::Key_Slash, Qt::ControlModifier);
    CHECK(driver.text() == u"    # a\n    #     b"_s);
}

TEST_CASE("duplicates and moves lines")
{
    Driver driver(u"one\ntwo\nthree"_s);
    driver.key(Qt::Key_D, Qt::ControlModifier);
    CHECK(driver.text() == u"one\none\ntwo\nthree"_s);
    driver.key(Qt::Key_Down, Qt::AltModifier);
    driver.key(Qt::Key_Down, Qt::AltModifier);
    CHECK(driver.text() == u"one\ntwo\none\nthree"_s);
    driver.key(Qt::Key_Up, Qt::AltModifier);
    CHECK(driver.text() == u"one\none\ntwo\nthree"_s);
}

TEST_CASE("closes brackets and quotes only when that is switched on")
{
    Driver driver;
    driver.type(u"f('"_s);
    CHECK(driver.text() == u"f('"_s);
    driver.editor.setText({});
    driver.editor.setAutoClose(true);
    driver.type(u"f([\"a"_s);
    CHECK(driver.text() == u"f([\"a\"])"_s);
    driver.type(u"\"])"_s);
    CHECK(driver.text() == u"f([\"a\"])"_s);
    CHECK(driver.editor.caretOffset() == 8);
}

TEST_CASE("closing by itself leaves apostrophes, triple quotes and full lines alone")
{
    Driver driver;
    driver.editor.setAutoClose(true);
    driver.type(u"# don't"_s);
    CHECK(driver.text() == u"# don't"_s);
    driver.editor.setText(u"name"_s);
    driver.type(u"("_s);
    CHECK(driver.text() == u"(name"_s);
    driver.editor.setText({});
    driver.type(u"\"\"\""_s);
    CHECK(driver.text() == u"\"\"\""_s);
}

TEST_CASE("an empty pair goes at once, and a selection is put into one")
{
    Driver driver;
    driver.editor.setAutoClose(true);
    driver.type(u"f("_s);
    driver.key(Qt::Key_Backspace);
    CHECK(driver.text() == u"f"_s);
    driver.editor.setText(u"a + b"_s);
    driver.select(0, 5);
    driver.type(u"("_s);
    CHECK(driver.text() == u"(a + b)"_s);
}

TEST_CASE("typed text comes back by undo, step by step")
{
    Driver driver;
    driver.type(u"a = 1\nb"_s);
    while (driver.editor.canUndo()) {
        driver.key(Qt::Key_Z, Qt::ControlModifier);
    }
    CHECK(driver.text().isEmpty());
    while (driver.editor.canRedo()) {
        driver.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    CHECK(driver.text() == u"a = 1\nb"_s);
}

TEST_CASE("Return keeps what is right of the caret and eats the blanks between")
{
    Driver driver(u"if x:   y"_s, 5);
    driver.key(Qt::Key_Return);
    CHECK(driver.text() == u"if x:\n    y"_s);
}
