#pragma once

#include "domain/forum.h"
#include "domain/result.h"
#include "ui/common/theme.h"
#include "ui/forum/topic_reader.h"
#include "ui/forum/topic_view.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace studio::ui {

class Composer;
class EmptyState;
class ForumDesk;
class WritingDesk;

/// The column that shows one topic: what can be done with it, its posts, and the composer below them. Marks
/// posts as read once they were on the screen.
class TopicPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicPanel)

public:
    using Parts = ForumParts;

    /// `actions`: the page's, for the bar above the posts.
    TopicPanel(const Parts &parts, const QList<QAction *> &actions, QWidget *parent = nullptr);
    ~TopicPanel() override;

    /// `postId`: to go to it; 0: to the first unread one.
    void openTopic(qint64 topicId, qint64 postId = 0);
    void openBlogPost(const QString &slug);
    void showNothing(const QString &sentence, const QString &actionText = {},
                     const std::function<void()> &action = {});
    void writeTopic(qint64 forumId); ///< The composer takes the column.
    void quoteCurrent();
    void editCurrent();
    void deleteCurrent();
    void rename(); ///< Asks for the topic's new subject.
    void markUnreadFrom(qint64 postId); ///< 0: from the current post on.
    void giveFocus();
    void leave(); ///< Saves the draft and the marks.

    const std::optional<ForumTopic> &topic() const; ///< The one that is shown.

    const QString &blogSlug() const { return m_blogSlug; }

    WritingDesk &writing() const { return *m_writing; }

    TopicView &view() const { return *m_view; }

    void setTheme(const Theme &theme, const QString &readingFont, bool calm);
    void setZoom(int percent);

Q_SIGNALS:
    void topicChanged(); ///< Another one, or a newer state of it.
    void said(const QString &sentence);
    void undoable(const QString &sentence, const std::function<void()> &undo);
    void throwAwayRequested(const studio::ForumWriting &writing);
    void sendAgainRequested(const studio::ForumWriting &writing);
    void linkActivated(const studio::StudioLink &link);
    void openInPlaygroundRequested(const QString &code);

private:
    void layOut(const QList<QAction *> &actions);
    void connectReader();
    void connectWritingRequests();
    void received(const Result<std::optional<ForumTopic>> &topic, qint64 postId);
    void showTopic(const ForumTopic &topic, int openAt);
    void refresh();
    void showTitle();
    void withPost(qint64 postId, const std::function<void(const ForumPost &)> &then);
    void askDelete(const ForumPost &post);
    void queue(const ForumWriting &writing, const QString &done); ///< `done` is said, and can be undone.

    ForumDesk &m_desk;
    QLabel *m_where;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TopicView *m_view;
    Composer *m_composer;
    WritingDesk *m_writing;
    TopicReader *m_reader;
    QList<QToolButton *> m_buttons;
    qint64 m_wanted = 0; ///< The topic that was asked for last.
    QString m_blogSlug;
};

} // namespace studio::ui
