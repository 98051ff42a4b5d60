#pragma once

#include "domain/forum.h"
#include "domain/ports/post_renderer.h"
#include "ui/forum/forum_web.h"
#include "ui/forum/topic_view.h"
#include "ui/web/web_host.h"

#include <QWidget>

#include <memory>
#include <vector>

class QWebEnginePage;
class QWebEngineView;

namespace studio::tests {

/// Once, before the first page; later calls do nothing.
void prepareEngine(bool screenReader = false);
QString shareFolder();

ForumPost postOf(int index, const QString &text); ///< Read, by somebody; its id is index + 1000.

/// A window with one topic in it: the real page, the real renderer, its posts from a list.
class TopicRoom final
{
public:
    explicit TopicRoom(std::vector<ForumPost> posts, int openAt = -1, int width = 900,
                       Qt::LayoutDirection direction = Qt::LeftToRight);
    ~TopicRoom();

    ui::TopicView &view() { return *m_view; }

    ui::WebHost &host() { return m_host; }

    const PostRenderer &renderer() const { return *m_renderer; }

    QWidget &window() { return m_window; }

    QWebEngineView &web() const;
    QWebEnginePage &page() const;

    std::vector<ForumPost> posts; ///< May be changed; resend() tells the page.

    void resend(); ///< What the page holds now, as after a pull or a mark.
    QVariant js(const QString &script) const;
    bool until(const QString &condition) const;
    bool goTo(int index); ///< False when it did not get there.

    int windows = 0; ///< Asked for.
    int longestWindow = 0; ///< The most posts that were asked for at once.

private:
    PostWindow windowOf(int first, int count) const;

    ui::WebHost m_host;
    ui::ForumWeb m_web;
    std::unique_ptr<PostRenderer> m_renderer;
    QWidget m_window;
    std::unique_ptr<ui::TopicView> m_view;
    int m_first = 0;
    int m_count = 0;
};

} // namespace studio::tests
