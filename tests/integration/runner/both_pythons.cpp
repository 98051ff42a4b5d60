#include "both_pythons.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "runs.h"

namespace studio::test {

namespace {

constexpr int kPatience = 30'000;

/// A folder with the program in it; all such folders' names are of one length.
class Place final
{
public:
    explicit Place(const SampleProgram &program)
        : m_dir(QDir::tempPath() % u"/sample-XXXXXX"_s)
    {
        put(program.fileName, program.code);
        for (auto it = program.files.begin(); it != program.files.end(); ++it) {
            put(it.key(), it.value());
        }
    }

    QString path() const { return m_dir.path(); }

private:
    void put(const QString &name, const QByteArray &content) const
    {
        const QString path = m_dir.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir m_dir;
};

QString sorted(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

/// Without what is another thing in each run. What names the worker's own file is told without a folder, by
/// Python with one: the only difference of tracebacks there is.
QString plain(QString text, const QString &folder)
{
    static const QRegularExpression address(u"0x[0-9a-f]{8,}"_s);
    static const QRegularExpression thrownAway(u"/tmp/studio-[A-Za-z0-9]{6}(/|\\b)"_s);
    if (folder.isEmpty()) {
        text.replace(thrownAway, QString());
    } else {
        text.remove(QString(folder % u'/')).remove(folder);
    }
    return text.replace(address, u"0xADDRESS"_s);
}

Doing doingOf(const SampleProgram &program, Doing doing, const QString &folder)
{
    doing.out = plain(doing.out, folder);
    doing.err = plain(doing.err, folder);
    if (program.unsorted) {
        doing.out = sorted(doing.out);
    }
    return doing;
}

class PythonRun final
{
public:
    explicit PythonRun(const SampleProgram &program)
        : m_program(program)
        , m_place(program)
    {
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/usr/local/bin:/usr/bin:/bin"_s);
        environment.insert(u"LANG"_s, u"C.UTF-8"_s);
        environment.insert(u"HOME"_s, QDir::homePath());
        m_python.setProcessEnvironment(environment);
        m_python.setWorkingDirectory(m_place.path());
        QStringList arguments{u"-X"_s, u"utf8"_s};
        if (program.unbuffered) {
            arguments << u"-u"_s;
        }
        m_python.start(u"/usr/bin/python3"_s, arguments + QStringList{program.fileName} + program.arguments);
        m_python.write(program.input);
        m_python.closeWriteChannel();
    }

    Doing end()
    {
        if (m_python.state() != QProcess::NotRunning) {
            REQUIRE(m_python.waitForFinished(kPatience));
        }
        Doing doing;
        doing.out = QString::fromUtf8(m_python.readAllStandardOutput());
        doing.err = QString::fromUtf8(m_python.readAllStandardError());
        const bool killed = m_python.exitStatus() == QProcess::CrashExit;
        doing.status = killed ? 128 + m_python.exitCode() : m_python.exitCode();
        return doingOf(m_program, doing, m_place.path());
    }

private:
    const SampleProgram &m_program;
    Place m_place;
    QProcess m_python;
};

RunRequest requestOf(const SampleProgram &program, RunKind kind, const QString &folder)
{
    RunRequest made = request(QString::fromUtf8(program.code), program.input);
    made.kind = kind;
    made.network = program.network;
    made.fileName = program.fileName;
    made.arguments = program.arguments;
    if (kind == RunKind::Program) {
        made.workingFolder = folder;
        made.limits = RunLimits::forProgram();
    } else {
        made.files = program.files;
        made.limits = RunLimits::forCheck();
    }
    return made;
}

/// One for all programs of this process, since the first run of each starts a server; gone before the
/// application is.
runner::WorkerRunner &sharedRunner()
{
    static runner::WorkerRunner *shared = nullptr;
    if (!shared) {
        shared = new runner::WorkerRunner(workerPath());
        qAddPostRoutine([] {
            delete shared;
            shared = nullptr;
        });
    }
    return *shared;
}

class WorkerRun final
{
public:
    WorkerRun(const SampleProgram &program, const RunRequest &request)
        : m_program(program)
        , m_folder(request.workingFolder)
        , m_run(sharedRunner().run(request))
        , m_finished(m_run.get(), &Run::finished)
    {
        QObject::connect(m_run.get(), &Run::output, m_run.get(),
                         [this](RunStream stream, const QByteArray &bytes) {
                             (stream == RunStream::Out ? m_out : m_err) += bytes;
                         });
    }

    Run &run() { return *m_run; }

    Doing end()
    {
        REQUIRE((!m_finished.isEmpty() || m_finished.wait(kPatience)));
        const auto result = m_finished.first().first().value<RunResult>();
        INFO(result.failure.toStdString());
        REQUIRE(result.state != RunState::WorkerFailed);
        return doingOf(m_program,
                       {QString::fromUtf8(m_out), QString::fromUtf8(m_err), result.exitCode, result.state},
                       m_folder);
    }

private:
    const SampleProgram &m_program;
    QString m_folder;
    std::unique_ptr<Run> m_run;
    QSignalSpy m_finished;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace

Doing inPython(const SampleProgram &program)
{
    return PythonRun(program).end();
}

Doing inWorker(const SampleProgram &program, RunKind kind)
{
    const Place place(program);
    return WorkerRun(program, requestOf(program, kind, place.path())).end();
}

std::pair<Doing, Doing> inBoth(const SampleProgram &program)
{
    const Place place(program);
    PythonRun python(program);
    Doing worker = WorkerRun(program, requestOf(program, RunKind::Program, place.path())).end();
    return {python.end(), std::move(worker)};
}

Doing inDialogue(const SampleProgram &program)
{
    const Place place(program);
    RunRequest made = requestOf(program, RunKind::Program, place.path());
    made.input.reset();
    WorkerRun worker(program, made);
    QStringList lines = QString::fromUtf8(program.input).split(u'\n');
    QObject::connect(&worker.run(), &Run::inputRequested, &worker.run(), [&] {
        if (lines.size() > 1) {
            worker.run().sendInput(lines.takeFirst());
        } else {
            worker.run().endInput();
        }
    });
    return worker.end();
}

bool pythonHas(const QString &module)
{
    return QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import "_s % module}) == 0;
}

QString differenceOf(const QString &python, const QString &worker)
{
    constexpr qsizetype kShown = 12;
    if (python == worker) {
        return {};
    }
    const QStringList theirs = python.split(u'\n');
    const QStringList ours = worker.split(u'\n');
    qsizetype first = 0;
    while (first < theirs.size() && first < ours.size() && theirs[first] == ours[first]) {
        ++first;
    }
    QString text = u"from line %1 on\n"_s.arg(first + 1);
    for (const QString &line : theirs.mid(first, kShown)) {
        text += u"- "_s % line % u'\n';
    }
    for (const QString &line : ours.mid(first, kShown)) {
        text += u"+ "_s % line % u'\n';
    }
    return text;
}

} // namespace studio::test
