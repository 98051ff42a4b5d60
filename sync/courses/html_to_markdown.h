#pragma once

#include "sync/courses/conversion.h"

#include <QString>

namespace studio::sync {

/// HTML of strangers as Markdown that our loader takes without an error, made by walking its tree: what is
/// not known is left out (scripts, frames, forms) or shown as its text; links are resolved or dropped,
/// pictures are those of the course. Nested too deeply or too large: its text alone, cut.
QString htmlToMarkdown(const QString &html, Conversion &conversion);

/// Markdown of strangers, HTML inside included, by the same way.
QString markdownToMarkdown(const QString &markdown, Conversion &conversion);

/// Plain text as paragraphs.
QString plainToMarkdown(const QString &text);

/// What can be read of it, on one line.
QString htmlToLine(const QString &html, qsizetype most = 200);

} // namespace studio::sync
