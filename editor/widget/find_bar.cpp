#include "editor/widget/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTargetHeight = 28;

QLineEdit *makeField(QWidget *parent, const QString &label, const QString &objectName)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setPlaceholderText(label);
    field->setAccessibleName(label);
    field->setMinimumHeight(kTargetHeight);
    return field;
}

} // namespace

FindBar::FindBar(TextArea &area, QWidget *parent)
    : QWidget(parent)
    , m_area(area)
    , m_search(area)
    , m_find(makeField(this, tr("Find"), u"findField"_s))
    , m_replace(makeField(this, tr("Replace with"), u"replaceField"_s))
    , m_result(new QLabel(this))
    , m_case(makeSwitch(u"Aa"_s, tr("Match case"), u"C"_s))
    , m_word(makeSwitch(u"ab|"_s, tr("Whole words only"), u"W"_s))
    , m_regex(makeSwitch(u".*"_s, tr("Regular expression"), u"R"_s))
    , m_replaceRow(new QWidget(this))
{
    setObjectName(u"findBar"_s);
    setAccessibleName(tr("Find and replace"));
    setAttribute(Qt::WA_StyledBackground);
    m_result->setObjectName(u"findResult"_s);
    m_result->setAccessibleName(tr("Result of the search"));
    layOut();
    m_find->installEventFilter(this);
    m_replace->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::termsChanged);
    connect(&m_area, &TextArea::textEdited, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    hide();
}

QToolButton *FindBar::makeSwitch(const QString &text, const QString &name, const QString &key)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAccessibleName(name);
    button->setAccessibleDescription(u"Alt+"_s + key);
    button->setToolTip(u"%1 (Alt+%2)"_s.arg(name, key));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(kTargetHeight + 4, kTargetHeight);
    connect(button, &QToolButton::toggled, this, &FindBar::termsChanged);
    return button;
}

QToolButton *FindBar::makeButton(const QString &text, const QString &name, void (FindBar::*act)())
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(kTargetHeight + 4, kTargetHeight);
    connect(button, &QToolButton::clicked, this, act);
    return button;
}

void FindBar::layOut()
{
    auto *findRow = new QHBoxLayout;
    findRow->setSpacing(4);
    findRow->addWidget(m_find, 1);
    findRow->addWidget(m_case);
    findRow->addWidget(m_word);
    findRow->addWidget(m_regex);
    findRow->addWidget(makeButton(u"↑"_s, tr("Previous (Shift+F3)"), &FindBar::findPrevious));
    findRow->addWidget(makeButton(u"↓"_s, tr("Next (F3)"), &FindBar::findNext));
    findRow->addWidget(makeButton(u"×"_s, tr("Close (Esc)"), &FindBar::close));
    auto *replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins(0, 0, 0, 0);
    replaceRow->setSpacing(4);
    replaceRow->addWidget(m_replace, 1);
    replaceRow->addWidget(makeButton(tr("Replace"), tr("Replace this one (Return)"), &FindBar::replaceOne));
    replaceRow->addWidget(makeButton(tr("Replace all"), tr("Replace all (Alt+A)"), &FindBar::replaceAll));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addLayout(findRow);
    column->addWidget(m_replaceRow);
    column->addWidget(m_result);
}

void FindBar::open(bool withReplace)
{
    m_replaceRow->setVisible(withReplace);
    m_from = m_area.selection().start;
    const QString selected = m_area.textIn(m_area.selection());
    show();
    if (!selected.isEmpty() && !selected.contains(u'\n')) {
        m_find->setText(selected);
    }
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
    refresh();
}

SearchTerms FindBar::terms() const
{
    return {m_find->text(), m_case->isChecked(), m_word->isChecked(), m_regex->isChecked()};
}

bool FindBar::search()
{
    const QString wrong = m_search.search(terms());
    m_search.showHits(isVisible());
    if (m_find->text().isEmpty()) {
        m_result->setText(tr("Type what to look for."));
    } else if (!wrong.isEmpty()) {
        m_result->setText(wrong);
    } else if (m_search.count() == 0) {
        m_result->setText(tr("Not found: “%1”").arg(m_find->text()));
    } else {
        return true;
    }
    return false;
}

void FindBar::refresh()
{
    if (search()) {
        say({true, false});
    }
}

/// While typing, the first hit at or after the place where the search began.
void FindBar::termsChanged()
{
    if (search()) {
        say(m_search.goNext(m_from));
    }
}

void FindBar::say(const TextSearch::Step &step)
{
    const int current = m_search.current();
    QString text = current > 0 ? tr("%1 of %n found", nullptr, m_search.count()).arg(current)
                               : tr("%n found", nullptr, m_search.count());
    if (step.wrapped) {
        text += u" · "_s + tr("went on at the other end");
    }
    m_result->setText(text);
}

void FindBar::findNext()
{
    if (search()) {
        say(m_search.goNext(m_area.selection().end));
        m_from = m_area.selection().start;
    }
}

void FindBar::findPrevious()
{
    if (search()) {
        say(m_search.goPrevious(m_area.selection().start));
        m_from = m_area.selection().start;
    }
}

void FindBar::replaceOne()
{
    if (!search()) {
        return;
    }
    if (m_search.current() == 0) {
        say(m_search.goNext(m_area.selection().start)); // show it first, replace it next time
    } else if (m_search.replaceCurrent(m_replace->text())) {
        findNext();
    } else {
        m_result->setText(tr("This one is part of the text that cannot be changed."));
    }
}

void FindBar::replaceAll()
{
    if (!search()) {
        return;
    }
    const TextSearch::Replaced replaced = m_search.replaceAll(m_replace->text());
    search();
    QString text = tr("%n replaced", nullptr, replaced.count);
    if (replaced.fixed > 0) {
        text += u" · "_s + tr("%n in text that cannot be changed", nullptr, replaced.fixed);
    }
    m_result->setText(text);
}

void FindBar::close()
{
    hide();
    Q_EMIT closed();
}

/// A field would take Alt and a letter for typing.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto &key = static_cast<QKeyEvent &>(*event);
        if (key.modifiers() == Qt::AltModifier && key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z) {
            keyPressEvent(&key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (enter && m_replace->hasFocus() && !event->modifiers()) {
        replaceOne();
    } else if (enter && m_find->hasFocus() && event->modifiers() == Qt::ShiftModifier) {
        findPrevious();
    } else if (enter && m_find->hasFocus() && !event->modifiers()) {
        findNext();
    } else if (alt && event->key() == Qt::Key_C) {
        m_case->toggle();
    } else if (alt && event->key() == Qt::Key_W) {
        m_word->toggle();
    } else if (alt && event->key() == Qt::Key_R) {
        m_regex->toggle();
    } else if (alt && event->key() == Qt::Key_A && m_replaceRow->isVisible()) {
        replaceAll();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::hideEvent(QHideEvent *event)
{
    m_search.showHits(false);
    QWidget::hideEvent(event);
}

} // namespace studio::editor
