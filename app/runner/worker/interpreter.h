#pragma once

#include <string>
#include <vector>

#include "worker/channel.h"

namespace studio::runner {

/// Starts an isolated interpreter, runs the job of a `start` message, ends the interpreter, and gives the
/// exit status for the process. Once a process.
class Interpreter final
{
public:
    Interpreter() = default;
    Interpreter(const Interpreter &) = delete;
    Interpreter &operator=(const Interpreter &) = delete;

    bool start(const char *executable); ///< False after writing the reason to standard error.

    /// Imports what most programs need, so that processes forked from this one have it already.
    void warmUp();

    /// Does what a run does, with code of ours: a program up to its end, which would touch nearly all there
    /// is; a check to its end. In a process that is used for nothing else.
    void rehearse(bool check);

    /// Folders outside the system's that Python itself reads: a bundle's library, the libraries of ours.
    const std::vector<std::string> &libraries() const { return m_libraries; }

    void greet(Channel &channel, const Json &sandbox); ///< The hello message.
    int run(Channel &channel, const Json &start);

    /// Joins threads and runs atexit handlers, as CPython does; gives the status to exit with. A program that
    /// was interrupted lets go of what it made; the interpreter is then not taken apart, since somebody
    /// waits.
    int end(int status);

private:
    std::vector<std::string> m_libraries;
    bool m_program = false; ///< What runs is a program, whose end is to be Python's in all.
};

} // namespace studio::runner
