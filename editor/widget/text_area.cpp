#include "editor/widget/text_area.h"

#include "editor/widget/region_guard.h"
#include "editor/widget/text_area_keys.h"
#include "editor/widget/typing_rules.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <utility>

namespace studio::editor {

TextArea::TextArea(QWidget *parent)
    : QsciScintillaBase(parent)
    , m_guard(std::make_unique<RegionGuard>(*this))
    , m_typing(std::make_unique<TypingRules>(*this))
{
    setObjectName(QStringLiteral("codeText"));
    setLayoutDirection(Qt::LeftToRight); // code is never mirrored
    setFrameShape(QFrame::NoFrame);
    send(SCI_SETCODEPAGE, SC_CP_UTF8);
    send(SCI_CLEARALLCMDKEYS); // commandFor() decides
    send(SCI_ALLOCATELINECHARACTERINDEX,
         SC_LINECHARACTERINDEX_UTF16); // offsets without counting from the top
    send(SCI_SETEOLMODE, SC_EOL_LF);
    send(SCI_SETPASTECONVERTENDINGS, 1);
    send(SCI_SETUSETABS, 0);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETENDATLASTLINE, 1);
    send(SCI_SETCARETLINEVISIBLE, 1);
    send(SCI_SETCARETLINEVISIBLEALWAYS, 1);
    send(SCI_SETCARETWIDTH, 2);
    send(SCI_SETMULTIPLESELECTION, 1);
    send(SCI_SETADDITIONALSELECTIONTYPING, 1);
    send(SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH);
    send(SCI_SETMODEVENTMASK,
         SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT | SC_MOD_BEFOREDELETE | SC_MOD_INSERTCHECK);
    send(SCI_SETXCARETPOLICY, CARET_SLOP | CARET_EVEN, 48);
    send(SCI_SETYCARETPOLICY, CARET_SLOP | CARET_STRICT | CARET_EVEN, 1);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this, [this](int, int type) {
        if (type & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT)) {
            m_edited = true;
            const Batch alone(*this);
        }
    });
}

TextArea::~TextArea() = default;

TextArea::Batch::Batch(const TextArea &area)
    : m_area(area)
{
    ++m_area.m_batches;
}

TextArea::Batch::~Batch()
{
    if (--m_area.m_batches == 0 && std::exchange(m_area.m_edited, false)) {
        Q_EMIT m_area.textEdited();
    }
}

long TextArea::send(unsigned message, long first, long second) const
{
    return SendScintilla(message, static_cast<unsigned long>(first), second);
}

void TextArea::sendText(unsigned message, long first, const QByteArray &text) const
{
    SendScintilla(message, static_cast<uintptr_t>(first), text.constData());
}

void TextArea::setWhole(const QString &text)
{
    const Batch batch(*this);
    m_guard->stop();
    const bool readOnly = send(SCI_GETREADONLY) != 0;
    const QByteArray bytes = text.toUtf8();
    send(SCI_SETREADONLY, 0);
    send(SCI_SETUNDOCOLLECTION, 0);
    send(SCI_CLEARALL);
    sendText(SCI_APPENDTEXT, bytes.size(), bytes); // with its length: the text may hold a NUL
    send(SCI_SETUNDOCOLLECTION, 1);
    send(SCI_EMPTYUNDOBUFFER);
    send(SCI_SETREADONLY, readOnly ? 1 : 0);
    send(SCI_SETEMPTYSELECTION, 0);
    send(SCI_SETXOFFSET, 0);
    send(SCI_SETSCROLLWIDTH, 1);
}

QString TextArea::text() const
{
    return textIn({0, send(SCI_GETLENGTH)});
}

QString TextArea::textIn(TextRange range) const
{
    if (range.end <= range.start) {
        return {};
    }
    QByteArray bytes(range.end - range.start + 1, '\0');
    SendScintilla(SCI_GETTEXTRANGE, range.start, range.end, bytes.data());
    bytes.chop(1);
    return QString::fromUtf8(bytes);
}

TextRange TextArea::lineRange(long line) const
{
    return {send(SCI_POSITIONFROMLINE, line), send(SCI_GETLINEENDPOSITION, line)};
}

QString TextArea::lineText(long line) const
{
    return textIn(lineRange(line));
}

long TextArea::lineOf(long position) const
{
    return send(SCI_LINEFROMPOSITION, position);
}

long TextArea::caretPosition() const
{
    return send(SCI_GETCURRENTPOS);
}

TextRange TextArea::selection() const
{
    return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)};
}

bool TextArea::hasOneCaret() const
{
    return send(SCI_GETSELECTIONS) == 1 && send(SCI_SELECTIONISRECTANGLE) == 0;
}

int TextArea::offsetOf(long position) const
{
    const long line = lineOf(position);
    const long before = send(SCI_INDEXPOSITIONFROMLINE, line, SC_LINECHARACTERINDEX_UTF16);
    return static_cast<int>(before + send(SCI_COUNTCODEUNITS, lineRange(line).start, position));
}

long TextArea::positionOf(long offset) const
{
    if (offset <= 0) {
        return 0;
    }
    const long line = send(SCI_LINEFROMINDEXPOSITION, offset, SC_LINECHARACTERINDEX_UTF16);
    const long start = lineRange(line).start;
    const long ahead = offset - send(SCI_INDEXPOSITIONFROMLINE, line, SC_LINECHARACTERINDEX_UTF16);
    if (ahead <= 0) {
        return start;
    }
    // Scintilla answers 0 beyond the end of the text.
    const long position = send(SCI_POSITIONRELATIVECODEUNITS, start, ahead);
    return position > 0 ? position : send(SCI_GETLENGTH);
}

void TextArea::replace(TextRange range, const QString &text) const
{
    const Batch batch(*this);
    const QByteArray bytes = text.toUtf8();
    send(SCI_SETTARGETRANGE, range.start, range.end);
    sendText(SCI_REPLACETARGET, bytes.size(), bytes);
}

void TextArea::select(TextRange range)
{
    send(SCI_SETSEL, range.start, range.end);
    send(SCI_CHOOSECARETX);
}

RegionGuard &TextArea::guard() const
{
    return *m_guard;
}

TypingRules &TextArea::typing() const
{
    return *m_typing;
}

void TextArea::setTabMovesFocus(bool moves)
{
    m_tabMovesFocus = moves;
}

bool TextArea::tabMovesFocus() const
{
    return m_tabMovesFocus;
}

void TextArea::setBlankColour(const QColor &colour)
{
    m_blankColour = colour;
}

void TextArea::runCommand(unsigned message)
{
    const Batch batch(*this);
    if (!m_typing->run(message)) {
        send(message);
    }
}

void TextArea::leaveByTab(bool next)
{
    QAbstractScrollArea::focusNextPrevChild(next);
}

void TextArea::tell(const QString &sentence)
{
    const long caret = caretPosition();
    const QPoint below(static_cast<int>(send(SCI_POINTXFROMPOSITION, 0, caret)),
                       static_cast<int>(send(SCI_POINTYFROMPOSITION, 0, caret) + send(SCI_TEXTHEIGHT)));
    QToolTip::showText(viewport()->mapToGlobal(below), sentence, this);
}

bool TextArea::typedInFixedText()
{
    if (m_guard->allowsSelection()) {
        return false;
    }
    tell(tr("Only the marked gaps can be changed. Tab goes to the next one."));
    return true;
}

bool TextArea::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (isEditorKey(key)) {
            event->accept();
            return true;
        }
    }
    return QsciScintillaBase::event(event);
}

void TextArea::keyPressEvent(QKeyEvent *event)
{
    const Batch batch(*this);
    if (const auto command = commandFor(*event)) {
        if (command->edits && send(SCI_GETREADONLY)) {
            event->ignore();
            return;
        }
        runCommand(command->message);
        event->accept();
    } else if (event->key() == Qt::Key_Escape && send(SCI_GETSELECTIONS) > 1) {
        send(SCI_CANCEL);
    } else if (!isTyping(*event)) {
        event->ignore(); // the editor's panels, then the page
    } else if (!send(SCI_GETREADONLY) && !typedInFixedText() && !m_typing->typed(event->text())) {
        QsciScintillaBase::keyPressEvent(event);
        m_typing->afterTyping(event->text());
    }
}

void TextArea::inputMethodEvent(QInputMethodEvent *event)
{
    const bool writes = !event->commitString().isEmpty() || !event->preeditString().isEmpty();
    if (writes && typedInFixedText()) {
        event->ignore();
        return;
    }
    QsciScintillaBase::inputMethodEvent(event);
}

void TextArea::mousePressEvent(QMouseEvent *event)
{
    if (m_guard->isActive()) {
        // A press on the selection would begin to drag text away.
        const long position = send(SCI_POSITIONFROMPOINT, static_cast<long>(event->position().x()),
                                   static_cast<long>(event->position().y()));
        if (event->button() == Qt::LeftButton && !event->modifiers()) {
            send(SCI_SETEMPTYSELECTION, position);
        }
        if (event->button() == Qt::MiddleButton && !m_guard->regionAt(position)) {
            event->ignore();
            return;
        }
    }
    QsciScintillaBase::mousePressEvent(event);
}

void TextArea::wheelEvent(QWheelEvent *event)
{
    const int steps = event->angleDelta().y();
    if (event->modifiers() == Qt::ControlModifier && steps != 0) {
        Q_EMIT zoomRequested(steps > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QsciScintillaBase::wheelEvent(event);
}

void TextArea::dropEvent(QDropEvent *event)
{
    if (!m_guard->isActive()) {
        QsciScintillaBase::dropEvent(event);
        return;
    }
    const long position = send(SCI_POSITIONFROMPOINT, static_cast<long>(event->position().x()),
                               static_cast<long>(event->position().y()));
    if (!m_guard->regionAt(position) || !event->mimeData()->hasText() || send(SCI_GETREADONLY)) {
        event->ignore();
        return;
    }
    QDragLeaveEvent over;
    dragLeaveEvent(&over); // takes the mark of the drop away
    const QString text = event->mimeData()->text();
    replace({position, position}, text);
    send(SCI_SETEMPTYSELECTION, position + static_cast<long>(text.toUtf8().size()));
    event->setDropAction(Qt::CopyAction); // what was dragged stays where it was
    event->accept();
}

void TextArea::addToMenu(QMenu &menu, const QString &text, const QKeySequence &keys, unsigned message,
                         bool enabled)
{
    QAction *action = menu.addAction(text, this, [this, message] { runCommand(message); });
    action->setShortcut(keys);
    action->setEnabled(enabled);
}

void TextArea::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool writable = send(SCI_GETREADONLY) == 0;
    const bool selected = send(SCI_GETSELECTIONEMPTY) == 0;
    addToMenu(*menu, tr("Undo"), QKeySequence::Undo, SCI_UNDO, writable && send(SCI_CANUNDO));
    addToMenu(*menu, tr("Redo"), QKeySequence::Redo, SCI_REDO, writable && send(SCI_CANREDO));
    menu->addSeparator();
    addToMenu(*menu, tr("Cut"), QKeySequence::Cut, SCI_CUT, writable && selected);
    addToMenu(*menu, tr("Copy"), QKeySequence::Copy, SCI_COPY, selected);
    addToMenu(*menu, tr("Paste"), QKeySequence::Paste, SCI_PASTE, writable && send(SCI_CANPASTE));
    menu->addSeparator();
    addToMenu(*menu, tr("Select all"), QKeySequence::SelectAll, SCI_SELECTALL, true);
    menu->popup(event->globalPos());
}

void TextArea::focusInEvent(QFocusEvent *event)
{
    QsciScintillaBase::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    Q_EMIT focusChanged(true, byKey);
}

void TextArea::focusOutEvent(QFocusEvent *event)
{
    QsciScintillaBase::focusOutEvent(event);
    Q_EMIT focusChanged(false, false);
}

/// An empty region has no text that could carry a background.
void TextArea::paintEvent(QPaintEvent *event)
{
    QsciScintillaBase::paintEvent(event);
    QPainter painter(viewport());
    for (const TextRange &each : m_guard->ranges()) {
        if (each.start == each.end) {
            const auto x = static_cast<int>(send(SCI_POINTXFROMPOSITION, 0, each.start));
            const auto y = static_cast<int>(send(SCI_POINTYFROMPOSITION, 0, each.start));
            painter.fillRect(x - 2, y + 2, 4, static_cast<int>(send(SCI_TEXTHEIGHT)) - 4, m_blankColour);
        }
    }
}

bool TextArea::focusNextPrevChild(bool next)
{
    if (m_tabMovesFocus) {
        return QAbstractScrollArea::focusNextPrevChild(next);
    }
    return QsciScintillaBase::focusNextPrevChild(next);
}

} // namespace studio::editor
