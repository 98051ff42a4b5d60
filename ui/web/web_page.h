#pragma once

#include <QUrl>
#include <QWebEnginePage>

namespace studio::ui {

class WebProfile;

/// A page with text of others: scripts of the page itself never run, it goes nowhere, opens nothing and asks
/// nothing. Our own code runs in the application world, which the page's content does not see.
class WebPage final : public QWebEnginePage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebPage)

public:
    /// `home` is the only address that may be its main frame.
    WebPage(WebProfile &profile, const QUrl &home, QObject *parent = nullptr);

Q_SIGNALS:
    void linkRequested(const QUrl &url); ///< A click on a link that leads out; http, https or mailto.

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &preset,
                          QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    void switchOff();

    QUrl m_home;
};

} // namespace studio::ui
