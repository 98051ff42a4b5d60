#include "ui/lessons/lesson_web_page.h"

#include "ui/lessons/lesson_profile.h"

#include <QLoggingCategory>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineSettings>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWebPage, "studio.ui.lesson_web_page")

bool leadsOut(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "mailto"_L1;
}

} // namespace

LessonWebPage::LessonWebPage(LessonProfile &profile, QObject *parent)
    : QWebEnginePage(&profile, parent)
{
    switchOff();
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(
        this, &QWebEnginePage::newWindowRequested, this, [this](const QWebEngineNewWindowRequest &request) {
            if (request.isUserInitiated() && leadsOut(request.requestedUrl())) {
                Q_EMIT linkRequested(request.requestedUrl()); // a click with the middle button, or with Ctrl
            }
        });
}

bool LessonWebPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame) {
        return false;
    }
    if (url.adjusted(QUrl::RemoveFragment) == lessonPageUrl()) {
        return true;
    }
    if (type == NavigationTypeLinkClicked && leadsOut(url)) {
        Q_EMIT linkRequested(url);
    } else {
        qCWarning(lcWebPage) << "refused to go to" << url.scheme() << url.host();
    }
    return false;
}

QWebEnginePage *LessonWebPage::createWindow(WebWindowType /*type*/)
{
    return nullptr;
}

QStringList LessonWebPage::chooseFiles(FileSelectionMode /*mode*/, const QStringList & /*oldFiles*/,
                                       const QStringList & /*acceptedMimeTypes*/)
{
    return {};
}

void LessonWebPage::javaScriptAlert(const QUrl & /*origin*/, const QString & /*message*/)
{
    qCWarning(lcWebPage) << "a lesson tried to show a message";
}

bool LessonWebPage::javaScriptConfirm(const QUrl & /*origin*/, const QString & /*message*/)
{
    qCWarning(lcWebPage) << "a lesson tried to ask a question";
    return false;
}

bool LessonWebPage::javaScriptPrompt(const QUrl & /*origin*/, const QString & /*message*/,
                                     const QString & /*preset*/, QString * /*result*/)
{
    qCWarning(lcWebPage) << "a lesson tried to ask for text";
    return false;
}

void LessonWebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
                                             int line, const QString &source)
{
    if (level == ErrorMessageLevel) {
        qCWarning(lcWebPage).noquote() << message.left(500) << source << line;
    } else {
        qCDebug(lcWebPage).noquote() << message.left(500) << source << line;
    }
}

void LessonWebPage::switchOff()
{
    using Settings = QWebEngineSettings;
    constexpr Settings::WebAttribute kOff[] = {
        Settings::JavascriptEnabled,
        Settings::JavascriptCanOpenWindows,
        Settings::JavascriptCanAccessClipboard,
        Settings::JavascriptCanPaste,
        Settings::LocalStorageEnabled,
        Settings::LocalContentCanAccessRemoteUrls,
        Settings::LocalContentCanAccessFileUrls,
        Settings::HyperlinkAuditingEnabled,
        Settings::PluginsEnabled,
        Settings::PdfViewerEnabled,
        Settings::FullScreenSupportEnabled,
        Settings::ScreenCaptureEnabled,
        Settings::WebGLEnabled,
        Settings::Accelerated2dCanvasEnabled,
        Settings::AutoLoadIconsForPage,
        Settings::TouchIconsEnabled,
        Settings::AllowRunningInsecureContent,
        Settings::AllowGeolocationOnInsecureOrigins,
        Settings::AllowWindowActivationFromJavaScript,
        Settings::DnsPrefetchEnabled,
        Settings::NavigateOnDropEnabled,
        Settings::ErrorPageEnabled,
        Settings::FocusOnNavigationEnabled,
    };
    for (const auto attribute : kOff) {
        settings()->setAttribute(attribute, false);
    }
    settings()->setUnknownUrlSchemePolicy(Settings::DisallowUnknownUrlSchemes);
}

} // namespace studio::ui
