#pragma once

#include "domain/ports/desktop_notices.h"

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QDBusServiceWatcher>

#include <chrono>
#include <functional>
#include <optional>

namespace studio::desktop {

/// Notices by way of org.freedesktop.Notifications. Calls are asynchronous and end after a time; while one is
/// open, only the newest notice waits. A service that comes, goes or hangs is noticed and asked again.
class BusNotices final : public DesktopNotices
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusNotices)

public:
    explicit BusNotices(const QDBusConnection &bus,
                        std::chrono::milliseconds patience = std::chrono::seconds(5),
                        QObject *parent = nullptr);
    ~BusNotices() override; ///< Takes the notice back without waiting.

    Offer offer() const override { return m_offer; }

    void ask() override;
    void show(const DesktopNotice &notice) override;
    void withdraw() override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);
    void activationToken(uint id, const QString &token);

private:
    using Answered = std::function<void(const QDBusPendingCall &)>;

    void call(const QString &method, const QVariantList &arguments, const Answered &answered);
    void send(const DesktopNotice &notice);
    void sendNext();
    void setOffer(Offer offer);
    void forgetService();
    void close(uint id);

    QDBusConnection m_bus;
    const std::chrono::milliseconds m_patience;
    QDBusServiceWatcher m_watcher;
    Offer m_offer = Offer::Unknown;
    bool m_asking = false;
    bool m_markup = true; ///< The service reads markup in the text; so until it says what it can.
    bool m_actions = true;
    bool m_sending = false;
    bool m_unwanted = false; ///< What is being sent was withdrawn meanwhile.
    std::optional<DesktopNotice> m_next; ///< Once what is open is answered.
    uint m_id = 0; ///< Of the notice that is shown; 0: none.
    QString m_token;
    int m_life = 0; ///< Grows with each service: answers of an earlier one count no more.
};

} // namespace studio::desktop
