#pragma once

#include <QColor>
#include <QJsonObject>
#include <QPointer>
#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QWebEngineView;

namespace studio::ui {

class WebHost;
class WebPage;

/// One of our viewers, and what a person reads while it can't be seen.
struct Viewer
{
    QString name; ///< `lesson`: the widgets are then called lessonView, lessonWeb and lessonRetry.
    QString folder; ///< Below the share folder, with viewer.js.
    QUrl page;
    QString accessibleName;
    QString opening;
    QString retry; ///< On a button.
    QString asRoot; ///< The engine does not start for root.
    QString broken; ///< It is not installed as it should be.
    QString stopped;
};

/// The web view with one of our viewers in it, spoken to in JSON messages both ways.
///
/// The engine is started after the widget was painted for the first time. ready() comes when the viewer
/// listens, and again after each restart of it: send everything then. Messages sent at other times are
/// dropped.
class WebView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebView)

public:
    WebView(WebHost &host, const Viewer &viewer, QWidget *parent = nullptr); ///< The host outlives it.
    ~WebView() override;

    bool isReady() const { return m_ready; }

    void send(const QJsonObject &message);
    void setZoom(int percent);
    void setBackground(const QColor &colour); ///< Shown before there is a page.
    void warmUp(); ///< Starts the engine now, also while nothing is shown yet. Does nothing the second time.
    void giveFocus();

    QWebEngineView *webView() const { return m_web; } ///< Null before the engine was started.

Q_SIGNALS:
    void ready();
    /// From our viewer. What it holds was typed or clicked by a person in a page made of text of others:
    /// check it.
    void messageReceived(const QJsonObject &message);
    void linkRequested(const QUrl &url);
    void taken(); ///< Another page has the view from now on.

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void start();
    void connectPage();
    void addScripts();
    void receive(const QString &text);
    void showNotice(const QString &sentence, bool canRetry);
    void showMenu(const QPoint &at);
    void engineStopped();

    WebHost &m_host;
    Viewer m_viewer;
    QStackedLayout *m_layout;
    QLabel *m_sentence;
    QPushButton *m_retry;
    QWebEngineView *m_web = nullptr;
    QPointer<WebPage> m_page;
    QColor m_background;
    int m_zoom = 100;
    bool m_starting = false;
    bool m_ready = false;
    bool m_editing = false; ///< The focus is in a text box of the page.
    bool m_arrows = false; ///< … or in lines that Alt with an arrow moves.
};

} // namespace studio::ui
