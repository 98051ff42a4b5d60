#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

namespace studio::ui {

class WebHost;
class WebView;

/// The web engine of the lessons: one view that lesson pages hand on, because a warm view shows a
/// lesson in 50 ms and a new one needs 200. Costs little until the view is painted.
///
/// Owned by the window; outlives the lesson pages.
class LessonWeb final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LessonWeb)

public:
    explicit LessonWeb(WebHost &host, QObject *parent = nullptr); ///< The host outlives it.
    ~LessonWeb() override;

    void warmUp(); ///< Starts the engine while the lesson is still being read.

    /// Moves the view to `parent`; who had it before has it no longer (see WebView::taken).
    WebView *take(QWidget *parent);
    void setCourseFolder(const QString &folder); ///< Where the pictures of the open course lie.
    void giveBack(WebView *view); ///< Hides it and keeps it warm. Does nothing when another page took it.

private:
    WebHost &m_host;
    QPointer<WebView> m_view;
};

} // namespace studio::ui
