#pragma once

#include <span>
#include <string>
#include <vector>

namespace studio::runner {

/// What any Python program may read of the machine: libraries and the few settings that they look at. No
/// home, no accounts' secrets, no mounted media.
std::span<const char *const> systemFolders();
std::span<const char *const> systemSettings(); ///< Below /etc.
std::span<const char *const> systemDevices();

} // namespace studio::runner
