#include "worker/interpreter.h"

#include <pybind11/embed.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <filesystem>
#include <sys/socket.h>
#include <unistd.h>

#include "studio_frozen.h"
#include "worker/liveness.h"
#include "worker/main_program.h"
#include "worker/output_stream.h"
#include "worker/values.h"

namespace py = pybind11;

namespace studio::runner {

namespace {

constexpr int kInterrupted = 130; // 128 + SIGINT, as Python and shells have it

Channel *theChannel = nullptr; // the native module has no other way to its process's only channel

py::object receive()
{
    std::optional<Json> message;
    {
        const py::gil_scoped_release release;
        message = theChannel->receive();
    }
    return message ? toPython(*message) : py::none();
}

void send(const py::dict &message)
{
    if (!theChannel->send(toJson(message))) {
        Json small = {{"type", textField(toJson(message), "type")}, {"left", false}};
        small["id"] = numberField(toJson(message), "id");
        small["error"] = {{"type", "MemoryError"}, {"message", "the result is too large to be told"}};
        theChannel->send(small);
    }
}

std::string absolute(const std::string &file)
{
    return std::filesystem::absolute(std::filesystem::u8path(file)).lexically_normal().string();
}

} // namespace

// NOLINTNEXTLINE: the macro makes a function of its own
PYBIND11_EMBEDDED_MODULE(_studio, module)
{
    module.def("receive", &receive);
    module.def("send", &send);
    module.def("absolute", &absolute);
    module.def("encode", [](py::handle object) { return toPython(encodeValue(object)); });
    module.def("decode", [](py::handle value) { return decodeValue(toJson(value)); });
    module.def("is_plain", [](py::handle value) { return isPlain(toJson(value)); });
}

namespace {

bool failed(const PyStatus &status)
{
    if (PyStatus_Exception(status)) {
        std::fprintf(stderr, "studio-python: %s: %s\n", status.func ? status.func : "start",
                     status.err_msg ? status.err_msg : "");
        return true;
    }
    return false;
}

/// A bundle carries its own standard library beside the worker; else the system's is used.
std::filesystem::path bundledHome(const char *executable)
{
    std::error_code error;
    const auto bin = std::filesystem::weakly_canonical(executable, error).parent_path();
    const auto home = bin.parent_path() / "python";
    return std::filesystem::exists(home / "lib" / STUDIO_PYTHON_FOLDER / "os.py", error)
        ? home
        : std::filesystem::path();
}

} // namespace

bool Interpreter::start(const char *executable)
{
    std::setlocale(LC_CTYPE, "C.UTF-8"); // as Python itself does; isolated, it leaves it alone
    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
    if (failed(Py_PreInitialize(&before))) {
        return false;
    }
    PyImport_FrozenModules = studioFrozenModules();
    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.install_signal_handlers = 1; // Stop is a KeyboardInterrupt
    config.parse_argv = 0;
    config.pathconfig_warnings = 0;
    config.site_import = 1; // gives exit(), quit() and help()
    config.write_bytecode = 0;
    PyConfig_SetString(&config, &config.stdio_encoding, L"utf-8");
    PyConfig_SetString(&config, &config.stdio_errors, L"surrogateescape");
    // What sys.executable says, for programs that start another Python.
    PyConfig_SetString(&config, &config.program_name, L"/usr/bin/python3");
    if (const auto home = bundledHome(executable); !home.empty()) {
        PyConfig_SetString(&config, &config.home, home.wstring().c_str());
    }
    const PyStatus status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (failed(status)) {
        return false;
    }
    if (const auto home = bundledHome(executable); !home.empty()) {
        m_libraries.push_back(home.string());
    }
    return true;
}

void Interpreter::warmUp()
{
    try {
        if (!installOutputStreams()) {
            throw py::error_already_set();
        }
        py::module_::import("studio_start").attr("warm_up")();
    } catch (py::error_already_set &error) {
        error.discard_as_unraisable("studio-python"); // only slower then
    }
}

void Interpreter::rehearse(bool check)
{
    std::array<int, 2> ends{};
    if (::chdir("/") != 0 || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return;
    }
    const Json start = {{"type", "start"},
                        {"version", kProtocolVersion},
                        {"job", check ? "module" : "program"},
                        {"code", check ? "def f(n):\n    return n * 3\n" : "print(1)\n"},
                        {"file", "main.py"},
                        {"module", "__main__"},
                        {"args", Json::array()},
                        {"import_paths", Json::array()},
                        {"interactive", !check},
                        {"limits", {{"cpu_ms", 0}, {"memory", 0}}},
                        {"environment", {{"HOME", "/"}, {"TMPDIR", "/"}}},
                        {"sandbox", {{"check", check}, {"folder", "/"}, {"readable", Json::array()}}}};
    Channel host(ends[0]); // nobody reads what the run says: it is little
    Channel channel(ends[1]);
    host.send(start);
    host.send({{"type", "call"}, {"id", 1}, {"expression", "f(1)"}, {"input", ""}});
    host.send({{"type", "end"}});
    if (const auto message = channel.receive()) {
        greet(channel, {{"namespaces", true}, {"landlock", 1}, {"seccomp", true}, {"limits", true}});
        const int status = run(channel, *message);
        if (check) {
            end(status);
        }
    }
}

void Interpreter::greet(Channel &channel, const Json &sandbox)
{
    const py::module_ sys = py::module_::import("sys");
    const std::string version = py::str(sys.attr("version"));
    channel.send({{"type", "hello"},
                  {"version", kProtocolVersion},
                  {"python", version.substr(0, version.find(' '))},
                  {"home", std::string(py::str(sys.attr("prefix")))},
                  {"sandbox", sandbox}});
}

int Interpreter::run(Channel &channel, const Json &start)
{
    theChannel = &channel;
    static const char *const kModules[][2] = {{"program", "studio_program"},
                                              {"module", "studio_calls"},
                                              {"tests", "studio_tests"},
                                              {"open-tests", "studio_tests"},
                                              {"inspect", "studio_inspect"}};
    const std::string job = textField(start, "job");
    const char *name = nullptr;
    for (const auto &entry : kModules) {
        if (job == entry[0]) {
            name = entry[1];
        }
    }
    if (!name) {
        std::fprintf(stderr, "studio-python: no such job\n");
        return 2;
    }
    m_program = job == "program";
    try {
        if (!outputStreamsInstalled() && !installOutputStreams()) {
            throw py::error_already_set();
        }
        answerProbes(channel);
        const py::module_ module
            = py::module_::import(name); // before a file of the learner's can get in its way
        const py::object message = toPython(start);
        py::module_::import("studio_start").attr("prepare")(message);
        if (job == "program") {
            return runMainProgram(module, message);
        }
        return module.attr("run")(message).cast<int>();
    } catch (py::error_already_set &error) {
        // Our own code failed, e.g. for want of memory or by an interrupt between two lines of it.
        const bool interrupted = error.matches(PyExc_KeyboardInterrupt);
        const bool memory = error.matches(PyExc_MemoryError);
        error.discard_as_unraisable("studio-python");
        channel.send({{"type", "done"},
                      {"state", "raised"},
                      {"error",
                       {{"type",
                         interrupted  ? "KeyboardInterrupt"
                             : memory ? "MemoryError"
                                      : "SystemError"}}}});
        return interrupted ? kInterrupted : 1;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "studio-python: %s\n", error.what());
        return 2;
    }
}

int Interpreter::end(int status)
{
    const bool stopped = status == kInterrupted;
    if (m_program && !stopped) {
        return Py_FinalizeEx() < 0 ? 120 : status;
    }
    try {
        py::module_::import("studio_start").attr(m_program ? "leave_stopped" : "leave")();
    } catch (py::error_already_set &error) {
        error.discard_as_unraisable("studio-python");
    }
    return status;
}

} // namespace studio::runner
