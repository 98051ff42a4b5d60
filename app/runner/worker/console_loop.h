#pragma once

#include <pybind11/pybind11.h>

namespace studio::runner {

/// What comes after a program whose start message asks for a console: statements, one by one.
///
/// With the GIL, on the main thread.
class ConsoleLoop final
{
public:
    /// Before the program, so that what it does to modules and builtins does not reach ours.
    explicit ConsoleLoop(const pybind11::object &start);

    /// Takes statements until the host has no more or one of them leaves, and gives the exit status: the
    /// program's own when no console was asked for. Never throws.
    int run(const pybind11::object &globals, int status) const;

private:
    pybind11::object m_start;
    pybind11::object m_make; ///< Unset: no console was asked for.
    int m_process; ///< A process that the program forked takes no statements.
};

} // namespace studio::runner
