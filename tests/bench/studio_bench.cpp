// Figures that are measured inside one process. Prints one JSON object of lists.
//   studio-bench run N    first output of print(1), and one check, N times
//   studio-bench keys N   a key at the end of 10,000 lines until it is painted, N times, beside a bare editor

#include "editor/widget/code_editor.h"
#include "runner/host/worker_runner.h"
#include "services/grader.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#include <QTest>

#include <cstdio>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void print(const QJsonObject &figures)
{
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
}

double firstOutput(CodeRunner &runner)
{
    RunRequest request;
    request.code = u"print(1)"_s;
    request.fileName = u"main.py"_s;
    QElapsedTimer clock;
    clock.start();
    const auto run = runner.run(request);
    double first = 0;
    QEventLoop loop;
    QObject::connect(run.get(), &Run::output, &loop, [&] {
        if (first == 0) {
            first = milliseconds(clock);
        }
    });
    QObject::connect(run.get(), &Run::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return first;
}

double oneCheck(services::Grader &grader)
{
    auto exercise = std::make_shared<Exercise>();
    exercise->kind = ExerciseKind::Function;
    exercise->fileName = u"f.py"_s;
    FunctionSpec spec;
    for (int i = 0; i < 5; ++i) {
        FunctionCase each;
        each.call = u"triple(%1)"_s.arg(i);
        each.gives = QString::number(3 * i);
        spec.cases.push_back(each);
    }
    exercise->spec = spec;
    QElapsedTimer clock;
    clock.start();
    const auto grading = grader.grade(exercise, u"def triple(n):\n    return n * 3\n"_s);
    QEventLoop loop;
    QObject::connect(grading.get(), &services::Grading::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return milliseconds(clock);
}

/// Sees when a widget has been painted.
class PaintSeen final : public QObject
{
public:
    explicit PaintSeen(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        seen = seen || event->type() == QEvent::Paint;
        return false;
    }

    bool seen = false;
};

QJsonArray keyTimes(QWidget *target, QWidget *painted, int count)
{
    PaintSeen paint(painted);
    QJsonArray times;
    for (int i = 0; i < count; ++i) {
        paint.seen = false;
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(target, 'x');
        while (!paint.seen) {
            QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents(); // the paint is delivered
        times.append(milliseconds(clock));
    }
    return times;
}

void measureKeys(int count)
{
    // Ten thousand lines of what beginners write.
    const QString text
        = u"numbers = [3, 1, 4, 1, 5]\nfor number in numbers:\n    total = total + number\n    print(number, total)\n"_s
              .repeated(2'500);
    editor::CodeEditor ours;
    ours.resize(900, 700);
    ours.setText(text);
    ours.show();
    ours.setCaretOffset(static_cast<int>(text.size()));
    QsciScintilla bare;
    bare.setUtf8(true);
    bare.setLexer(new QsciLexerPython(&bare));
    bare.resize(900, 700);
    bare.setText(text);
    bare.show();
    bare.SendScintilla(QsciScintillaBase::SCI_DOCUMENTEND);
    QTest::qWait(500);
    auto *area = qobject_cast<QAbstractScrollArea *>(ours.textWidget());
    QWidget *painted = area ? area->viewport() : ours.textWidget();
    print({{u"ours_ms"_s, keyTimes(ours.textWidget(), painted, count)},
           {u"bare_ms"_s, keyTimes(&bare, bare.viewport(), count)}});
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    const int count = words.value(2).toInt();
    if (words.value(1) == "keys"_L1 && count > 0) {
        measureKeys(count);
        return 0;
    }
    if (words.value(1) != "run"_L1 || count <= 0) {
        std::fputs("studio-bench run|keys N\n", stderr);
        return 2;
    }
    runner::WorkerRunner runner(QApplication::applicationDirPath() + u"/studio-python"_s);
    services::Grader grader(runner);
    firstOutput(runner); // the disk's cache
    QJsonArray outputs;
    QJsonArray checks;
    for (int i = 0; i < count; ++i) {
        outputs.append(firstOutput(runner));
        checks.append(oneCheck(grader));
    }
    print({{u"first_output_ms"_s, outputs}, {u"check_ms"_s, checks}});
    return 0;
}
