#include "sync/http/trust_file.h"

#include "sync/http/ca_bundle.h"

#include <QDir>
#include <QLoggingCategory>

namespace studio::sync {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcTrust, "studio.sync.http.trust")

namespace {

constexpr qint64 kLargestBundle = 16 * 1024 * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kLargestBundle) : QByteArray();
}

} // namespace

TrustFile::TrustFile(const HttpOptions &options)
{
#ifdef _WIN32
    // cppcheck-suppress useInitializationList
    m_file = QFile::encodeName(options.extraCaFile);
#else
    const CaSources sources = systemCaSources();
    const auto found = findCaBundle(sources, options.bundledCaFile);
    const CaBundle bundle = found.value_or(CaBundle());
    if (!found) {
        qCWarning(lcTrust, "no file with certificate authorities was found on this system");
    }
    m_file = QFile::encodeName(bundle.file);
    m_folder = QFile::encodeName(bundle.folder);
    if (options.extraCaFile.isEmpty()) {
        return;
    }
    if (!sources.holdsCertificates(options.extraCaFile)) {
        qCWarning(lcTrust, "the additional file of certificate authorities holds none: %s",
                  qUtf8Printable(QDir::toNativeSeparators(options.extraCaFile)));
        return;
    }
    const QByteArray both = (bundle.file.isEmpty() ? QByteArray() : contentOf(bundle.file)) + '\n'
        + contentOf(options.extraCaFile) + '\n';
    auto merged = std::make_unique<QTemporaryFile>(QDir::tempPath() + "/learning-studio-trust-XXXXXX.pem"_L1);
    // Mode 0600: nobody else adds an authority on the way.
    if (!merged->open() || merged->write(both) != both.size() || !merged->flush()) {
        qCWarning(lcTrust, "the additional certificate authorities are not used: %s",
                  qUtf8Printable(merged->errorString()));
        return;
    }
    m_file = QFile::encodeName(merged->fileName());
    m_merged = std::move(merged);
#endif
}

} // namespace studio::sync
