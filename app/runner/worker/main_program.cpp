#include "worker/main_program.h"

#include "worker/console_loop.h"

namespace py = pybind11;

namespace studio::runner {

namespace {

/// Runs a hook of the program's own as the interpreter does: with no frame of ours, and ending the process
/// when the hook says so.
void callOwnHook(const py::object &error)
{
    PyErr_SetObject(reinterpret_cast<PyObject *>(Py_TYPE(error.ptr())), error.ptr());
    PyErr_Print();
}

} // namespace

py::object takeError()
{
    PyObject *type = nullptr;
    PyObject *value = nullptr;
    PyObject *traceback = nullptr;
    PyErr_Fetch(&type, &value, &traceback);
    if (!type) {
        return py::none();
    }
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback) {
        PyException_SetTraceback(value, traceback);
    }
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return py::reinterpret_steal<py::object>(value);
}

int runMainProgram(const py::module_ &program, const py::object &start)
{
    const ConsoleLoop console(start);
    const py::object plan = program.attr("begin")(start);
    if (plan.is_none()) {
        return console.run(py::module_::import("__main__").attr("__dict__"),
                           1); // a syntax error, told already
    }
    const auto [code, globals] = plan.cast<std::pair<py::object, py::object>>();
    const auto result
        = py::reinterpret_steal<py::object>(PyEval_EvalCode(code.ptr(), globals.ptr(), globals.ptr()));
    const py::object error = result ? py::none() : takeError();
    const auto [status, hooked] = program.attr("ended")(start, error).cast<std::pair<int, bool>>();
    if (hooked) {
        callOwnHook(error);
    }
    return console.run(globals, status);
}

} // namespace studio::runner
