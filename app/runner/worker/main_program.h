#pragma once

#include <pybind11/pybind11.h>

namespace studio::runner {

/// The exception that is set, whole: with its type made an object and its traceback on it; None if none is.
/// It is set no longer.
pybind11::object takeError();

/// Runs the text of a start message as `python3 file.py` would, and gives the exit status.
///
/// The code is evaluated from here, with no Python frame of ours below it: `sys._getframe`, `warnings`,
/// `inspect.stack` and the depth of a recursion are what they are in a Python of its own. With the GIL, on
/// the main thread. Throws error_already_set only when our own code fails or is interrupted.
int runMainProgram(const pybind11::module_ &program, const pybind11::object &start);

} // namespace studio::runner
