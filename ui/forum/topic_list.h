#pragma once

#include "ui/common/theme.h"
#include "ui/forum/topic_list_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace studio::ui {

class EmptyState;
class TopicDelegate;

/// The column of topics: what of them, in which order, and the list itself.
class TopicList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicList)

public:
    /// `writeTopic` and `markAllRead` are the page's actions.
    struct Actions
    {
        QAction *writeTopic;
        QAction *markAllRead;
    };

    TopicList(TopicListModel::Fetch fetch, const TopicListModel::Words &words, const Actions &actions,
              QWidget *parent = nullptr);
    ~TopicList() override;

    /// The topics of a forum, or of one's own heap (then there are no tabs).
    void showTopics(qint64 forumId, TopicFilter heap, const QString &title);
    void setFilter(TopicFilter filter); ///< All, Unread or Own: one of the tabs.
    void refresh(); ///< Keeps filter, place and selection.
    void setUnread(int topics); ///< Number at the tab.
    void setCurrentTopic(qint64 topicId); ///< Selects it, when it is here; emits nothing.
    bool step(int by); ///< To the next or previous row, and opens it. False: there is none.

    qint64 currentTopic() const;

    TopicListModel &model() const { return *m_model; }

    QWidget *focusTarget() const; ///< What F6 goes to.
    void focusFilter();

    /// For State::Empty and State::Failed, as the page knows what is the matter.
    EmptyState &emptyState() const { return *m_empty; }

    void setTheme(const Theme &theme);

Q_SIGNALS:
    void topicChosen(qint64 topicId, bool entered); ///< `entered`: by Enter or a click, to be read now.
    void stateChanged(); ///< Of the model; time to say something in emptyState().

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut(const Actions &actions);
    void makeOrders();
    void connectParts();
    void query();
    void choose(int row, bool entered);
    void keepSelection();
    void showState();

    TopicListModel *m_model;
    QTabBar *m_tabs;
    QToolButton *m_write;
    QLineEdit *m_filter;
    QToolButton *m_order;
    QMenu *m_orders;
    QLabel *m_title;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_empty;
    TopicDelegate *m_delegate;
    QTimer *m_typed;
    qint64 m_forumId = 0;
    TopicFilter m_heap = TopicFilter::All; ///< All: the tabs decide.
    TopicOrder m_ordered = TopicOrder::Activity;
    qint64 m_current = 0;
    int m_lastRow = 0; ///< Where the current topic was.
    bool m_quiet = false; ///< The selection is being set, not chosen.
};

} // namespace studio::ui
