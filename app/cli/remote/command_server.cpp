#include "cli/remote/command_server.h"

#include "cli/command_table.h"
#include "cli/exit_code.h"
#include "cli/remote/wire.h"

#include <QLocalSocket>
#include <QLoggingCategory>
#include <QPointer>

namespace studio::cli {

namespace {

Q_LOGGING_CATEGORY(lcServer, "studio.cli.server")

void sendExit(QLocalSocket *socket, int exitCode)
{
    socket->write(encode(RemoteFrame{RemoteFrame::Kind::Exit, QByteArray::number(exitCode)}));
    socket->disconnectFromServer(); // after what is buffered has gone out
}

} // namespace

CommandServer::CommandServer(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &CommandServer::accept);
}

CommandServer::~CommandServer() = default;

bool CommandServer::listen(const QString &name)
{
    if (m_server.listen(name)) {
        return true;
    }
    // A crash leaves the socket's file behind. The caller holds the data's lock, so nobody listens there now.
    QLocalServer::removeServer(name);
    if (m_server.listen(name)) {
        return true;
    }
    qCWarning(lcServer) << "Commands of other processes can't be taken:" << m_server.errorString();
    return false;
}

void CommandServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void CommandServer::read(QLocalSocket *socket)
{
    if (socket->canReadLine()) {
        const QByteArray line = socket->readLine();
        socket->disconnect(this); // one request a connection
        carryOut(socket, line);
    } else if (socket->bytesAvailable() > kLargestRequest) {
        socket->abort();
    }
}

void CommandServer::carryOut(QLocalSocket *socket, const QByteArray &line)
{
    const auto request = decodeRequest(line);
    if (!request) {
        return sendExit(socket, kUsage);
    }
    if (request->kind == RemoteRequest::Kind::Show) {
        Q_EMIT showRequested();
        return sendExit(socket, kDone);
    }
    const CommandEntry *entry = findCommand(request->command);
    if (!entry) {
        return sendExit(socket, kUsage);
    }
    const QPointer<QLocalSocket> target(socket);
    const auto writer = [target](RemoteFrame::Kind kind) {
        return [target, kind](const QByteArray &bytes) {
            if (target) {
                target->write(encode(RemoteFrame{kind, bytes}));
            }
        };
    };
    CommandIo io{writer(RemoteFrame::Kind::Out), writer(RemoteFrame::Kind::Err), request->workingFolder,
                 false};
    Command *command = entry->make(m_environment, std::move(io)).release();
    command->setParent(this); // outlives the socket until it has finished
    connect(socket, &QLocalSocket::disconnected, command, &Command::interrupt);
    connect(command, &Command::finished, this, [target, command](int exitCode) {
        if (target) {
            target->disconnect(command);
            sendExit(target, exitCode);
        }
        command->deleteLater();
    });
    command->start(request->arguments);
}

} // namespace studio::cli
