#include "support/desktop_bus.h"

#include <QFile>
#include <QUuid>

namespace studio::test {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;
constexpr int kDeadline = 10'000; // ms
constexpr uint kByThePerson = 2;

constexpr char kConfiguration[]
    = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
  </policy>
</busconfig>
)";

} // namespace

DesktopBus::DesktopBus()
{
    const QString path = m_folder.filePath(u"bus.conf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QString::fromLatin1(kConfiguration).arg(m_folder.path()).toUtf8()) < 0) {
        return;
    }
    file.close();
    m_daemon.start(u"dbus-daemon"_s,
                   {u"--config-file=%1"_s.arg(path), u"--nofork"_s, u"--print-address=1"_s});
    if (m_daemon.waitForReadyRead(kDeadline)) {
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
}

DesktopBus::~DesktopBus()
{
    for (const QString &name : m_names) {
        QDBusConnection::disconnectFromBus(name);
    }
    m_daemon.terminate();
    m_daemon.waitForFinished(kDeadline);
}

QDBusConnection DesktopBus::connect()
{
    m_names += QUuid::createUuid().toString();
    return QDBusConnection::connectToBus(m_address, m_names.back());
}

NotificationService::NotificationService(const QDBusConnection &connection)
    : m_connection(connection)
{
    m_connection.registerObject(kPath, this,
                                QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
}

NotificationService::~NotificationService()
{
    stop();
    m_connection.unregisterObject(kPath);
}

bool NotificationService::start()
{
    return m_connection.registerService(kService);
}

void NotificationService::stop()
{
    m_connection.unregisterService(kService);
}

QStringList NotificationService::GetCapabilities()
{
    setDelayedReply(silent);
    return capabilities;
}

uint NotificationService::Notify(const QString &program, uint replaces, const QString & /*icon*/,
                                 const QString &title, const QString &text, const QStringList &actions,
                                 const QVariantMap & /*hints*/, int /*time*/)
{
    setDelayedReply(silent);
    const uint id = replaces != 0 ? replaces : ++m_last;
    shown.push_back({id, replaces, program, title, text, actions});
    return id;
}

void NotificationService::CloseNotification(uint id)
{
    closed.push_back(id);
    Q_EMIT NotificationClosed(id, 3);
}

void NotificationService::choose(uint id, const QString &token)
{
    if (!token.isEmpty()) {
        Q_EMIT ActivationToken(id, token);
    }
    Q_EMIT ActionInvoked(id, u"default"_s);
    close(id);
}

void NotificationService::close(uint id)
{
    Q_EMIT NotificationClosed(id, kByThePerson);
}

} // namespace studio::test
