#pragma once

#include "sync/courses/conversion.h"

#include <QJsonArray>

namespace studio::sync {

/// The structured content of the plain tables' lessons (contract 4.2) as Markdown with our directives. A
/// block of an unknown type is shown by its text, or left out with a note; none makes the lesson invalid.
QString classicBlocks(const QJsonArray &blocks, Conversion &conversion);

/// The CMS's blocks, each `{type, value}` (contract 4.1).
QString pageBlocks(const QJsonArray &blocks, Conversion &conversion);

/// The same of an article, which is read where posts are: without our directives.
QString articleBlocks(const QJsonArray &blocks, Conversion &conversion);

} // namespace studio::sync
