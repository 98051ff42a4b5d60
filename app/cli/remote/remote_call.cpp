#include "cli/remote/remote_call.h"

#include "cli/exit_code.h"

#include <QPointer>

#include <csignal>

namespace studio::cli {

RemoteCall::RemoteCall(QString serverName, RemoteRequest request, CommandIo io, QObject *parent)
    : QObject(parent)
    , m_serverName(std::move(serverName))
    , m_request(std::move(request))
    , m_io(std::move(io))
{
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_connected = true;
        m_socket.write(encode(m_request));
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &RemoteCall::read);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (!m_connected && !m_ended) {
            m_ended = true;
            Q_EMIT absent();
        }
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        read();
        end(kStorage); // hung up without a status: the window was closed meanwhile
    });
}

RemoteCall::~RemoteCall()
{
    m_socket.disconnect(this); // its own end would be told to a half-destroyed object
}

void RemoteCall::start()
{
    // Queued, since connecting to a local socket fails inside the call.
    QMetaObject::invokeMethod(
        this, [this] { m_socket.connectToServer(m_serverName); }, Qt::QueuedConnection);
}

void RemoteCall::interrupt()
{
    end(kStoppedBase + SIGINT);
    m_socket.abort();
}

void RemoteCall::read()
{
    m_buffer += m_socket.readAll();
    bool broken = false;
    while (const auto frame = takeFrame(m_buffer, broken)) {
        switch (frame->kind) {
        case RemoteFrame::Kind::Out:
            m_io.out(frame->bytes);
            break;
        case RemoteFrame::Kind::Err:
            m_io.err(frame->bytes);
            break;
        case RemoteFrame::Kind::Exit:
            end(frame->bytes.toInt());
            break;
        case RemoteFrame::Kind::AskTerminal:
            answer(SecretSource::Terminal, frame->bytes);
            break;
        case RemoteFrame::Kind::AskInput:
            answer(SecretSource::StandardInput, frame->bytes);
            break;
        case RemoteFrame::Kind::Secret:
        case RemoteFrame::Kind::NoSecret:
            broken = true; // only this side sends these
            break;
        }
    }
    if (broken) {
        end(kStorage);
        m_socket.abort();
    }
}

void RemoteCall::answer(SecretSource source, const QByteArray &prompt)
{
    const auto send = [self = QPointer(this)](const std::optional<QByteArray> &secret) {
        if (self && !self->m_ended) {
            self->m_socket.write(encode(secret ? RemoteFrame{RemoteFrame::Kind::Secret, *secret}
                                               : RemoteFrame{RemoteFrame::Kind::NoSecret, {}}));
        }
    };
    if (m_io.askSecret) {
        m_io.askSecret(source, QString::fromUtf8(prompt), send);
    } else {
        send({});
    }
}

void RemoteCall::end(int exitCode)
{
    if (!m_ended) {
        m_ended = true;
        Q_EMIT finished(exitCode);
    }
}

} // namespace studio::cli
