#pragma once

#include <QString>

namespace studio::content {

enum class TextSort { Prose, Code };

/// The text without characters that make it look like another one. What turns the direction of what follows
/// is written out (`[U+202E]`, in code `\u202e`, which means the same in Python); of isolates in prose, which
/// right-to-left text needs, the browser's own paragraphs see to the end. Invisible characters are written
/// out in code; those that prose needs to join or break words stay in it. At most eight marks on a letter.
QString visibleText(const QString &text, TextSort sort);

/// For names and subjects: on one line, and as above.
QString visibleLine(const QString &text);

} // namespace studio::content
