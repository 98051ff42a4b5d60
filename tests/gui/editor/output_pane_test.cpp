#include "ui/widgets/output_block.h"

#include <QMimeData>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

#include <ctime>

#include "pane_driver.h"

using namespace studio;
using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kTraceback = "Traceback (most recent call last):\n"
                              "  File \"main.py\", line 7, in <module>\n"
                              "    f()\n"
                              "  File \"/usr/lib/python3/random.py\", line 5, in f\n"
                              "  File \"main.py\", line 3, in g\n"
                              "ZeroDivisionError: division by zero\n";

} // namespace

TEST_CASE("streams and input are told apart in the text for the screen reader, not in what is copied")
{
    Pane pane;
    pane.pane->begin();
    pane.out("Name? ");
    pane.pane->askForInput();
    QTest::keyClicks(pane.input, u"Ada"_s);
    QTest::keyClick(pane.input, Qt::Key_Return);
    pane.err("oops\n");
    pane.out("bye\n");
    pane.pane->end(u"Ended after 0.2 s"_s, false);
    const QString nbsp(QChar(QChar::Nbsp));
    CHECK(pane.view->toPlainText().replace(nbsp, u" "_s)
          == u"Name? input: Ada\nerror: oops\nbye\nEnded after 0.2 s"_s);
    CHECK(pane.pane->plainText() == u"Name? Ada\noops\nbye\nEnded after 0.2 s"_s);
    CHECK(pane.copied() == pane.pane->plainText());
}

TEST_CASE("the input line asks, sends by Return and goes when the run ends")
{
    Pane pane;
    QSignalSpy entered(pane.pane, &OutputPane::inputEntered);
    pane.pane->begin();
    CHECK_FALSE(pane.input->isVisible());
    const int height = pane.pane->height();
    pane.pane->askForInput();
    CHECK(pane.input->isVisible());
    CHECK(pane.input->hasFocus());
    CHECK_FALSE(pane.input->accessibleName().isEmpty());
    QTest::keyClicks(pane.input, u"4 2"_s);
    QTest::keyClick(pane.input, Qt::Key_Return);
    REQUIRE(entered.count() == 1);
    CHECK(entered.at(0).at(0).toString() == u"4 2"_s);
    CHECK(pane.input->text().isEmpty());
    CHECK(pane.pane->height() == height);
    pane.pane->end(u"Ended"_s, false);
    CHECK_FALSE(pane.input->isVisible());
}

TEST_CASE("what is typed before the program asks waits for it, in order")
{
    Pane pane;
    QSignalSpy entered(pane.pane, &OutputPane::inputEntered);
    pane.pane->begin();
    pane.pane->askForInput();
    for (const QString &line : {u"one"_s, u"two"_s, u"three"_s}) {
        QTest::keyClicks(pane.input, line);
        QTest::keyClick(pane.input, Qt::Key_Return);
    }
    CHECK(entered.count() == 1);
    pane.pane->askForInput();
    pane.pane->askForInput();
    REQUIRE(entered.count() == 3);
    CHECK(entered.at(1).at(0).toString() == u"two"_s);
    CHECK(entered.at(2).at(0).toString() == u"three"_s);
    CHECK(pane.pane->plainText() == u"one\ntwo\nthree\n"_s);
    QTest::keyClicks(pane.input, u"old"_s);
    QTest::keyClick(pane.input, Qt::Key_Return);
    pane.pane->begin();
    pane.pane->askForInput();
    CHECK(entered.count() == 3); // a new run does not get the old one's lines
}

TEST_CASE("Ctrl+D ends the input on an empty line only")
{
    Pane pane;
    QSignalSpy ended(pane.pane, &OutputPane::inputEnded);
    pane.pane->begin();
    pane.pane->askForInput();
    QTest::keyClicks(pane.input, u"x"_s);
    QTest::keyClick(pane.input, Qt::Key_D, Qt::ControlModifier);
    CHECK(ended.count() == 0);
    CHECK(pane.input->text() == u"x"_s);
    pane.input->clear();
    QTest::keyClick(pane.input, Qt::Key_D, Qt::ControlModifier);
    CHECK(ended.count() == 1);
}

TEST_CASE("a traceback's own lines are links for the keyboard")
{
    Pane pane;
    QSignalSpy activated(pane.pane, &OutputPane::lineActivated);
    pane.pane->begin();
    pane.out("  File \"main.py\", line 1, in a joke on stdout\n");
    pane.err(kTraceback);
    pane.pane->end(u"Ended"_s, true);
    pane.view->moveCursor(QTextCursor::Start);
    pane.view->setFocus();
    QTest::keyClick(pane.view, Qt::Key_Tab);
    CHECK(pane.view->textCursor().selectedText() == u"File \"main.py\", line 7"_s);
    QTest::keyClick(pane.view, Qt::Key_Return);
    QTest::keyClick(pane.view, Qt::Key_Tab);
    QTest::keyClick(pane.view, Qt::Key_Return);
    QTest::keyClick(pane.view, Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(pane.view, Qt::Key_Enter);
    REQUIRE(activated.count() == 3);
    CHECK(activated.at(0).at(0).toInt() == 7);
    CHECK(activated.at(1).at(0).toInt() == 3);
    CHECK(activated.at(2).at(0).toInt() == 7);
}

TEST_CASE("a traceback's own lines are links for the mouse")
{
    Pane pane;
    QSignalSpy activated(pane.pane, &OutputPane::lineActivated);
    pane.pane->begin();
    pane.err(kTraceback);
    pane.pane->end(u"Ended"_s, true);
    const auto click = [&pane](const QString &text) {
        QTextCursor found = pane.view->document()->find(text);
        REQUIRE(found.hasSelection());
        found.setPosition(found.selectionStart() + 3);
        QTest::mouseClick(pane.view->viewport(), Qt::LeftButton, {}, pane.view->cursorRect(found).center());
    };
    click(u"main.py\", line 3"_s);
    REQUIRE(activated.count() == 1);
    CHECK(activated.at(0).at(0).toInt() == 3);
    click(u"random.py"_s);
    click(u"ZeroDivisionError"_s);
    CHECK(activated.count() == 1);
}

TEST_CASE("begin keeps the old text until there is a new one, and no longer")
{
    Pane pane;
    pane.pane->begin();
    pane.out("old\n");
    CHECK(pane.shown().contains(u"old"_s));
    pane.pane->begin();
    CHECK(pane.pane->plainText().isEmpty());
    CHECK(pane.view->toPlainText().contains(u"old"_s));
    REQUIRE(QTest::qWaitFor([&pane] { return pane.view->toPlainText().isEmpty(); }));
}

TEST_CASE("two hundred thousand lines stay bounded, and the window stays awake")
{
    Pane pane;
    pane.pane->begin();
    QByteArray chunk;
    int line = 0;
    for (int i = 0; i < 200; ++i) {
        chunk.clear();
        for (int k = 0; k < 1000; ++k) {
            chunk += "line " + QByteArray::number(line++) + '\n';
        }
        pane.out(chunk);
        if (i % 20 == 0) {
            QApplication::processEvents();
        }
    }
    pane.pane->end(u"Ended"_s, false);
    CHECK(pane.view->toPlainText().endsWith(u"Ended"_s)); // the newest lines come first
    pane.settle();
    CHECK(pane.view->blockCount() <= OutputPane::kMaximumLines);
    CHECK(pane.pane->plainText().startsWith(u"line 0\nline 1\n"_s));
    CHECK(pane.pane->plainText().contains(u"not shown here"_s));
    CHECK(pane.pane->plainText().endsWith(u"line 199999\nEnded"_s));
    CHECK(pane.view->verticalScrollBar()->value() == pane.view->verticalScrollBar()->maximum());
}

TEST_CASE("what is shown is what was written, however it arrives")
{
    const auto seed = GENERATE(1U, 2U, 3U);
    Pane pane;
    QRandomGenerator random(seed);
    pane.pane->begin();
    const QList<QByteArray> pieces
        = {"a",       "\n",       "\r",       "\b",     "word ", "\x1b[31m",
           "\x1b[0m", "\xf0\x9f", "\x98\x80", "\x1b[K", "\n\n",  "File \"main.py\", line 3\n"};
    for (int i = 0; i < 3000; ++i) {
        QByteArray bytes;
        for (int k = random.bounded(20); k >= 0; --k) {
            bytes += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        }
        if (random.bounded(200) == 0) {
            bytes += QByteArray("many\n").repeated(6000);
        }
        pane.pane->append(random.bounded(5) == 0 ? RunStream::Err : RunStream::Out, bytes);
        if (random.bounded(100) == 0) {
            pane.pane->askForInput(); // shows what there is
        }
    }
    pane.pane->end(u"Ended"_s, false);
    pane.settle();
    CHECK(pane.copied() == pane.pane->plainText());
    for (QTextBlock block = pane.view->document()->begin(); block.isValid(); block = block.next()) {
        REQUIRE((block.userState() >= 0 || block.text().isEmpty()));
    }
}

TEST_CASE("a reader who scrolled up is left where he is")
{
    Pane pane;
    pane.pane->begin();
    pane.out(QByteArray("line\n").repeated(200));
    pane.shown();
    pane.view->verticalScrollBar()->setValue(10);
    pane.out(QByteArray("more\n").repeated(200) + "last\n");
    pane.shown();
    CHECK(pane.view->verticalScrollBar()->value() == 10);
}

TEST_CASE("a reader in the last lines keeps his place while lines before them go, and a new run is followed")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 12'000);
    pane.pane->askForInput();
    pane.settle();
    QScrollBar &bar = *pane.view->verticalScrollBar();
    bar.setValue(bar.maximum() - 1000);
    const QString before = pane.view->cursorForPosition({5, 5}).block().text();
    pane.numbers(12'000, 12'300);
    pane.pane->askForInput();
    pane.settle();
    CHECK(pane.view->cursorForPosition({5, 5}).block().text() == before);
    pane.pane->begin();
    pane.numbers(0, 300);
    pane.pane->end(u"Ended"_s, false);
    CHECK(bar.value() == bar.maximum());
}

TEST_CASE("a reader keeps his place when theme or zoom change, however long the output is")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 30'000);
    pane.pane->end(u"Ended"_s, false);
    pane.settle();
    pane.view->verticalScrollBar()->setValue(4000);
    pane.pane->setZoom(150);
    pane.settle();
    CHECK(pane.view->cursorForPosition({5, 5}).block().text() == u"4000"_s);
}

TEST_CASE("each line keeps the mark of its kind while lines before it come and go")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 30'000);
    pane.err(kTraceback);
    pane.pane->end(u"Ended with an error"_s, true);
    pane.settle();
    QTextBlock last = pane.view->document()->lastBlock();
    CHECK(OutputBlock::of(last).kind == OutputKind::Failed);
    for (int i = 0; i < kTraceback.count('\n'); ++i) {
        last = last.previous();
        CHECK(OutputBlock::of(last).kind == OutputKind::Err);
    }
    CHECK(OutputBlock::of(last.previous()).kind == OutputKind::Out);
}

TEST_CASE("no step of a flood costs the window much time")
{
    Pane pane;
    pane.pane->begin();
    std::clock_t longest = 0; // of the processor's time: other programs do not count
    for (int i = 0; i < 100; ++i) {
        QByteArray chunk;
        for (int k = 0; k < 9'000; ++k) {
            chunk += QByteArray::number(k) + '\n';
        }
        std::clock_t start = std::clock();
        pane.out(chunk);
        longest = std::max(longest, std::clock() - start);
        start = std::clock();
        QApplication::processEvents();
        longest = std::max(longest, std::clock() - start);
    }
    pane.pane->end(u"Ended"_s, false);
    CHECK(longest < CLOCKS_PER_SEC / 4); // also without optimisation; the benchmark knows the real number
    CHECK(pane.view->document()->toPlainText().endsWith(u"Ended"_s));
}

TEST_CASE("a message fills the empty pane and goes with the first run")
{
    Pane pane;
    pane.pane->showMessage(u"Run it with F5."_s);
    CHECK(pane.pane->plainText() == u"Run it with F5."_s);
    CHECK(pane.view->toPlainText() == u"Run it with F5."_s);
    pane.pane->begin();
    pane.out("x");
    CHECK(pane.shown() == u"x"_s);
}

TEST_CASE("a new theme and zoom keep the text")
{
    Pane pane;
    pane.pane->begin();
    pane.err(kTraceback);
    pane.pane->end(u"Ended"_s, true);
    const QString before = pane.view->toPlainText();
    pane.pane->setZoom(200);
    pane.pane->setTheme(editor::test::Driver::theme());
    CHECK(pane.view->toPlainText() == before);
}
