#pragma once

#include "cli/command.h"
#include "cli/remote/wire.h"

#include <QLocalSocket>

namespace studio::cli {

/// Asks the process that has the window. Ends with exactly one of absent(), finished().
class RemoteCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteCall)

public:
    RemoteCall(QString serverName, RemoteRequest request, CommandIo io, QObject *parent = nullptr);
    ~RemoteCall() override;

    void start();
    void interrupt(); ///< Hangs up; the other side interrupts the command.

Q_SIGNALS:
    void absent(); ///< Nobody listens: do it yourself.
    void finished(int exitCode);

private:
    void read();
    void answer(SecretSource source, const QByteArray &prompt);
    void end(int exitCode);

    QString m_serverName;
    RemoteRequest m_request;
    CommandIo m_io;
    QLocalSocket m_socket;
    QByteArray m_buffer;
    bool m_connected = false;
    bool m_ended = false;
};

} // namespace studio::cli
