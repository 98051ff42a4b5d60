#include "ui/web/web_page.h"

#include "ui/web/web_profile.h"

#include <QLoggingCategory>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWebPage, "studio.ui.web_page")

/// The engine does not ask before it goes to `about:` addresses, and to those that it takes for wrong, which
/// become such ones: a click there would leave an empty page. Nothing of a page has to do with such links.
constexpr char kStay[] = R"js((() => {
    const stay = (event) => {
        for (const node of event.composedPath()) {
            const address = node.getAttribute?.('href') ?? node.getAttributeNS?.('http://www.w3.org/1999/xlink', 'href');
            if (address === null || address === undefined) continue;
            let url = null;
            try { url = new URL(address, document.baseURI); } catch { }
            if (!['http:', 'https:', 'mailto:', 'studio:'].includes(url?.protocol) || url.hostname.startsWith('[')) event.preventDefault();
        }
    };
    for (const type of ['click', 'auxclick']) window.addEventListener(type, stay, true);
})())js";

bool leadsOut(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1 || url.scheme() == "mailto"_L1;
}

} // namespace

WebPage::WebPage(WebProfile &profile, const QUrl &home, QObject *parent)
    : QWebEnginePage(&profile, parent)
    , m_home(home)
{
    switchOff();
    QWebEngineScript stay;
    stay.setName(u"stay"_s);
    stay.setSourceCode(QString::fromLatin1(kStay));
    stay.setInjectionPoint(QWebEngineScript::DocumentCreation);
    stay.setWorldId(QWebEngineScript::ApplicationWorld);
    scripts().insert(stay);
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

bool WebPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame) {
        return false;
    }
    if (url.adjusted(QUrl::RemoveFragment) == m_home) {
        return true;
    }
    if (type == NavigationTypeLinkClicked && leadsOut(url)) {
        Q_EMIT linkRequested(url);
    } else {
        qCWarning(lcWebPage) << "refused to go to" << url.scheme() << url.host();
    }
    return false;
}

QWebEnginePage *WebPage::createWindow(WebWindowType /*type*/)
{
    return nullptr;
}

QStringList WebPage::chooseFiles(FileSelectionMode /*mode*/, const QStringList & /*oldFiles*/,
                                 const QStringList & /*acceptedMimeTypes*/)
{
    return {};
}

void WebPage::javaScriptAlert(const QUrl & /*origin*/, const QString & /*message*/)
{
    qCWarning(lcWebPage) << "a page tried to show a message";
}

bool WebPage::javaScriptConfirm(const QUrl & /*origin*/, const QString & /*message*/)
{
    qCWarning(lcWebPage) << "a page tried to ask a question";
    return false;
}

bool WebPage::javaScriptPrompt(const QUrl & /*origin*/, const QString & /*message*/,
                               const QString & /*preset*/, QString * /*result*/)
{
    qCWarning(lcWebPage) << "a page tried to ask for text";
    return false;
}

void WebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                       const QString &source)
{
    if (level == ErrorMessageLevel) {
        qCWarning(lcWebPage).noquote() << message.left(500) << source << line;
    } else {
        qCDebug(lcWebPage).noquote() << message.left(500) << source << line;
    }
}

void WebPage::switchOff()
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
