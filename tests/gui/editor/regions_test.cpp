#include "editor/widget/scintilla.h"

#include <QDropEvent>
#include <QMimeData>
#include <QRandomGenerator>

#include "editor_driver.h"

using namespace studio::editor;
using namespace studio::editor::test;

namespace {

const QString kText = u"x = \"é😀\" + ____\nfor i in ____:\n    ____\nprint(x)\n"_s;

/// An editor with three gaps, the last alone on its line.
struct Gaps : Driver
{
    using Sci = QsciScintillaBase;

    Gaps()
        : Driver(kText)
    {
        std::vector<EditableRegion> regions;
        qsizetype from = 0;
        for (int i = 1; i <= 3; ++i) {
            const qsizetype at = kText.indexOf(u"____"_s, from);
            regions.push_back({u"BLANK_%1"_s.arg(i), static_cast<int>(at), static_cast<int>(at) + 4});
            from = at + 4;
        }
        editor.setEditableRegions(regions);
    }

    QString value(std::size_t i) const
    {
        const EditableRegion region = editor.editableRegions().at(i);
        return text().mid(region.start, region.end - region.start);
    }

    void enter(std::size_t i) { editor.setCaretOffset(editor.editableRegions().at(i).start); }

    /// The text with the gaps taken out.
    QString fixed() const
    {
        QString all = text();
        const auto regions = editor.editableRegions();
        for (auto region = regions.rbegin(); region != regions.rend(); ++region) {
            all.remove(region->start, region->end - region->start);
        }
        return all;
    }

    bool holds() const { return fixed() == QString(kText).remove(u"____"_s); }

    Sci *area() const { return static_cast<Sci *>(editor.textWidget()); }
};

} // namespace

TEST_CASE("only the gaps can be typed in, and they grow with what is typed")
{
    Gaps gaps;
    gaps.editor.setCaretOffset(0);
    gaps.type(u"nonsense\n"_s);
    gaps.key(Qt::Key_Delete);
    gaps.key(Qt::Key_End, Qt::ControlModifier);
    gaps.key(Qt::Key_Backspace);
    CHECK(gaps.text() == kText);

    gaps.enter(1);
    gaps.type(u"range(9)"_s);
    CHECK(gaps.value(1) == u"range(9)____"_s);
    CHECK(gaps.value(2) == u"____"_s);
    CHECK(gaps.holds());
}

TEST_CASE("a gap can be emptied but not what is around it")
{
    Gaps gaps;
    gaps.enter(1);
    for (int i = 0; i < 10; ++i) {
        gaps.key(Qt::Key_Delete);
        gaps.key(Qt::Key_Backspace);
        gaps.key(Qt::Key_Delete, Qt::ControlModifier);
        gaps.key(Qt::Key_Backspace, Qt::ControlModifier);
    }
    CHECK(gaps.value(1).isEmpty());
    CHECK(gaps.holds());
    gaps.type(u"back"_s);
    CHECK(gaps.value(1) == u"back"_s);
}

TEST_CASE("a selection that reaches over fixed text cannot be typed over, cut or pasted into")
{
    Gaps gaps;
    QApplication::clipboard()->setText(u"pasted"_s);
    gaps.enter(0);
    gaps.key(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    gaps.type(u"x"_s);
    gaps.key(Qt::Key_Backspace);
    gaps.key(Qt::Key_X, Qt::ControlModifier);
    gaps.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(gaps.text() == kText);
}

TEST_CASE("Ctrl+A takes the gap first, so that it can be replaced")
{
    Gaps gaps;
    gaps.enter(0);
    gaps.key(Qt::Key_A, Qt::ControlModifier);
    gaps.type(u"1"_s);
    CHECK(gaps.value(0) == u"1"_s);
    CHECK(gaps.holds());
}

TEST_CASE("cut, paste, undo and redo work inside a gap")
{
    Gaps gaps;
    gaps.enter(2);
    gaps.key(Qt::Key_A, Qt::ControlModifier);
    gaps.key(Qt::Key_X, Qt::ControlModifier);
    CHECK(gaps.value(2).isEmpty());
    gaps.key(Qt::Key_V, Qt::ControlModifier);
    gaps.key(Qt::Key_V, Qt::ControlModifier);
    CHECK(gaps.value(2) == u"________"_s);
    for (int i = 0; i < 5; ++i) {
        gaps.key(Qt::Key_Z, Qt::ControlModifier);
    }
    CHECK(gaps.text() == kText);
    CHECK(gaps.value(2) == u"____"_s);
    gaps.key(Qt::Key_Y, Qt::ControlModifier);
    CHECK(gaps.value(2).isEmpty());
    CHECK(gaps.holds());
}

TEST_CASE("Tab goes from gap to gap and then out of the editor")
{
    Gaps gaps;
    gaps.editor.setCaretOffset(0);
    for (std::size_t i = 0; i < 3; ++i) {
        gaps.key(Qt::Key_Tab);
        const EditableRegion region = gaps.editor.editableRegions().at(i);
        CHECK(gaps.editor.caretOffset() == region.end);
    }
    gaps.key(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(gaps.editor.caretOffset() == gaps.editor.editableRegions().at(1).end);
    CHECK(gaps.text() == kText);
}

TEST_CASE("Return splits a gap that stands alone and goes on from any other")
{
    Gaps gaps;
    gaps.enter(1);
    gaps.key(Qt::Key_Return);
    CHECK(gaps.text() == kText);
    CHECK(gaps.editor.caretOffset() == gaps.editor.editableRegions().at(2).end);
    gaps.key(Qt::Key_Return);
    CHECK(gaps.value(2) == u"____\n    "_s);
    CHECK(gaps.holds());
}

TEST_CASE("replace all leaves the fixed text alone and says so")
{
    Gaps gaps;
    gaps.enter(0);
    gaps.key(Qt::Key_A, Qt::ControlModifier);
    gaps.type(u"x"_s);
    gaps.key(Qt::Key_H, Qt::ControlModifier);
    auto *field = gaps.editor.findChild<QLineEdit *>(u"findField"_s);
    field->setText(u"x"_s);
    auto *with = gaps.editor.findChild<QLineEdit *>(u"replaceField"_s);
    with->setText(u"yy"_s);
    QTest::keyClick(with, Qt::Key_A, Qt::AltModifier);
    CHECK(gaps.value(0) == u"yy"_s);
    CHECK(gaps.holds());
    CHECK(gaps.editor.findChild<QLabel *>(u"findResult"_s)->text()
          == u"1 replaced · 2 in text that cannot be changed"_s);
}

TEST_CASE("line commands do nothing where lines are fixed")
{
    Gaps gaps;
    gaps.enter(2);
    gaps.key(Qt::Key_D, Qt::ControlModifier);
    gaps.key(Qt::Key_Up, Qt::AltModifier);
    gaps.key(Qt::Key_Slash, Qt::ControlModifier);
    gaps.editor.toggleComment();
    CHECK(gaps.text() == kText);
}

TEST_CASE("text is dropped into gaps only")
{
    Gaps gaps;
    QMimeData data;
    data.setText(u"dropped"_s);
    const auto drop = [&gaps, &data](int offset) {
        gaps.editor.setCaretOffset(offset);
        const long position = gaps.area()->SendScintilla(Gaps::Sci::SCI_GETCURRENTPOS);
        const QPointF place(
            static_cast<qreal>(gaps.area()->SendScintilla(Gaps::Sci::SCI_POINTXFROMPOSITION, 0UL, position))
                + 1,
            static_cast<qreal>(gaps.area()->SendScintilla(Gaps::Sci::SCI_POINTYFROMPOSITION, 0UL, position))
                + 4);
        QDragEnterEvent enter(place.toPoint(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(gaps.area()->viewport(), &enter);
        QDropEvent event(place, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(gaps.area()->viewport(), &event);
    };
    drop(2);
    CHECK(gaps.text() == kText);
    drop(gaps.editor.editableRegions().at(0).start);
    CHECK(gaps.value(0) == u"dropped____"_s);
    CHECK(gaps.holds());
}

TEST_CASE("an input method writes into gaps only")
{
    Gaps gaps;
    QInputMethodEvent event;
    event.setCommitString(u"字"_s);
    gaps.editor.setCaretOffset(0);
    QApplication::sendEvent(gaps.editor.textWidget(), &event);
    CHECK(gaps.text() == kText);
    gaps.enter(0);
    QApplication::sendEvent(gaps.editor.textWidget(), &event);
    CHECK(gaps.value(0) == u"字____"_s);
}

TEST_CASE("what comes past the keyboard is undone as well")
{
    Gaps gaps;
    gaps.enter(1);
    gaps.type(u"kept"_s);
    gaps.area()->SendScintilla(Gaps::Sci::SCI_DELETERANGE, 0UL, 30L);
    CHECK(gaps.holds());
    CHECK(gaps.value(1) == u"kept____"_s);
    gaps.area()->SendScintilla(Gaps::Sci::SCI_INSERTTEXT, static_cast<uintptr_t>(2), "bad");
    CHECK(gaps.holds());
    gaps.area()->SendScintilla(Gaps::Sci::SCI_CLEARALL);
    CHECK(gaps.holds());
}

TEST_CASE("replacing the whole text changes the gaps or nothing")
{
    Gaps gaps;
    gaps.editor.replaceText(QString(kText).replace(u"____"_s, u"42"_s));
    CHECK(gaps.value(0) == u"42"_s);
    CHECK(gaps.value(2) == u"42"_s);
    CHECK(gaps.holds());
    gaps.editor.undo();
    CHECK(gaps.text() == kText);
    gaps.editor.replaceText(u"print('mine now')"_s);
    CHECK(gaps.text() == kText);
}

TEST_CASE("a new text can be typed in everywhere again")
{
    Gaps gaps;
    gaps.editor.setText(u"free"_s);
    gaps.type(u"x"_s);
    CHECK(gaps.text() == u"xfree"_s);
    CHECK(gaps.editor.editableRegions().empty());
}

TEST_CASE("two thousand random edits leave the fixed text as it is")
{
    const auto seed = GENERATE(1U, 20260101U);
    Gaps gaps;
    gaps.editor.setAutoClose(true);
    QRandomGenerator random(seed);
    const QList<QKeyCombination> keys = {Qt::Key_Backspace,
                                         Qt::Key_Delete,
                                         Qt::Key_Return,
                                         Qt::Key_Tab,
                                         Qt::SHIFT | Qt::Key_Backtab,
                                         Qt::Key_Left,
                                         Qt::Key_Right,
                                         Qt::Key_Up,
                                         Qt::Key_Down,
                                         Qt::Key_Home,
                                         Qt::Key_End,
                                         Qt::SHIFT | Qt::Key_Left,
                                         Qt::SHIFT | Qt::Key_Right,
                                         Qt::SHIFT | Qt::Key_Down,
                                         Qt::CTRL | Qt::Key_Backspace,
                                         Qt::CTRL | Qt::Key_Delete,
                                         Qt::CTRL | Qt::Key_Z,
                                         Qt::CTRL | Qt::Key_Y,
                                         Qt::CTRL | Qt::Key_X,
                                         Qt::CTRL | Qt::Key_V,
                                         Qt::CTRL | Qt::Key_C,
                                         Qt::CTRL | Qt::Key_A,
                                         Qt::CTRL | Qt::Key_D,
                                         Qt::CTRL | Qt::Key_Slash,
                                         Qt::ALT | Qt::Key_Up,
                                         Qt::ALT | Qt::Key_Down};
    const QByteArray letters = "a0 ('\"):#";
    for (int i = 0; i < 2000; ++i) {
        const int what = static_cast<int>(random.bounded(10));
        if (what < 3) {
            QTest::keyClick(gaps.editor.textWidget(),
                            letters.at(random.bounded(static_cast<int>(letters.size()))));
        } else if (what < 4) {
            gaps.enter(random.bounded(3U));
        } else if (what < 5) {
            gaps.editor.setCaretOffset(random.bounded(static_cast<int>(gaps.text().size()) + 1));
        } else {
            const QKeyCombination key = keys.at(random.bounded(static_cast<int>(keys.size())));
            gaps.key(key.key(), key.keyboardModifiers());
            gaps.editor.setFocus();
        }
        INFO("edit " << i);
        REQUIRE(gaps.holds());
    }
}
