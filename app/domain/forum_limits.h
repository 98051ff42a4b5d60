#pragma once

#include <QtGlobal>

namespace studio {

/// How much of the forum is kept here. The learner or the school sets it.
constexpr int kMostForumDays = 3650;
constexpr int kLeastForumMegabytes = 10;
constexpr int kMostForumMegabytes = 4000;

struct ForumLimits
{
    int days = 0; ///< Posts of topics without activity for so long go; 0: never.
    qint64 bytes
        = qint64{kMostForumMegabytes} * 1'000'000; ///< Of the file; the topics longest silent go first.
    bool onlyFollowed = false; ///< Fetch posts of subscribed, bookmarked, own and opened topics only.
};

/// What holds of both: the stricter of each.
ForumLimits stricterOf(const ForumLimits &a, const ForumLimits &b);

} // namespace studio
