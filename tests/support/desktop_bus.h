#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>

#include <vector>

namespace studio::test {

/// A message bus of the test's own, on which nothing is started by itself.
class DesktopBus final
{
    Q_DISABLE_COPY_MOVE(DesktopBus)

public:
    DesktopBus();
    ~DesktopBus();

    QDBusConnection connect(); ///< A new connection; goes with the bus. Not connected: there is no bus.

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

/// What stands on a desktop for org.freedesktop.Notifications, and remembers what it was told.
class NotificationService final
    : public QObject
    , protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id = 0;
        uint replaces = 0;
        QString program;
        QString title;
        QString text;
        QStringList actions;
    };

    explicit NotificationService(const QDBusConnection &connection);
    ~NotificationService() override;

    bool start(); ///< False: somebody else is it.
    void stop();
    void choose(uint id, const QString &token = {}); ///< As a click on it does.
    void close(uint id);

    bool silent = false; ///< It takes calls and never answers.
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("actions")};
    std::vector<Shown> shown;
    std::vector<uint> closed; ///< By those who showed them.

public Q_SLOTS: // called over the bus
    QStringList GetCapabilities();
    uint Notify(const QString &program, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int time);
    void CloseNotification(uint id);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
    void ActivationToken(uint id, const QString &token);

private:
    QDBusConnection m_connection;
    uint m_last = 0;
};

} // namespace studio::test
