#include "sync/http/boot_clock.h"

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <ctime>
#endif

namespace studio::sync {

std::chrono::milliseconds BootClock::now() const
{
#ifdef _WIN32
    return std::chrono::milliseconds(GetTickCount64());
#elif defined(CLOCK_BOOTTIME)
    timespec time = {};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec)
                                                                 + std::chrono::nanoseconds(time.tv_nsec));
#else
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
#endif
}

} // namespace studio::sync
