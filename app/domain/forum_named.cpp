#include "domain/forum_named.h"

#include <algorithm>

namespace studio {

const ForumInfo *forumNamed(const std::vector<ForumInfo> &forums, const QString &typed, ForumNaming naming)
{
    const auto first = [&forums](const auto &named) {
        const auto found = std::find_if(forums.begin(), forums.end(), named);
        return found == forums.end() ? nullptr : &*found;
    };
    if (typed.isEmpty()) {
        return nullptr;
    }
    const ForumInfo *whole = first([&typed](const ForumInfo &each) {
        return QString::number(each.id) == typed || each.name.compare(typed, Qt::CaseInsensitive) == 0
            || each.slug.compare(typed, Qt::CaseInsensitive) == 0;
    });
    if (whole || naming == ForumNaming::Whole) {
        return whole;
    }
    return first([&typed](const ForumInfo &each) {
        return each.name.startsWith(typed, Qt::CaseInsensitive)
            || each.slug.startsWith(typed, Qt::CaseInsensitive);
    });
}

} // namespace studio
