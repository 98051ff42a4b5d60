#include "ui/forum/blog_list.h"

#include "domain/ports/clock.h"
#include "text/sync_words.h"
#include "ui/forum/empty_state.h"
#include "ui/forum/topic_delegate.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { SlugRole = Qt::UserRole + 1, LineRole, IconRole, UnreadRole };

} // namespace

BlogList::BlogList(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(new QStandardItemModel(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QListView)
    , m_empty(new EmptyState)
    , m_delegate(new TopicDelegate({IconRole, LineRole, UnreadRole}, this))
{
    setObjectName(u"blogList"_s);
    m_view->setObjectName(u"blogView"_s);
    m_view->setAccessibleName(tr("Articles of the blog"));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->installEventFilter(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setMinimumWidth(280);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!m_quiet && now.isValid()) {
                    choose(now.row(), false);
                }
            });
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex &index) { choose(index.row(), true); });
}

void BlogList::setPosts(const std::vector<BlogPost> &posts)
{
    const QString current = m_view->currentIndex().data(SlugRole).toString();
    m_quiet = true;
    m_model->clear();
    for (const BlogPost &post : posts) {
        QStringList facts;
        if (!post.author.isEmpty()) {
            facts += post.author;
        }
        if (post.dateUtc.isValid()) {
            facts += text::pointInTime(post.dateUtc, m_clock.nowUtc());
        }
        if (post.readingMinutes > 0) {
            facts += tr("%n min", nullptr, post.readingMinutes);
        }
        auto *item = new QStandardItem(post.title);
        const QString line = facts.join(u" · "_s);
        item->setData(post.slug, SlugRole);
        item->setData(line, LineRole);
        item->setData(u"newspaper"_s, IconRole);
        item->setData(post.unread ? 1 : 0, UnreadRole);
        item->setData(tr("%1, %2, article %3 of %4")
                          .arg(post.unread ? tr("%1, unread").arg(post.title) : post.title, line)
                          .arg(m_model->rowCount() + 1)
                          .arg(posts.size()),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_quiet = false;
    setCurrent(current);
    m_stack->setCurrentWidget(posts.empty() ? static_cast<QWidget *>(m_empty) : m_view);
}

void BlogList::setCurrent(const QString &slug)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!slug.isEmpty() && m_model->item(row)->data(SlugRole).toString() == slug) {
            m_quiet = true;
            m_view->setCurrentIndex(m_model->index(row, 0));
            m_quiet = false;
        }
    }
}

QWidget *BlogList::focusTarget() const
{
    return m_view;
}

bool BlogList::step(int by)
{
    const int row = m_view->currentIndex().row() + by;
    if (row < 0 || row >= m_model->rowCount()) {
        return false;
    }
    m_view->setCurrentIndex(m_model->index(row, 0));
    return true;
}

void BlogList::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    m_view->viewport()->update();
}

bool BlogList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
            choose(m_view->currentIndex().row(), true);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void BlogList::choose(int row, bool entered)
{
    Q_EMIT chosen(m_model->index(row, 0).data(SlugRole).toString(), entered);
}

} // namespace studio::ui
