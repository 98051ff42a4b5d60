#pragma once

#include "sync/http/http_options.h"

#include <QTemporaryFile>

#include <memory>

namespace studio::sync {

/// The authorities that a transport trusts, as paths for libcurl: the system's, or the system's and one more
/// file in a temporary copy that lives as long as this. As one file libcurl parses them once, not for each
/// connection.
class TrustFile final
{
public:
    explicit TrustFile(const HttpOptions &options);

    QByteArray file() const { return m_file; } ///< Empty: none, or the system's own store on Windows.

    QByteArray folder() const { return m_folder; }

private:
    QByteArray m_file;
    QByteArray m_folder;
    std::unique_ptr<QTemporaryFile> m_merged;
};

} // namespace studio::sync
