#include "ui/lessons/lesson_view.h"

#include "ui/lessons/lesson_bridge.h"
#include "ui/lessons/lesson_profile.h"
#include "ui/lessons/lesson_web_page.h"
#include "ui/lessons/web_engine.h"

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

Q_LOGGING_CATEGORY(lcLessonView, "studio.ui.lesson_view")

constexpr int kLongestMessage = 2 * 1024 * 1024; // UTF-16 units; an answer is far shorter
constexpr int kQuietStart = 150; // ms; below that no "opening" is shown

} // namespace

LessonView::LessonView(const QString &shareFolder, QWidget *parent)
    : QWidget(parent)
    , m_shareFolder(shareFolder)
    , m_layout(new QStackedLayout(this))
    , m_sentence(new QLabel(this))
    , m_retry(new QPushButton(tr("Show the lesson again"), this))
{
    setObjectName(u"lessonView"_s);
    auto *notice = new QWidget(this);
    auto *column = new QVBoxLayout(notice);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    column->addStretch();
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_retry->setObjectName(u"lessonRetry"_s);
    m_retry->hide();
    m_layout->addWidget(notice);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        showNotice({}, false);
        m_page->load(lessonPageUrl());
    });
    QTimer::singleShot(kQuietStart, this, [this] {
        if (!m_ready && m_sentence->text().isEmpty()) {
            showNotice(tr("Opening the lesson…"), false);
        }
    });
}

LessonView::~LessonView()
{
    delete m_web;
    delete m_page; // before its profile
}

void LessonView::send(const QJsonObject &message)
{
    if (m_ready) {
        const QString json = QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact));
        m_page->runJavaScript(u"studio.receive("_s % json % u")"_s, QWebEngineScript::ApplicationWorld);
    }
}

void LessonView::setZoom(int percent)
{
    m_zoom = percent;
    if (m_web) {
        m_web->setZoomFactor(percent / 100.0);
    }
}

void LessonView::setBackground(const QColor &colour)
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

void LessonView::setCourseFolder(const QString &folder)
{
    m_courseFolder = folder;
    if (m_profile) {
        m_profile->setCourseFolder(folder);
    }
}

void LessonView::giveFocus()
{
    if (m_web && m_layout->currentWidget() == m_web) {
        m_web->setFocus(Qt::OtherFocusReason);
    }
}

void LessonView::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    warmUp();
}

void LessonView::warmUp()
{
    if (!m_starting) {
        m_starting = true;
        QTimer::singleShot(0, this, &LessonView::start);
    }
}

bool LessonView::eventFilter(QObject *watched, QEvent *event)
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

void LessonView::start()
{
    if (!webEngineCanStart()) {
        showNotice(tr("Lessons can't be shown to the system administrator (root). Start the program as "
                      "another user."),
                   false);
        return;
    }
    m_profile = std::make_unique<LessonProfile>(m_shareFolder);
    m_profile->setCourseFolder(m_courseFolder);
    m_web = new QWebEngineView(this);
    m_web->setObjectName(u"lessonWeb"_s);
    m_web->setAccessibleName(tr("Lesson"));
    m_web->setContextMenuPolicy(Qt::CustomContextMenu);
    m_page = new LessonWebPage(*m_profile, this);
    m_web->setPage(m_page);
    m_layout->addWidget(m_web);
    if (m_background.isValid()) {
        m_page->setBackgroundColor(m_background);
    }
    connectPage();
    addScripts();
    m_page->load(lessonPageUrl());
}

void LessonView::connectPage()
{
    connect(m_web, &QWidget::customContextMenuRequested, this, &LessonView::showMenu);
    connect(m_page, &LessonWebPage::linkRequested, this, &LessonView::linkRequested);
    connect(m_page, &QWebEnginePage::loadStarted, this, [this] { m_ready = false; });
    connect(m_page, &QWebEnginePage::loadFinished, this, [this](bool ok) {
        if (!ok) {
            showNotice(
                tr("The lesson viewer could not be loaded. If this stays so, install the program again."),
                true);
        }
    });
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this, &LessonView::engineStopped);
    auto *bridge = new LessonBridge(m_page);
    connect(bridge, &LessonBridge::posted, this, &LessonView::receive);
    auto *channel = new QWebChannel(m_page);
    channel->registerObject(u"bridge"_s, bridge);
    m_page->setWebChannel(channel, QWebEngineScript::ApplicationWorld);
}

void LessonView::addScripts()
{
    const QStringList files
        = {u":/qtwebchannel/qwebchannel.js"_s, m_shareFolder % u"/lesson-viewer/viewer.js"_s};
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            qCWarning(lcLessonView) << "can't read" << path << file.errorString();
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

void LessonView::receive(const QString &text)
{
    if (text.size() > kLongestMessage) {
        qCWarning(lcLessonView) << "a message of" << text.size() << "characters was dropped";
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
        qCInfo(lcLessonView).noquote() << "renderer's sandbox:" << sandbox.toString();
        Q_EMIT ready();
    } else if (type == "editing"_L1) {
        m_editing = message.value("on"_L1).toBool();
        m_arrows = message.value("arrows"_L1).toBool();
    } else if (!type.isEmpty()) {
        Q_EMIT messageReceived(message);
    }
}

void LessonView::showNotice(const QString &sentence, bool canRetry)
{
    m_sentence->setText(sentence);
    m_retry->setVisible(canRetry);
    m_layout->setCurrentIndex(0);
    if (canRetry) {
        m_retry->setFocus();
    }
}

void LessonView::showMenu(const QPoint &at)
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

void LessonView::engineStopped()
{
    m_ready = false;
    m_editing = false;
    qCWarning(lcLessonView) << "the process that shows lessons ended";
    showNotice(tr("The lesson viewer stopped. What you typed is saved."), true);
}

} // namespace studio::ui
