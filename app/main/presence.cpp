#include "main/presence.h"

#include "sync/platform/hosted_platform.h"

#include <QCoreApplication>
#include <QEvent>
#include <QNetworkInformation>

namespace studio::app {

using namespace std::chrono_literals;

namespace {

constexpr auto kLookEvery = 10s;
constexpr auto kSlept = 40s; ///< A timer that is this late was not late: the computer slept.

} // namespace

Presence::Presence(sync::HostedPlatform &platform)
    : m_platform(platform)
    , m_idle(m_clock)
    , m_lastLook(m_clock.now())
{
    connect(&m_timer, &QTimer::timeout, this, &Presence::look);
    m_timer.start(kLookEvery);
    QCoreApplication::instance()->installEventFilter(this);
    connect(&platform, &Platform::accountChanged, this, [this] {
        const auto account = m_platform.account();
        if (account && account->session == SessionState::SignedOut) {
            m_idle.restart();
        }
    });
    // Where the system can't tell, a network that is back is found at the next try.
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                [this](QNetworkInformation::Reachability now) {
                    if (now != QNetworkInformation::Reachability::Disconnected) {
                        m_platform.networkChanged();
                    }
                });
    }
}

bool Presence::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_idle.activity();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Presence::look()
{
    const auto now = m_clock.now();
    if (now - m_lastLook > kSlept) {
        m_platform.networkChanged();
    }
    m_lastLook = now;
    const auto account = m_platform.account();
    const bool shared = account && account->sharedComputer && account->session != SessionState::SignedOut;
    if (shared && m_idle.due()) {
        m_platform.signOut();
        m_idle.restart();
    }
}

} // namespace studio::app
