#include "ui/playground/program_list.h"

#include "domain/when_done.h"
#include "services/project_service.h"
#include "ui/common/icons.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace studio::ui {

using namespace Qt::StringLiterals;

using Projects = std::vector<Project>;

ProgramList::ProgramList(services::ProjectService &projects, QWidget *parent)
    : QWidget(parent)
    , m_projects(projects)
    , m_list(new QListWidget(this))
    , m_undoText(new QLabel(this))
    , m_undo(new QPushButton(tr("&Undo"), this))
    , m_rename(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    m_list->setObjectName(u"programList"_s);
    m_list->setAccessibleName(tr("My projects"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed); // F2
    auto *undo = new QHBoxLayout;
    undo->addWidget(m_undoText, 1);
    undo->addWidget(m_undo);
    m_undoText->setWordWrap(true);
    m_undoText->hide();
    m_undo->setObjectName(u"undoRemove"_s);
    m_undo->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 8, 4);
    layout->addLayout(makeHead());
    layout->addWidget(m_list, 1);
    layout->addLayout(undo);

    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && !m_filling) {
            open(item->data(Qt::UserRole).toString());
        }
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling) {
            rename(item->data(Qt::UserRole).toString(), item->text().trimmed());
        }
    });
    auto *key = new QShortcut(QKeySequence::Delete, m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &ProgramList::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, &ProgramList::restore);
}

QLayout *ProgramList::makeHead()
{
    auto *title = new QLabel(tr("&My projects"), this);
    title->setObjectName(u"sectionTitle"_s);
    title->setBuddy(m_list);
    m_rename->setAccessibleName(tr("Rename this project"));
    m_rename->setToolTip(tr("Rename (F2)"));
    m_remove->setAccessibleName(tr("Remove this project"));
    m_remove->setToolTip(tr("Remove (Delete)"));
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    for (QToolButton *button : {m_rename, m_remove}) {
        button->setMinimumSize(28, 28);
        button->setAutoRaise(true);
        head->addWidget(button);
    }
    connect(m_rename, &QToolButton::clicked, this, [this] {
        if (QListWidgetItem *item = m_list->currentItem()) {
            m_list->editItem(item);
        }
    });
    connect(m_remove, &QToolButton::clicked, this, &ProgramList::removeCurrent);
    return head;
}

void ProgramList::open(const QString &id)
{
    whenDone(m_projects.projects(), this, [this, id](const Result<Projects> &projects) {
        if (!projects) {
            Q_EMIT failed(projects.error());
            return;
        }
        fill(*projects);
        if (projects->empty()) {
            return create(tr("untitled.py"));
        }
        const auto wanted = std::find_if(projects->begin(), projects->end(),
                                         [&id](const Project &each) { return each.id == id; });
        Q_EMIT chosen(wanted == projects->end() ? projects->front() : *wanted);
    });
}

void ProgramList::create(const QString &title, const QString &code)
{
    choose(m_projects.create(title, code));
}

void ProgramList::openFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder as a project"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { choose(m_projects.openFolder(folder)); });
    dialog->open();
}

void ProgramList::choose(const QFuture<Result<Project>> &made)
{
    whenDone(made, this, [this](const Result<Project> &project) {
        if (!project) {
            Q_EMIT failed(project.error());
            return;
        }
        refresh();
        Q_EMIT chosen(*project);
    });
}

void ProgramList::setCurrent(const QString &id)
{
    m_current = id;
    m_filling = true;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id) {
            m_list->setCurrentRow(row);
        }
    }
    m_filling = false;
}

void ProgramList::refresh()
{
    whenDone(m_projects.projects(), this, [this](const Result<Projects> &projects) {
        if (projects) {
            fill(*projects);
        }
    });
}

void ProgramList::fill(const Projects &projects)
{
    m_filling = true;
    m_list->clear();
    for (const Project &project : projects) {
        auto *item = new QListWidgetItem(project.title, m_list);
        item->setData(Qt::UserRole, project.id);
        item->setToolTip(project.external ? project.folder : project.title);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (project.id == m_current) {
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

void ProgramList::rename(const QString &id, const QString &title)
{
    if (title.isEmpty()) {
        return refresh();
    }
    if (id == m_current) {
        Q_EMIT renamed(id, title);
        return;
    }
    whenDone(m_projects.projects(), this, [this, id, title](const Result<Projects> &all) {
        const Projects none;
        for (const Project &each : all ? *all : none) {
            if (each.id == id) {
                m_projects.rename(each, title);
            }
        }
        refresh();
    });
}

void ProgramList::removeCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item) {
        return;
    }
    const QString id = item->data(Qt::UserRole).toString();
    const QString title = item->text();
    Q_EMIT removing(id); // saves what is pending, before the folder moves
    whenDone(m_projects.remove(id), this, [this, id, title](const Result<> &done) {
        if (done) {
            m_removed = id;
            m_undoText->setText(tr("Removed %1.").arg(title));
            m_undoText->show();
            m_undo->show();
        } else {
            Q_EMIT failed(done.error());
        }
        open(id == m_current && done ? QString() : m_current);
    });
}

void ProgramList::restore()
{
    m_undo->hide();
    m_undoText->hide();
    whenDone(m_projects.restore(m_removed), this, [this](const Result<> &done) {
        if (done) {
            open(m_removed);
        } else {
            Q_EMIT failed(done.error());
        }
    });
}

} // namespace studio::ui
