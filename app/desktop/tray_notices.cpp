#include "desktop/tray_notices.h"

#include <QApplication>
#include <QStyle>
#include <QSystemTrayIcon>

#include <utility>

namespace studio::desktop {

TrayNotices::TrayNotices(QObject *parent)
    : DesktopNotices(parent)
{
}

TrayNotices::~TrayNotices() = default;

void TrayNotices::ask()
{
    const Offer found = QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()
        ? Offer::Shown
        : Offer::Missing;
    if (std::exchange(m_offer, found) != found) {
        Q_EMIT offerChanged();
    }
}

void TrayNotices::show(const DesktopNotice &notice)
{
    ask();
    if (m_offer != Offer::Shown) {
        return;
    }
    if (!m_icon) {
        const QIcon own = QApplication::windowIcon();
        m_icon = std::make_unique<QSystemTrayIcon>(
            own.isNull() ? QApplication::style()->standardIcon(QStyle::SP_MessageBoxInformation) : own);
        m_icon->setToolTip(QApplication::applicationDisplayName());
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT chosen({}); });
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this] { Q_EMIT chosen({}); });
        m_icon->show();
    }
    m_icon->showMessage(notice.title, notice.text, m_icon->icon());
}

void TrayNotices::withdraw()
{
    if (m_icon) {
        m_icon.release()->deleteLater(); // it may be what calls
    }
}

} // namespace studio::desktop
