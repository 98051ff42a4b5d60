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

constexpr qsizetype kLargestSecret = 8192;

/// Asks the process at the other end for a secret and takes exactly one frame from it.
void askOver(const QPointer<QLocalSocket> &socket, SecretSource source, const QString &prompt,
             const SecretAnswer &then)
{
    if (!socket) {
        return then({});
    }
    const bool terminal = source == SecretSource::Terminal;
    auto *listener = new QObject(socket.data());
    auto buffer = std::make_shared<QByteArray>();
    QObject::connect(socket, &QLocalSocket::readyRead, listener, [socket, listener, buffer, then] {
        *buffer += socket->read(kLargestSecret + 1);
        bool broken = false;
        const auto frame = takeFrame(*buffer, broken);
        if (!frame && !broken && buffer->size() <= kLargestSecret) {
            return; // the rest is on its way
        }
        buffer->fill('\0');
        listener->disconnect();
        socket->disconnect(listener);
        listener->deleteLater();
        then(frame && frame->kind == RemoteFrame::Kind::Secret ? std::optional(frame->bytes) : std::nullopt);
    });
    socket->write(encode(RemoteFrame{terminal ? RemoteFrame::Kind::AskTerminal : RemoteFrame::Kind::AskInput,
                                     prompt.toUtf8()}));
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
                 false, [target](SecretSource source, const QString &prompt, const SecretAnswer &then) {
                     askOver(target, source, prompt, then);
                 }};
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
