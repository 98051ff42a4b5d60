#pragma once

#include "domain/forum.h"

#include <QJsonObject>

namespace studio::ui {

QJsonObject topicTexts(); ///< The viewer's own words, by the keys it asks for.

QString trustName(const ForumUser &user); ///< For a badge; empty for those who just began.

/// "today 10:20", "yesterday 18:02", "Sunday 18:02", then the date.
QString postTime(const QDateTime &utc, const QDateTime &nowUtc);

/// "Mira, today 10:20, post 3 of 12, new": what a screen reader says of a post.
QString postLabel(const ForumPost &post, int total, const QString &time);

QString authorName(const ForumUser &user); ///< On one line, without characters that turn or hide text.
QString subjectLine(const QString &subject); ///< As above.

QString writingTitle(const ForumWriting &writing); ///< "Your reply"

} // namespace studio::ui
