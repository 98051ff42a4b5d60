#include "ui/forum/forum_columns.h"

#include <QApplication>
#include <QDataStream>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideBySideFrom = 1000;
constexpr int kStackedFrom = 700;

} // namespace

ForumColumns::ForumColumns(const std::array<Part, 3> &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_outer(new QSplitter(Qt::Horizontal, this))
    , m_inner(new QSplitter(Qt::Horizontal, m_outer))
    , m_tabs(new QTabBar(this))
{
    m_inner->addWidget(parts[Places].widget);
    m_inner->addWidget(parts[Topics].widget);
    m_outer->addWidget(m_inner);
    m_outer->addWidget(parts[Topic].widget);
    for (const Part &part : parts) {
        m_tabs->addTab(part.title);
    }
    m_outer->setObjectName(u"forumOuter"_s);
    m_inner->setObjectName(u"forumInner"_s);
    for (QSplitter *splitter : {m_outer, m_inner}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(5);
        connect(splitter, &QSplitter::splitterMoved, this, [this] {
            if (m_form == Form::SideBySide) {
                m_sideBySide = saveState();
                Q_EMIT stateChanged();
            }
        });
    }
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    m_inner->setStretchFactor(0, 0);
    m_inner->setStretchFactor(1, 1);
    m_outer->setSizes({630, 720});
    m_inner->setSizes({230, 400});
    m_inner->handle(1)->setAccessibleName(tr("Border between places and topics"));
    m_outer->handle(1)->setAccessibleName(tr("Border between topics and topic"));
    m_tabs->setObjectName(u"forumTabs"_s);
    m_tabs->setAccessibleName(tr("Columns of the forum"));
    m_tabs->setDrawBase(false);
    m_tabs->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_outer, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ForumColumns::showColumn);
    const auto addKey = [this](const QKeySequence &key, int by) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { goRound(by); });
    };
    addKey(QKeySequence(Qt::Key_F6), 1);
    addKey(QKeySequence(Qt::SHIFT | Qt::Key_F6), -1);
}

QByteArray ForumColumns::saveState() const
{
    if (m_form != Form::SideBySide) {
        return m_sideBySide;
    }
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_outer->saveState() << m_inner->saveState();
    return state;
}

void ForumColumns::restoreState(const QByteArray &state)
{
    QByteArray outer;
    QByteArray inner;
    QDataStream stream(state);
    stream >> outer >> inner;
    if (stream.status() != QDataStream::Ok || outer.isEmpty() || inner.isEmpty()) {
        return;
    }
    m_sideBySide = state;
    if (m_form == Form::SideBySide) {
        m_outer->restoreState(outer);
        m_inner->restoreState(inner);
    }
}

void ForumColumns::bringForward(Column column)
{
    m_tabs->setCurrentIndex(column);
}

void ForumColumns::giveFocus(Column column)
{
    bringForward(column);
    m_parts[column].focus->setFocus(Qt::TabFocusReason);
}

ForumColumns::Column ForumColumns::focused() const
{
    const QWidget *focused = QApplication::focusWidget();
    for (const Column column : {Places, Topics, Topic}) {
        if (focused && m_parts[column].widget->isAncestorOf(focused)) {
            return column;
        }
    }
    return static_cast<Column>(m_tabs->currentIndex());
}

void ForumColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int width = event->size().width();
    setForm(width >= kSideBySideFrom ? Form::SideBySide : width >= kStackedFrom ? Form::Stacked : Form::Tabs);
}

void ForumColumns::setForm(Form form)
{
    if (form == m_form) {
        return;
    }
    m_form = form;
    m_tabs->setVisible(form == Form::Tabs);
    m_inner->setOrientation(form == Form::Stacked ? Qt::Vertical : Qt::Horizontal);
    if (form == Form::SideBySide && !m_sideBySide.isEmpty()) {
        restoreState(m_sideBySide);
    } else if (form == Form::Stacked) {
        m_outer->setSizes({310, qMax(390, width() - 310)});
        m_inner->setSizes({220, qMax(220, height() - 220)});
    }
    showColumn(m_tabs->currentIndex());
}

void ForumColumns::showColumn(int index)
{
    const bool all = m_form != Form::Tabs;
    for (const Column column : {Places, Topics, Topic}) {
        m_parts[column].widget->setVisible(all || column == index);
    }
    m_inner->setVisible(all || index != Topic);
}

void ForumColumns::goRound(int by)
{
    giveFocus(static_cast<Column>((focused() + 3 + by) % 3));
}

} // namespace studio::ui
