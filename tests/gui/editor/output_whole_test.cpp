#include "ui/common/theme.h"
#include "ui/widgets/output_palette.h"
#include "ui/widgets/output_view.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include "pane_driver.h"

using namespace studio;
using namespace studio::ui;
using namespace Qt::StringLiterals;

namespace {

QString noticeOf(const Pane &pane)
{
    return pane.child<QWidget>(u"outputNotice"_s)->isVisible()
        ? pane.child<QLabel>(u"outputNoticeText"_s)->text()
        : QString();
}

/// The reader, once it shows a page.
QDialog *openReader(const Pane &pane)
{
    QTest::mouseClick(pane.child<QPushButton>(u"wholeOutputButton"_s), Qt::LeftButton);
    auto *reader = pane.child<QDialog>(u"outputReader"_s);
    auto *text = reader->findChild<QPlainTextEdit *>(u"outputText"_s);
    REQUIRE(QTest::qWaitFor([text] { return !text->toPlainText().isEmpty(); }));
    return reader;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("a short output needs no notice and no file")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 3000);
    pane.pane->end(u"Ended"_s, false);
    pane.settle();
    CHECK(noticeOf(pane).isEmpty());
    CHECK(QDir(pane.folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

TEST_CASE("what is not shown is counted, and can be read page by page")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 200'000);
    pane.pane->end(u"Ended"_s, false);
    CHECK(noticeOf(pane).contains(QLocale().toString(190'002)));
    QDialog *reader = openReader(pane);
    auto *text = reader->findChild<QPlainTextEdit *>(u"outputText"_s);
    auto *page = reader->findChild<QSpinBox *>(u"readerPage"_s);
    CHECK(text->toPlainText().startsWith(u"0\n1\n2\n"_s));
    pane.pane->setZoom(150);
    CHECK(text->cursorForPosition({5, 5}).block().text() == u"0"_s); // he reads on where he was
    REQUIRE(QTest::qWaitFor([page] { return page->maximum() == 200; }));
    QTest::keyClick(reader, Qt::Key_PageDown, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([text] { return text->toPlainText().startsWith(u"1000\n"_s); }));
    page->setValue(200);
    REQUIRE(QTest::qWaitFor([text] { return text->toPlainText().startsWith(u"199000\n"_s); }));
    CHECK(text->toPlainText().endsWith(u"199999"_s));
    CHECK_FALSE(reader->findChild<QPushButton *>(u"readerNext"_s)->isEnabled());
    for (QWidget *each : reader->findChildren<QWidget *>()) {
        if (each->focusPolicy() & Qt::TabFocus && each->isVisible() && !qobject_cast<QPushButton *>(each)
            && each->parentWidget() != page) {
            CAPTURE(each->objectName().toStdString(), each->metaObject()->className());
            CHECK((!each->accessibleName().isEmpty() || qobject_cast<QDialog *>(each)));
        }
    }
}

TEST_CASE("the place of the missing lines is a link, for the keyboard too")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 20'000);
    pane.pane->end(u"Ended"_s, false);
    pane.settle();
    pane.view->moveCursor(QTextCursor::Start);
    pane.view->setFocus();
    QTest::keyClick(pane.view, Qt::Key_Tab);
    CHECK(pane.view->textCursor().selectedText() == OutputDocument::gapLink());
    QTest::keyClick(pane.view, Qt::Key_Return);
    auto *reader = pane.child<QDialog>(u"outputReader"_s);
    CHECK(reader->isVisible());
    QTest::keyClick(reader, Qt::Key_Escape);
    REQUIRE(QTest::qWaitFor([&pane] { return !pane.pane->findChild<QDialog *>(u"outputReader"_s); }));
}

TEST_CASE("the whole output is saved exactly as it was printed, with what was typed")
{
    Pane pane;
    pane.pane->begin();
    QByteArray printed;
    for (int i = 0; i < 30'000; ++i) {
        printed += "\x1b[31mline\x1b[0m " + QByteArray::number(i) + '\n';
    }
    pane.out(printed + "Name? ");
    pane.pane->askForInput();
    QTest::keyClicks(pane.input, u"Ada"_s);
    QTest::keyClick(pane.input, Qt::Key_Return);
    pane.err("oops\n");
    pane.pane->end(u"Ended"_s, true);
    const QString path = pane.folder.filePath(u"saved.txt"_s);
    pane.pane->saveWholeAs(path);
    REQUIRE(QTest::qWaitFor([&pane] { return noticeOf(pane).contains(u"saved.txt"_s); }));
    CHECK(read(path) == printed + "Name? Ada\noops\n");
    pane.pane->saveWholeAs(pane.folder.filePath(u"no/such/folder.txt"_s));
    REQUIRE(QTest::qWaitFor([&pane] { return noticeOf(pane).contains(u"can't be written"_s); }));
}

TEST_CASE("a folder that can't be written costs the rest of the output, never the pane")
{
    Pane pane({}, u"/dev/null/none"_s);
    pane.pane->begin();
    pane.numbers(0, 400'000);
    pane.pane->end(u"Ended"_s, false);
    pane.settle();
    CHECK(pane.pane->plainText().endsWith(u"399999\nEnded"_s));
    REQUIRE(QTest::qWaitFor([&pane] { return noticeOf(pane).contains(u"only the first"_s); }));
}

TEST_CASE("beyond the limit the beginning is kept, and the notice says so")
{
    services::SpoolLimits limits;
    limits.memory = 1000;
    limits.whole = 100'000;
    Pane pane(limits);
    pane.pane->begin();
    pane.numbers(0, 100'000);
    pane.pane->end(u"Ended"_s, false);
    REQUIRE(QTest::qWaitFor([&pane] { return noticeOf(pane).contains(u"The first"_s); }));
    const QString path = pane.folder.filePath(u"saved.txt"_s);
    pane.pane->saveWholeAs(path);
    REQUIRE(QTest::qWaitFor([&pane] { return noticeOf(pane).contains(u"saved.txt"_s); }));
    CHECK(read(path).size() == 100'000);
}

TEST_CASE("a long line is cut with a word about it, and is whole in the reader")
{
    Pane pane;
    pane.pane->begin();
    pane.out(QByteArray(300'000, 'x') + "END\nnext\n");
    pane.pane->end(u"Ended"_s, false);
    pane.settle();
    CHECK(pane.pane->plainText().contains(u"characters not shown here"_s));
    CHECK(noticeOf(pane).contains(u"Long lines"_s));
    QDialog *reader = openReader(pane);
    auto *text = reader->findChild<QPlainTextEdit *>(u"outputText"_s);
    QTest::mouseClick(reader->findChild<QPushButton *>(u"readerNext"_s), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([text] { return text->toPlainText().contains(u"END\nnext"_s); }));
}

TEST_CASE("a new run forgets the old one's output and closes its reader")
{
    Pane pane;
    pane.pane->begin();
    pane.numbers(0, 200'000);
    pane.pane->end(u"Ended"_s, false);
    openReader(pane);
    pane.pane->begin();
    pane.numbers(0, 20'000);
    pane.pane->end(u"Ended"_s, false);
    REQUIRE(QTest::qWaitFor([&pane] { return !pane.pane->findChild<QDialog *>(u"outputReader"_s); }));
    QDialog *reader = openReader(pane);
    REQUIRE(QTest::qWaitFor(
        [reader] { return reader->findChild<QSpinBox *>(u"readerPage"_s)->maximum() == 20; }));
}

TEST_CASE("words are found in the output, those for the screen reader are not")
{
    Pane pane;
    pane.pane->begin();
    pane.out("alpha\nbeta ALPHA\n");
    pane.err("an error: alpha\n");
    pane.pane->end(u"Ended"_s, true);
    pane.view->moveCursor(QTextCursor::Start);
    pane.view->setFocus();
    QTest::keyClick(pane.view, Qt::Key_F, Qt::ControlModifier);
    auto *field = pane.child<QLineEdit>(u"outputFindField"_s);
    auto *result = pane.child<QLabel>(u"outputFindResult"_s);
    REQUIRE(field->hasFocus());
    QTest::keyClicks(field, u"alpha"_s);
    CHECK(result->text() == u"1 of 3"_s);
    QTest::keyClick(field, Qt::Key_Return);
    CHECK(result->text() == u"2 of 3"_s);
    CHECK(pane.view->textCursor().selectedText() == u"ALPHA"_s);
    QTest::keyClick(field, Qt::Key_F3);
    QTest::keyClick(field, Qt::Key_F3);
    CHECK(result->text().startsWith(u"1 of 3 · "_s));
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    CHECK(result->text().startsWith(u"3 of 3"_s));
    QTest::keyClick(field, Qt::Key_C, Qt::AltModifier);
    CHECK(result->text().contains(u"of 2"_s));
    field->setText(u"error:"_s);
    CHECK(result->text() == u"1 of 1"_s);
    field->setText(u"nothing"_s);
    CHECK(result->text().contains(u"Not found"_s));
    QTest::keyClick(field, Qt::Key_Escape);
    CHECK_FALSE(field->isVisible());
    CHECK(pane.view->hasFocus());
    CHECK(pane.view->extraSelections().isEmpty());
}

TEST_CASE("any colour a program asks for can be read in every theme")
{
    const QString name = GENERATE(u"light"_s, u"dark"_s, u"high-contrast"_s);
    const auto theme = loadTheme(QStringLiteral(STUDIO_THEMES) + u'/' + name + u".json"_s);
    REQUIRE(theme);
    const OutputPalette palette(theme->codeTheme());
    const auto check = [&](const OutputStyle &style) {
        const QTextCharFormat format = palette.format(style);
        const bool filled = format.background().style() != Qt::NoBrush;
        const QColor ground = filled ? format.background().color() : theme->codeTheme().background;
        CAPTURE(name.toStdString(), style.colour.value, style.background.value, style.marks);
        REQUIRE(contrast(format.foreground().color(), ground) >= OutputPalette::kLowestContrast);
    };
    using Type = OutputColour::Type;
    for (quint32 i = 0; i < 256; ++i) {
        check({OutputKind::Out, 0, {Type::Indexed, i}, {}});
        check({OutputKind::Err, 0, {}, {Type::Indexed, i}});
        check({OutputKind::Out, OutputStyle::Inverse, {Type::Indexed, i}, {}});
        check({OutputKind::Out, OutputStyle::Faint, {Type::Indexed, i}, {Type::Indexed, 255 - i}});
        check({OutputKind::Out, 0, {Type::Direct, i * 0x010203}, {Type::Direct, i * 0x030201}});
    }
}

TEST_CASE("the pane's parts have names for the screen reader")
{
    Pane pane;
    CHECK_FALSE(pane.view->accessibleName().isEmpty());
    CHECK_FALSE(pane.input->accessibleName().isEmpty());
    CHECK_FALSE(pane.child<QLineEdit>(u"outputFindField"_s)->accessibleName().isEmpty());
    CHECK_FALSE(pane.child<QPushButton>(u"saveOutputButton"_s)->accessibleName().isEmpty());
}
