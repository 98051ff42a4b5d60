#pragma once

#include "domain/ports/desktop_notices.h"

#include <memory>

namespace studio::desktop {

/// What this kind of desktop has: D-Bus on Linux, the tray elsewhere. Never null. Needs a QApplication.
std::unique_ptr<DesktopNotices> makeNotices();

} // namespace studio::desktop
