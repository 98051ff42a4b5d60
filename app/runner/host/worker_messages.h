#pragma once

#include "domain/ports/code_runner.h"
#include "runner/protocol/messages.h"

namespace studio::runner {

// What a worker's messages say, as the domain has it. Everything is bounded, whatever was sent.

/// A structured error.
RunError runErrorFrom(const Json &json);

/// The answer to a call; a value that can't be rebuilt is shown and equal to nothing.
CallAnswer callAnswerFrom(const Json &message);

/// The layers that a hello message tells of.
SandboxReport sandboxReportFrom(const Json &hello);

} // namespace studio::runner
