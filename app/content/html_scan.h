#pragma once

#include <QByteArray>

namespace studio::content {

/// How many elements lie inside each other at most, found in one pass without building a tree: an upper
/// bound, because the time of a real parser grows with the square of the depth. Stops at `limit` + 1.
int htmlDepth(const QByteArray &html, int limit);

} // namespace studio::content
