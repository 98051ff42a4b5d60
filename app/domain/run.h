#pragma once

#include "domain/error_explanation.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace studio {

enum class RunStream { Out, Err };

/// What a run may use up. Zero means no limit.
struct RunLimits
{
    std::chrono::milliseconds cpu{0};
    std::chrono::milliseconds wall{0}; ///< Time waiting for input() does not count.
    qint64 memoryBytes = 0;
    qint64 outputBytes = 0; ///< stdout and stderr together.
    qint64 fileBytes = 0; ///< Size of one file that is written.
    int openFiles = 0;
    int processes = 0; ///< Further processes and threads; 0 forbids nothing here.
    qint64 allFilesBytes = 0; ///< What all files written together may take up.

    static RunLimits forProgram(); ///< Generous: a learner's own program.
    static RunLimits forCheck(); ///< Tight: 5 s CPU, 10 s wall, 256 MiB, 1 MiB of output.
};

/// Whose code it is, which decides what it may reach. Course code and code from the forum count as a check's.
enum class RunKind {
    Program, ///< The learner's own: its project folder, further processes, the network if
             ///< RunRequest::network.
    Check, ///< A throw-away folder, no network, no further processes.
};

/// One Python program to run in a process of its own.
struct RunRequest
{
    RunKind kind = RunKind::Check;
    bool network = false; ///< Programs only.
    QString code;
    QString fileName; ///< As it appears in tracebacks and `__file__`, e.g. `main.py`.
    QStringList arguments; ///< sys.argv[1:]
    QString workingFolder; ///< Empty: a throw-away folder, removed after the run.
    QMap<QString, QByteArray> files; ///< Put into the throw-away folder before the run; relative paths.
    std::optional<QByteArray> input; ///< All of standard input; unset: the run asks by inputRequested().
    RunLimits limits;
    bool keepForConsole = false; ///< The interpreter lives on after the program; see Run::takeConsole().
    QStringList
        importPaths; ///< Absolute folders of installed packages, looked in after the standard library.
    QString explain; ///< Language to explain what goes wrong in, `en` or `fr`; empty: nothing is explained.
};

enum class RunState {
    Finished, ///< Came to its end, or left by sys.exit()/os._exit(); see exitCode.
    Raised, ///< An uncaught exception; see error.
    SyntaxError, ///< Never began; see error.
    Crashed, ///< Ended by a signal of its own doing, e.g. a segmentation fault; see signalName.
    Stopped, ///< By the person.
    OutOfTime, ///< CPU or wall limit.
    OutOfMemory,
    TooMuchOutput,
    TooMuchWritten, ///< Its files together.
    WorkerFailed, ///< Python itself could not be started, or broke the protocol. Not the learner's doing.
};

struct TraceFrame
{
    QString file; ///< As in RunRequest::fileName for the learner's own lines.
    int line = 0; ///< From 1.
    QString function;
    QString text; ///< The source line, stripped.
    bool own = false; ///< A line of the learner's file.
};

struct RunError
{
    QString type; ///< `ZeroDivisionError`
    QString message; ///< `division by zero`
    QString traceback; ///< As CPython prints it, frames of the worker left out.
    std::vector<TraceFrame> frames; ///< Outermost first.
    int line = 0; ///< The learner's line nearest to the error; 0 when unknown.
    int column = 0; ///< For syntax errors, from 1.
};

struct RunResult
{
    RunState state = RunState::WorkerFailed;
    int exitCode = 0; ///< What a shell would see.
    QString signalName; ///< `SIGSEGV`
    std::optional<RunError> error;
    std::optional<ErrorExplanation> explanation; ///< When RunRequest::explain asked and there is one.
    QString failure; ///< For WorkerFailed: English, for the log and the report.
    bool leftEarly = false; ///< Finished by os._exit(), without Python's own clean-up.
    std::chrono::microseconds wall{0};
};

bool cameToItsEnd(const RunResult &result); ///< Finished with exit code 0, and not early.

} // namespace studio
