#include "main/core_files.h"

#include <sys/resource.h>

namespace studio::app {

void writeNoCoreFiles()
{
    // 1 and not 0: the kernel heeds 0 for files alone, and 1 also where a core goes to a program (core(5)).
    rlimit limit{};
    if (::getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max < 1 ? limit.rlim_max : 1;
        ::setrlimit(RLIMIT_CORE, &limit);
    }
}

} // namespace studio::app
