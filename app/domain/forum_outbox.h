#pragma once

#include "domain/forum.h"
#include "domain/outbox.h"
#include "domain/sync_status.h"

namespace studio {

// What is written in the forum, as entries of the outbox and back. Pure.

/// Without seq, operationId and time. Lanes: `topic/12` for all that is written into one topic, in order;
/// `new-topic`; `follow/12`.
OutboxEntry operationFor(const ForumWriting &writing);

/// Nothing when the entry is none of the forum, or its body makes no sense. State: Sending when the entry is
/// Sent, Waiting otherwise.
std::optional<ForumWriting> writingFrom(const OutboxEntry &entry);
std::optional<ForumWriting> writingFrom(const KeptWork &kept); ///< NeedsYou, with its problem.

/// The conflict of an edit with another edit: what = `post`, item = `post/90`, mine and theirs the texts.
inline constexpr char kPostConflict[] = "post";

} // namespace studio
