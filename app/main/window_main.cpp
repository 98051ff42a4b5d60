// learning-studio-window: the window. Started by learning-studio.

#include "cli/command_line.h"
#include "cli/exit_code.h"
#include "cli/remote/remote_call.h"
#include "main/core_files.h"
#include "main/signals.h"
#include "main/translations.h"
#include "main/window_application.h"
#include "text/verdict_text.h"
#include "ui/shell/main_window.h"
#include "ui/web/web_engine.h"

#include <QApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QMessageBox>

#include <cstdio>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

/// Another window has the person's work: it comes to the front, and this process ends.
int showTheOther(const app::Paths &paths)
{
    cli::RemoteCall call(cli::serverName(paths.data), {},
                         {[](const QByteArray &) {}, [](const QByteArray &) {}, QDir::currentPath(), false});
    QObject::connect(&call, &cli::RemoteCall::absent, &call, [] { QCoreApplication::exit(cli::kStorage); });
    QObject::connect(&call, &cli::RemoteCall::finished, &call, &QCoreApplication::exit);
    call.start();
    return QCoreApplication::exec();
}

int tellAndEnd(const Error &error, const QString &folder)
{
    QMessageBox box(QMessageBox::Warning, QApplication::applicationDisplayName(), text::describe(error),
                    QMessageBox::Close);
    box.setInformativeText(QApplication::translate("opening", "Nothing was changed. The folder is %1.\n%2")
                               .arg(folder, error.message));
    std::fprintf(stderr, "learning-studio: %s (%s)\n", qPrintable(box.text()), qPrintable(error.message));
    box.exec();
    return cli::kStorage;
}

} // namespace

int main(int argc, char *argv[])
{
    app::writeNoCoreFiles();
    qunsetenv("QTWEBENGINE_REMOTE_DEBUGGING"); // it would open a port
    ui::registerStudioScheme();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"learning-studio"_s);
    QApplication::setApplicationDisplayName(u"Python Learning Studio"_s);
    QApplication::setApplicationVersion(QStringLiteral(STUDIO_VERSION));
    QApplication::setDesktopFileName(u"learning-studio"_s);
    QLoggingCategory::setFilterRules(
        u"studio.*.debug=false\nqt.webenginecontext.debug=false\nqt.webenginecontext.info=false"_s);
    const auto line = cli::parseCommandLine(QApplication::arguments().mid(1));
    if (!line || line->wish != cli::CommandLine::Wish::Window) {
        std::fputs("learning-studio-window opens the window only. Commands: learning-studio --help\n",
                   stderr);
        return cli::kUsage;
    }
    app::Core core(app::findPaths(line->dataDir), line->profile);
    app::loadTranslations(core.paths().share);
    if (const auto work = core.work(); !work) {
        const bool inUse = work.error().code == ErrorCode::InUse;
        return inUse && showTheOther(core.paths()) == cli::kDone
            ? int{cli::kDone}
            : tellAndEnd(work.error(), core.paths().data);
    }
    app::WindowApplication window(core);
    app::TerminationSignals signals_;
    QObject::connect(&signals_, &app::TerminationSignals::received, &window.window(), &QWidget::close);
    window.show();
    core.syncByItself();
    return QApplication::exec();
}
