#pragma once

#include "domain/forum.h"

namespace studio {

/// How much of a forum's name a person has to give.
enum class ForumNaming {
    Whole,
    Beginning, ///< A whole name goes before one that only begins so.
};

/// The first forum that `typed` names: by number, name or slug, in any case. Null: none; also for an empty
/// one. It belongs to `forums`.
const ForumInfo *forumNamed(const std::vector<ForumInfo> &forums, const QString &typed, ForumNaming naming);

} // namespace studio
