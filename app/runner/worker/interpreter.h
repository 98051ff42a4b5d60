#pragma once

#include "worker/channel.h"

namespace studio::runner {

/// Starts an isolated interpreter, runs the job of a `start` message, ends the interpreter, and gives the
/// exit status for the process. Once a process.
class Interpreter final
{
public:
    explicit Interpreter(Channel &channel);
    Interpreter(const Interpreter &) = delete;
    Interpreter &operator=(const Interpreter &) = delete;

    bool start(const char *executable); ///< False after writing the reason to standard error.
    int run(const Json &start);
    int end(int status); ///< Joins threads and runs atexit handlers, as CPython does; gives the status to
                         ///< exit with.

private:
    Channel &m_channel;
};

} // namespace studio::runner
