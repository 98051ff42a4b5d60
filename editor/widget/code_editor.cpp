#include "editor/widget/code_editor.h"

#include "editor/widget/find_bar.h"
#include "editor/widget/go_to_bar.h"
#include "editor/widget/line_edits.h"
#include "editor/widget/line_marks.h"
#include "editor/widget/region_guard.h"
#include "editor/widget/text_area.h"
#include "editor/widget/text_area_keys.h"
#include "editor/widget/text_style.h"
#include "editor/widget/typing_rules.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace studio::editor {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr long kPlainAbove = 1'000'000; ///< Bytes; colouring more makes typing slow.
constexpr int kFocusRing = 2;
constexpr int kAboveText = 8;

} // namespace

struct CodeEditor::Private
{
    explicit Private(CodeEditor &editor)
        : area(new TextArea(&editor))
        , marks(*area)
        , find(new FindBar(*area, &editor))
        , goTo(new GoToBar(&editor))
    {
    }

    TextArea *area;
    LineMarks marks;
    FindBar *find;
    GoToBar *goTo;
    CodeTheme theme;
    Language language = Language::Python;
    int zoom = 100;
    bool themed = false;
    bool ring = false;
    std::optional<Prompts> prompts;

    void chooseLexer();
    void fitMargin() const;
    void restyle();
    void matchBraces() const;
    void describe(const CodeEditor &editor) const;
};

void CodeEditor::Private::chooseLexer()
{
    const bool python = language == Language::Python && area->send(Sci::SCI_GETLENGTH) <= kPlainAbove;
    const long lexer = python ? Sci::SCLEX_PYTHON : Sci::SCLEX_NULL;
    area->typing().setPython(language == Language::Python);
    if (area->send(Sci::SCI_GETLEXER) != lexer) {
        setLexer(*area, python);
    }
}

void CodeEditor::Private::restyle()
{
    if (themed) {
        applyTheme(*area, theme, zoom);
        marks.applyTheme(theme);
        fitMargin();
    }
}

void CodeEditor::Private::fitMargin() const
{
    if (prompts) {
        showPrompts(*area, *prompts);
    } else {
        fitNumberMargin(*area);
    }
}

void CodeEditor::Private::matchBraces() const
{
    const long caret = area->caretPosition();
    const auto isBrace = [this](long position) {
        const long c = position < 0 ? 0 : area->send(Sci::SCI_GETCHARAT, position);
        return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
    };
    const long brace = isBrace(caret - 1) ? caret - 1 : caret;
    if (!isBrace(brace)) {
        area->send(Sci::SCI_BRACEHIGHLIGHT, -1, -1);
        return;
    }
    const long other = area->send(Sci::SCI_BRACEMATCH, brace);
    if (other >= 0) {
        area->send(Sci::SCI_BRACEHIGHLIGHT, brace, other);
    } else {
        area->send(Sci::SCI_BRACEBADLIGHT, brace);
    }
}

/// Whoever cannot see the symbols and notes gets them with the text's description.
void CodeEditor::Private::describe(const CodeEditor &editor) const
{
    const QString name = editor.accessibleName();
    area->setAccessibleName(name.isEmpty() ? tr("Code") : name);
    QString text = area->tabMovesFocus() ? tr("Tab moves to the next control. Ctrl+M: Tab indents again.")
                                         : tr("Tab indents. Ctrl+M: Tab moves to the next control.");
    if (area->guard().isActive()) {
        text = tr(
            "Only the marked gaps can be changed. Tab goes to the next gap, Shift+Tab to the one before.");
    }
    area->setAccessibleDescription(QString(text % u' ' % marks.spoken()).trimmed());
}

CodeEditor::CodeEditor(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kFocusRing, kAboveText, kFocusRing, kFocusRing);
    column->setSpacing(0);
    column->addWidget(d->area, 1);
    column->addWidget(d->find);
    column->addWidget(d->goTo);
    setFocusProxy(d->area);
    setTabWidth(4);
    d->chooseLexer();
    d->describe(*this);
    d->area->viewport()->installEventFilter(this);

    connect(d->area, &TextArea::textEdited, this, [this] {
        d->fitMargin();
        if (d->area->guard().isActive()) {
            d->area->guard().showRegions();
        }
        Q_EMIT textChanged();
    });
    connect(d->area, &TextArea::SCN_UPDATEUI, this, [this](int what) {
        if (what & (Sci::SC_UPDATE_SELECTION | Sci::SC_UPDATE_CONTENT)) {
            d->matchBraces();
            Q_EMIT caretMoved();
        }
    });
    connect(d->area, &TextArea::zoomRequested, this, &CodeEditor::zoomRequested);
    connect(d->area, &TextArea::focusChanged, this, [this](bool has, bool byKey) {
        d->ring = has && byKey;
        d->describe(*this);
        update();
    });
    const auto back = [this] { d->area->setFocus(Qt::OtherFocusReason); };
    connect(d->find, &FindBar::closed, this, back);
    connect(d->goTo, &GoToBar::closed, this, back);
    connect(d->goTo, &GoToBar::chosen, this, &CodeEditor::goTo);
}

CodeEditor::~CodeEditor()
{
    d->area->disconnect(this); // it loses the focus only after `d` is gone
}

void CodeEditor::setLanguage(Language language)
{
    d->language = language;
    d->chooseLexer();
}

void CodeEditor::setTheme(const CodeTheme &theme)
{
    d->theme = theme;
    d->themed = true;
    d->restyle();
    update();
}

void CodeEditor::setZoom(int percent)
{
    d->zoom = std::clamp(percent, 50, 300);
    d->restyle();
}

void CodeEditor::setWrapLines(bool wrap)
{
    d->area->send(Sci::SCI_SETWRAPMODE, wrap ? Sci::SC_WRAP_WORD : Sci::SC_WRAP_NONE);
    d->area->send(Sci::SCI_SETWRAPINDENTMODE, Sci::SC_WRAPINDENT_INDENT);
}

void CodeEditor::setTabWidth(int width)
{
    const int columns = std::clamp(width, 1, 16);
    d->area->typing().setIndent({columns});
    d->area->send(Sci::SCI_SETTABWIDTH, columns);
    d->area->send(Sci::SCI_SETINDENT, columns);
}

void CodeEditor::setAutoClose(bool close)
{
    d->area->typing().setAutoClose(close);
}

void CodeEditor::setReadOnly(bool readOnly)
{
    d->area->send(Sci::SCI_SETREADONLY, readOnly ? 1 : 0);
}

void CodeEditor::setPrompts(const QString &first, const QString &next)
{
    d->prompts = Prompts{first.toUtf8(), next.toUtf8()};
    d->area->send(Sci::SCI_SETHSCROLLBAR, 0);
    d->fitMargin();
}

void CodeEditor::setText(const QString &text)
{
    d->marks.clear();
    d->area->setWhole(text);
    d->chooseLexer();
    d->describe(*this);
}

void CodeEditor::replaceText(const QString &text)
{
    d->area->guard().repair();
    if (text == this->text()) {
        return;
    }
    const bool readOnly = d->area->send(Sci::SCI_GETREADONLY) != 0;
    d->area->send(Sci::SCI_SETREADONLY, 0);
    const TextArea::Batch batch(*d->area);
    if (d->area->guard().isActive()) {
        d->area->guard().replaceWhole(text);
    } else {
        d->area->send(Sci::SCI_BEGINUNDOACTION);
        d->area->replace({0, d->area->send(Sci::SCI_GETLENGTH)}, text);
        d->area->send(Sci::SCI_ENDUNDOACTION);
        d->chooseLexer();
    }
    d->area->send(Sci::SCI_SETREADONLY, readOnly ? 1 : 0);
}

QString CodeEditor::text() const
{
    d->area->guard().repair();
    return d->area->text();
}

void CodeEditor::setEditableRegions(const std::vector<EditableRegion> &regions)
{
    d->area->guard().start(regions);
    d->describe(*this);
}

std::vector<EditableRegion> CodeEditor::editableRegions() const
{
    d->area->guard().repair();
    return d->area->guard().regions();
}

CodePosition CodeEditor::caret() const
{
    const long position = d->area->caretPosition();
    const long line = d->area->lineOf(position);
    const long start = d->area->lineRange(line).start;
    return {static_cast<int>(line) + 1,
            static_cast<int>(d->area->send(Sci::SCI_COUNTCHARACTERS, start, position)) + 1};
}

int CodeEditor::caretOffset() const
{
    return d->area->offsetOf(d->area->caretPosition());
}

void CodeEditor::setCaretOffset(int offset)
{
    const long position = d->area->positionOf(offset);
    d->area->select({position, position});
}

void CodeEditor::goTo(CodePosition position)
{
    const long lines = d->area->send(Sci::SCI_GETLINECOUNT);
    const long line = std::clamp<long>(position.line - 1, 0, lines - 1);
    const TextRange range = d->area->lineRange(line);
    const long length = d->area->send(Sci::SCI_COUNTCHARACTERS, range.start, range.end);
    const long column = std::clamp<long>(position.column - 1, 0, length);
    const long place
        = column == 0 ? range.start : d->area->send(Sci::SCI_POSITIONRELATIVE, range.start, column);
    d->area->send(Sci::SCI_ENSUREVISIBLEENFORCEPOLICY, line);
    d->area->select({place, place});
}

void CodeEditor::setMarks(const std::vector<LineMark> &marks)
{
    d->marks.set(marks);
    d->describe(*this);
}

void CodeEditor::clearMarks()
{
    d->marks.clear();
    d->describe(*this);
}

bool CodeEditor::hasSelection() const
{
    return d->area->send(Sci::SCI_GETSELECTIONEMPTY) == 0;
}

bool CodeEditor::tabMovesFocus() const
{
    return d->area->tabMovesFocus();
}

QRect CodeEditor::caretRect() const
{
    const long caret = d->area->caretPosition();
    const QPoint place(static_cast<int>(d->area->send(Sci::SCI_POINTXFROMPOSITION, 0, caret)),
                       static_cast<int>(d->area->send(Sci::SCI_POINTYFROMPOSITION, 0, caret)));
    const QSize size(2, static_cast<int>(d->area->send(Sci::SCI_TEXTHEIGHT)));
    return {d->area->viewport()->mapTo(this, place), size};
}

int CodeEditor::heightForLines(int lines) const
{
    return lines * static_cast<int>(d->area->send(Sci::SCI_TEXTHEIGHT)) + kAboveText + 2 * kFocusRing;
}

void CodeEditor::showFind(bool withReplace)
{
    d->goTo->hide();
    d->find->open(withReplace);
}

void CodeEditor::toggleComment()
{
    toggleComments(*d->area);
}

bool CodeEditor::canUndo() const
{
    return d->area->send(Sci::SCI_CANUNDO) != 0;
}

bool CodeEditor::canRedo() const
{
    return d->area->send(Sci::SCI_CANREDO) != 0;
}

void CodeEditor::undo()
{
    d->area->runCommand(Sci::SCI_UNDO);
}

void CodeEditor::redo()
{
    d->area->runCommand(Sci::SCI_REDO);
}

QWidget *CodeEditor::textWidget() const
{
    return d->area;
}

/// Before any shortcut of the window: Esc while a panel is open, and the keys of an open panel.
bool CodeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        const bool open = d->find->isVisible() || d->goTo->isVisible();
        const bool inPanel = open && !d->area->hasFocus();
        const bool letter
            = key.modifiers() == Qt::AltModifier && key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
        if ((open && key.key() == Qt::Key_Escape) || (inPanel && (letter || isEditorKey(key)))) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool CodeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->area->viewport() && event->type() == QEvent::Resize) {
        d->marks.wrap();
    }
    return QWidget::eventFilter(watched, event);
}

/// Keys that the text has no use for come here; what is not for the editor goes on to the page.
void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier)
        && !(event->modifiers() & (Qt::AltModifier | Qt::MetaModifier));
    const int key = event->key();
    if (key == Qt::Key_Escape && (d->find->isVisible() || d->goTo->isVisible())) {
        d->find->hide();
        d->goTo->hide();
    } else if (key == Qt::Key_F3) {
        event->modifiers().testFlag(Qt::ShiftModifier) ? d->find->findPrevious() : d->find->findNext();
    } else if (!control) {
        QWidget::keyPressEvent(event);
    } else if (key == Qt::Key_F || key == Qt::Key_H) {
        showFind(key == Qt::Key_H);
    } else if (key == Qt::Key_G) {
        d->find->hide();
        d->goTo->open(caret().line, static_cast<int>(d->area->send(Sci::SCI_GETLINECOUNT)));
    } else if (key == Qt::Key_Slash || key == Qt::Key_NumberSign) {
        toggleComment();
    } else if (key == Qt::Key_M) {
        d->area->setTabMovesFocus(!d->area->tabMovesFocus());
        d->describe(*this);
        d->area->tell(d->area->tabMovesFocus() ? tr("Tab now moves to the next control.")
                                               : tr("Tab now indents."));
    } else if (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_0) {
        Q_EMIT zoomRequested(key == Qt::Key_0 ? 0 : key == Qt::Key_Minus ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CodeEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), d->themed ? d->theme.background : palette().color(QPalette::Base));
    if (d->ring) {
        painter.setPen(QPen(d->theme.accent, kFocusRing));
        painter.drawRect(d->area->geometry().adjusted(-1, 1 - kAboveText, 1, 1));
    }
}

void CodeEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->describe(*this);
    } else if (event->type() == QEvent::EnabledChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void CodeEditor::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    d->area->setFocus(event->reason());
}

} // namespace studio::editor
