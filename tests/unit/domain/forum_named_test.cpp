#include "domain/forum_named.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

TEST_CASE("a forum is named by number, name or slug, or by how these begin", "[forum]")
{
    std::vector<ForumInfo> forums(4);
    const auto set = [&forums](std::size_t at, qint64 id, const QString &name, const QString &slug) {
        forums[at].id = id;
        forums[at].name = name;
        forums[at].slug = slug;
    };
    set(0, 11, u"Helpers"_s, u"helpers"_s);
    set(1, 12, u"Help"_s, u"ask"_s);
    set(2, 13, u"Émigrés"_s, u"emigres"_s);
    set(3, 14, u""_s, u""_s);
    const auto id = [&forums](const QString &typed, ForumNaming naming) {
        const ForumInfo *found = forumNamed(forums, typed, naming);
        return found ? found->id : 0;
    };
    CHECK(id(u"HELP"_s, ForumNaming::Beginning) == 12);
    CHECK(id(u"he"_s, ForumNaming::Beginning) == 11);
    CHECK(id(u"émi"_s, ForumNaming::Beginning) == 13);
    CHECK(id(u"as"_s, ForumNaming::Beginning) == 12);
    CHECK(id(u"he"_s, ForumNaming::Whole) == 0);
    CHECK(id(u"Ask"_s, ForumNaming::Whole) == 12);
    for (const ForumNaming naming : {ForumNaming::Whole, ForumNaming::Beginning}) {
        CHECK(id(u"13"_s, naming) == 13);
        CHECK(id(u""_s, naming) == 0);
        CHECK(id(u"1"_s, naming) == 0);
        CHECK(id(u"nowhere"_s, naming) == 0);
        CHECK(forumNamed({}, u"help"_s, naming) == nullptr);
    }
}
