#include "ui/web/web_view.h"

#include "ui/web/web_bridge.h"
#include "ui/web/web_engine.h"
#include "ui/web/web_host.h"
#include "ui/web/web_page.h"
#include "ui/web/web_profile.h"

#include <QFile>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLoggingCategory>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebChannel>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineView>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWebView, "studio.ui.web_view")

constexpr int kLongestMessage = 2 * 1024 * 1024; // UTF-16 units; an answer is far shorter
constexpr int kQuietStart = 150; // ms; below that no "opening" is shown

} // namespace

WebView::WebView(WebHost &host, const Viewer &viewer, QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_viewer(viewer)
    , m_layout(new QStackedLayout(this))
    , m_sentence(new QLabel(this))
    , m_retry(new QPushButton(viewer.retry, this))
{
    setObjectName(m_viewer.name % u"View"_s);
    auto *notice = new QWidget(this);
    auto *column = new QVBoxLayout(notice);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    column->addStretch();
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_retry->setObjectName(m_viewer.name % u"Retry"_s);
    m_retry->hide();
    m_layout->addWidget(notice);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        showNotice({}, false);
        m_page->load(m_viewer.page);
    });
    QTimer::singleShot(kQuietStart, this, [this] {
        if (!m_ready && m_sentence->text().isEmpty()) {
            showNotice(m_viewer.opening, false);
        }
    });
}

WebView::~WebView()
{
    delete m_web;
    delete m_page; // before its profile
}

void WebView::send(const QJsonObject &message)
{
    if (m_ready) {
        const QString json = QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
        m_page->runJavaScript(u"studio.receive("_s % json % u")"_s, QWebEngineScript::ApplicationWorld);
    }
}

void WebView::setZoom(int percent)
{
    m_zoom = percent;
    if (m_web) {
        m_web->setZoomFactor(percent / 100.0);
    }
}

void WebView::setBackground(const QColor &colour)
{
    m_background = colour;
    QPalette colours = palette();
    colours.setColor(QPalette::Window, colour);
    setPalette(colours);
    setAutoFillBackground(true);
    if (m_page) {
        m_page->setBackgroundColor(colour);
    }
}

void WebView::giveFocus()
{
    if (m_web && m_layout->currentWidget() == m_web) {
        m_web->setFocus(Qt::OtherFocusReason);
    }
}

void WebView::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    warmUp();
}

void WebView::warmUp()
{
    if (!m_starting) {
        m_starting = true;
        QTimer::singleShot(0, this, &WebView::start);
    }
}

bool WebView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_editing) {
        // In a text box these keys mean something to the box; the window's shortcuts wait until it is left.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool arrow = key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_F5 || enter || (arrow && m_arrows)) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void WebView::start()
{
    if (!webEngineCanStart()) {
        showNotice(m_viewer.asRoot, false);
        return;
    }
    m_web = new QWebEngineView(this);
    m_web->setObjectName(m_viewer.name % u"Web"_s);
    m_web->setAccessibleName(m_viewer.accessibleName);
    m_web->setContextMenuPolicy(Qt::CustomContextMenu);
    m_page = new WebPage(m_host.profile(), m_viewer.page, this);
    m_web->setPage(m_page);
    m_layout->addWidget(m_web);
    if (m_background.isValid()) {
        m_page->setBackgroundColor(m_background);
    }
    connectPage();
    addScripts();
    m_page->load(m_viewer.page);
}

void WebView::connectPage()
{
    connect(m_web, &QWidget::customContextMenuRequested, this, &WebView::showMenu);
    connect(m_page, &WebPage::linkRequested, this, &WebView::linkRequested);
    connect(m_page, &QWebEnginePage::loadStarted, this, [this] { m_ready = false; });
    connect(m_page, &QWebEnginePage::loadFinished, this, [this](bool ok) {
        if (!ok) {
            showNotice(m_viewer.broken, true);
        }
    });
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this, &WebView::engineStopped);
    auto *bridge = new WebBridge(m_page);
    connect(bridge, &WebBridge::posted, this, &WebView::receive);
    auto *channel = new QWebChannel(m_page);
    channel->registerObject(u"bridge"_s, bridge);
    m_page->setWebChannel(channel, QWebEngineScript::ApplicationWorld);
}

void WebView::addScripts()
{
    const QStringList files = {u":/qtwebchannel/qwebchannel.js"_s,
                               m_host.shareFolder() % u'/' % m_viewer.folder % u"/viewer.js"_s};
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            qCWarning(lcWebView) << "can't read" << path << file.errorString();
            continue;
        }
        QWebEngineScript script;
        script.setSourceCode(QString::fromUtf8(file.readAll()));
        script.setInjectionPoint(QWebEngineScript::DocumentReady);
        script.setWorldId(QWebEngineScript::ApplicationWorld);
        script.setRunsOnSubFrames(false);
        m_page->scripts().insert(script);
    }
}

void WebView::receive(const QString &text)
{
    if (text.size() > kLongestMessage) {
        qCWarning(lcWebView) << "a message of" << text.size() << "characters was dropped";
        return;
    }
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString type = message.value("type"_L1).toString();
    if (type == "ready"_L1) {
        m_ready = true;
        m_layout->setCurrentWidget(m_web);
        m_web->setZoomFactor(m_zoom / 100.0);
        m_web->focusProxy()->removeEventFilter(this);
        m_web->focusProxy()->installEventFilter(this);
        const RendererSandbox sandbox = rendererSandbox(m_page->renderProcessPid());
        qCInfo(lcWebView).noquote() << "renderer's sandbox:" << sandbox.toString();
        Q_EMIT ready();
    } else if (type == "editing"_L1) {
        m_editing = message.value("on"_L1).toBool();
        m_arrows = message.value("arrows"_L1).toBool();
    } else if (!type.isEmpty()) {
        Q_EMIT messageReceived(message);
    }
}

void WebView::showNotice(const QString &sentence, bool canRetry)
{
    m_sentence->setText(sentence);
    m_retry->setVisible(canRetry);
    m_layout->setCurrentIndex(0);
    if (canRetry) {
        m_retry->setFocus();
    }
}

void WebView::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_web->pageAction(QWebEnginePage::Copy));
    if (const auto *request = m_web->lastContextMenuRequest(); request && request->isContentEditable()) {
        menu->addAction(m_web->pageAction(QWebEnginePage::Cut));
        menu->addAction(m_web->pageAction(QWebEnginePage::Paste));
    }
    menu->addAction(m_web->pageAction(QWebEnginePage::SelectAll));
    menu->popup(m_web->mapToGlobal(at));
}

void WebView::engineStopped()
{
    m_ready = false;
    m_editing = false;
    qCWarning(lcWebView) << "the process that shows pages ended";
    showNotice(m_viewer.stopped, true);
}

} // namespace studio::ui
