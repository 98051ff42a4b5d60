#pragma once

#include <QString>

#include <optional>

namespace studio::ui {

/// What the list of the place Forum shows: all topics, those of a forum, or one of the person's own heaps.
struct ForumPlace
{
    enum class Kind { All, Forum, Bookmarked, Subscribed, Waiting, Blog };

    Kind kind = Kind::All;
    qint64 forumId = 0; ///< Forum: a forum or a category.

    bool operator==(const ForumPlace &) const = default;
};

/// One thing to open in the place Forum, as `Place::itemId` names it: `topic/12`, `post/90`, `forum/3`,
/// `blog/slug`, `write/3` (a new topic in a forum), `all`, `bookmarks`, `following`, `waiting`, `blog`.
struct ForumItem
{
    ForumPlace place;
    bool placeGiven = false; ///< Otherwise the list stays as it is.
    qint64 topicId = 0;
    qint64 postId = 0;
    QString blogSlug;
    bool write = false; ///< A new topic, in place.forumId.
};

std::optional<ForumItem> forumItemFrom(const QString &itemId); ///< Nothing: no such item.
QString itemIdOf(const ForumPlace &place);

} // namespace studio::ui
