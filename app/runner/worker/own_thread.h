#pragma once

namespace studio::runner {

/// Starts a small detached thread of ours beside the interpreter's. It gets no signals: they are the main
/// thread's. False when the system has no room for it.
bool startOwnThread(void *(*run)(void *), void *argument);

} // namespace studio::runner
