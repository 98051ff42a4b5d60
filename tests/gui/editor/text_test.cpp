#include <QSignalSpy>

#include "editor_driver.h"

using namespace studio::editor;
using namespace studio::editor::test;

namespace {

const QString kMixed = u"a = \"é漢😀\"\nb😀c\r\nзюзя\n"_s;

} // namespace

TEST_CASE("keeps every character of the text, whatever it is")
{
    const QString text = GENERATE(QString(), kMixed, QString(u"no end"_s), QString(u"a\0b\nc"_s),
                                  QString(u"\r\n\r\r\n"_s), QString(u"\tindented\n"_s));
    Driver driver(text);
    CHECK(driver.text() == text);
}

TEST_CASE("a caret offset counts UTF-16 units, a column counts code points")
{
    Driver driver(kMixed);
    for (int offset = 0; offset <= kMixed.size(); ++offset) {
        if (offset < kMixed.size() && kMixed.at(offset).isLowSurrogate()) {
            continue; // not a place between two characters
        }
        driver.editor.setCaretOffset(offset);
        CHECK(driver.editor.caretOffset() == offset);
    }
    driver.editor.setCaretOffset(static_cast<int>(kMixed.indexOf(u'c')));
    CHECK(driver.editor.caret() == CodePosition{2, 3});
    driver.editor.setCaretOffset(99999);
    CHECK(driver.editor.caretOffset() == kMixed.size());
}

TEST_CASE("goes to a place, or to the nearest there is")
{
    Driver driver(kMixed);
    const auto goTo = [&driver](CodePosition position) {
        driver.editor.goTo(position);
        return driver.editor.caret();
    };
    CHECK(goTo({2, 3}) == CodePosition{2, 3});
    CHECK(driver.editor.caretOffset() == kMixed.indexOf(u'c'));
    CHECK(goTo({2, 99}) == CodePosition{2, 4});
    CHECK(goTo({-5, -5}) == CodePosition{1, 1});
    CHECK(goTo({99, 1}).line == 4);
}

TEST_CASE("a new text forgets undo, a replaced one is one step back")
{
    Driver driver(u"old"_s);
    driver.key(Qt::Key_End);
    driver.type(u"er"_s);
    CHECK(driver.editor.canUndo());
    driver.editor.replaceText(u"completely\nnew 😀"_s);
    CHECK(driver.text() == u"completely\nnew 😀"_s);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(driver.text() == u"older"_s);
    driver.key(Qt::Key_Y, Qt::ControlModifier);
    CHECK(driver.text() == u"completely\nnew 😀"_s);
    driver.editor.setText(u"first"_s);
    CHECK_FALSE(driver.editor.canUndo());
    CHECK_FALSE(driver.editor.canRedo());
}

TEST_CASE("a read-only text refuses keys and clipboard, and can still be set")
{
    Driver driver(u"fixed"_s);
    driver.editor.setReadOnly(true);
    QApplication::clipboard()->setText(u"pasted"_s);
    driver.type(u"x\n"_s);
    driver.key(Qt::Key_Backspace);
    driver.key(Qt::Key_Delete);
    driver.key(Qt::Key_V, Qt::ControlModifier);
    driver.key(Qt::Key_D, Qt::ControlModifier);
    driver.key(Qt::Key_Slash, Qt::ControlModifier);
    CHECK(driver.text() == u"fixed"_s);
    driver.editor.setText(u"other"_s);
    CHECK(driver.text() == u"other"_s);
}

TEST_CASE("says when the text and the caret have changed")
{
    Driver driver(u"ab"_s);
    QSignalSpy changed(&driver.editor, &CodeEditor::textChanged);
    QSignalSpy moved(&driver.editor, &CodeEditor::caretMoved);
    driver.type(u"x"_s);
    CHECK(changed.count() == 1);
    driver.key(Qt::Key_End);
    REQUIRE(QTest::qWaitFor([&moved] { return moved.count() > 0; }));
    CHECK(changed.count() == 1);
}

TEST_CASE("nobody hears of a text that is only half changed")
{
    Driver driver(u"first\nsecond"_s);
    QStringList heard;
    QObject::connect(&driver.editor, &CodeEditor::textChanged, [&] { heard << driver.text(); });
    driver.editor.replaceText(u"third"_s);
    driver.key(Qt::Key_Z, Qt::ControlModifier);
    driver.key(Qt::Key_A, Qt::ControlModifier);
    driver.type(u"x"_s);
    driver.editor.setText(u"last"_s);
    CHECK(heard == QStringList{u"third"_s, u"first\nsecond"_s, u"x"_s, u"last"_s});
}

TEST_CASE("asks for zoom by keys, and lets the page's own chords through")
{
    Driver driver(u"ab"_s);
    QSignalSpy zoom(&driver.editor, &CodeEditor::zoomRequested);
    driver.key(Qt::Key_Plus, Qt::ControlModifier);
    driver.key(Qt::Key_Minus, Qt::ControlModifier);
    driver.key(Qt::Key_0, Qt::ControlModifier);
    REQUIRE(zoom.count() == 3);
    CHECK(zoom.at(0).at(0).toInt() == 1);
    CHECK(zoom.at(1).at(0).toInt() == -1);
    CHECK(zoom.at(2).at(0).toInt() == 0);
    driver.editor.setZoom(200);

    for (const auto chord :
         {QKeyCombination(Qt::CTRL | Qt::Key_Return), QKeyCombination(Qt::ALT | Qt::Key_Right),
          QKeyCombination(Qt::Key_F5), QKeyCombination(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}) {
        QKeyEvent asked(QEvent::ShortcutOverride, chord.key(), chord.keyboardModifiers());
        asked.ignore();
        QApplication::sendEvent(driver.editor.textWidget(), &asked);
        CHECK_FALSE(asked.isAccepted());
        driver.key(chord.key(), chord.keyboardModifiers());
    }
    CHECK(driver.text() == u"ab"_s);
}

TEST_CASE("can be left by keyboard, and says how")
{
    QWidget window;
    CodeEditor editor(&window);
    QLineEdit after(&window);
    editor.setAccessibleName(u"Your code"_s);
    window.show();
    QApplication::setActiveWindow(&window);
    editor.setFocus();
    REQUIRE(editor.textWidget()->hasFocus());
    CHECK(editor.textWidget()->accessibleName() == u"Your code"_s);
    CHECK(editor.textWidget()->accessibleDescription().contains(u"Ctrl+M"_s));

    QTest::keyClick(editor.textWidget(), Qt::Key_Tab);
    CHECK(editor.text() == u"    "_s);
    QTest::keyClick(editor.textWidget(), Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(editor.textWidget(), Qt::Key_Tab);
    CHECK(editor.text() == u"    "_s);
    CHECK(after.hasFocus());
}

TEST_CASE("a text of more than a megabyte is shown plain and can be changed")
{
    const QString line = u"value = 'text'  # and so on\n"_s;
    Driver driver(line.repeated(45'000));
    driver.key(Qt::Key_End, Qt::ControlModifier);
    driver.type(u"x = 1"_s);
    CHECK(driver.text().endsWith(u"\nx = 1"_s));
}
