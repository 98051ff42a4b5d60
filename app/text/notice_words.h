#pragma once

#include "domain/forum.h"
#include "domain/ports/desktop_notices.h"

namespace studio::text {

/// What the desktop says of them; the list is not empty. Plain text, cut to what a notice can show, without
/// characters that turn words around. `hidden`: how many there are and nothing else.
DesktopNotice noticeOf(const std::vector<ForumNotification> &newestFirst, bool hidden);

} // namespace studio::text
