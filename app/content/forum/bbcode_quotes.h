#pragma once

#include <QString>

namespace studio::content {

/// `[quote="name"]…[/quote]` of older posts as Markdown quotes, also inside each other. Marks without their
/// other half, and those in fenced code, stay as they are.
QString quotesAsMarkdown(const QString &text);

} // namespace studio::content
