#include "ui/console/console_input.h"

#include "editor/widget/code_editor.h"
#include "ui/console/completion_popup.h"
#include "ui/console/console_text.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 8; // shown; more scroll
constexpr qsizetype kLongestHistory = 500;

} // namespace

ConsoleInput::ConsoleInput(QWidget *parent)
    : QWidget(parent)
    , m_editor(new editor::CodeEditor(this))
{
    m_editor->setObjectName(u"consoleInput"_s);
    m_editor->setAccessibleName(tr("Statement for the console"));
    m_editor->setPrompts(u">>>"_s, u"..."_s);
    m_editor->textWidget()->installEventFilter(this);
    setFocusProxy(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    fit();
    connect(m_editor, &editor::CodeEditor::textChanged, this, &ConsoleInput::textHasChanged);
    connect(m_editor, &editor::CodeEditor::zoomRequested, this, &ConsoleInput::zoomRequested);
}

ConsoleInput::~ConsoleInput() = default;

void ConsoleInput::setTheme(const editor::CodeTheme &theme)
{
    m_editor->setTheme(theme);
    m_size = theme.font.pointSizeF();
    m_font = theme.font;
    fit();
}

void ConsoleInput::setZoom(int percent)
{
    m_editor->setZoom(percent);
    if (m_size > 0) {
        m_font.setPointSizeF(m_size * percent / 100.0);
    }
    fit();
}

void ConsoleInput::fit()
{
    const int lines = static_cast<int>(m_editor->text().count(u'\n')) + 1;
    m_editor->setFixedHeight(m_editor->heightForLines(std::min(lines, kMostLines)));
}

void ConsoleInput::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
    QWidget::changeEvent(event);
}

void ConsoleInput::textHasChanged()
{
    fit();
    if (m_popup && m_popup->isVisible()) {
        m_popup->filter(unfinishedWord());
    }
}

/// Our keys come before the editor's own and before any shortcut of the window.
bool ConsoleInput::eventFilter(QObject *watched, QEvent *event)
{
    if (m_passing) {
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && isOurs(static_cast<QKeyEvent &>(*event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        return press(static_cast<QKeyEvent &>(*event));
    }
    if (event->type() == QEvent::FocusOut && m_popup) {
        m_popup->hide();
    }
    return QWidget::eventFilter(watched, event);
}

bool ConsoleInput::isOurs(const QKeyEvent &key) const
{
    const bool control = key.modifiers() == Qt::ControlModifier;
    const bool word = control
        && (key.key() == Qt::Key_L || key.key() == Qt::Key_C || key.key() == Qt::Key_Space
            || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
    return word || (key.key() == Qt::Key_Escape && m_popup && m_popup->isVisible());
}

bool ConsoleInput::press(const QKeyEvent &key)
{
    const bool listed = m_popup && m_popup->isVisible();
    const bool plain = !(key.modifiers() & ~Qt::KeypadModifier);
    if (listed && plain && m_popup->handleKey(key.key())) {
        return true;
    }
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return pressReturn(key.modifiers() & ~Qt::KeypadModifier);
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return !(key.modifiers() & Qt::ControlModifier) && pressTab(key.key() == Qt::Key_Backtab);
    case Qt::Key_Escape:
        if (listed) {
            m_popup->hide();
        }
        return listed;
    case Qt::Key_Up:
        return plain && m_editor->caret().line == 1 && recall(-1);
    case Qt::Key_Down:
        return plain && m_editor->caret().line == m_editor->text().count(u'\n') + 1 && recall(1);
    default:
        break;
    }
    if (key.modifiers() != Qt::ControlModifier) {
        return false;
    }
    if (key.key() == Qt::Key_Space) {
        m_asked = true;
        Q_EMIT completionWanted(m_editor->text().left(m_editor->caretOffset()));
    } else if (key.key() == Qt::Key_L) {
        Q_EMIT clearRequested();
    } else if (key.key() == Qt::Key_C && !m_editor->hasSelection()) {
        Q_EMIT interrupted();
    } else {
        return false;
    }
    return true;
}

bool ConsoleInput::pressReturn(Qt::KeyboardModifiers modifiers)
{
    if (m_popup && m_popup->isVisible()) {
        insertWord(m_popup->chosen());
        return true;
    }
    if (modifiers == Qt::ControlModifier) {
        submit();
        return true;
    }
    const QString source = m_editor->text();
    const bool within = source.contains(u'\n') && m_editor->caretOffset() < source.size();
    if (modifiers || within || surelyGoesOn(source)) {
        return false; // a new line, by the editor
    }
    submit();
    return true;
}

bool ConsoleInput::pressTab(bool back)
{
    if (!back && m_popup && m_popup->isVisible()) {
        insertWord(m_popup->chosen());
        return true;
    }
    if (m_editor->tabMovesFocus()) {
        return false;
    }
    if (m_editor->text().isEmpty()) {
        leave(back);
        return true;
    }
    const QString before = m_editor->text().left(m_editor->caretOffset());
    if (back || before.sliced(before.lastIndexOf(u'\n') + 1).trimmed().isEmpty()
        || m_editor->hasSelection()) {
        return false; // indentation
    }
    m_asked = true;
    Q_EMIT completionWanted(before);
    return true;
}

void ConsoleInput::leave(bool back)
{
    QWidget *text = m_editor->textWidget();
    const auto step = [back](const QWidget *from) {
        return back ? from->previousInFocusChain() : from->nextInFocusChain();
    };
    for (QWidget *each = step(text); each != text; each = step(each)) {
        const bool takes = (each->focusPolicy() & Qt::TabFocus) != 0 && !each->focusProxy();
        if (takes && each->isVisible() && each->isEnabled() && !isAncestorOf(each)) {
            return each->setFocus(back ? Qt::BacktabFocusReason : Qt::TabFocusReason);
        }
    }
}

void ConsoleInput::submit()
{
    const QString source = m_editor->text();
    if (source.trimmed().isEmpty()) {
        m_editor->setText({});
        fit();
        return;
    }
    QString kept = source;
    while (kept.endsWith(u'\n') || kept.endsWith(u' ')) {
        kept.chop(1);
    }
    if (m_history.isEmpty() || m_history.constLast() != kept) {
        m_history.append(kept);
    }
    if (m_history.size() > kLongestHistory) {
        m_history.removeFirst();
    }
    m_place = m_history.size();
    m_draft.clear();
    m_editor->setText({});
    fit();
    Q_EMIT submitted(source);
}

void ConsoleInput::goOnWith(const QString &source)
{
    if (!m_history.isEmpty() && source.startsWith(m_history.constLast())) {
        m_history.removeLast(); // it comes again, whole
        m_place = m_history.size();
    }
    const QString typed = m_editor->text();
    m_editor->setText(source);
    m_editor->setCaretOffset(static_cast<int>(source.size()));
    newLine();
    const int caret = m_editor->caretOffset();
    if (!typed.isEmpty()) {
        m_editor->replaceText(m_editor->text() + typed);
        m_editor->setCaretOffset(caret + static_cast<int>(typed.size()));
    }
    fit();
}

/// With the indentation that the editor gives it.
void ConsoleInput::newLine()
{
    m_passing = true;
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    QCoreApplication::sendEvent(m_editor->textWidget(), &press);
    m_passing = false;
}

bool ConsoleInput::recall(int step)
{
    const qsizetype place = m_place + step;
    if (place < 0 || place > m_history.size()) {
        return false;
    }
    if (m_place == m_history.size()) {
        m_draft = m_editor->text();
    }
    m_place = place;
    showText(place == m_history.size() ? m_draft : m_history[place]);
    return true;
}

void ConsoleInput::showText(const QString &text)
{
    m_editor->setText(text);
    m_editor->setCaretOffset(static_cast<int>(text.size()));
    fit();
}

QString ConsoleInput::unfinishedWord() const
{
    const QString before = m_editor->text().left(m_editor->caretOffset());
    qsizetype start = before.size();
    while (start > 0 && (before[start - 1].isLetterOrNumber() || before[start - 1] == u'_')) {
        --start;
    }
    return before.sliced(start);
}

void ConsoleInput::complete(const CompletionList &list)
{
    const bool asked = std::exchange(m_asked, false);
    if (list.items.empty() || unfinishedWord() != list.prefix || !m_editor->textWidget()->hasFocus()) {
        return; // typed on meanwhile
    }
    if (list.items.size() == 1 && asked) {
        return insertWord(list.items.front().text);
    }
    if (!m_popup || m_popup->parentWidget() != window()) {
        delete m_popup;
        m_popup = new CompletionPopup(window());
        connect(m_popup, &CompletionPopup::clickedOn, this, &ConsoleInput::insertWord);
        connect(this, &QObject::destroyed, m_popup, &QObject::deleteLater);
    }
    m_popup->setFont(m_font);
    m_popup->showList(list);
    const QRect caret = m_editor->caretRect();
    m_popup->placeBelow({m_editor->mapTo(window(), caret.topLeft()), caret.size()});
}

void ConsoleInput::insertWord(const QString &word)
{
    if (m_popup) {
        m_popup->hide();
    }
    const QString prefix = unfinishedWord();
    if (!word.startsWith(prefix)) {
        return;
    }
    const int caret = m_editor->caretOffset();
    QString text = m_editor->text();
    text.insert(caret, word.sliced(prefix.size()));
    m_editor->replaceText(text);
    m_editor->setCaretOffset(caret + static_cast<int>(word.size() - prefix.size()));
}

} // namespace studio::ui
