#include "ui/common/editor_settings.h"

#include "editor/widget/code_editor.h"
#include "services/settings_service.h"

namespace studio::ui {

using services::Setting;

void followSettings(editor::CodeEditor *editor, services::SettingsService &settings)
{
    const auto apply = [editor, &settings](Setting setting) {
        if (setting == Setting::EditorWrap) {
            editor->setWrapLines(settings.flag(setting));
        } else if (setting == Setting::EditorTabWidth) {
            editor->setTabWidth(settings.number(setting));
        } else if (setting == Setting::EditorAutoClose) {
            editor->setAutoClose(settings.flag(setting));
        }
    };
    for (const Setting setting : {Setting::EditorWrap, Setting::EditorTabWidth, Setting::EditorAutoClose}) {
        apply(setting);
    }
    QObject::connect(&settings, &services::SettingsService::changed, editor, apply);
}

} // namespace studio::ui
