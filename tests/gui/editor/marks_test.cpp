#include "editor/widget/scintilla.h"

#include "editor_driver.h"

using namespace studio::editor;
using namespace studio::editor::test;

namespace {

using Sci = QsciScintillaBase;

QString noteBelow(const CodeEditor &editor, int line)
{
    const auto *area = static_cast<Sci *>(editor.textWidget());
    const auto number = static_cast<unsigned long>(line - 1);
    QByteArray text(area->SendScintilla(Sci::SCI_ANNOTATIONGETTEXT, number, 0L) + 1, '\0');
    area->SendScintilla(Sci::SCI_ANNOTATIONGETTEXT, number, static_cast<void *>(text.data()));
    text.chop(1);
    return QString::fromUtf8(text);
}

long markerAt(const CodeEditor &editor, int line)
{
    return static_cast<Sci *>(editor.textWidget())->SendScintilla(Sci::SCI_MARKERGET, line - 1);
}

} // namespace

TEST_CASE("a mark shows its message under the line and tells it to the screen reader")
{
    Driver driver(u"a\nb = 1 / 0\nc"_s);
    driver.editor.setMarks({{2, LineMark::Kind::Error, u"ZeroDivisionError: division by zero"_s}});
    CHECK(noteBelow(driver.editor, 2).trimmed() == u"ZeroDivisionError: division by zero"_s);
    CHECK(markerAt(driver.editor, 2) != 0);
    CHECK(markerAt(driver.editor, 1) == 0);
    CHECK(driver.editor.textWidget()->accessibleDescription().contains(u"Line 2: ZeroDivisionError"_s));
    CHECK(driver.text() == u"a\nb = 1 / 0\nc"_s);

    driver.editor.clearMarks();
    CHECK(noteBelow(driver.editor, 2).isEmpty());
    CHECK(markerAt(driver.editor, 2) == 0);
    CHECK_FALSE(driver.editor.textWidget()->accessibleDescription().contains(u"Zero"_s));
}

TEST_CASE("a mark moves with its line")
{
    Driver driver(u"a\nb"_s);
    driver.editor.setMarks({{2, LineMark::Kind::Warning, u"here"_s}});
    driver.key(Qt::Key_Return);
    CHECK(markerAt(driver.editor, 3) != 0);
    CHECK(noteBelow(driver.editor, 3).trimmed() == u"here"_s);
}

TEST_CASE("a long message is broken at the width of the editor, nothing of it is lost")
{
    Driver driver(u"a"_s);
    const QString message
        = u"a message that is rather long and goes on for quite a while "_s.repeated(4).trimmed();
    driver.editor.setMarks({{1, LineMark::Kind::Info, message}});
    const auto widest = [&driver] {
        qsizetype width = 0;
        for (const QString &line : noteBelow(driver.editor, 1).split(u'\n')) {
            width = std::max(width, line.size());
        }
        return width;
    };
    const qsizetype wide = widest();
    CHECK(noteBelow(driver.editor, 1).simplified() == message);
    driver.editor.resize(300, 400);
    CHECK(widest() < wide);
    CHECK(noteBelow(driver.editor, 1).simplified() == message);
}

TEST_CASE("marks outside the text go to the nearest line, several share one")
{
    Driver driver(u"a\nb"_s);
    driver.editor.setMarks({{99, LineMark::Kind::Error, u"one"_s},
                            {2, LineMark::Kind::Info, u"two"_s},
                            {-3, LineMark::Kind::Info, u"three"_s},
                            {1, LineMark::Kind::Error, QString()}});
    CHECK(noteBelow(driver.editor, 2).simplified() == u"one two"_s);
    CHECK(noteBelow(driver.editor, 1).simplified() == u"three"_s);
}
