#pragma once

#include "domain/drawing.h"
#include "domain/picture.h"
#include "runner/protocol/messages.h"

#include <optional>

namespace studio::runner {

/// What a `drawing` message tells. Whatever it holds, the outcome is bounded and finite; items that make no
/// sense are left out.
DrawingChange drawingChangeFrom(const Json &message);

/// The picture of a `picture` message; nothing when it is no PNG, or one too large to be shown.
std::optional<Picture> pictureFrom(const Json &message);

/// An `events` message.
Json eventsMessage(const QList<CanvasEvent> &events);

} // namespace studio::runner
