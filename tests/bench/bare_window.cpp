// The baseline of the window's figures: a bare Qt window with an editor and a web view, made as plainly as
// can be. Tells when it is first painted and when its page is on the screen, then waits for its input to end.

#include <QApplication>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#include <QSocketNotifier>
#include <QSplitter>
#include <QWebEngineView>

#include <cstdio>

#include "lesson_watch.h"

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QSplitter window;
    auto *editor = new QsciScintilla(&window);
    editor->setLexer(new QsciLexerPython(editor));
    editor->setText(QStringLiteral("print(1)\n"));
    auto *view = new QWebEngineView(&window);
    window.resize(1440, 900);
    const studio::bench::FirstPaint firstPaint(editor->viewport());
    const studio::bench::LessonWatch watch([view] { return view; });
    QString page = QStringLiteral("<!doctype html><body><h1>Going through a list</h1>");
    for (int i = 0; i < 12; ++i) {
        page += QStringLiteral("<p>A for loop takes the items of a list one after another.</p><pre>for fruit "
                               "in fruits:\n    print(fruit)</pre>");
    }
    view->setHtml(page);
    window.show();
    QSocketNotifier ended(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &application, [] {
        if (std::getchar() == EOF) {
            QCoreApplication::quit();
        }
    });
    return QApplication::exec();
}
