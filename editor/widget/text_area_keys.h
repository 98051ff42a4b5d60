#pragma once

#include <optional>

class QKeyEvent;

namespace studio::editor {

class TextArea;

/// What a key does in the text, as far as Scintilla can do it by itself.
struct KeyCommand
{
    unsigned message = 0;
    bool edits = false;
};

std::optional<KeyCommand> commandFor(const QKeyEvent &event);

/// True for every key the text wants before any shortcut of the window: commands, typing, and what CodeEditor
/// does.
bool isEditorKey(const QKeyEvent &event);

/// A character that is typed, not a chord.
bool isTyping(const QKeyEvent &event);

} // namespace studio::editor
