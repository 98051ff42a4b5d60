#include "support/hosted_server.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartWait = 60000; ///< Milliseconds; the machine may be busy.
constexpr int kAnswerWait = 60000;

} // namespace

HostedServer::HostedServer(const QString &profile, const QStringList &more)
{
    const QString ready = m_folder.filePath(u"ready.json"_s);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(m_folder.filePath(u"out.log"_s));
    m_process.start(QStringLiteral(HOSTED_PYTHON),
                    QStringList{QStringLiteral(HOSTED_SERVE), u"--profile"_s, profile, u"--port"_s, u"0"_s,
                                u"--ready-file"_s, ready, u"--faults"_s}
                        + more);
    REQUIRE(m_process.waitForStarted());
    const QDeadlineTimer deadline(kStartWait);
    while (!QFile::exists(ready)) {
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning
            || m_process.waitForFinished(20)) {
            FAIL("the test platform does not start");
        }
    }
    QFile file(ready);
    REQUIRE(file.open(QIODevice::ReadOnly));
    m_ready = QJsonDocument::fromJson(file.readAll()).object();
    REQUIRE(m_ready.contains(u"api"_s));
}

HostedServer::~HostedServer()
{
    m_process.closeWriteChannel(); // it ends with its standard input
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString HostedServer::origin() const
{
    return api().chopped(4);
}

QJsonObject HostedServer::get(const QString &path) const
{
    return ask("GET", path, {});
}

QJsonObject HostedServer::post(const QString &path, const QJsonObject &body) const
{
    return ask("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void HostedServer::setFaults(const QJsonArray &rules, int seed) const
{
    post(u"/faults"_s, {{u"seed"_s, seed}, {u"rules"_s, rules}});
}

QJsonObject HostedServer::ask(const QByteArray &method, const QString &path, const QByteArray &body) const
{
    const QUrl control(m_ready[u"control"_s].toString());
    QTcpSocket socket;
    socket.connectToHost(control.host(), static_cast<quint16>(control.port()));
    REQUIRE(socket.waitForConnected(kAnswerWait));
    socket.write(method + ' ' + path.toUtf8() + " HTTP/1.1\r\nHost: " + control.host().toUtf8()
                 + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const QDeadlineTimer deadline(kAnswerWait);
    while (socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        socket.waitForReadyRead(100);
    }
    const QByteArray answer = socket.readAll();
    INFO(method.toStdString() << ' ' << path.toStdString() << '\n' << answer.left(2000).toStdString());
    REQUIRE(answer.mid(9, 3) == "200");
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}
