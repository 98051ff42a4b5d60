#include "main/platform_setup.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QNetworkProxyFactory>
#include <QUrl>

namespace studio::app {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcPlatform, "studio.platform")

namespace {

/// As libcurl writes it; empty: direct.
QByteArray systemProxy(const QByteArray &url)
{
    const QList<QNetworkProxy> found
        = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(QUrl::fromEncoded(url)));
    for (const QNetworkProxy &proxy : found) {
        const QString place = u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
        switch (proxy.type()) {
        case QNetworkProxy::NoProxy:
            return {};
        case QNetworkProxy::HttpProxy:
        case QNetworkProxy::HttpCachingProxy:
            return (u"http://"_s % place).toUtf8();
        case QNetworkProxy::Socks5Proxy:
            return (u"socks5h://"_s % place).toUtf8();
        default:
            break;
        }
    }
    return {};
}

} // namespace

sync::PlatformPlace platformPlace(const QString &profileFolder, const QString &dataFolder)
{
    sync::PlatformPlace place;
    place.folder = profileFolder;
    place.machineFolder = dataFolder;
    place.policy = sync::readPolicy(sync::policyPath());
    for (const QString &problem : place.policy.problems) {
        qCWarning(lcPlatform) << "policy:" << problem;
    }
    place.http.version = QCoreApplication::applicationVersion().toUtf8();
    place.http.systemProxy = systemProxy;
    if (!place.policy.proxy.isEmpty()) {
        place.http.proxy.mode = sync::ProxySettings::Mode::Manual;
        place.http.proxy.url = place.policy.proxy.toUtf8();
    }
    place.http.extraCaFile = place.policy.extraCaFile;
    place.http.bundledCaFile = QCoreApplication::applicationDirPath()
        % u"/../share/learning-studio/ca-certificates.pem"_s; // there in a bundle only
    if (!QFile::exists(place.http.bundledCaFile)) {
        place.http.bundledCaFile.clear();
    }
    return place;
}

} // namespace studio::app
