#pragma once

#include "editor/language/indentation.h"

namespace studio::editor {

class TextArea;

/// Changes of whole lines: those the selection touches, or the caret's. Each is one step of undo.
/// Where only regions can be changed they do nothing and say why.

void toggleComments(TextArea &area);
void indentLines(TextArea &area, IndentUnit unit, int levels); ///< Negative: to the left.

} // namespace studio::editor
