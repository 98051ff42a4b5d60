#pragma once

#include "sync/engine/operation_steps.h"

namespace studio::sync {

/// The steps of what is written in the forum. New posts and topics have no id of ours on the platform: before
/// one is sent, the newest there is stored with it, and after a lost answer what came later is read before it
/// is sent again. (contract 8.5)
OperationSteps forumStepsOf(OutboxEntry entry, const StepsContext &context);

/// How two texts of a post compare: what is invisible does not count.
bool isSameText(const QString &one, const QString &other);

} // namespace studio::sync
