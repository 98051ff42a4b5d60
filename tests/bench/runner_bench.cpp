// What the runner costs, measured inside one process. Prints one JSON object of lists.
//   studio-runner-bench first N     Run to the first output, a warm worker waiting, N times (ms)
//   studio-runner-bench check N     one check of a function with one case and with five, N times (ms)
//   studio-runner-bench hundred N   100 checks, two at a time, N times (ms)
//   studio-runner-bench million N   1,000,000 printed lines into the pane, its longest frame and memory
//   studio-runner-bench stop N      Stop in a flood and in a C call that looks at nothing, until it has ended
//   (ms) studio-runner-bench idle        says when a worker is warm and waits for the end of its input

#include "editor/code_theme.h"
#include "runner/host/worker_runner.h"
#include "services/grader.h"
#include "ui/widgets/output_pane.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

using Figures = QMap<QString, QJsonArray>;

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

RunRequest program(const QString &code)
{
    RunRequest request;
    request.kind = RunKind::Program;
    request.network = true; // as the settings have it at first
    request.code = code;
    request.fileName = u"main.py"_s;
    request.input = QByteArray();
    request.limits = RunLimits::forProgram();
    return request;
}

std::shared_ptr<Exercise> tripling(int cases)
{
    auto exercise = std::make_shared<Exercise>();
    exercise->kind = ExerciseKind::Function;
    exercise->fileName = u"f.py"_s;
    FunctionSpec spec;
    for (int i = 0; i < cases; ++i) {
        FunctionCase each;
        each.call = u"triple(%1)"_s.arg(i);
        each.gives = QString::number(3 * i);
        spec.cases.push_back(each);
    }
    exercise->spec = spec;
    return exercise;
}

const QString kTripled = u"def triple(n):\n    return n * 3\n"_s;

void measureFirst(runner::WorkerRunner &runner, Figures &figures)
{
    QTest::qWait(400); // a person thinks between two runs; a new worker gets warm meanwhile
    QElapsedTimer clock;
    clock.start();
    const auto run = runner.run(program(u"print(1)"_s));
    QEventLoop loop;
    QObject::connect(
        run.get(), &Run::output, &loop, [&] { figures[u"first_ms"_s].append(milliseconds(clock)); },
        Qt::SingleShotConnection);
    QObject::connect(run.get(), &Run::finished, &loop, &QEventLoop::quit);
    loop.exec();
    figures[u"whole_ms"_s].append(milliseconds(clock));
}

double checkTime(services::Grader &grader, int cases)
{
    QTest::qWait(60);
    QElapsedTimer clock;
    clock.start();
    const auto grading = grader.grade(tripling(cases), kTripled);
    QEventLoop loop;
    QObject::connect(grading.get(), &services::Grading::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return milliseconds(clock);
}

double hundredTime(services::Grader &grader)
{
    constexpr int kAll = 100;
    constexpr int kAtOnce = 2;
    QTest::qWait(200);
    std::vector<std::unique_ptr<services::Grading>> gradings;
    QEventLoop loop;
    int ended = 0;
    std::function<void()> next = [&] {
        if (gradings.size() == kAll) {
            return;
        }
        gradings.push_back(grader.grade(tripling(1), kTripled));
        QObject::connect(gradings.back().get(), &services::Grading::finished, &loop, [&] {
            if (++ended == kAll) {
                loop.quit();
            }
            next();
        });
    };
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < kAtOnce; ++i) {
        next();
    }
    loop.exec();
    return milliseconds(clock);
}

/// A field of /proc/self/status in MB.
double memory(const char *field)
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith(field)) {
                return line.simplified().split(' ').value(1).toDouble() / 1024;
            }
        }
    }
    return 0;
}

void forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("5");
    }
}

/// The longest time between two turns of the event loop.
class LongestFrame final : public QObject
{
public:
    LongestFrame()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = qMax(m_longest, milliseconds(m_clock));
            m_clock.restart();
        });
        m_clock.start();
        m_timer.start(1);
    }

    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

void measureMillion(runner::WorkerRunner &runner, Figures &figures)
{
    ui::OutputPane pane;
    pane.resize(700, 500);
    pane.show();
    QTest::qWait(500);
    forgetPeak();
    const double idle = memory("VmRSS:");
    QElapsedTimer clock;
    clock.start();
    pane.begin();
    const LongestFrame frames;
    const auto run = runner.run(program(u"for i in range(1_000_000):\n    print(i)\n"_s));
    QEventLoop loop;
    QObject::connect(run.get(), &Run::output, &pane, &ui::OutputPane::append);
    QObject::connect(run.get(), &Run::finished, &loop, &QEventLoop::quit);
    loop.exec();
    pane.end({}, false);
    const bool complete = pane.plainText().contains("999999"_L1);
    figures[u"million_ms"_s].append(complete ? milliseconds(clock) : -1);
    QTest::qWait(50); // the last lines are painted
    figures[u"frame_ms"_s].append(frames.longest());
    figures[u"peak_mb"_s].append(memory("VmHWM:") - idle);
}

double stopTime(runner::WorkerRunner &runner, const QString &code, int settle)
{
    QTest::qWait(250);
    const auto run = runner.run(program(code));
    QEventLoop begun;
    QObject::connect(run.get(), &Run::output, &begun, &QEventLoop::quit);
    begun.exec();
    QTest::qWait(settle);
    QElapsedTimer clock;
    QEventLoop loop;
    QObject::connect(run.get(), &Run::finished, &loop, &QEventLoop::quit);
    clock.start();
    run->stop();
    loop.exec();
    return milliseconds(clock);
}

void waitForInputsEnd()
{
    std::printf("{\"ready\": true}\n");
    std::fflush(stdout);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QEventLoop loop;
    QObject::connect(&input, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    const QString what = words.value(1);
    const int count = words.value(2).toInt();
    runner::WorkerRunner runner(QApplication::applicationDirPath() + u"/studio-python"_s);
    services::Grader grader(runner);
    runner.warm();
    QTest::qWait(500);
    if (what == "idle"_L1) {
        checkTime(grader, 1); // then one of each kind is waiting
        QTest::qWait(1000);
        waitForInputsEnd();
        return 0;
    }
    Figures figures;
    for (int i = 0; i <= count; ++i) { // the first fills the disk's cache and is not counted
        if (i == 1) {
            figures.clear();
        }
        if (what == "first"_L1) {
            measureFirst(runner, figures);
        } else if (what == "check"_L1) {
            figures[u"one_ms"_s].append(checkTime(grader, 1));
            figures[u"five_ms"_s].append(checkTime(grader, 5));
        } else if (what == "hundred"_L1) {
            figures[u"hundred_ms"_s].append(hundredTime(grader));
        } else if (what == "million"_L1) {
            measureMillion(runner, figures);
        } else if (what == "stop"_L1) {
            figures[u"flood_ms"_s].append(stopTime(runner, u"while True: print('x' * 70)"_s, 30));
            figures[u"c_call_ms"_s].append(
                stopTime(runner, u"print(1, flush=True)\nsum(range(10**13))"_s, 30));
        } else {
            std::fputs("studio-runner-bench first|check|hundred|million|stop N, or idle\n", stderr);
            return 2;
        }
    }
    QJsonObject told;
    for (auto it = figures.begin(); it != figures.end(); ++it) {
        told.insert(it.key(), it.value());
    }
    std::printf("%s\n", QJsonDocument(told).toJson(QJsonDocument::Compact).constData());
    return 0;
}
