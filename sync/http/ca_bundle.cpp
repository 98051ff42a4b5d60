#include "sync/http/ca_bundle.h"

#include <QFile>
#include <QFileInfo>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

/// Enough for the comments that some bundles begin with.
constexpr qint64 kLookedAt = 256 * 1024;

bool fileHoldsCertificates(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray start = file.read(kLookedAt);
    return start.contains("-----BEGIN CERTIFICATE") || start.contains("-----BEGIN TRUSTED CERTIFICATE");
}

} // namespace

CaSources systemCaSources()
{
    CaSources sources;
    sources.environment = [](const char *name) { return qgetenv(name); };
    sources.holdsCertificates = fileHoldsCertificates;
    sources.isFolder = [](const QString &path) { return QFileInfo(path).isDir(); };
    return sources;
}

std::vector<QString> knownCaFiles()
{
    return {
        u"/etc/ssl/certs/ca-certificates.crt"_s, // Debian, Ubuntu, Arch, Gentoo, NixOS, Alpine
        u"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"_s, // Fedora, RHEL, CentOS, Rocky
        u"/etc/pki/tls/certs/ca-bundle.crt"_s, // older Fedora and RHEL, Mageia
        u"/etc/ssl/ca-bundle.pem"_s, // openSUSE, SLES
        u"/var/lib/ca-certificates/ca-bundle.pem"_s, // openSUSE, immutable variants
        u"/etc/ssl/cert.pem"_s, // Alpine, Void, the BSDs
        u"/etc/ca-certificates/extracted/tls-ca-bundle.pem"_s, // Arch
        u"/etc/pki/tls/cacert.pem"_s, // OpenELEC
        u"/usr/share/ssl/certs/ca-bundle.crt"_s, // old Red Hat
        u"/usr/local/share/certs/ca-root-nss.crt"_s, // FreeBSD
        u"/run/host/etc/ssl/certs/ca-certificates.crt"_s, // in a Flatpak
    };
}

std::optional<CaBundle> findCaBundle(const CaSources &sources, const QString &bundled)
{
    const QString namedFile = QString::fromLocal8Bit(sources.environment("SSL_CERT_FILE"));
    if (!namedFile.isEmpty() && sources.holdsCertificates(namedFile)) {
        return CaBundle{namedFile, {}};
    }
    const QString namedFolder = QString::fromLocal8Bit(sources.environment("SSL_CERT_DIR"));
    if (!namedFolder.isEmpty() && sources.isFolder(namedFolder)) {
        return CaBundle{{}, namedFolder};
    }
    for (const QString &file : knownCaFiles()) {
        if (sources.holdsCertificates(file)) {
            return CaBundle{file, {}};
        }
    }
    if (!bundled.isEmpty() && sources.holdsCertificates(bundled)) {
        return CaBundle{bundled, {}};
    }
    return std::nullopt;
}

} // namespace studio::sync
