#include "ui/shell/top_bar.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace studio::ui {

using namespace Qt::StringLiterals;

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_crumbs(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setObjectName(u"topBar"_s);
    setAccessibleName(tr("Path and actions"));
    setFixedHeight(52);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 0);
    m_crumbs->setSpacing(2);
    m_actions->setSpacing(8);
    layout->addLayout(m_crumbs);
    layout->addStretch();
    layout->addLayout(m_actions);
}

void TopBar::setCrumbs(const QList<Crumb> &crumbs)
{
    m_path = crumbs;
    clear(m_crumbs);
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        const Crumb &crumb = crumbs[i];
        if (i > 0) {
            auto *arrow = new QLabel(this);
            if (!m_theme.colours.isEmpty()) {
                arrow->setPixmap(icon(u"chevron-right"_s, m_theme.colour(u"muted"_s), true).pixmap(16, 16));
            }
            m_crumbs->addWidget(arrow);
        }
        if (crumb.place.page.isEmpty()) {
            auto *label = new QLabel(crumb.text, this);
            label->setTextFormat(Qt::PlainText);
            label->setObjectName(i + 1 == crumbs.size() ? u"currentCrumb"_s : u"crumbLabel"_s);
            label->setContentsMargins(4, 0, 4, 0);
            m_crumbs->addWidget(label);
            continue;
        }
        auto *link = new QToolButton(this);
        link->setObjectName(u"crumb"_s);
        link->setText(crumb.text);
        link->setAccessibleName(tr("Go to %1").arg(crumb.text));
        link->setFocusPolicy(Qt::StrongFocus);
        connect(link, &QToolButton::clicked, this,
                [this, place = crumb.place] { Q_EMIT placeRequested(place); });
        m_crumbs->addWidget(link);
    }
}

void TopBar::setActions(const QList<QAction *> &actions)
{
    clear(m_actions);
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(u"top-"_s % action->objectName());
        button->setToolButtonStyle(action->priority() == QAction::LowPriority ? Qt::ToolButtonIconOnly
                                                                              : Qt::ToolButtonTextBesideIcon);
        button->setMinimumSize(32, 32);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(action->shortcut().toString(QKeySequence::NativeText));
        m_actions->addWidget(button);
    }
}

void TopBar::setTheme(const Theme &theme)
{
    m_theme = theme;
    setCrumbs(m_path);
}

void TopBar::clear(QHBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one that was just clicked
        }
        delete item;
    }
}

} // namespace studio::ui
