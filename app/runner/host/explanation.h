#pragma once

#include "domain/error_explanation.h"
#include "runner/protocol/messages.h"

#include <optional>

namespace studio::runner {

/// Where the library that explains errors lies, seen from the worker: `../lib/learning-studio/explanations`
/// in a build folder, an installation and a bundle alike. It may be absent.
QString explanationLibrary(const QString &worker);

/// What the start message says about explaining; null when nothing is to be explained.
Json explainRequest(const QString &worker, const QString &language);

/// From a worker's `explanation` message: bounded, whatever the worker sent. Nothing without a title.
std::optional<ErrorExplanation> explanationFrom(const Json &message);

} // namespace studio::runner
