#pragma once

#include "domain/forum.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QWidget;

namespace studio {
class PostRenderer;
struct StudioLink;
} // namespace studio

namespace studio::ui {

class ForumDesk;
class ForumWeb;
class TopicRuns;
class TopicView;
class UserCard;

/// What a window of the forum reads with. All outlive it.
struct ForumParts
{
    ForumDesk &desk;
    ForumWeb &web;
    const PostRenderer &renderer;
};

/// Reads a topic of this computer into a view, wherever that stands: posts as they are gone through,
/// pictures, authors, code that runs, what one wrote oneself. Marks posts as read once they were on the
/// screen. Whoever owns it calls leave() before it goes.
class TopicReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicReader)

public:
    /// Both outlive the reader. `parent`: above it, cards and questions open.
    TopicReader(ForumDesk &desk, TopicView &view, QWidget *parent);
    ~TopicReader() override;

    void show(const ForumTopic &topic, int openAt = -1); ///< As TopicView::showTopic().
    /// What the view gets in place of each post; for what is not to be seen yet.
    void setVeil(std::function<ForumPost(ForumPost)> veil);
    void refresh(); ///< Topic and posts are read again; updated() follows.
    void leave(); ///< Saves the mark, ends what runs.
    void clear(); ///< Leaves, and no topic is read any more; the view keeps what it shows.
    void markUnreadFrom(qint64 postId); ///< 0: from the current post on.

    const std::optional<ForumTopic> &topic() const { return m_topic; }

Q_SIGNALS:
    void updated(); ///< A newer state of the same topic.
    void said(const QString &sentence);
    void linkActivated(const studio::StudioLink &link);
    void openInPlaygroundRequested(const QString &code);

private:
    void connectView();
    void fetchWindow(int first, int count);
    void showWritings();
    void seen(qint64 postId);
    void saveMark();
    void showAuthor(qint64 userId);
    void loadPicture(const QUrl &address);

    ForumDesk &m_desk;
    TopicView &m_view;
    QWidget *m_window;
    TopicRuns *m_runs;
    UserCard *m_userCard;
    std::optional<ForumTopic> m_topic;
    std::function<ForumPost(ForumPost)> m_veil;
    int m_first = 0; ///< What the view holds.
    int m_count = 0;
    qint64 m_seen = 0; ///< Not saved yet.
    qint64 m_saved = 0;
    QTimer m_markSoon;
};

} // namespace studio::ui
