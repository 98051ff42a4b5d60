#pragma once

#include "domain/forum.h"
#include "domain/ports/search_index.h"

namespace studio::text {

/// Text of somebody else for a terminal: control, bidi and zero-width characters, which could move the
/// cursor, change colours or turn words around, are shown as `<U+001B>`. Line ends and tabs stay.
QString forTerminal(const QString &text);
QString lineForTerminal(const QString &text); ///< The same on one line.

/// The same characters left out, on one line: for places that show letters and no marks.
QString lineWithoutHidden(const QString &text);

QString authorName(const ForumUser &author); ///< On one line; "Account deleted" for none. For a terminal.
/// "Mira · 12 replies · 3 unread · locked · Sunday 18:10". For a terminal.
QString factsOf(const ForumTopic &topic, const QDateTime &nowUtc);
/// "Post · Ask for help · Mira · Sunday 18:10". For a terminal.
QString factsOf(const FoundItem &found, const QDateTime &nowUtc);
QString nameOf(FoundKind kind); ///< "Post", …

/// What of a topic changes what one does with it: "pinned", "locked", and its last activity.
QStringList standingOf(const ForumTopic &topic, const QDateTime &nowUtc);

/// What is wrong with a text that shall be sent; empty: nothing.
QString problemOfText(const QString &text);

} // namespace studio::text
