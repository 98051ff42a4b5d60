#include "counting_server.h"

#include <QTcpSocket>

#include <catch2/catch.hpp>

#include "web_page_probe.h"

namespace studio::tests {

namespace {

constexpr int kQuiet = 1500; // ms

} // namespace

CountingServer::CountingServer()
{
    REQUIRE(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::newConnection, this, &CountingServer::accept);
}

bool CountingServer::wasReached()
{
    return spinUntil([this] { return m_connections > 0; }, kQuiet);
}

void CountingServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QList<QByteArray> words = socket->readLine().split(' ');
            if (words.size() > 1) {
                m_paths.insert(QString::fromLatin1(words[1]));
            }
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n"
                          "Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\nok");
            socket->disconnectFromHost();
        });
    }
}

} // namespace studio::tests
