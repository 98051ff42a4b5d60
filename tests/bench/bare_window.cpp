// The baseline of the window's figures: a bare Qt window with an editor and a web view, made as plainly as can be.
// Tells when it is first painted and when its page is on the screen, then waits for its input to end.

#include "timeline.h"

#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#include <QApplication>
#include <QSocketNotifier>
#include <QSplitter>
#include <QTimer>
#include <QWebEngineView>

#include <cstdio>

namespace {

/// Calls back once, after the first paint of the window has been delivered.
class FirstPaint final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_told) {
            m_told = true;
            QTimer::singleShot(0, this, [] { studio::bench::tell("first_paint", studio::bench::sinceStart()); });
        }
        return false;
    }

private:
    bool m_told = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QSplitter window;
    auto *editor = new QsciScintilla(&window);
    editor->setLexer(new QsciLexerPython(editor));
    editor->setText(QStringLiteral("print(1)\n"));
    auto *view = new QWebEngineView(&window);
    window.resize(1440, 900);
    FirstPaint firstPaint;
    editor->viewport()->installEventFilter(&firstPaint);
    QObject::connect(view, &QWebEngineView::loadFinished, view, [view] {
        // Two animation frames later the page has been drawn.
        view->page()->runJavaScript(QStringLiteral("document.title = ''; requestAnimationFrame(() => requestAnimationFrame("
                                                   "() => { document.title = 'painted'; }))"));
    });
    QObject::connect(view, &QWebEngineView::titleChanged, view, [](const QString &title) {
        if (title == QStringLiteral("painted")) {
            studio::bench::tell("lesson_painted", studio::bench::sinceStart());
        }
    });
    QString page = QStringLiteral("<!doctype html><title>x</title><body><h1>Going through a list</h1>");
    for (int i = 0; i < 12; ++i) {
        page += QStringLiteral("<p>A for loop takes the items of a list one after another.</p><pre>for fruit in fruits:\n    print(fruit)</pre>");
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
