#pragma once

#include "domain/result.h"
#include "sync/http/http_transport.h"

#include <QString>
#include <QUrl>

namespace studio::sync {

/// Pictures in posts, each after somebody asked for it: whoever wrote the post chose the address, and learns
/// from the request that it was opened. Without anything that says who asks, never to this computer or its
/// own network, and what comes is kept only if it is a picture. For the sync thread.
class ForumPictures final
{
    Q_DISABLE_COPY_MOVE(ForumPictures)

public:
    /// `server` as in Account::server: its own pictures may be anywhere it is.
    ForumPictures(HttpTransport &transport, QString folder, const QString &server);

    /// The file of the picture, from the folder when it is there. InvalidData: no address or no picture;
    /// NotFound, Offline, Timeout, Cancelled and those of the disk.
    Result<QString> fetch(const QUrl &address, const std::stop_token &stop);

private:
    bool isAllowed(const QUrl &address) const;
    Result<QString> keep(const QString &name, const QByteArray &picture);
    void makeRoom();

    HttpTransport &m_transport;
    const QString m_folder;
    const QUrl m_server;
};

/// A name of the internet: no number, no name without a dot, none of a private network.
bool isPublicHost(const QString &host);

} // namespace studio::sync
