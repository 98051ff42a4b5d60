#include "ui/pictures/playground_pictures.h"

#include "ui/console/console_panel.h"
#include "ui/pictures/pictures_panel.h"
#include "ui/playground/playground_page.h"

namespace studio::ui {

void showPicturesIn(PlaygroundPage &page)
{
    auto *panel = new PicturesPanel(&page);
    panel->hide();
    QObject::connect(&page, &PlaygroundPage::runStarted, panel, &PicturesPanel::follow);
    if (auto *console = page.findChild<ConsolePanel *>()) {
        QObject::connect(console, &ConsolePanel::consoleChanged, panel, &PicturesPanel::goOn);
    }
    QObject::connect(&page, &PlaygroundPage::themeChanged, panel, &PicturesPanel::setTheme);
    QObject::connect(panel, &PicturesPanel::firstShown, &page,
                     [&page, panel] { page.showBeside(panel, PicturesPanel::tr("Pictures")); });
}

} // namespace studio::ui
