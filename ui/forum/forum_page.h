#pragma once

#include "domain/ports/forum_platform.h"
#include "ui/forum/forum_place.h"
#include "ui/forum/topic_panel.h"
#include "ui/shell/page.h"

#include <QPointer>

class QStackedWidget;
class QToolButton;

namespace studio::ui {

class BlogList;
class ForumColumns;
class ForumTree;
class ModerationMenu;
class NoticeLine;
class NotificationsPopup;
class TopicList;
class WaitingView;

/// The place Forum: places, topics and one topic beside each other, and everything that can be done with
/// them by keys as in a mail reader.
class ForumPage final : public Page
{
    Q_OBJECT

public:
    ForumPage(const TopicPanel::Parts &parts, const Place &place, QWidget *parent = nullptr);
    ~ForumPage() override;

    QList<Crumb> crumbs() const override;
    Place place() const override;
    bool showItem(const QString &itemId) override;
    QList<QAction *> pageActions() const override;
    QList<QAction *> allActions() const override;
    QString statusText() const override;
    void enter() override;
    void leave() override;
    void setTheme(const Theme &theme) override;
    void setZoom(int percent) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *addKeyed(const QString &text, const QString &name, const QList<QKeySequence> &keys,
                      const std::function<void()> &action);
    void makeActions();
    void makeParts(const TopicPanel::Parts &parts);
    void connectParts();
    void choosePlace(const ForumPlace &place);
    void openTopic(qint64 topicId, bool entered, qint64 postId = 0);
    void openLink(const StudioLink &link);
    void nextUnread();
    void step(int by);
    void back();
    void refresh();
    void updateActions();
    void updateBell();
    void showEmptyStates();
    void showTopicsEmpty();
    void toggleBookmark();
    void toggleFollow();
    void markAllRead();
    void copyLink();
    void write();
    void throwAway(const ForumWriting &writing);
    void sendAgain(const ForumWriting &writing);
    void editWriting(const ForumWriting &writing);
    void openNotifications();
    void moderate(const ModerationAction &action);
    void fetch();
    void signIn();
    void sendAppearance();

    ForumDesk &m_desk;
    ForumColumns *m_columns = nullptr;
    ForumTree *m_tree = nullptr;
    QStackedWidget *m_lists = nullptr;
    TopicList *m_topics = nullptr;
    WaitingView *m_waiting = nullptr;
    BlogList *m_blog = nullptr;
    TopicPanel *m_panel = nullptr;
    NoticeLine *m_notice = nullptr;
    NotificationsPopup *m_bellList = nullptr;
    ModerationMenu *m_moderation = nullptr;
    QList<QAction *> m_actions; ///< All, in the order of the palette.
    QAction *m_write = nullptr;
    QAction *m_follow = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_bookmark = nullptr;
    QAction *m_unread = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_more = nullptr;
    QAction *m_readAll = nullptr;
    QAction *m_bell = nullptr;
    QAction *m_fetch = nullptr;
    QList<QAction *> m_ofTopic; ///< Need one.
    ForumPlace m_place;
    Theme m_theme;
    int m_zoom = 100;
};

} // namespace studio::ui
