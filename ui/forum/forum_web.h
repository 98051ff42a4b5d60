#pragma once

#include <QObject>
#include <QPointer>

class QUrl;
class QWidget;

namespace studio::ui {

class WebHost;
class WebView;

/// The web views of the forum. One that is not shown is kept warm, because a warm view shows a topic in 50 ms
/// and a new one needs 200. All live in the renderer process of the lessons.
///
/// Owned by the window; outlives the topic views.
class ForumWeb final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForumWeb)

public:
    explicit ForumWeb(WebHost &host, QObject *parent = nullptr); ///< The host outlives it.
    ~ForumWeb() override;

    void warmUp(); ///< Starts the engine before there is anything to show.

    WebView *take(QWidget *parent); ///< The warm one, or a new one.
    void giveBack(WebView *view); ///< Null does nothing.

    /// The address under which the viewer may show the picture in this file, of the forum's cache. Empty when
    /// it is no PNG, JPEG, GIF or WebP.
    QString addPicture(const QString &file);

private:
    WebHost &m_host;
    QPointer<WebView> m_idle;
};

} // namespace studio::ui
