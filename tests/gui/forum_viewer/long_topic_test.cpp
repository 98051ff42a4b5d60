#include <QElapsedTimer>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "topic_room.h"
#include "web_page_probe.h"

using namespace studio;
using namespace studio::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPosts = 10'000;
constexpr int kMostInPage = 240; // posts; what the page says of itself

/// Posts of very different heights.
std::vector<ForumPost> longTopic(int firstUnread = -1)
{
    std::vector<ForumPost> all;
    for (int i = 0; i < kPosts; ++i) {
        QString text
            = u"Post number %1. "_s.arg(i + 1) % u"It says some more words. "_s.repeated(1 + (i * 7) % 23);
        if (i % 5 == 0) {
            text += u"\n\n```python\nprint(%1)\n```\n"_s.arg(i);
        }
        all.push_back(postOf(i, text));
        all.back().unread = firstUnread >= 0 && i >= firstUnread;
    }
    return all;
}

const QString kCount = u"document.querySelectorAll('article').length"_s;

/// The first post that is seen, by id, and where it is.
const QString kFirstSeen = uR"((() => {
    const post = [...document.querySelectorAll('.post')].find((each) => each.getBoundingClientRect().bottom > 1);
    return post ? [Number(post.dataset.post), post.getBoundingClientRect().top] : [];
})())"_s;

double topOf(const TopicRoom &room, int id)
{
    return room
        .js(u"document.querySelector('[data-post=\"%1\"]')?.getBoundingClientRect().top ?? -99999"_s.arg(id))
        .toDouble();
}

int currentPost(const TopicRoom &room)
{
    return room.js(u"Number(document.activeElement.closest('.post')?.dataset.post ?? 0)"_s).toInt();
}

bool isQuiet(const TopicRoom &room)
{
    return room.until(u"document.querySelector('[role=feed]').getAttribute('aria-busy') === 'false'"_s);
}

} // namespace

TEST_CASE("a topic of ten thousand posts is gone through with few of them in the page, and nothing jumps")
{
    TopicRoom room(longTopic());
    int moved = 0;
    int last = 1000;
    for (int step = 0; step < 120; ++step) {
        // A wheel's turn; what is seen then stays where it is while posts come and go around it.
        const QVariantList seen
            = room.js(u"scrollBy({top: 640, behavior: 'instant'}); %1"_s.arg(kFirstSeen)).toList();
        REQUIRE(seen.size() == 2);
        const int windows = room.windows;
        spinUntil([&] { return room.windows > windows; }, 30);
        REQUIRE(isQuiet(room));
        const int id = seen[0].toInt();
        INFO("step " << step << " post " << id);
        CHECK(std::abs(topOf(room, id) - seen[1].toDouble()) < 1.0);
        CHECK(id >= last); // never back
        last = id;
        moved += room.windows > windows ? 1 : 0;
        CHECK(room.js(kCount).toInt() <= kMostInPage);
    }
    CHECK(last > 1000 + 300);
    CHECK(moved > 3);
    CHECK(room.longestWindow <= 60);

    // Back again, where posts are put in above what is seen.
    for (int step = 0; step < 60; ++step) {
        const QVariantList seen
            = room.js(u"scrollBy({top: -640, behavior: 'instant'}); %1"_s.arg(kFirstSeen)).toList();
        REQUIRE(seen.size() == 2);
        const int windows = room.windows;
        spinUntil([&] { return room.windows > windows; }, 30);
        REQUIRE(isQuiet(room));
        INFO("step back " << step << " post " << seen[0].toInt());
        CHECK(std::abs(topOf(room, seen[0].toInt()) - seen[1].toDouble()) < 1.0);
        CHECK(room.js(kCount).toInt() <= kMostInPage);
    }
}

TEST_CASE("far places of a long topic are reached at once, by the scroll bar too")
{
    TopicRoom room(longTopic());
    for (const int index : {9'999, 5'000, 17, 7'321, 0}) {
        INFO(index);
        QElapsedTimer time;
        time.start();
        REQUIRE(room.goTo(index));
        CHECK(time.elapsed() < 2'000);
        REQUIRE(isQuiet(room));
        CHECK(room.js(kCount).toInt() <= kMostInPage);
        CHECK(currentPost(room) == 1000 + index);
    }
    room.js(u"scrollTo({top: document.documentElement.scrollHeight / 2, behavior: 'instant'})"_s);
    REQUIRE(room.until(
        u"(() => { const seen = %1; return seen.length > 0 && seen[0] > 4000 && seen[0] < 8000 && seen[1] < innerHeight; })()"_s
            .arg(kFirstSeen)));
    CHECK(room.js(kCount).toInt() <= kMostInPage);
}

TEST_CASE("a long topic opens at the first post that was not read, and says so")
{
    TopicRoom room(longTopic(8'000));
    REQUIRE(room.until(u"document.querySelector('[data-post=\"9000\"] .new-line') !== null"_s));
    const double top = topOf(room, 9000);
    CHECK(top > 0);
    CHECK(top < 200);
    CHECK(room.js(u"document.querySelector('.new-line').getAttribute('aria-label')"_s).toString()
          == u"2000 new"_s);

    // Marks that change, and posts that arrive, move nothing.
    const QVariantList seen = room.js(kFirstSeen).toList();
    for (ForumPost &post : room.posts) {
        post.unread = false;
    }
    room.posts.push_back(postOf(kPosts, u"A post that came in the meantime."_s));
    room.resend();
    REQUIRE(room.until(u"document.querySelector('.post.unread') === null"_s));
    CHECK(std::abs(topOf(room, seen[0].toInt()) - seen[1].toDouble()) < 1.0);
    CHECK(room.js(u"document.querySelector('.post').getAttribute('aria-setsize')"_s).toInt() == kPosts + 1);
}

TEST_CASE("a post above that became longer does not move what is read")
{
    TopicRoom room(longTopic());
    REQUIRE(room.goTo(500));
    REQUIRE(isQuiet(room));
    const double before = topOf(room, 1500);
    room.posts[495].text = u"Now much longer. "_s.repeated(500);
    room.posts[495].updatedUtc = QDateTime::currentDateTimeUtc();
    room.resend();
    REQUIRE(room.until(
        u"document.querySelector('[data-post=\"1495\"] .text').textContent.startsWith('Now much')"_s));
    CHECK(std::abs(topOf(room, 1500) - before) < 1.0);
}

TEST_CASE("the keys of a mail reader go from post to post, across windows, to both ends")
{
    TopicRoom room(longTopic());
    room.view().giveFocus();
    REQUIRE(room.until(u"document.activeElement.closest('.post') !== null"_s));
    for (int i = 1; i <= 75; ++i) {
        press(room.web(), Qt::Key_J);
        REQUIRE(spinUntil([&] { return currentPost(room) == 1000 + i; }));
        const double top = topOf(room, 1000 + i);
        REQUIRE(top >= -1.0);
        REQUIRE(top < 700);
    }
    press(room.web(), Qt::Key_K);
    CHECK(spinUntil([&] { return currentPost(room) == 1074; }));
    press(room.web(), Qt::Key_End);
    CHECK(spinUntil([&] { return currentPost(room) == 1000 + kPosts - 1; }));
    press(room.web(), Qt::Key_J); // there is none after it
    press(room.web(), Qt::Key_K);
    CHECK(spinUntil([&] { return currentPost(room) == 1000 + kPosts - 2; }));
    press(room.web(), Qt::Key_Home);
    CHECK(spinUntil([&] { return currentPost(room) == 1000; }));
    room.view().nextPost(); // what the panel's keys do
    CHECK(spinUntil([&] { return room.view().currentPost() == 1001; }));
    room.view().previousPost();
    CHECK(spinUntil([&] { return room.view().currentPost() == 1000; }));
}
