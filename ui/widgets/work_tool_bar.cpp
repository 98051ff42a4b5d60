#include "ui/widgets/work_tool_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

WorkToolBar::WorkToolBar(QWidget *parent)
    : QWidget(parent)
    , m_start(new QHBoxLayout)
    , m_end(new QHBoxLayout)
{
    setObjectName(u"workToolBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(8);
    m_start->setSpacing(8);
    m_end->setSpacing(8);
    line->addLayout(m_start);
    line->addStretch();
    line->addLayout(m_end);
}

void WorkToolBar::addAtStart(QWidget *widget)
{
    m_start->addWidget(widget);
}

void WorkToolBar::addButton(QAction *action, bool primary)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(QString(action->objectName()).replace("Action"_L1, "Button"_L1));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("primary", primary);
    button->setMinimumHeight(32);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(action->text());
    button->setAccessibleDescription(action->shortcut().toString(QKeySequence::NativeText));
    m_end->addWidget(button);
}

} // namespace studio::ui
