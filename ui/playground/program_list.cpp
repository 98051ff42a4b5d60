#include "ui/playground/program_list.h"

#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

ProgramList::ProgramList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_undoText(new QLabel(this))
    , m_undo(new QPushButton(tr("&Undo"), this))
    , m_rename(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    auto *title = new QLabel(tr("&My programs"), this);
    title->setObjectName(u"sectionTitle"_s);
    title->setBuddy(m_list);
    m_list->setObjectName(u"programList"_s);
    m_list->setAccessibleName(tr("My programs"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed); // F2
    m_rename->setAccessibleName(tr("Rename this program"));
    m_rename->setToolTip(tr("Rename (F2)"));
    m_remove->setAccessibleName(tr("Remove this program"));
    m_remove->setToolTip(tr("Remove (Delete)"));
    for (QToolButton *button : {m_rename, m_remove}) {
        button->setMinimumSize(28, 28);
        button->setAutoRaise(true);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_rename);
    head->addWidget(m_remove);
    auto *undo = new QHBoxLayout;
    undo->addWidget(m_undoText, 1);
    undo->addWidget(m_undo);
    m_undoText->setWordWrap(true);
    m_undoText->hide();
    m_undo->setObjectName(u"undoRemove"_s);
    m_undo->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 8, 12);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addLayout(undo);

    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && !m_filling) {
            Q_EMIT chosen({item->data(Qt::UserRole).toString()});
        }
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling) {
            Q_EMIT renamed({item->data(Qt::UserRole).toString()}, item->text().trimmed());
        }
    });
    connect(m_rename, &QToolButton::clicked, this, [this] {
        if (QListWidgetItem *item = m_list->currentItem()) {
            m_list->editItem(item);
        }
    });
    const auto remove = [this] {
        if (const QListWidgetItem *item = m_list->currentItem()) {
            Q_EMIT removeRequested({item->data(Qt::UserRole).toString()}, item->text());
        }
    };
    connect(m_remove, &QToolButton::clicked, this, remove);
    auto *key = new QShortcut(QKeySequence::Delete, m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, remove);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_undo->hide();
        m_undoText->hide();
        Q_EMIT restoreRequested(m_removed);
    });
}

void ProgramList::setPrograms(const std::vector<Document> &programs, const DocumentId &current)
{
    m_filling = true;
    m_list->clear();
    for (const Document &program : programs) {
        auto *item = new QListWidgetItem(program.title, m_list);
        item->setData(Qt::UserRole, program.id.key);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (program.id == current) {
            m_list->setCurrentItem(item);
        }
    }
    m_filling = false;
}

void ProgramList::setTheme(const Theme &theme)
{
    m_rename->setIcon(icon(u"pencil"_s, theme.colour(u"muted"_s)));
    m_remove->setIcon(icon(u"trash-2"_s, theme.colour(u"muted"_s)));
}

void ProgramList::offerUndo(const DocumentId &removed, const QString &title)
{
    m_removed = removed;
    m_undoText->setText(tr("Removed %1.").arg(title));
    m_undoText->show();
    m_undo->show();
}

} // namespace studio::ui
