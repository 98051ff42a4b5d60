#include "ui/forum/forum_place.h"

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = ForumPlace::Kind;

struct Named
{
    Kind kind;
    QLatin1StringView name;
};

constexpr Named kNames[] = {{Kind::All, "all"_L1},
                            {Kind::Bookmarked, "bookmarks"_L1},
                            {Kind::Subscribed, "following"_L1},
                            {Kind::Waiting, "waiting"_L1},
                            {Kind::Blog, "blog"_L1}};

} // namespace

std::optional<ForumItem> forumItemFrom(const QString &itemId)
{
    ForumItem item;
    for (const Named &each : kNames) {
        if (itemId == each.name) {
            item.place.kind = each.kind;
            item.placeGiven = true;
            return item;
        }
    }
    const QString what = itemId.section(u'/', 0, 0);
    const QString rest = itemId.section(u'/', 1);
    if (what == "blog"_L1 && !rest.isEmpty()) {
        item.place.kind = Kind::Blog;
        item.placeGiven = true;
        item.blogSlug = rest;
        return item;
    }
    bool isNumber = false;
    const qint64 id = rest.toLongLong(&isNumber);
    if (!isNumber || id < 0) {
        return std::nullopt;
    }
    if (what == "write"_L1) {
        item.write = true;
        item.place = {Kind::Forum, id};
        return item;
    }
    if (id == 0) {
        return std::nullopt;
    }
    if (what == "topic"_L1) {
        item.topicId = id;
    } else if (what == "post"_L1) {
        item.postId = id;
    } else if (what == "forum"_L1) {
        item.place = {Kind::Forum, id};
        item.placeGiven = true;
    } else {
        return std::nullopt;
    }
    return item;
}

QString itemIdOf(const ForumPlace &place)
{
    for (const Named &each : kNames) {
        if (place.kind == each.kind) {
            return each.name;
        }
    }
    return u"forum/%1"_s.arg(place.forumId);
}

} // namespace studio::ui
