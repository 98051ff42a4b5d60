// The studio's window, as learning-studio-window opens it, with its moments told. --data-dir DIR.

#include "main/window_application.h"
#include "ui/shell/main_window.h"
#include "ui/web/web_engine.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QWebEngineView>

#include <cstdio>

#include "lesson_watch.h"

using namespace studio;

int main(int argc, char *argv[])
{
    ui::registerStudioScheme();
    QApplication application(argc, argv);
    app::Core core(app::findPaths(QApplication::arguments().value(2)), QString());
    if (!core.work()) {
        return 1;
    }
    app::WindowApplication window(core);
    const bench::FirstPaint firstPaint(&window.window());
    const bench::LessonWatch watch(
        [&window]() -> QWidget * { return window.window().findChild<QWebEngineView *>(); });
    window.show();
    // The place a person comes back to; it is stored, so later runs come here by themselves.
    QTimer::singleShot(0, &window.window(), [&window] {
        window.window().goTo(
            {QStringLiteral("lesson"), QStringLiteral("first-steps"), QStringLiteral("for")});
    });
    QSocketNotifier ended(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &window.window(), [&window] {
        if (std::getchar() == EOF) {
            window.window().close();
        }
    });
    return QApplication::exec();
}
