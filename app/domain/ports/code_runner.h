#pragma once

#include "domain/drawing.h"
#include "domain/picture.h"
#include "domain/ports/console.h"
#include "domain/py_value.h"
#include "domain/result.h"
#include "domain/run.h"
#include "domain/sandbox_report.h"

#include <QObject>

#include <memory>

namespace studio {

/// One program running in a worker process. Lives on the thread that started it; deleting it kills the
/// process.
///
/// Every run ends with exactly one finished(), whatever happens, and never inside start().
class Run : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Run)

public:
    explicit Run(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~Run() override = default;

    virtual bool isRunning() const = 0;

    /// After finished(), when RunRequest::keepForConsole: the interpreter with all the program's names. Null
    /// when the process is gone with the program (a crash, os._exit, a limit), and when it was taken already.
    virtual std::unique_ptr<Console> takeConsole() { return nullptr; }

public Q_SLOTS:
    virtual void sendInput(const QString &line)
        = 0; ///< Without the newline. Queued until the program reads it.
    virtual void endInput() = 0; ///< End of file, as Ctrl+D.
    virtual void stop() = 0; ///< Interrupts; kills what has not ended shortly after.

    /// What a person did on the drawing; the program hears of what it asked for, see DrawingListens.
    virtual void sendEvent(const studio::CanvasEvent & /*event*/) { }

Q_SIGNALS:
    void output(studio::RunStream stream,
                const QByteArray &bytes); ///< Any size; may split a UTF-8 character.
    void inputRequested(); ///< The program waits in input(); what it prompted has been output before.
    void drew(const studio::DrawingChange &change); ///< Up to about 30 times a second.
    void pictureShown(const studio::Picture &picture);
    void finished(const studio::RunResult &result);
};

/// One call into a module of the learner's.
struct CallRequest
{
    QString expression; ///< `second_largest([3, 9, 5])`
    QByteArray input; ///< Standard input during the call.
};

struct CallAnswer
{
    std::optional<PyValue> value; ///< Set when the call gave something back.
    std::optional<RunError> error; ///< Set when it raised.
    QString printed; ///< Standard output during the call, cut at the output limit.
    bool left = false; ///< The process left (sys.exit, os._exit, crash) instead of answering; see finished().
};

/// A learner's module, loaded in a worker process, that answers calls one by one.
///
/// The process knows only the expressions sent so far; what is expected never reaches it. All that comes
/// back is untrusted: values are rebuilt from plain data, sizes are bounded.
class CallSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CallSession)

public:
    explicit CallSession(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~CallSession() override = default;

public Q_SLOTS:
    virtual void call(const studio::CallRequest &request) = 0; ///< After ready(); one at a time.
    virtual void end() = 0; ///< No more calls; finished() follows.

Q_SIGNALS:
    void ready(const QString &printed); ///< The module's own top-level code has run; what it printed.
    void answered(const studio::CallAnswer &answer);
    void finished(const studio::RunResult &result); ///< Exactly once; without ready() when the module failed.
};

/// A unittest file to run against a learner's module.
struct TestRequest
{
    QString answer; ///< The learner's source.
    QString answerFile; ///< `shapes.py`
    QString module; ///< `shapes`
    QString tests; ///< The author's source.
    QString testsFile; ///< `tests/test_shapes.py`
    bool open = false; ///< Run both in one process; else the tests call the answer through a proxy.
    RunLimits limits;
};

struct TestOutcome
{
    enum class State { Passed, Failed, Raised, Skipped };

    QString name; ///< `TestShapes.test_area`
    QString description; ///< First line of the test's docstring.
    State state = State::Raised;
    QString message; ///< The assertion's message, or the exception; bounded.
    std::optional<RunError> error; ///< Set when the learner's code raised.
};

struct TestReport
{
    std::vector<TestOutcome> tests;
    RunResult answerRun; ///< The process with the learner's code.
    RunResult testRun; ///< The process with the author's tests; the same as answerRun when open.
    bool testsBroken = false; ///< The test file itself failed to load, before touching the answer.
};

/// Running tests; deleting it kills both processes.
class TestSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestSession)

public:
    explicit TestSession(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~TestSession() override = default;

Q_SIGNALS:
    void finished(const studio::TestReport &report); ///< Exactly once.
};

/// Constructs found in a source text, by name as in ConstructRules, with their lines.
struct FoundConstruct
{
    QString name;
    int line = 0;
};

struct SourceFacts
{
    std::vector<FoundConstruct> constructs;
    std::optional<RunError> syntaxError;
};

/// Parsing a source text in a process that never runs it.
class Inspection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspection)

public:
    explicit Inspection(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    ~Inspection() override = default;

Q_SIGNALS:
    void finished(const studio::Result<studio::SourceFacts> &facts); ///< Exactly once.
};

/// What is known of the Python that runs learners' code.
struct PythonInfo
{
    QString version; ///< `3.11.2`
    QString worker; ///< Path of the worker executable.
    QString home; ///< Where its standard library is.
    SandboxReport sandbox;
};

/// Starts workers. All objects returned live on the calling thread.
class CodeRunner
{
    Q_DISABLE_COPY_MOVE(CodeRunner)

public:
    CodeRunner() = default;
    virtual ~CodeRunner() = default;

    virtual std::unique_ptr<Run> run(const RunRequest &request) = 0;
    virtual std::unique_ptr<CallSession> callSession(const RunRequest &module) = 0;
    virtual std::unique_ptr<TestSession> test(const TestRequest &request) = 0;
    virtual std::unique_ptr<Inspection> inspect(const QString &code) = 0;

    /// Has a worker ready ahead of the next run. Returns at once.
    virtual void warm() { }

    /// What holds the programs that are run, as the last worker found it.
    virtual SandboxReport sandbox() const { return {}; }

    /// Starts a worker and asks it; blocks up to five seconds. For `doctor` and the first-run check only.
    virtual Result<PythonInfo> probe() = 0;
};

} // namespace studio
