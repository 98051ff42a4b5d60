#include <QTemporaryDir>

#include "forum_reader.h"

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

void notify(const HostedServer &server, int count)
{
    for (int i = 0; i < count; ++i) {
        server.post(u"/admin"_s,
                    {{u"action"_s, u"notify"_s},
                     {u"username"_s, u"ada"_s},
                     {u"title"_s, u"Message %1"_s.arg(i)},
                     {u"message"_s, u"Look at it."_s}});
    }
}

std::vector<ForumNotification> listOf(ForumReader &reader)
{
    const auto list = await(reader.computer.forum().notifications());
    REQUIRE(list);
    return *list;
}

int pagesAsked(ForumReader &reader)
{
    int pages = 0;
    for (const QJsonValue &each : reader.server.get(u"/requests?since=0"_s)["requests"_L1].toArray()) {
        pages += each["path"_L1].toString().contains("/notifications/"_L1) ? 1 : 0;
    }
    reader.server.post(u"/requests/clear"_s, {});
    return pages;
}

QJsonObject secondPageFails(int times)
{
    return {{u"method"_s, u"GET"_s},
            {u"path"_s, u"notifications/.*[?&]page=2\\b"_s},
            {u"kind"_s, u"answer"_s},
            {u"status"_s, 500},
            {u"times"_s, times}};
}

} // namespace

TEST_CASE("notifications are followed down to the first that is known", "[forum][notifications]")
{
    const QString profile = GENERATE(u"deployed"_s, u"repaired"_s);
    ForumReader reader(profile);
    const std::size_t before = listOf(reader).size();
    notify(reader.server, 150);
    reader.server.post(u"/requests/clear"_s, {});
    reader.pull();
    CHECK(pagesAsked(reader) == 2);
    auto list = listOf(reader);
    CHECK(list.size() == before + 150);
    for (int i = 0; i < 150; ++i) {
        CHECK(list[static_cast<std::size_t>(i)].title == u"Message %1"_s.arg(149 - i));
        CHECK(list[static_cast<std::size_t>(i)].news);
    }
    // Nothing new, and one: the first page says it.
    reader.pull();
    CHECK(pagesAsked(reader) == 1);
    notify(reader.server, 1);
    reader.server.post(u"/admin"_s,
                       {{u"action"_s, u"delete"_s}, {u"kind"_s, u"notification"_s}, {u"id"_s, list[0].id}});
    reader.pull();
    CHECK(pagesAsked(reader) == 1);
    list = listOf(reader);
    CHECK(list.size() == before + 150); // one came, one is gone; what is on the second page stays
    CHECK(list[0].title == u"Message 0"_s);
    CHECK(list[1].title == u"Message 148"_s);
}

TEST_CASE("a page of notifications that is out of order leaves no gap for good", "[forum][notifications]")
{
    ForumReader reader(u"deployed"_s);
    const std::size_t before = listOf(reader).size();
    notify(reader.server, 150);
    reader.server.setFaults({secondPageFails(1)});
    reader.pull();
    CHECK(listOf(reader).size() == before + 100);
    reader.server.clearFaults();
    reader.pull();
    CHECK(listOf(reader).size() == before + 150);
    reader.server.post(u"/requests/clear"_s, {});
    reader.pull();
    CHECK(pagesAsked(reader) == 1);
}

TEST_CASE("notifications of the first fetch are no news, nor are those of a copy made anew",
          "[forum][notifications]")
{
    QTemporaryDir data;
    TestTime time;
    const HostedServer server(u"deployed"_s);
    notify(server, 30);
    Computer computer(server, time, data.path(), u"ada"_s);
    REQUIRE(computer.signIn(u"ada"_s));
    const auto news = [&computer] {
        REQUIRE(await(computer.platform().forum().pull()));
        const auto list = await(computer.forum().notifications());
        REQUIRE(list);
        REQUIRE(list->size() >= 30);
        return std::count_if(list->begin(), list->end(),
                             [](const ForumNotification &each) { return each.news; });
    };
    CHECK(news() == 0);
    notify(server, 2);
    CHECK(news() == 2);
    REQUIRE(await(computer.forum().rebuild()));
    CHECK(news() == 0);
    notify(server, 1);
    CHECK(news() == 1);
}
