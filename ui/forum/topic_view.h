#pragma once

#include "domain/forum.h"
#include "domain/run.h"
#include "ui/common/theme.h"

#include <QJsonObject>
#include <QUrl>
#include <QWidget>

#include <memory>

class QTimer;
class QVBoxLayout;

namespace studio {
class PostRenderer;
} // namespace studio

namespace studio::ui {

class ForumWeb;
class WebView;

/// A topic as it is read: some hundred of its posts at a time, asked for as the person goes on. Shows an
/// article of the blog or a preview in the same way.
///
/// Whatever it shows was written by others: it is rendered to safe parts before it gets to the page. Set
/// things in any order and at any time; all is sent again when the engine had to start anew. The web view is
/// taken when the widget is first painted.
class TopicView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicView)

public:
    /// What a button at something that was written asks for.
    enum class WritingAction {
        Edit, ///< Waiting and NeedsYou: open the text again.
        SendAgain, ///< NeedsYou: as it is.
        TakeBack, ///< Waiting and NeedsYou.
        Compare, ///< EditedMeanwhile: both texts side by side.
    };
    Q_ENUM(WritingAction)

    /// Both outlive the view.
    TopicView(ForumWeb &web, const PostRenderer &renderer, QWidget *parent = nullptr);
    ~TopicView() override;

    /// Clears, then shows the topic's head; asks for posts by windowWanted(), beginning near the first unread
    /// one (index `openAt`; -1: the view chooses). `exerciseTitle` empty: no exercise, or not known here.
    void showTopic(const ForumTopic &topic, const QString &forumName, const QString &exerciseTitle,
                   int openAt = -1);
    /// Of the same topic: subject, counts, marks. Keeps what is shown and the place.
    void updateTopic(const ForumTopic &topic);
    /// Posts that were asked for, or a newer state of those that are shown. Of another topic: ignored.
    void setWindow(const PostWindow &window);
    /// What the person wrote into this topic and is not seen in it yet, with a sentence on the state of each.
    void setWritings(const std::vector<ForumWriting> &own, const QStringList &sentences);
    void showBlogPost(const BlogPost &post);
    void showPreview(const QString &markdown); ///< As it would look; keeps the scroll position between calls.
    void showNothing(const QString &sentence); ///< E.g. that a topic is to be chosen.

    /// Goes to it, also when it is not in the page yet: `index` as PostPlace says.
    void scrollToPost(qint64 postId, int index);
    void nextPost(); ///< From the one that is current.
    void previousPost();
    void giveFocus(); ///< To the current post.

    qint64 currentPost() const { return m_currentPost; } ///< 0: none.

    // A run of the code box `codeId`.
    void runStarted(const QString &codeId);
    void runPrinted(const QString &codeId, RunStream stream, const QString &text);
    void runAsks(const QString &codeId); ///< The program waits for a line.
    void runFinished(const QString &codeId, const QString &summary, bool failed);

    void setPicture(const QUrl &address, const QString &file); ///< The file in the cache.
    void setPictureFailed(const QUrl &address, const QString &sentence);

    void setTheme(const Theme &theme, const QString &readingFont, bool calm);
    void setZoom(int percent);
    void setSignedIn(bool signedIn); ///< Without, there is nothing to reply with.
    void say(const QString &sentence); ///< A short line that a screen reader reads and that goes by itself.

    WebView *webView() const { return m_view; } ///< Null before the first paint.

Q_SIGNALS:
    void ready(); ///< The engine listens; for tests and measurements.
    void windowShown(int first, int count); ///< What the page holds now.
    void windowWanted(int first, int count);
    void postsSeen(qint64 lastVisiblePostId); ///< Everything up to it was on the screen.
    void currentPostChanged(qint64 postId);
    void linkActivated(const studio::StudioLink &link);
    void webLinkActivated(const QUrl &url); ///< http, https, mailto; ask before opening.
    void replyRequested(qint64 postId); ///< 0: to the topic.
    void quoteRequested(qint64 postId, const QString &markdown); ///< What was selected in it, or all of it.
    void editRequested(qint64 postId);
    void deleteRequested(qint64 postId);
    void bookmarkRequested(qint64 postId, bool bookmarked);
    void unreadFromRequested(qint64 postId); ///< Mark it and what follows as not read.
    void authorRequested(qint64 userId);
    void runRequested(const QString &codeId, const QString &code);
    void stopRequested(const QString &codeId);
    void inputGiven(const QString &codeId, const QString &line);
    void inputEnded(const QString &codeId);
    void openInPlaygroundRequested(const QString &code);
    void pictureRequested(const QUrl &address);
    void writingActionRequested(const studio::ForumWriting &writing,
                                studio::ui::TopicView::WritingAction action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Content; ///< What is shown, to send it again.

    void takeView();
    void sendAll();
    void sendShow();
    void sendHead();
    void sendWritings();
    void send(const QJsonObject &message);
    void receive(const QJsonObject &message);
    void follow(const QString &address);
    void receiveOfPost(const QString &type, const QJsonObject &message);
    void receiveOfCode(const QString &type, const QJsonObject &message);
    void receiveOfWriting(const QJsonObject &message);

    ForumWeb &m_web;
    const PostRenderer &m_renderer;
    QVBoxLayout *m_layout;
    WebView *m_view = nullptr;
    std::unique_ptr<Content> m_content;
    QTimer *m_sayTimer;
    QJsonObject m_appearance;
    QColor m_background;
    int m_zoom = 100;
    bool m_signedIn = false;
    bool m_wantsFocus = false;
    qint64 m_currentPost = 0;
};

} // namespace studio::ui
