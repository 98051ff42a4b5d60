#pragma once

#include "worker/channel.h"

namespace studio::runner {

/// From here on the probe signal (protocol/launching.h) is answered with an `alive` message as soon as the
/// interpreter's main thread runs Python code again. A program in a C call that looks at nothing stays
/// silent, and the host, which has asked it to stop, need not wait for it. Once a process, on the main
/// thread.
void answerProbes(Channel &channel);

} // namespace studio::runner
