#pragma once

#include <QSet>
#include <QTcpServer>

namespace studio::tests {

/// A web server on this computer that answers everything, and counts who comes.
class CountingServer final : public QObject
{
public:
    CountingServer();

    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }

    int connections() const { return m_connections; } ///< Also those that asked for nothing.

    const QSet<QString> &paths() const { return m_paths; } ///< Asked for.

    /// Waits some time in which somebody would have come.
    bool wasReached();

private:
    void accept();

    QTcpServer m_server;
    int m_connections = 0;
    QSet<QString> m_paths;
};

} // namespace studio::tests
