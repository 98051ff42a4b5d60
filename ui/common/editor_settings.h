#pragma once

namespace studio {
namespace editor {
class CodeEditor;
} // namespace editor

namespace services {
class SettingsService;
} // namespace services
} // namespace studio

namespace studio::ui {

/// Wrapping, tab width and closing of brackets as the person has set them, now and whenever they change.
void followSettings(editor::CodeEditor *editor, services::SettingsService &settings);

} // namespace studio::ui
