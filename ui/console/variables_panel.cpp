#include "ui/console/variables_panel.h"

#include "ui/console/variables_model.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace studio::ui {

using namespace Qt::StringLiterals;

VariablesPanel::VariablesPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new VariablesModel(this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
{
    m_view->setObjectName(u"variablesView"_s);
    m_view->setAccessibleName(tr("Variables"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->resizeSection(VariablesModel::Name, 200);
    m_view->header()->resizeSection(VariablesModel::Type, 160);
    setFocusProxy(m_view);
    m_empty->setObjectName(u"variablesEmpty"_s);
    m_empty->setProperty("muted", true);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connect(m_model, &VariablesModel::refreshed, this, &VariablesPanel::refreshed);
    connect(m_model, &VariablesModel::rowsInserted, this, &VariablesPanel::reopen);
    connect(m_view, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_open.insert(m_model->path(index)); });
    connect(m_view, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_open.remove(m_model->path(index)); });
    connect(m_view, &QTreeView::activated, m_model, &VariablesModel::showMore);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid()) {
                    m_current = m_model->path(index);
                }
            });
    refreshed();
}

void VariablesPanel::setTheme(const editor::CodeTheme &theme)
{
    m_theme = theme;
    restyle();
}

void VariablesPanel::setZoom(int percent)
{
    m_zoom = percent;
    restyle();
}

void VariablesPanel::restyle()
{
    QFont font = m_theme.font;
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * m_zoom / 100.0);
    } else if (font.pixelSize() > 0) {
        font.setPixelSize(font.pixelSize() * m_zoom / 100);
    }
    m_view->setFont(font);
    m_view->header()->setFont(this->font());
}

void VariablesPanel::setConsole(Console *console)
{
    m_has = console != nullptr;
    m_open.clear();
    m_current.clear();
    m_model->setConsole(console);
    refresh();
}

void VariablesPanel::refresh()
{
    m_stale = true;
    if (isVisible()) {
        m_stale = false;
        m_model->refresh();
    }
}

void VariablesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false)) {
        m_model->refresh();
    }
}

void VariablesPanel::refreshed()
{
    const bool empty = m_model->rowCount() == 0;
    m_empty->setText(
        m_has ? tr("There are no variables yet.")
              : tr("Run the program. When it has ended, its variables are here with their values."));
    m_view->setVisible(!empty);
    m_empty->setVisible(empty);
    const QString current = m_current;
    reopen({}, 0, m_model->rowCount() - 1);
    m_current = current;
}

/// Of rows that came: opens those that were open before, and finds the one that was current.
void VariablesPanel::reopen(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const QString path = m_model->path(index);
        if (path == m_current) {
            m_view->setCurrentIndex(index);
        }
        if (m_open.contains(path) && m_model->hasChildren(index)) {
            m_view->expand(index);
        }
    }
}

} // namespace studio::ui
