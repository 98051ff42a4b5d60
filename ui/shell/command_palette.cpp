#include "ui/shell/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

int matchScore(const QString &typed, const QString &text)
{
    if (typed.isEmpty()) {
        return 0;
    }
    if (const qsizetype at = text.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0) {
        return 1000 - static_cast<int>(at);
    }
    qsizetype from = 0;
    int gaps = 0;
    for (const QChar c : typed) {
        const qsizetype at = text.indexOf(c, from, Qt::CaseInsensitive);
        if (at < 0) {
            return -1;
        }
        gaps += static_cast<int>(at - from);
        from = at + 1;
    }
    return qMax(1, 500 - gaps);
}

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Commands"));
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(tr("Find a command"));
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setFocusPolicy(Qt::NoFocus); // the arrow keys in the line move it
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::accept);
    m_edit->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QList<QAction *> &actions)
{
    m_actions.clear();
    for (QAction *action : actions) {
        if (action->isEnabled() && !action->text().isEmpty() && !m_actions.contains(action)) {
            m_actions.append(action);
        }
    }
    m_focusBefore = QApplication::focusWidget();
    const int width = qMin(560, parentWidget()->width() - 40);
    setGeometry((parentWidget()->width() - width) / 2, 60, width, qMin(420, parentWidget()->height() - 100));
    m_edit->clear();
    filter({});
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut && isVisible()) {
        hide();
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(qMax(m_list->currentRow() - 1, 0));
        return true;
    default:
        return false;
    }
}

void CommandPalette::filter(const QString &text)
{
    struct Fit
    {
        int score;
        qsizetype index;
    };

    std::vector<Fit> fits;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const int score = matchScore(text.trimmed(), m_actions[i]->text().remove(u'&'));
        if (score >= 0) {
            fits.push_back({score, i});
        }
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit &a, const Fit &b) { return a.score > b.score; });
    m_list->clear();
    for (const Fit &fit : fits) {
        QAction *action = m_actions[fit.index];
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(
            action->icon(), action->text().remove(u'&') % (keys.isEmpty() ? QString() : u"    "_s % keys),
            m_list);
        item->setData(Qt::UserRole, fit.index);
    }
    m_list->setCurrentRow(fits.empty() ? -1 : 0);
}

void CommandPalette::accept()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item) {
        return;
    }
    const QPointer<QAction> action = m_actions[item->data(Qt::UserRole).toLongLong()];
    close();
    if (action) {
        action->trigger();
    }
}

void CommandPalette::close()
{
    hide();
    if (m_focusBefore) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
}

} // namespace studio::ui
