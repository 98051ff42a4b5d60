#include "ui/console/console_tabs.h"

#include "editor/widget/code_editor.h"
#include "services/playground_service.h"
#include "services/settings_service.h"
#include "ui/console/console_panel.h"
#include "ui/console/variables_panel.h"
#include "ui/playground/playground_page.h"

#include <QAction>

namespace studio::ui {

using namespace Qt::StringLiterals;

void addConsole(PlaygroundPage &page, const Services &services)
{
    auto *console
        = new ConsolePanel([&playground = services.playground] { return playground.runNothing(); }, &page);
    auto *variables = new VariablesPanel(&page);
    console->setObjectName(u"consolePanel"_s);
    variables->setObjectName(u"variablesPanel"_s);
    const auto applySettings = [console, &settings = services.settings] {
        console->editor().setTabWidth(settings.number(services::Setting::EditorTabWidth));
        console->editor().setAutoClose(settings.flag(services::Setting::EditorAutoClose));
    };
    applySettings();
    QObject::connect(&services.settings, &services::SettingsService::changed, console, applySettings);
    page.addResultPanel(console, ConsolePanel::tr("Console"));
    page.addResultPanel(variables, VariablesPanel::tr("Variables"));
    QObject::connect(&page, &PlaygroundPage::runStarted, console, [console, &page](Run *run) {
        console->setOwnFile(page.ranFile());
        console->follow(run);
    });
    QObject::connect(&page, &PlaygroundPage::themeChanged, console, [console, variables](const Theme &theme) {
        console->setTheme(theme.codeTheme());
        variables->setTheme(theme.codeTheme());
    });
    QObject::connect(&page, &PlaygroundPage::zoomChanged, console, [console, variables](int percent) {
        console->setZoom(percent);
        variables->setZoom(percent);
    });
    QObject::connect(console, &ConsolePanel::consoleChanged, variables, &VariablesPanel::setConsole);
    QObject::connect(console, &ConsolePanel::settled, variables, &VariablesPanel::refresh);
    QObject::connect(console, &ConsolePanel::zoomRequested, &page, &Page::zoomRequested);
    QObject::connect(console, &ConsolePanel::lineActivated, &page, &PlaygroundPage::goToRanLine);
    auto *show = new QAction(ConsolePanel::tr("Go to the console"), &page);
    show->setObjectName(u"consoleAction"_s);
    show->setShortcut(Qt::CTRL | Qt::Key_J);
    page.addAction(show);
    QObject::connect(show, &QAction::triggered, console, [console, &page] {
        page.showResultPanel(console);
        console->setFocus(Qt::ShortcutFocusReason);
    });
}

} // namespace studio::ui
