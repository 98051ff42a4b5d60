#pragma once

#include "domain/ports/console.h"
#include "runner/protocol/messages.h"

namespace studio::runner {

// What a console's worker answers, from untrusted messages: bounded, and never failing.

ConsoleAnswer consoleAnswerFrom(const Json &message);
CompletionList completionsFrom(const Json &message);
VariableList variablesFrom(const Json &message);
VariableChildren childrenFrom(const Json &message);

} // namespace studio::runner
