#pragma once

// What the forum, the notifications and the blog answer (contract 8.3 and 9), read straight into what the
// program keeps. Texts of strangers: cut to what a copy can bear, and shown to nobody before they are
// rendered.

#include "domain/forum.h"
#include "domain/ports/forum_platform.h"
#include "sync/api/json_reader.h"

namespace studio::sync {

/// Longer posts are cut in the copy, in UTF-16 units; the platform itself has no limit.
constexpr qsizetype kLongestKeptPost = 1'000'000;

/// `GET v2/forum/forums/`: a category before its forums.
struct ForumListDto
{
    std::vector<ForumInfo> forums;
    QStringList skipped;
};

/// A post with the place it is in, as its own address gives it.
struct ForumPostDetailDto
{
    ForumPost post;
    qint64 forumId = 0;
};

struct TopicDetailDto
{
    ForumTopic topic;
    bool subscribed = false;
};

/// The answer to a new topic.
struct TopicMadeAnswer
{
    qint64 topicId = 0;
    qint64 forumId = 0;
    QDateTime createdUtc;
    ForumUser author;
};

/// The answer to a reply.
struct ReplyMadeAnswer
{
    ForumPost post; ///< Its text as the platform has it.
};

struct SubscribeAnswer
{
    bool subscribed = false;
};

/// Any answer that only says that it was done.
struct ForumDoneAnswer
{
};

/// One line of `users/{me}/subscriptions/`.
struct SubscriptionDto
{
    qint64 topicId = 0;
};

/// `GET v1/moderation/queue/`. The recorded platform fails as soon as something is in it (contract Q11).
struct ReviewQueueDto
{
    std::vector<QueuedPost> posts;
    QStringList skipped;
};

struct BlogDetailDto
{
    BlogPost post;
    QJsonArray body; ///< Blocks.
};

void read(Fields &in, ForumUser &out); ///< An account that is gone (`null`) is none.
void read(Fields &in, ForumListDto &out);
void read(Fields &in, ForumTopic &out); ///< Of a list, or the detail (then with its forum).
void read(Fields &in, TopicDetailDto &out);
void read(Fields &in, ForumPost &out); ///< Without its topic when the list does not say.
void read(Fields &in, ForumPostDetailDto &out);
void read(Fields &in, TopicMadeAnswer &out);
void read(Fields &in, ReplyMadeAnswer &out);
void read(Fields &in, SubscribeAnswer &out);
void read(Fields &in, ForumDoneAnswer &out);
void read(Fields &in, SubscriptionDto &out);
void read(Fields &in, ForumNotification &out);
void read(Fields &in, ForumUserCard &out);
void read(Fields &in, QueuedPost &out);
void read(Fields &in, ReviewQueueDto &out);
void read(Fields &in, BlogPost &out);
void read(Fields &in, BlogDetailDto &out);

} // namespace studio::sync
