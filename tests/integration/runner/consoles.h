#pragma once

#include "domain/ports/console.h"

#include <QTest>

#include "runs.h"

namespace studio::test {

/// A program in a real worker and, after it, its console.
class Consoling final
{
public:
    explicit Consoling(const QString &code = {}, RunRequest wishes = {})
        : m_runner(workerPath())
    {
        wishes.code = code;
        wishes.fileName = u"main.py"_s;
        wishes.kind = RunKind::Program;
        wishes.keepForConsole = true;
        m_run = m_runner.run(wishes);
        QObject::connect(m_run.get(), &Run::output, m_run.get(),
                         [this](RunStream, const QByteArray &bytes) { program += bytes; });
        QObject::connect(m_run.get(), &Run::finished, m_run.get(), [this](const RunResult &ended) {
            ++finished;
            result = ended;
            take();
        });
    }

    Run &run() { return *m_run; }

    Console &console() { return *m_console; }

    bool has() const { return m_console != nullptr; }

    bool waitForProgram() const
    {
        return QTest::qWaitFor([this] { return finished > 0; }, 20'000);
    }

    /// Runs a statement to its end and gives what it printed, both streams as they came.
    QString say(const QString &source, int milliseconds = 20'000)
    {
        start(source);
        return end(milliseconds);
    }

    void start(const QString &source)
    {
        REQUIRE((has() || (waitForProgram() && has())));
        printed.clear();
        const int before = answers;
        m_console->execute(source);
        m_expected = before + 1;
    }

    QString end(int milliseconds = 20'000)
    {
        REQUIRE(QTest::qWaitFor([this] { return answers >= m_expected || over; }, milliseconds));
        return QString::fromUtf8(printed);
    }

    CompletionList complete(const QString &before)
    {
        QSignalSpy told(m_console.get(), &Console::completed);
        m_console->complete(before);
        REQUIRE(told.wait(5000));
        return told.first().first().value<CompletionList>();
    }

    QStringList completions(const QString &before)
    {
        QStringList texts;
        for (const Completion &each : complete(before).items) {
            texts.append(each.text);
        }
        return texts;
    }

    VariableList variables()
    {
        QSignalSpy told(m_console.get(), &Console::variablesListed);
        m_console->listVariables();
        REQUIRE(told.wait(5000));
        return told.first().first().value<VariableList>();
    }

    Variable variable(const QString &name)
    {
        for (const Variable &each : variables().items) {
            if (each.name == name) {
                return each;
            }
        }
        return {};
    }

    VariableChildren inside(const Variable &variable, qint64 from = 0, int count = 100)
    {
        QSignalSpy told(m_console.get(), &Console::expanded);
        m_console->expand(variable.handle, from, count);
        REQUIRE(told.wait(5000));
        return told.first().first().value<VariableChildren>();
    }

    QByteArray program;
    QByteArray printed;
    RunResult result; ///< Of the program.
    int finished = 0;
    int answers = 0;
    ConsoleAnswer answer; ///< The last one.
    std::optional<RunResult> over; ///< How the console ended.
    int asked = 0;

private:
    void take()
    {
        m_console = m_run->takeConsole();
        if (!m_console) {
            return;
        }
        QObject::connect(m_console.get(), &Console::output, m_console.get(),
                         [this](RunStream, const QByteArray &bytes) { printed += bytes; });
        QObject::connect(m_console.get(), &Console::inputRequested, m_console.get(), [this] { ++asked; });
        QObject::connect(m_console.get(), &Console::ended, m_console.get(),
                         [this](const RunResult &ended) { over = ended; });
        QObject::connect(m_console.get(), &Console::executed, m_console.get(),
                         [this](const ConsoleAnswer &told) {
                             answer = told;
                             ++answers;
                         });
    }

    runner::WorkerRunner m_runner;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<Console> m_console;
    int m_expected = 0;
};

} // namespace studio::test
