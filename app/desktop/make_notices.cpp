#include "desktop/make_notices.h"

#include "desktop/tray_notices.h"

#if defined(Q_OS_LINUX)
#include "desktop/bus_notices.h"
#endif

namespace studio::desktop {

std::unique_ptr<DesktopNotices> makeNotices()
{
#if defined(Q_OS_LINUX)
    return std::make_unique<BusNotices>(QDBusConnection::sessionBus());
#else
    return std::make_unique<TrayNotices>();
#endif
}

} // namespace studio::desktop
