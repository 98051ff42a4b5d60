#include "ui/forum/topic_list.h"

#include "ui/common/icons.h"
#include "ui/forum/empty_state.h"
#include "ui/forum/topic_delegate.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <chrono>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kAfterTyping{200};
constexpr int kRoomForWords = 370;
constexpr TopicFilter kTabs[] = {TopicFilter::All, TopicFilter::Unread, TopicFilter::Own};

} // namespace

TopicList::TopicList(TopicListModel::Fetch fetch, const TopicListModel::Words &words, const Actions &actions,
                     QWidget *parent)
    : QWidget(parent)
    , m_model(new TopicListModel(std::move(fetch), words, this))
    , m_tabs(new QTabBar(this))
    , m_write(new QToolButton(this))
    , m_filter(new QLineEdit(this))
    , m_order(new QToolButton(this))
    , m_orders(new QMenu(this))
    , m_title(makeTitle({}, 10.5, this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QListView)
    , m_empty(new EmptyState)
    , m_delegate(new TopicDelegate(
          {TopicListModel::IconRole, TopicListModel::LineRole, TopicListModel::UnreadRole}, this))
    , m_typed(new QTimer(this))
{
    setObjectName(u"topicList"_s);
    m_tabs->setObjectName(u"topicTabs"_s);
    m_tabs->setAccessibleName(tr("Which topics"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true); // so that they never widen the column
    m_tabs->addTab(tr("Newest"));
    m_tabs->addTab(tr("Unread"));
    m_tabs->addTab(tr("Mine"));
    m_title->setObjectName(u"heapTitle"_s);
    m_title->setWordWrap(false);
    m_filter->setObjectName(u"topicFilter"_s);
    m_filter->setPlaceholderText(tr("Words of the subject"));
    m_filter->setAccessibleName(tr("Show only topics with these words in the subject"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_view->setObjectName(u"topicView"_s);
    m_view->setAccessibleName(tr("Topics"));
    m_view->setUniformItemSizes(true); // 20,000 rows are laid out at once
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->installEventFilter(this);
    m_typed->setSingleShot(true);
    m_typed->setInterval(kAfterTyping);
    makeOrders();
    layOut(actions);
    connectParts();
    showState();
}

TopicList::~TopicList() = default;

void TopicList::makeOrders()
{
    struct Order
    {
        TopicOrder order;
        QString text;
    };

    auto *group = new QActionGroup(this);
    for (const Order &each :
         {Order{TopicOrder::Activity, tr("Last answer first")},
          Order{TopicOrder::Created, tr("Newest topic first")}, Order{TopicOrder::Title, tr("By title")},
          Order{TopicOrder::Views, tr("Most read first")}}) {
        QAction *action = m_orders->addAction(each.text);
        action->setCheckable(true);
        action->setChecked(each.order == m_ordered);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order = each.order] {
            m_ordered = order;
            query();
        });
    }
    m_order->setObjectName(u"topicOrder"_s);
    m_order->setAccessibleName(tr("Order, and all as read"));
    m_order->setToolTip(m_order->accessibleName());
    m_order->setMenu(m_orders);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setFocusPolicy(Qt::StrongFocus);
    m_order->setMinimumSize(32, 32);
    m_order->setProperty("quiet", true);
}

void TopicList::layOut(const Actions &actions)
{
    m_orders->addSeparator();
    m_orders->addAction(actions.markAllRead);
    m_write->setObjectName(u"newTopicButton"_s);
    m_write->setDefaultAction(actions.writeTopic);
    m_write->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_write->setFocusPolicy(Qt::StrongFocus);
    m_write->setMinimumHeight(32);
    m_write->setProperty("framed", true);
    auto *bar = new QWidget(this);
    bar->setObjectName(u"forumBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_tabs);
    first->addWidget(m_title);
    first->addStretch();
    first->addWidget(m_write);
    auto *second = new QHBoxLayout;
    second->setSpacing(6);
    second->addWidget(m_filter, 1);
    second->addWidget(m_order);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(10, 8, 10, 8);
    rows->setSpacing(6);
    rows->addLayout(first);
    rows->addLayout(second);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_view);
    setMinimumWidth(280);
}

void TopicList::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &TopicList::query);
    connect(m_filter, &QLineEdit::textChanged, m_typed, qOverload<>(&QTimer::start));
    connect(m_typed, &QTimer::timeout, this, &TopicList::query);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!m_quiet && now.isValid()) {
                    choose(now.row(), false);
                }
            });
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row(), true); });
    connect(m_model, &TopicListModel::stateChanged, this, &TopicList::showState);
    connect(m_model, &TopicListModel::pageShown, this, &TopicList::keepSelection);
}

void TopicList::showTopics(qint64 forumId, TopicFilter heap, const QString &title)
{
    m_forumId = forumId;
    m_heap = heap;
    m_tabs->setVisible(heap == TopicFilter::All);
    m_title->setVisible(heap != TopicFilter::All);
    m_title->setText(title);
    m_view->setAccessibleName(tr("Topics: %1").arg(title));
    query();
}

void TopicList::setFilter(TopicFilter filter)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (kTabs[i] == filter) {
            m_tabs->setCurrentIndex(i);
        }
    }
}

void TopicList::refresh()
{
    m_model->refresh();
}

void TopicList::setUnread(int topics)
{
    m_tabs->setTabText(1, topics > 0 ? tr("Unread %1").arg(locale().toString(topics)) : tr("Unread"));
}

void TopicList::setCurrentTopic(qint64 topicId)
{
    m_current = topicId;
    keepSelection();
}

bool TopicList::step(int by)
{
    const int row = m_view->currentIndex().row();
    // One that was read may have left the list of unread ones: what was below it stands in its row now.
    const ForumTopic *here = m_model->topic(row);
    const bool chosen = here && here->id == m_current; // otherwise the row only has the focus
    const int next = row >= 0 ? (chosen ? row + by : row) : m_lastRow + (by > 0 ? 0 : -1);
    if (next < 0 || next >= m_model->rowCount()) {
        return false;
    }
    m_view->setCurrentIndex(m_model->index(next));
    if (next == row) {
        choose(next, false);
    }
    return true;
}

qint64 TopicList::currentTopic() const
{
    return m_current;
}

QWidget *TopicList::focusTarget() const
{
    return m_view;
}

void TopicList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TopicList::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_order->setIcon(icon(u"list-filter"_s, theme.colour(u"text"_s)));
    m_view->viewport()->update();
}

bool TopicList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid()) {
        // The view would choose its first row by itself, which would open, and read, a topic nobody asked
        // for.
        m_quiet = true;
        m_view->selectionModel()->setCurrentIndex(m_model->index(0), QItemSelectionModel::NoUpdate);
        m_quiet = false;
    }
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_view && isReturn && m_view->currentIndex().isValid()) {
        choose(m_view->currentIndex().row(), true);
        return true;
    }
    if (watched == m_filter && (isReturn || key == Qt::Key_Down)) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) {
            m_view->setCurrentIndex(m_model->index(0));
        }
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Escape) {
        m_filter->clear();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TopicList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is little room the words go, not the button: its name and tool tip still say what it does.
    m_write->setToolButtonStyle(width() >= kRoomForWords ? Qt::ToolButtonTextBesideIcon
                                                         : Qt::ToolButtonIconOnly);
}

void TopicList::query()
{
    m_typed->stop();
    TopicQuery query;
    query.forumId = m_forumId;
    query.filter = m_heap != TopicFilter::All ? m_heap : kTabs[qMax(0, m_tabs->currentIndex())];
    query.order = m_ordered;
    query.subject = m_filter->text().simplified();
    m_lastRow = 0;
    m_model->show(query);
}

void TopicList::choose(int row, bool entered)
{
    if (const ForumTopic *topic = m_model->topic(row)) {
        m_current = topic->id;
        m_lastRow = row;
        Q_EMIT topicChosen(topic->id, entered);
    }
}

void TopicList::keepSelection()
{
    const int row = m_model->rowOf(m_current);
    const QModelIndex current = m_view->currentIndex();
    const bool shown = row == current.row() && (row < 0 || m_view->selectionModel()->isSelected(current));
    if (m_current == 0 || shown) {
        return;
    }
    m_lastRow = row >= 0 ? row : m_lastRow;
    m_quiet = true;
    if (row >= 0) {
        m_view->setCurrentIndex(m_model->index(row));
    } else {
        m_view->selectionModel()->clear();
    }
    m_quiet = false;
}

void TopicList::showState()
{
    using State = TopicListModel::State;
    const State state = m_model->state();
    m_stack->setCurrentWidget(state == State::Filled ? static_cast<QWidget *>(m_view) : m_empty);
    if (state == State::Loading) {
        m_empty->say({});
    }
    Q_EMIT stateChanged();
}

} // namespace studio::ui
