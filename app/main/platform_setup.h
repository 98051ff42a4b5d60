#pragma once

#include "sync/platform/platform_place.h"

#include <QString>

namespace studio::app {

/// How this computer reaches the platform: the administrator's policy, the system's proxy, the certificates
/// that came with the program. Reads files, asks nobody.
sync::PlatformPlace platformPlace(const QString &profileFolder, const QString &dataFolder);

} // namespace studio::app
