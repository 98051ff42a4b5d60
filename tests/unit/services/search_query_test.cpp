#include "services/search_query.h"

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::services;
using namespace Qt::StringLiterals;

TEST_CASE("Words, phrases and filters are told apart", "[search]")
{
    const SearchQuery query = searchQueryFrom(
        u"  while “never ends” by:Mira in:post IN:Lesson forum:\"Ask for help\" is:unread x_1"_s);
    CHECK(query.request.words == QStringList{u"while"_s, u"x_1"_s});
    CHECK(query.request.phrases == QStringList{u"never ends"_s});
    CHECK(query.request.kinds == std::vector{FoundKind::Post, FoundKind::Lesson});
    CHECK(query.request.author == u"Mira"_s);
    CHECK(query.forum == u"Ask for help"_s);
    CHECK(query.request.onlyUnread);
    CHECK(query.request.typing);
}

TEST_CASE("Only a word at the very end is still being typed", "[search]")
{
    CHECK(searchQueryFrom(u"loop"_s).request.typing);
    CHECK_FALSE(searchQueryFrom(u"loop "_s).request.typing);
    CHECK_FALSE(searchQueryFrom(u"loop in:topics"_s).request.typing);
    CHECK_FALSE(searchQueryFrom(u"loop \"for each\""_s).request.typing);
}

TEST_CASE("A filter that is half typed does no harm", "[search]")
{
    for (const QString &typed : {u"loop in:"_s, u"loop by:"_s, u"loop forum:"_s, u"loop is:"_s,
                                 u"loop is:unr"_s, u"loop in:\"\""_s}) {
        const SearchQuery query = searchQueryFrom(typed);
        CHECK(query.request.words == QStringList{u"loop"_s});
        CHECK(query.request.kinds.empty());
        CHECK(query.request.author.isEmpty());
        CHECK(query.forum.isEmpty());
        CHECK_FALSE(query.request.onlyUnread);
    }
    CHECK(searchQueryFrom(u"\"never ends"_s).request.words == QStringList{u"never"_s, u"ends"_s});
    CHECK(searchQueryFrom(u"\""_s).request.words.isEmpty());
}

TEST_CASE("What is no filter is a word", "[search]")
{
    CHECK(searchQueryFrom(u"print(a[1:2])"_s).request.words == QStringList{u"print(a[1:2])"_s});
    CHECK(searchQueryFrom(u"in:nowhere is:unr x"_s).request.words
          == QStringList{u"in:nowhere"_s, u"is:unr"_s, u"x"_s});
    CHECK(searchQueryFrom(u"https://example.org"_s).request.words == QStringList{u"https://example.org"_s});
    CHECK(searchQueryFrom(QString(100'000, u'"')).request.words.isEmpty());
}

TEST_CASE("The last word is completed to filters and their values", "[search]")
{
    const QStringList forums = {u"ask-for-help"_s, u"show"_s};
    CHECK(searchCompletions(u"loop fo"_s, forums, {}) == QStringList{u"forum:"_s});
    CHECK(searchCompletions(u"loop forum:a"_s, forums, {}) == QStringList{u"forum:ask-for-help"_s});
    CHECK(searchCompletions(u"in:l"_s, forums, {}) == QStringList{u"in:lessons"_s});
    CHECK(searchCompletions(u"in:"_s, forums, {}).size() == 5);
    CHECK(searchCompletions(u"is:u"_s, forums, {}) == QStringList{u"is:unread"_s});
    CHECK(searchCompletions(u"is:unread"_s, forums, {}).isEmpty());
    CHECK(searchCompletions(u"loop "_s, forums, {}).isEmpty());
    CHECK(searchCompletions(u"i"_s, forums, {}).isEmpty());
}

TEST_CASE("The names of authors are completed", "[search]")
{
    const QStringList authors = {u"Ada Lovelace"_s, u"ada"_s, u"adam"_s, u"ad\"a"_s, u"ADELE"_s};
    const QStringList all = {u"by:\"Ada Lovelace\""_s, u"by:ada"_s, u"by:adam"_s, u"by:ADELE"_s};
    CHECK(searchCompletions(u"loop by:ad"_s, {}, authors) == all);
    CHECK(searchCompletions(u"BY:ade"_s, {}, authors) == QStringList{u"by:ADELE"_s});
    CHECK(searchCompletions(u"by:adam"_s, {}, authors).isEmpty());
    CHECK(searchCompletions(u"by:"_s, {}, authors).isEmpty());
    CHECK(searchCompletions(u"by:ad "_s, {}, authors).isEmpty());
    CHECK(searchCompletions(u"forum:ad"_s, {}, authors).isEmpty());
    CHECK(searchCompletions(u"by:a"_s, {}, {u"a1"_s, u"a2"_s, u"a3"_s, u"a4"_s, u"a5"_s, u"a6"_s, u"a7"_s})
              .size()
          == 6);
    for (const QString &each : all) {
        CHECK(QString(u"by:"_s + u'"' + searchQueryFrom(each).request.author + u'"').remove(u'"')
              == QString(each).remove(u'"'));
    }
}
