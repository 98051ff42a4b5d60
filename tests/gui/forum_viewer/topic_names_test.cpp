// What a screen reader is told of a topic, and how it looks large, from right to left, and with characters
// that are not seen.

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "topic_room.h"
#include "web_page_probe.h"

using namespace studio;
using namespace studio::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kArabic = u"مرحبا بالعالم، استخدم `print(1)` هنا."_s;

/// Roles and names as the page gives them to the engine; what the engine makes of them: engine_tree_test.cpp.
const QString kTree = uR"((() => {
    const named = (node) => node.getAttribute('aria-label') ?? node.textContent.trim();
    const one = (selector, root = document) => root.querySelector(selector);
    return JSON.stringify({
        title: document.title,
        heading: named(one('h1')),
        forum: one('.topic-head .facts').textContent,
        feed: [one('[role=feed]').getAttribute('role'), named(one('[role=feed]'))],
        posts: [...document.querySelectorAll('article')].map((post) => ({
            name: named(post), place: [post.ariaPosInSet, post.ariaSetSize], parent: post.parentElement.getAttribute('role'),
            author: named(one('h2', post)), time: one('time', post).textContent, machineTime: one('time', post).dateTime,
            hidden: one('.place', post).ariaHidden, buttons: [...post.querySelectorAll('.post-actions button')].map(named),
            bookmarked: one('[aria-pressed]', post).ariaPressed,
        })),
        separators: [...document.querySelectorAll('[role=separator]')].map(named),
        nameless: [...document.querySelectorAll('button, a[href], input, [role], img')].filter((node) =>
            !node.closest('[aria-hidden=true]') && !['status', 'group'].includes(node.getAttribute('role')) && !named(node) && !node.alt).length,
        reachable: document.querySelectorAll('article[tabindex="0"]').length,
        status: one('[role=status]') !== null,
    });
})())"_s;

std::vector<ForumPost> topicOf(const QStringList &texts)
{
    std::vector<ForumPost> all;
    for (const QString &text : texts) {
        all.push_back(postOf(static_cast<int>(all.size()), text));
    }
    return all;
}

/// Texts that go over the edge of the page or of their post, by post; empty: none.
const QString kOverEdge = uR"((() => {
    const width = document.documentElement.clientWidth;
    const bad = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
    for (const node of document.querySelectorAll('.post-head > *, .post-actions > *, .text > *, h1, .rich > p')) {
        const box = node.getBoundingClientRect();
        if (box.left < -0.5 || box.right > width + 0.5) bad.push(`${node.closest('.post')?.dataset.post} ${node.className || node.tagName}`);
    }
    return bad.join('\n');
})())"_s;

} // namespace

TEST_CASE("the page's accessibility tree names forum, topic, author, time, what is new, and the position")
{
    std::vector<ForumPost> posts;
    for (int i = 0; i < 120; ++i) {
        posts.push_back(postOf(i, u"Some words."_s));
        posts.back().unread = i >= 2;
    }
    posts[1].author.name = u"Tomás"_s;
    posts[1].bookmarked = true;
    TopicRoom room(posts, 0);
    REQUIRE(room.until(u"document.querySelector('.new-line') !== null"_s));
    const QJsonObject tree = QJsonDocument::fromJson(room.js(kTree).toString().toUtf8()).object();
    const QString topic = u"Why is the last item missing?"_s;
    CHECK(tree["title"_L1].toString() == topic);
    CHECK(tree["heading"_L1].toString() == topic);
    CHECK(tree["forum"_L1].toString().contains(u"Basics"_s));
    CHECK(tree["feed"_L1].toArray() == QJsonArray{u"feed"_s, topic});
    const QJsonArray articles = tree["posts"_L1].toArray();
    REQUIRE(articles.size() >= 40);
    const QJsonObject second = articles[1].toObject();
    const QString time = second["time"_L1].toString();
    CHECK_FALSE(time.isEmpty());
    CHECK(second["name"_L1].toString() == u"Tomás, %1, post 2 of 120"_s.arg(time));
    CHECK(second["author"_L1].toString() == u"Tomás"_s);
    CHECK(QDateTime::fromString(second["machineTime"_L1].toString(), Qt::ISODate).isValid());
    CHECK(second["place"_L1].toArray() == QJsonArray{u"2"_s, u"120"_s});
    CHECK(second["parent"_L1].toString() == u"feed"_s);
    CHECK(second["hidden"_L1].toString() == u"true"_s); // the name says it already
    CHECK(second["bookmarked"_L1].toString() == u"true"_s);
    CHECK(second["buttons"_L1].toArray().contains(u"Reply"_s));
    CHECK(articles[2].toObject()["name"_L1].toString().endsWith(u"post 3 of 120, new"_s));
    CHECK(tree["separators"_L1].toArray() == QJsonArray{u"118 new"_s});
    CHECK(tree["nameless"_L1].toInt() == 0);
    CHECK(tree["reachable"_L1].toInt() == 1);
    CHECK(tree["status"_L1].toBool());
    CHECK(room.web().accessibleName() == u"Posts"_s);
}

TEST_CASE("at twice the size, and in a narrow window, nothing of a topic leaves the page")
{
    const QStringList texts
        = {u"A line of words. "_s.repeated(20),
           u"w"_s.repeated(400),
           u"```python\nprint('"_s % u"long "_s.repeated(60) % u"')\n```"_s,
           u"| a | b | c |\n|---|---|---|\n| "_s % u"cell "_s.repeated(40) % u"| 2 | 3 |"_s,
           u"![what it shows](https://example.org/a.png)"_s,
           kArabic};
    for (const int width : {900, 420}) {
        TopicRoom room(topicOf(texts), -1, width);
        room.view().setZoom(200);
        REQUIRE(room.until(u"devicePixelRatio >= 2 && innerWidth <= %1"_s.arg(width / 2)));
        const QString over = room.js(kOverEdge).toString();
        INFO(width << ": " << over.toStdString());
        CHECK(over.isEmpty());
        if (const QString file = qEnvironmentVariable("STUDIO_FORUM_PICTURE"); !file.isEmpty()) {
            spinUntil([] { return false; }, 700); // until it is painted
            CHECK(room.window().grab().save(file % u"-large-%1.png"_s.arg(width)));
        }
    }
}

TEST_CASE("from right to left, the page turns around and each text keeps its own direction")
{
    const QStringList texts = {kArabic, u"English stays (as it is)!"_s, u"\u202etxet desrever"_s,
                               u"```python\nprint(\"\u0645\u0631\u062d\u0628\u0627\")\n```"_s,
                               u"- "_s % kArabic % u"\n- and English."_s};
    TopicRoom room(topicOf(texts), -1, 900, Qt::RightToLeft);
    CHECK(room.js(u"document.documentElement.dir"_s).toString() == u"rtl"_s);
    const auto style = [&](int post, const QString &selector, const QString &name) {
        return room
            .js(u"getComputedStyle(document.querySelector('[data-post=\"%1\"] %2')).%3"_s.arg(1000 + post)
                    .arg(selector, name))
            .toString();
    };
    CHECK(style(0, u".text"_s, u"direction"_s) == u"rtl"_s);
    CHECK(style(1, u".text"_s, u"direction"_s) == u"ltr"_s);
    CHECK(style(2, u".text"_s, u"direction"_s) == u"ltr"_s);
    CHECK(style(3, u"pre"_s, u"direction"_s) == u"ltr"_s);
    CHECK(style(0, u"time"_s, u"direction"_s) == u"ltr"_s); // "29 Oct 2026" stays in this order
    CHECK(room.js(u"getComputedStyle(document.querySelector('h1')).textAlign"_s).toString() == u"right"_s);
    CHECK(style(0, u".rich code"_s, u"direction"_s) == u"ltr"_s);
    CHECK(room.js(u"document.querySelector('[data-post=\"1002\"] .text').textContent"_s).toString()
          == u"[U+202E]txet desrever"_s);
    // Who wrote it stands on the right, what can be done on the left.
    CHECK(room.js(u"document.querySelector('.avatar').getBoundingClientRect().left"
                  " > document.querySelector('.post-actions').getBoundingClientRect().left"_s)
              .toBool());
    CHECK(room.js(kOverEdge).toString().isEmpty());
    if (const QString file = qEnvironmentVariable("STUDIO_FORUM_PICTURE"); !file.isEmpty()) {
        spinUntil([] { return false; }, 700);
        CHECK(room.window().grab().save(file % u"-rtl.png"_s));
    }
}

TEST_CASE("the words before an article cannot turn what follows")
{
    TopicRoom room(topicOf({u"Some words."_s}));
    BlogPost post;
    post.slug = u"a"_s;
    post.title = u"News"_s;
    post.intro = u"for\u202Egpj.exe all\u2028and <b>bold</b>"_s;
    post.text = u"The text."_s;
    post.dateUtc = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
    room.view().showBlogPost(post);
    REQUIRE(room.until(u"document.querySelector('.intro') !== null"_s));
    CHECK(room.js(u"document.querySelector('.intro').textContent"_s).toString()
          == u"for[U+202E]gpj.exe all and <b>bold</b>"_s);
}
