#pragma once

#include "domain/forum.h"

namespace studio::ui {

// What the place Forum says of its things, in one place.

/// "Mira · 12 replies · 10:20", the second line of a topic in the list.
QString secondLineOf(const ForumTopic &topic, const QDateTime &nowUtc);

/// For the screen reader: subject, author, replies, time, unread, what kind it is and "topic 3 of 120".
QString spokenTextOf(const ForumTopic &topic, int row, int count, const QString &forumName,
                     const QDateTime &nowUtc);

/// "Reply in “Loop never ends”". `subject`: of its topic, empty when not known.
QString titleOf(const ForumWriting &writing, const QString &subject);

/// How it stands, in a sentence: what happened, that the text is kept, what to do.
QString sentenceOf(const ForumWriting &writing);

/// What the status line says of the forum: "posts of Sunday 18:10", how many topics are left to fetch.
QString pullLineOf(const ForumPullState &state, const QDateTime &nowUtc);

/// What is wrong with a text that shall be sent; empty: nothing.
QString problemOf(WritingKind kind, const QString &subject, const QString &text, qint64 forumId);

} // namespace studio::ui
