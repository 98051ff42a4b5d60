#include "worker/output_stream.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <initializer_list>
#include <new>
#include <pthread.h>
#include <Python.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "worker/own_thread.h"

namespace studio::runner {

namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr long kPromptNanoseconds = 2'000'000; // a line after this long a silence is written at once
constexpr timespec kHeldBack{0, 4'000'000}; // at most so long is anything held back
constexpr timespec kDrainStep{0, 30'000};
constexpr int kDrainSteps = 600; // about 20 ms: a host that does not read must not stop the program

long long nowNanoseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

bool isPipe(int descriptor)
{
    struct stat info
    {
    };

    return ::fstat(descriptor, &info) == 0 && S_ISFIFO(info.st_mode);
}

/// Until the reader has taken all, or a short while.
void waitUntilRead(int descriptor)
{
    for (int step = 0; step < kDrainSteps && isPipe(descriptor); ++step) {
        int waiting = 0;
        if (::ioctl(descriptor, FIONREAD, &waiting) != 0 || waiting == 0) {
            return;
        }
        ::nanosleep(&kDrainStep, nullptr);
    }
}

/// Standard output's bytes on their way. `m_pending` is guarded by `m_lock`, which is held for moments only;
/// `m_writing` keeps writers in turn, and is never waited for with the GIL.
class Collector final
{
public:
    /// True when the caller should flush now.
    bool add(const char *text, std::size_t size)
    {
        ::pthread_mutex_lock(&m_lock);
        m_pending.append(text, size);
        const bool prompt = nowNanoseconds() - m_written > kPromptNanoseconds && m_pending.back() == '\n';
        const bool now = prompt || m_pending.size() >= kChunk;
        if (!now && !m_threadRuns) {
            m_threadRuns = startOwnThread(&Collector::run, this);
        }
        if (!now && m_asleep) {
            m_asleep = false;
            ::pthread_cond_signal(&m_wake);
        }
        ::pthread_mutex_unlock(&m_lock);
        return now;
    }

    bool isEmpty() const { return m_pending.empty(); } // a hint; read without the lock

    /// 0, or errno.
    int flush()
    {
        ::pthread_mutex_lock(&m_writing);
        ::pthread_mutex_lock(&m_lock);
        m_taken.swap(m_pending);
        m_pending.clear();
        ::pthread_mutex_unlock(&m_lock);
        const int failed = write(m_taken);
        m_taken.clear();
        m_written = nowNanoseconds();
        ::pthread_mutex_unlock(&m_writing);
        return failed;
    }

    /// For a process that is about to end by a signal or _exit(): no lock is waited for.
    void flushLast()
    {
        if (!m_pending.empty() && ::pthread_mutex_trylock(&m_lock) == 0) {
            write(m_pending);
            m_pending.clear();
            ::pthread_mutex_unlock(&m_lock);
        }
    }

    void beforeFork()
    {
        flush();
        ::pthread_mutex_lock(&m_writing);
        ::pthread_mutex_lock(&m_lock);
    }

    void afterForkInParent()
    {
        ::pthread_mutex_unlock(&m_lock);
        ::pthread_mutex_unlock(&m_writing);
    }

    void afterForkInChild()
    {
        m_lock = PTHREAD_MUTEX_INITIALIZER;
        m_writing = PTHREAD_MUTEX_INITIALIZER;
        m_wake = PTHREAD_COND_INITIALIZER;
        m_threadRuns = m_asleep = false;
    }

    std::atomic<bool> errorWritten = false; ///< Standard error was written to since the last flush.

private:
    int write(const std::string &text)
    {
        if (!text.empty() && errorWritten.exchange(false)) {
            waitUntilRead(STDERR_FILENO);
        }
        for (std::size_t sent = 0; sent < text.size();) {
            const ssize_t count = ::write(STDOUT_FILENO, text.data() + sent, text.size() - sent);
            if (count > 0) {
                sent += static_cast<std::size_t>(count);
            } else if (count < 0 && errno != EINTR) {
                return errno;
            }
        }
        return 0;
    }

    static void *run(void *self)
    {
        static_cast<Collector *>(self)->flushNowAndThen();
        return nullptr;
    }

    [[noreturn]] void flushNowAndThen()
    {
        for (;;) {
            ::pthread_mutex_lock(&m_lock);
            while (m_pending.empty()) {
                m_asleep = true;
                ::pthread_cond_wait(&m_wake, &m_lock);
            }
            m_asleep = false;
            ::pthread_mutex_unlock(&m_lock);
            ::nanosleep(&kHeldBack, nullptr);
            flush();
        }
    }

    pthread_mutex_t m_lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_t m_writing = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t m_wake = PTHREAD_COND_INITIALIZER;
    std::string m_pending;
    std::string m_taken;
    std::atomic<long long> m_written = 0;
    bool m_threadRuns = false;
    bool m_asleep = false;
};

// Signal handlers, fork handlers and _exit() reach it, and it is never destroyed: threads may print to the
// end.
alignas(Collector) char collectorRoom[sizeof(Collector)];
Collector *collector = nullptr;

PyTypeObject *textIoWrapper = nullptr;
PyObject *standardOutput
    = nullptr; // as they were installed; a stream that a program makes itself is none of ours
PyObject *standardError = nullptr;
bool outputIsPlain = false; // UTF-8, no translation, open
bool errorIsPlain = false;

PyObject *base(const char *method, PyObject *self, PyObject *arguments, PyObject *named = nullptr)
{
    PyObject *function = PyObject_GetAttrString(reinterpret_cast<PyObject *>(textIoWrapper), method);
    if (!function) {
        return nullptr;
    }
    const Py_ssize_t count = arguments ? PyTuple_GET_SIZE(arguments) : 0;
    PyObject *all = PyTuple_New(count + 1);
    PyObject *result = nullptr;
    if (all) {
        Py_INCREF(self);
        PyTuple_SET_ITEM(all, 0, self);
        for (Py_ssize_t i = 0; i < count; ++i) {
            PyObject *each = PyTuple_GET_ITEM(arguments, i);
            Py_INCREF(each);
            PyTuple_SET_ITEM(all, i + 1, each);
        }
        result = PyObject_Call(function, all, named);
        Py_DECREF(all);
    }
    Py_DECREF(function);
    return result;
}

PyObject *baseWrite(PyObject *self, PyObject *text)
{
    PyObject *arguments = PyTuple_Pack(1, text);
    PyObject *result = arguments ? base("write", self, arguments) : nullptr;
    Py_XDECREF(arguments);
    return result;
}

/// False with a Python error set.
bool flushOutput()
{
    if (collector->isEmpty()) {
        return true;
    }
    int failed = 0;
    Py_BEGIN_ALLOW_THREADS;
    failed = collector->flush();
    Py_END_ALLOW_THREADS;
    if (failed != 0) {
        errno = failed;
        PyErr_SetFromErrno(PyExc_OSError);
        return false;
    }
    return PyErr_CheckSignals() == 0;
}

/// Standard error is written at once, after what was printed before it.
bool writeError(const char *text, Py_ssize_t size)
{
    int failed = 0;
    Py_BEGIN_ALLOW_THREADS;
    collector->flush();
    waitUntilRead(STDOUT_FILENO);
    for (Py_ssize_t sent = 0; sent < size && failed == 0;) {
        const ssize_t count = ::write(STDERR_FILENO, text + sent, static_cast<std::size_t>(size - sent));
        if (count > 0) {
            sent += count;
        } else if (count < 0 && errno != EINTR) {
            failed = errno;
        }
    }
    collector->errorWritten = true;
    Py_END_ALLOW_THREADS;
    if (failed != 0) {
        errno = failed;
        PyErr_SetFromErrno(PyExc_OSError);
        return false;
    }
    return true;
}

PyObject *streamWrite(PyObject *self, PyObject *text)
{
    const bool output = self == standardOutput && outputIsPlain;
    const bool error = self == standardError && errorIsPlain;
    if ((!output && !error) || !PyUnicode_Check(text)) {
        return baseWrite(self, text);
    }
    Py_ssize_t size = 0;
    const char *bytes = PyUnicode_AsUTF8AndSize(text, &size);
    if (!bytes) { // lone surrogates: the base knows the stream's error handler
        PyErr_Clear();
        if (output && !flushOutput()) {
            return nullptr;
        }
        PyObject *count = baseWrite(self, text);
        PyObject *flushed = count ? base("flush", self, nullptr) : nullptr;
        Py_XDECREF(flushed);
        return count;
    }
    for (Py_ssize_t at = 0; output && at < size; at += static_cast<Py_ssize_t>(kChunk)) {
        const auto part = std::min(kChunk, static_cast<std::size_t>(size - at));
        if (collector->add(bytes + at, part) && !flushOutput()) {
            return nullptr;
        }
    }
    if (size > 0 && error && !writeError(bytes, size)) {
        return nullptr;
    }
    return PyLong_FromSsize_t(PyUnicode_GET_LENGTH(text));
}

PyObject *streamFlush(PyObject *self, PyObject * /*none*/)
{
    if (self == standardOutput && !flushOutput()) {
        return nullptr;
    }
    return base("flush", self, nullptr);
}

/// What changes the stream: first what was printed the old way, then nothing of ours stands between.
PyObject *plainNoMore(const char *method, PyObject *self, PyObject *arguments, PyObject *named)
{
    if (self == standardOutput) {
        if (!flushOutput()) {
            return nullptr;
        }
        outputIsPlain = false;
    } else if (self == standardError) {
        errorIsPlain = false;
    }
    return base(method, self, arguments, named);
}

PyObject *streamReconfigure(PyObject *self, PyObject *arguments, PyObject *named)
{
    return plainNoMore("reconfigure", self, arguments, named);
}

PyObject *streamClose(PyObject *self, PyObject * /*none*/)
{
    return plainNoMore("close", self, nullptr, nullptr);
}

PyObject *streamDetach(PyObject *self, PyObject * /*none*/)
{
    return plainNoMore("detach", self, nullptr, nullptr);
}

PyObject *streamWriteLines(PyObject *self, PyObject *lines)
{
    PyObject *each = PyObject_GetIter(lines);
    if (!each) {
        return nullptr;
    }
    while (PyObject *line = PyIter_Next(each)) {
        PyObject *written = streamWrite(self, line);
        Py_DECREF(line);
        if (!written) {
            break;
        }
        Py_DECREF(written);
    }
    Py_DECREF(each);
    return PyErr_Occurred() ? nullptr : Py_NewRef(Py_None);
}

PyMethodDef streamMethods[] = {
    {"write", streamWrite, METH_O, nullptr},
    {"writelines", streamWriteLines, METH_O, nullptr},
    {"flush", streamFlush, METH_NOARGS, nullptr},
    {"close", streamClose, METH_NOARGS, nullptr},
    {"detach", streamDetach, METH_NOARGS, nullptr},
    {"reconfigure", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(streamReconfigure)),
     METH_VARARGS | METH_KEYWORDS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyType_Slot streamSlots[] = {{Py_tp_methods, streamMethods}, {0, nullptr}};
PyType_Spec streamSpec = {"_io.TextIOWrapper", 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, streamSlots};

/// The stream of `sys` again, as one of ours over the same buffer.
PyObject *wrapAgain(PyObject *type, PyObject *sys, const char *name)
{
    PyObject *old = PyObject_GetAttrString(sys, name);
    PyObject *errors = old ? PyObject_GetAttrString(old, "errors") : nullptr;
    PyObject *line = old ? PyObject_GetAttrString(old, "line_buffering") : nullptr;
    PyObject *buffer = errors && line ? PyObject_CallMethod(old, "detach", nullptr) : nullptr;
    PyObject *made
        = buffer ? PyObject_CallFunction(type, "OsOsO", buffer, "utf-8", errors, "\n", line) : nullptr;
    if (made) {
        PyObject *mode = PyUnicode_FromString("w");
        PyObject_SetAttrString(made, "mode", mode);
        Py_XDECREF(mode);
        const std::string original = std::string("__") + name + "__";
        PySys_SetObject(name, made);
        PySys_SetObject(original.c_str(), made);
    }
    Py_XDECREF(buffer);
    Py_XDECREF(line);
    Py_XDECREF(errors);
    Py_XDECREF(old);
    return made;
}

extern "C" void flushAndDie(int signal)
{
    flushOutputStreams();
    ::raise(signal); // its action is the default again
}

void flushOnCrash()
{
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) {
        struct sigaction action
        {
        };

        action.sa_handler = flushAndDie;
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace

void flushOutputStreams()
{
    if (collector) {
        collector->flushLast();
    }
}

bool outputStreamsInstalled()
{
    return standardError != nullptr;
}

bool installOutputStreams()
{
    PyObject *sys = PyImport_ImportModule("sys");
    PyObject *io = PyImport_ImportModule("_io");
    PyObject *wrapper = io ? PyObject_GetAttrString(io, "TextIOWrapper") : nullptr;
    PyObject *bases = wrapper ? PyTuple_Pack(1, wrapper) : nullptr;
    PyObject *type = bases ? PyType_FromSpecWithBases(&streamSpec, bases) : nullptr;
    if (type && sys) {
        textIoWrapper = reinterpret_cast<PyTypeObject *>(wrapper);
        collector = new (collectorRoom) Collector;
        standardOutput = wrapAgain(type, sys, "stdout");
        standardError = standardOutput ? wrapAgain(type, sys, "stderr") : nullptr;
    }
    if (standardOutput && standardError) {
        outputIsPlain = errorIsPlain = true;
        ::pthread_atfork([] { collector->beforeFork(); }, [] { collector->afterForkInParent(); },
                         [] { collector->afterForkInChild(); });
        flushOnCrash();
    }
    Py_XDECREF(type);
    Py_XDECREF(bases);
    Py_XDECREF(io);
    Py_XDECREF(sys);
    return standardError != nullptr;
}

} // namespace studio::runner

/// os._exit() comes here instead of to the C library: what was printed is not lost, as it would not be in a
/// terminal.
extern "C" __attribute__((visibility("default"))) void _exit(int status)
{
    studio::runner::flushOutputStreams();
    for (;;) {
        ::syscall(SYS_exit_group, status);
    }
}
