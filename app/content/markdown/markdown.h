#pragma once

#include "content/sanitizer.h"
#include "content/scope.h"
#include "domain/rich_text.h"

namespace studio::content {

/// Markdown to safe HTML: CommonMark with tables, strikethrough and task lists; raw HTML is shown as text.
SanitizedHtml renderMarkdown(const QString &markdown, const SanitizerOptions &options);

/// What can be read of it on one line: for titles and headings.
QString plainText(const QString &markdown);

/// Renders a text of a course and reports its bad pictures and links.
RichText readRichText(const SourceText &source, Scope &scope);

/// The path in the course folder of a picture that is there; reports otherwise.
std::optional<QString> readPicture(const QString &written, const SourcePlace &place, Scope &scope);

} // namespace studio::content
