#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace studio::sync {

/// Where this computer keeps the authorities it trusts.
struct CaBundle
{
    QString file; ///< PEM; empty when there is only a folder.
    QString folder; ///< Hashed certificates (`c_rehash`); empty when there is a file.
};

/// What the search asks of the computer, so that every Linux can be tested on one.
struct CaSources
{
    std::function<QByteArray(const char *)> environment; ///< Empty when not set.
    std::function<bool(const QString &)> holdsCertificates; ///< A file with at least one PEM certificate.
    std::function<bool(const QString &)> isFolder;
};

CaSources systemCaSources();

/// `SSL_CERT_FILE`, `SSL_CERT_DIR`, then the places of each family of Linux, then `bundled`. A path that is
/// compiled into libcurl is right on one family only. Files without a certificate, also empty ones, are
/// passed over. Nothing when there is none at all: every connection then fails, none is unchecked.
std::optional<CaBundle> findCaBundle(const CaSources &sources, const QString &bundled = {});

std::vector<QString> knownCaFiles(); ///< In the order of the search.

} // namespace studio::sync
