#pragma once

#include "worker/channel.h"

namespace studio::runner {

/// From here on the probe signal (protocol/launching.h) is answered with an `alive` message as soon as the
/// interpreter's main thread runs Python code again. Of a program in a C call that looks at nothing `deaf` is
/// said when the main thread has had its time, and the host, which has asked it to stop, need not wait for
/// it. The time is that of the processor, so that a busy machine makes nobody deaf. Once a process, on the
/// main thread.
void answerProbes(Channel &channel);

} // namespace studio::runner
