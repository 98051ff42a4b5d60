#pragma once

#include "cli/command.h"

#include <QLocalServer>

class QLocalSocket;

namespace studio::cli {

/// Carries out commands for other processes while this one has the window, so that the person's work has one
/// writer.
///
/// Only this user can connect. A request that is too long or makes no sense is answered and dropped.
class CommandServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandServer)

public:
    explicit CommandServer(const Environment &environment, QObject *parent = nullptr);
    ~CommandServer() override;

    /// False when the name can't be listened to; the window works all the same.
    bool listen(const QString &name);

Q_SIGNALS:
    void showRequested(); ///< A second start of the program: come to the front.

private:
    void accept();
    void read(QLocalSocket *socket);
    void carryOut(QLocalSocket *socket, const QByteArray &line);

    Environment m_environment;
    QLocalServer m_server;
};

} // namespace studio::cli
