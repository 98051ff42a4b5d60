#pragma once

#include "domain/forum.h"
#include "domain/ports/search_index.h"

#include <QJsonObject>

namespace studio::cli {

/// Fields as in docs/command-line.md. Texts are as somebody wrote them, not made fit for a terminal. Times
/// are ISO 8601 in UTC; unknown ones are null.
QJsonObject toJson(const ForumInfo &forum);
QJsonObject toJson(const ForumTopic &topic);
QJsonObject toJson(const ForumPost &post);
QJsonObject toJson(const FoundItem &found);
QJsonObject toJson(const ForumWriting &writing);

} // namespace studio::cli
