#include "editor/widget/text_area_keys.h"

#include "editor/widget/scintilla.h"

#include <QHash>
#include <QKeyEvent>
#include <QSet>

namespace studio::editor {

namespace {

using Sci = QsciScintillaBase;

int chordOf(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    return static_cast<int>(modifiers.toInt()) | event.key();
}

int chord(QKeyCombination keys)
{
    return keys.toCombined();
}

/// A movement, and the same with Shift, which extends the selection.
void addMove(QHash<int, KeyCommand> &table, QKeyCombination keys, unsigned move, unsigned extend)
{
    table.insert(chord(keys), {move, false});
    table.insert(chord(keys) | static_cast<int>(Qt::SHIFT), {extend, false});
}

QHash<int, KeyCommand> makeTable()
{
    QHash<int, KeyCommand> table;
    addMove(table, Qt::Key_Left, Sci::SCI_CHARLEFT, Sci::SCI_CHARLEFTEXTEND);
    addMove(table, Qt::Key_Right, Sci::SCI_CHARRIGHT, Sci::SCI_CHARRIGHTEXTEND);
    addMove(table, Qt::Key_Up, Sci::SCI_LINEUP, Sci::SCI_LINEUPEXTEND);
    addMove(table, Qt::Key_Down, Sci::SCI_LINEDOWN, Sci::SCI_LINEDOWNEXTEND);
    addMove(table, Qt::Key_Home, Sci::SCI_VCHOMEWRAP, Sci::SCI_VCHOMEWRAPEXTEND);
    addMove(table, Qt::Key_End, Sci::SCI_LINEENDWRAP, Sci::SCI_LINEENDWRAPEXTEND);
    addMove(table, Qt::Key_PageUp, Sci::SCI_PAGEUP, Sci::SCI_PAGEUPEXTEND);
    addMove(table, Qt::Key_PageDown, Sci::SCI_PAGEDOWN, Sci::SCI_PAGEDOWNEXTEND);
    addMove(table, Qt::CTRL | Qt::Key_Left, Sci::SCI_WORDLEFT, Sci::SCI_WORDLEFTEXTEND);
    addMove(table, Qt::CTRL | Qt::Key_Right, Sci::SCI_WORDRIGHT, Sci::SCI_WORDRIGHTEXTEND);
    addMove(table, Qt::CTRL | Qt::Key_Home, Sci::SCI_DOCUMENTSTART, Sci::SCI_DOCUMENTSTARTEXTEND);
    addMove(table, Qt::CTRL | Qt::Key_End, Sci::SCI_DOCUMENTEND, Sci::SCI_DOCUMENTENDEXTEND);
    table.insert(chord(Qt::CTRL | Qt::Key_Up), {Sci::SCI_LINESCROLLUP, false});
    table.insert(chord(Qt::CTRL | Qt::Key_Down), {Sci::SCI_LINESCROLLDOWN, false});
    table.insert(chord(Qt::CTRL | Qt::Key_A), {Sci::SCI_SELECTALL, false});
    table.insert(chord(Qt::CTRL | Qt::Key_C), {Sci::SCI_COPY, false});
    table.insert(chord(Qt::CTRL | Qt::Key_Insert), {Sci::SCI_COPY, false});

    table.insert(chord(Qt::CTRL | Qt::Key_X), {Sci::SCI_CUT, true});
    table.insert(chord(Qt::SHIFT | Qt::Key_Delete), {Sci::SCI_CUT, true});
    table.insert(chord(Qt::CTRL | Qt::Key_V), {Sci::SCI_PASTE, true});
    table.insert(chord(Qt::SHIFT | Qt::Key_Insert), {Sci::SCI_PASTE, true});
    table.insert(chord(Qt::CTRL | Qt::Key_Z), {Sci::SCI_UNDO, true});
    table.insert(chord(Qt::CTRL | Qt::Key_Y), {Sci::SCI_REDO, true});
    table.insert(chord(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), {Sci::SCI_REDO, true});
    table.insert(chord(Qt::Key_Delete), {Sci::SCI_CLEAR, true});
    table.insert(chord(Qt::Key_Backspace), {Sci::SCI_DELETEBACK, true});
    table.insert(chord(Qt::SHIFT | Qt::Key_Backspace), {Sci::SCI_DELETEBACK, true});
    table.insert(chord(Qt::CTRL | Qt::Key_Backspace), {Sci::SCI_DELWORDLEFT, true});
    table.insert(chord(Qt::CTRL | Qt::Key_Delete), {Sci::SCI_DELWORDRIGHT, true});
    table.insert(chord(Qt::CTRL | Qt::Key_D), {Sci::SCI_SELECTIONDUPLICATE, true});
    table.insert(chord(Qt::ALT | Qt::Key_Up), {Sci::SCI_MOVESELECTEDLINESUP, true});
    table.insert(chord(Qt::ALT | Qt::Key_Down), {Sci::SCI_MOVESELECTEDLINESDOWN, true});
    for (const int shift : {0, static_cast<int>(Qt::SHIFT)}) {
        table.insert(chord(Qt::Key_Return) | shift, {Sci::SCI_NEWLINE, true});
        table.insert(chord(Qt::Key_Enter) | shift, {Sci::SCI_NEWLINE, true});
    }
    table.insert(chord(Qt::Key_Tab), {Sci::SCI_TAB, true});
    table.insert(chord(Qt::SHIFT | Qt::Key_Backtab), {Sci::SCI_BACKTAB, true});
    table.insert(chord(Qt::SHIFT | Qt::Key_Tab), {Sci::SCI_BACKTAB, true});
    return table;
}

bool isPanelKey(int pressed)
{
    static const QSet<int> keys = {chord(Qt::CTRL | Qt::Key_F),
                                   chord(Qt::CTRL | Qt::Key_H),
                                   chord(Qt::CTRL | Qt::Key_G),
                                   chord(Qt::Key_F3),
                                   chord(Qt::SHIFT | Qt::Key_F3),
                                   chord(Qt::CTRL | Qt::Key_M),
                                   chord(Qt::CTRL | Qt::Key_0),
                                   chord(Qt::CTRL | Qt::Key_Plus),
                                   chord(Qt::CTRL | Qt::SHIFT | Qt::Key_Plus),
                                   chord(Qt::CTRL | Qt::Key_Slash),
                                   chord(Qt::CTRL | Qt::SHIFT | Qt::Key_Slash),
                                   chord(Qt::CTRL | Qt::Key_Minus),
                                   chord(Qt::CTRL | Qt::Key_Equal)};
    return keys.contains(pressed);
}

} // namespace

std::optional<KeyCommand> commandFor(const QKeyEvent &event)
{
    static const QHash<int, KeyCommand> table = makeTable();
    const auto found = table.constFind(chordOf(event));
    return found == table.constEnd() ? std::nullopt : std::optional(*found);
}

bool isTyping(const QKeyEvent &event)
{
    const bool chorded
        = event.modifiers().testFlag(Qt::ControlModifier) != event.modifiers().testFlag(Qt::AltModifier)
        || event.modifiers().testFlag(Qt::MetaModifier); // Ctrl and Alt together are AltGr on Windows
    return !chorded && !event.text().isEmpty() && event.text().at(0).isPrint();
}

bool isEditorKey(const QKeyEvent &event)
{
    return isTyping(event) || commandFor(event) || isPanelKey(chordOf(event));
}

} // namespace studio::editor
