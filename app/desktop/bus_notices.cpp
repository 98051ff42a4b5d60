#include "desktop/bus_notices.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QVariantMap>

#include <utility>

Q_LOGGING_CATEGORY(lcBusNotices, "studio.desktop.bus_notices")

namespace studio::desktop {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;
const QString kDefaultAction = u"default"_s; ///< A click on the notice itself.
constexpr int kAsTheDesktopLikes = -1; ///< How long it stays, ms.

QDBusMessage message(const QString &method, const QVariantList &arguments)
{
    QDBusMessage made = QDBusMessage::createMethodCall(kService, kPath, kService, method);
    made.setArguments(arguments);
    return made;
}

} // namespace

BusNotices::BusNotices(const QDBusConnection &bus, std::chrono::milliseconds patience, QObject *parent)
    : DesktopNotices(parent)
    , m_bus(bus)
    , m_patience(patience)
    , m_watcher(kService, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                const bool asking = m_asking; // its answer counts no more
                forgetService();
                if (!owner.isEmpty() || asking) {
                    ask();
                }
            });
    m_bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this,
                  SLOT(notificationClosed(uint, uint)));
    m_bus.connect(kService, kPath, kService, u"ActivationToken"_s, this,
                  SLOT(activationToken(uint, QString)));
}

BusNotices::~BusNotices()
{
    close(std::exchange(m_id, 0));
}

void BusNotices::ask()
{
    if (m_asking) {
        return;
    }
    if (!m_bus.isConnected()) {
        return setOffer(Offer::Missing);
    }
    m_asking = true;
    call(u"GetCapabilities"_s, {}, [this](const QDBusPendingCall &answer) {
        m_asking = false;
        const QDBusPendingReply<QStringList> can = answer;
        if (can.isError()) {
            return setOffer(Offer::Missing);
        }
        m_markup = can.value().contains(u"body-markup"_s);
        m_actions = can.value().contains(u"actions"_s);
        setOffer(Offer::Shown);
        sendNext();
    });
}

void BusNotices::show(const DesktopNotice &notice)
{
    m_next = notice;
    if (m_offer != Offer::Shown) {
        return ask(); // sent once it is known what the service can do
    }
    sendNext();
}

void BusNotices::withdraw()
{
    m_next.reset();
    m_unwanted = m_sending;
    close(std::exchange(m_id, 0));
}

void BusNotices::sendNext()
{
    if (!m_sending && m_next) {
        send(*std::exchange(m_next, std::nullopt));
    }
}

void BusNotices::send(const DesktopNotice &notice)
{
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"category"_s, u"im.received"_s}};
    const QStringList actions = m_actions ? QStringList{kDefaultAction, notice.action} : QStringList();
    m_sending = true;
    m_unwanted = false;
    call(u"Notify"_s,
         {QGuiApplication::applicationDisplayName(), m_id, QGuiApplication::desktopFileName(), notice.title,
          m_markup ? notice.text.toHtmlEscaped() : notice.text, actions, hints, kAsTheDesktopLikes},
         [this](const QDBusPendingCall &answer) {
             m_sending = false;
             const QDBusPendingReply<uint> shown = answer;
             if (shown.isError()) {
                 qCWarning(lcBusNotices) << "a notice was not shown:" << shown.error().name();
                 m_next.reset();
                 forgetService();
                 return setOffer(Offer::Missing);
             }
             m_id = shown.value();
             if (std::exchange(m_unwanted, false)) {
                 close(std::exchange(m_id, 0));
             }
             sendNext();
         });
}

void BusNotices::call(const QString &method, const QVariantList &arguments, const Answered &answered)
{
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(message(method, arguments), static_cast<int>(m_patience.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, answered, life = m_life](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                if (life == m_life) {
                    answered(*done);
                }
            });
}

void BusNotices::setOffer(Offer offer)
{
    if (offer == Offer::Missing) {
        m_next.reset(); // no news any more by the time that a service comes
    }
    if (std::exchange(m_offer, offer) != offer) {
        Q_EMIT offerChanged();
    }
}

void BusNotices::forgetService()
{
    ++m_life;
    m_asking = false;
    m_sending = false;
    m_unwanted = false;
    m_markup = true;
    m_actions = true;
    if (std::exchange(m_id, 0) != 0) {
        Q_EMIT closed();
    }
    setOffer(Offer::Unknown);
}

void BusNotices::close(uint id)
{
    if (id != 0) {
        m_bus.send(message(u"CloseNotification"_s, {id}));
    }
}

void BusNotices::actionInvoked(uint id, const QString &action)
{
    if (id != 0 && id == m_id && action == kDefaultAction) {
        Q_EMIT chosen(std::exchange(m_token, {}));
    }
}

void BusNotices::notificationClosed(uint id, uint /*reason*/)
{
    if (id != 0 && id == m_id) {
        m_id = 0;
        Q_EMIT closed();
    }
}

void BusNotices::activationToken(uint id, const QString &token)
{
    if (id != 0 && id == m_id) {
        m_token = token.left(1000);
    }
}

} // namespace studio::desktop
