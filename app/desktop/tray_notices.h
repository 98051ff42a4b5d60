#pragma once

#include "domain/ports/desktop_notices.h"

#include <memory>

class QSystemTrayIcon;

namespace studio::desktop {

/// Notices as balloons of an icon in the tray, which is there only as long as there is one to show. For
/// desktops without a service for notices, as Windows.
class TrayNotices final : public DesktopNotices
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayNotices)

public:
    explicit TrayNotices(QObject *parent = nullptr);
    ~TrayNotices() override;

    Offer offer() const override { return m_offer; }

    void ask() override;
    void show(const DesktopNotice &notice) override;
    void withdraw() override;

private:
    Offer m_offer = Offer::Unknown;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< Null: nothing is shown.
};

} // namespace studio::desktop
