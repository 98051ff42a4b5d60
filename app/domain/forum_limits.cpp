#include "domain/forum_limits.h"

#include <algorithm>

namespace studio {

ForumLimits stricterOf(const ForumLimits &a, const ForumLimits &b)
{
    ForumLimits both;
    both.days = a.days == 0 ? b.days : b.days == 0 ? a.days : std::min(a.days, b.days);
    both.bytes = std::min(a.bytes, b.bytes);
    both.onlyFollowed = a.onlyFollowed || b.onlyFollowed;
    return both;
}

} // namespace studio
