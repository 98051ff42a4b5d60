#pragma once

namespace studio::runner {

/// Replaces sys.stdout and sys.stderr by streams that are as quick as a program's own buffering and as prompt
/// as a terminal: what is printed is collected, and written when much has come together, when nothing came
/// for some milliseconds, and always before the program waits, forks, fails or ends.
///
/// To a program they are io.TextIOWrapper. What is written to one is read by the host before what is written
/// to the other later: each waits for the other's pipe to be empty. With the GIL, once a process. False with
/// a Python error set.
bool installOutputStreams();
bool outputStreamsInstalled();

/// Writes what is held back. Without the GIL's help; may be called on any thread and from a signal handler of
/// a process that is about to die (then it gives up instead of waiting for a lock).
void flushOutputStreams();

} // namespace studio::runner
