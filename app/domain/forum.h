#pragma once

#include "domain/studio_link.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace studio {

// The forum of the hosted platform, as this computer has it. Ids are the platform's own; 0 is none.

struct ForumUser
{
    qint64 id = 0; ///< 0: the account is gone.
    QString name;
    int trustLevel = 0; ///< 0 to 4
    bool staff = false;
    bool canModerate = false;

    bool operator==(const ForumUser &) const = default;
};

/// A forum, or a category that only holds forums.
struct ForumInfo
{
    qint64 id = 0;
    qint64 categoryId = 0; ///< Of a forum; 0 for a category.
    bool isCategory = false;
    QString name;
    QString slug;
    QString description;
    int topics = 0; ///< As the platform counts.
    int posts = 0;
    QDateTime lastPostUtc; ///< Invalid: none.
    int unreadTopics = 0; ///< Local: topics with posts nobody here has read.
};

struct ForumTopic
{
    qint64 id = 0;
    qint64 forumId = 0;
    QString subject;
    QString slug; ///< Changes when the topic is renamed; no address is made of it.
    ForumUser author;
    QDateTime createdUtc;
    QDateTime updatedUtc;
    QDateTime lastPostUtc;
    ForumUser lastAuthor;
    int views = 0;
    int posts = 0; ///< As the platform counts; the first one is one of them.
    bool pinned = false; ///< A sticky topic or an announcement.
    bool announcement = false;
    bool locked = false;

    // Local.
    int loaded = 0; ///< Posts that are here.
    int unread = 0; ///< Posts here that are not read; at least 1 while the platform has a newer one.
    bool bookmarked = false;
    bool subscribed = false; ///< What the person wants; the platform hears of it.
    bool own = false;
    QString courseId; ///< The exercise it belongs to; empty: none. Said by a link in its first post.
    QString exerciseId;
};

struct ForumPost
{
    qint64 id = 0;
    qint64 topicId = 0;
    int position = 0; ///< In the topic, from 1.
    ForumUser author;
    QString text; ///< Markdown as somebody wrote it: hostile until rendered.
    QDateTime createdUtc;
    QDateTime updatedUtc; ///< The platform's own value, to compare before an edit.
    bool head = false; ///< The topic's first post: it cannot be deleted alone.
    bool mayEdit = false;
    bool mayDelete = false;

    // Local.
    bool unread = false;
    bool bookmarked = false;
};

enum class TopicFilter { All, Unread, Own, Bookmarked, Subscribed };
enum class TopicOrder { Activity, Created, Title, Views };

struct TopicQuery
{
    qint64 forumId = 0; ///< 0: all; a category: all of its forums.
    TopicFilter filter = TopicFilter::All;
    TopicOrder order = TopicOrder::Activity; ///< Announcements, then pinned ones, come first in Activity.
    QString subject; ///< Part of the subject; empty: any.
    int offset = 0;
    int limit = 200;
};

struct TopicPage
{
    std::vector<ForumTopic> topics;
    int total = 0;
};

/// Some posts of a topic in a row.
struct PostWindow
{
    qint64 topicId = 0;
    int first = 0; ///< Index of posts[0], from 0.
    int total = 0; ///< Posts that are here.
    int firstUnread = -1; ///< Index; -1: all read.
    std::vector<ForumPost> posts;
};

/// Where one post is.
struct PostPlace
{
    qint64 topicId = 0;
    qint64 postId = 0;
    int index = 0;
};

/// Up to which post a topic is read. In the person's own work: the forum's copy may be rebuilt.
struct ReadMark
{
    qint64 topicId = 0;
    qint64 postId = 0; ///< The last one read; ids grow with time.
};

// Writing.

enum class WritingKind {
    NewTopic,
    Reply,
    EditPost,
    EditSubject,
    DeletePost,
    DeleteTopic,
    Subscribe,
    Unsubscribe
};
enum class WritingState { Waiting, Sending, Sent, NeedsYou };

/// Why a text came back to its author.
enum class WritingProblem { None, Locked, Gone, NotAllowed, TooShort, Refused, EditedMeanwhile, Damaged };

/// Something written that the platform has to hear of, from the moment it is queued until it is seen there.
struct ForumWriting
{
    qint64 seq = 0; ///< Of the outbox, the kept work, or the conflict (then `conflictId` is set).
    QByteArray operationId; ///< With seq: names this version of it.
    WritingKind kind = WritingKind::Reply;
    qint64 forumId = 0; ///< NewTopic
    qint64 topicId = 0; ///< All but NewTopic.
    qint64 postId = 0; ///< EditPost, DeletePost
    QString subject; ///< NewTopic, EditSubject
    QString text; ///< NewTopic, Reply, EditPost
    QDateTime seenUpdatedUtc; ///< EditPost: `updated` of the post when the person began.
    QString seenText; ///< EditPost: its text then.
    QDateTime madeUtc;

    // Said by the store.
    WritingState state = WritingState::Waiting;
    WritingProblem problem = WritingProblem::None; ///< NeedsYou
    QString serverText; ///< What the platform said; plain text.
    QString otherText; ///< EditedMeanwhile: what it says there now.
    qint64 conflictId = 0;
    qint64 sentPostId = 0; ///< Sent: what it became, when known.
    qint64 sentTopicId = 0;
    bool tried = false; ///< Waiting: it was tried, and something stood in the way for now.
    bool held
        = false; ///< Sent: the platform has it and does not show it. A moderator looks first, or said no.
};

/// What the platform's own rules ask of a text, so that nobody waits for a refusal. (contract 8.2)
inline constexpr qsizetype kShortestEdit = 10; ///< Characters without space around, of an edited post.
inline constexpr qsizetype kLongestPost = 100'000; ///< Ours.
inline constexpr qsizetype kLongestSubject = 255;

// Around it.

struct ForumUserCard
{
    ForumUser user;
    QString trustName; ///< As the platform says it, e.g. "Member".
    QDateTime joinedUtc;
    int posts = 0;
    int topics = 0;
    QStringList badges;
    bool fromPlatform = false; ///< False: counted from what is here.
};

struct ForumNotification
{
    enum class Kind { Platform, Reply, Topic };

    qint64 id = 0;
    Kind kind = Kind::Platform;
    QString title;
    QString text; ///< Plain.
    qint64 topicId = 0;
    qint64 postId = 0;
    QDateTime atUtc;
    bool read = false;
    bool news = false; ///< Local: it came after the forum had been fetched whole once.
};

inline constexpr int kMostNotifications = 200; ///< In a list of them: the newest.

struct BlogPost
{
    qint64 id = 0;
    QString slug;
    QString title;
    QString author;
    QString intro; ///< Plain text.
    QString text; ///< Markdown; empty while only the list was fetched.
    QDateTime dateUtc;
    int readingMinutes = 0;
    bool unread = false;
};

/// What was fetched of the forum, and what is in the way.
struct ForumPullState
{
    bool running = false;
    int topicsLeft = 0; ///< Topics whose posts are to be fetched still.
    int topicsDone = 0; ///< In this run.
    QDateTime pulledUtc; ///< The last time that everything wanted was here. Invalid: never.
};

QString toString(WritingKind kind); ///< e.g. `reply`; stable, for JSON.
QString toString(WritingState state); ///< `waiting`, `sending`, `sent`, `needs-you`
QString toString(WritingProblem problem); ///< Empty for None; e.g. `locked`.

} // namespace studio
