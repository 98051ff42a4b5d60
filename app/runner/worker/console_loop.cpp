#include "worker/console_loop.h"

#include <unistd.h>

#include "worker/main_program.h"

namespace py = pybind11;

namespace studio::runner {

namespace {

constexpr int kTries = 5; // an interrupt may fall between any two lines of ours

/// Calls until it succeeds: an interrupt is not meant for us, and neither is a trace function of theirs that
/// fails in our code (Python takes it away then).
py::object insist(const py::object &function, const py::object &argument = {})
{
    for (int i = 0; i < kTries; ++i) {
        try {
            return argument ? function(argument) : function();
        } catch (py::error_already_set &error) {
            if (i + 1 == kTries) {
                error.discard_as_unraisable("studio-python");
            }
        }
    }
    return {};
}

/// What the next statement raises; None for nothing. False when there is no next one.
bool runNext(const py::object &console, const py::object &globals, py::object &error)
{
    py::object code;
    try {
        code = console.attr("next")();
    } catch (py::error_already_set &interrupted) { // just before the statement began
        error = interrupted.value();
        return interrupted.matches(PyExc_KeyboardInterrupt);
    }
    if (code.is_none()) {
        return false;
    }
    const auto result
        = py::reinterpret_steal<py::object>(PyEval_EvalCode(code.ptr(), globals.ptr(), globals.ptr()));
    error = result ? py::none() : takeError();
    return true;
}

} // namespace

ConsoleLoop::ConsoleLoop(const py::object &start)
    : m_start(start)
    , m_process(::getpid())
{
    if (start.attr("get")("console", false).cast<bool>()) {
        m_make = py::module_::import("studio_console").attr("Console");
    }
}

int ConsoleLoop::run(const py::object &globals, int status) const
{
    if (!m_make || ::getpid() != m_process) {
        return status;
    }
    try {
        const py::object console = m_make(m_start, globals, status);
        const py::object begun = insist(console.attr("begin"));
        if (!begun || !begun.cast<bool>()) {
            return status;
        }
        py::object error = py::none();
        while (runNext(console, globals, error)) {
            if (!insist(console.attr("ran"), error)) {
                break;
            }
            error = py::none();
        }
        return console.attr("status").cast<int>();
    } catch (py::error_already_set &error) {
        error.discard_as_unraisable("studio-python");
        return status;
    }
}

} // namespace studio::runner
