#pragma once

#include "sync/auth/idle_sign_out.h"
#include "sync/http/boot_clock.h"

#include <QObject>
#include <QTimer>

namespace studio::sync {
class HostedPlatform;
} // namespace studio::sync

namespace studio::app {

/// Notices for the platform what only a window can: that the network came back or the computer woke up, and
/// that nobody has been at a shared computer for a while.
class Presence final : public QObject
{
    Q_OBJECT

public:
    explicit Presence(sync::HostedPlatform &platform);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    sync::HostedPlatform &m_platform;
    sync::BootClock m_clock;
    sync::IdleSignOut m_idle;
    QTimer m_timer;
    std::chrono::milliseconds m_lastLook;
};

} // namespace studio::app
