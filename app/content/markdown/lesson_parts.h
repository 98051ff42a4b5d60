#pragma once

#include "content/source_text.h"

#include <vector>

namespace studio::content {

/// A piece of a lesson's text, cut out but not read yet.
struct LessonPart
{
    enum class Kind { Heading, Text, Image, Fence, Directive };

    Kind kind = Kind::Text;
    SourcePlace place; ///< Of its first line.
    SourceText body; ///< What is inside; of an image its line.
    int level = 0; ///< Of headings.
    QString name; ///< Of directives.
    SourceText argument; ///< What follows a directive's name, or all that follows a fence's marks.
};

struct LessonParts
{
    std::vector<LessonPart> parts;
    QString definitions; ///< Lines like `[tutorial]: https://…`, which hold for all parts.
};

/// Cuts a lesson's Markdown at its headings, fences, directives and pictures that stand alone; what is
/// between is one text each. Reports fences and directives that aren't closed.
LessonParts splitLesson(const SourceText &source, ProblemList &problems);

/// Whether the inside of a directive is Markdown (and not YAML).
bool isCallout(const QString &directive);

/// The front matter and the rest of a lesson file. Reports a missing one; then the whole file is the rest.
struct FrontMatter
{
    std::optional<SourceText> yaml;
    SourceText rest;
};

FrontMatter cutFrontMatter(const SourceText &source, ProblemList &problems);

} // namespace studio::content
