#include "domain/studio_link.h"
#include "ui/web/web_page.h"
#include "ui/web/web_profile.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "counting_server.h"
#include "hostile_posts.h"
#include "topic_room.h"
#include "web_page_probe.h"

using namespace studio;
using namespace studio::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlowestRender = 3'000; // ms; a sanitised build on a busy computer takes ten times the usual
constexpr int kSlowestWindow = 15'000; // ms

const QString kSentinel = u"A quiet post with `code`, a [link](https://example.org/) and *words*."_s;

/// Presses, points at, focuses and sends what came with posts, of each post once and not all of thousands.
const QString kTouchPosts = uR"((() => {
    const events = ['mouseover', 'mousedown', 'pointerenter', 'focus', 'focusin', 'load', 'error', 'toggle', 'animationstart',
        'transitionend', 'begin', 'input', 'change', 'submit'];
    window.touched ??= new Set();
    const fresh = [...document.querySelectorAll('.post')].filter((post) => !touched.has(post.dataset.post));
    const nodes = fresh.flatMap((post) => [...post.querySelectorAll('.text *:not(button, button *)')].slice(0, 200));
    fresh.forEach((post) => touched.add(post.dataset.post));
    for (const node of nodes) {
        for (const name of events) node.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
        node.click?.();
    }
    return nodes.length;
})())"_s;

/// What no post that is new here may have brought into the page, as lines; empty when all is well.
const QString kForeign = uR"((() => {
    const tags = new Set(['P', 'BR', 'HR', 'H3', 'H4', 'H5', 'H6', 'STRONG', 'EM', 'DEL', 'CODE', 'PRE', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'TABLE',
        'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'A', 'DIV', 'SPAN', 'SECTION', 'FIGURE', 'BUTTON', 'BDI']);
    const allowed = new Set(['href', 'title', 'class', 'start', 'align', 'dir', 'role', 'tabindex', 'type', 'aria-label', 'aria-hidden', 'data-code']);
    const found = [];
    window.looked ??= new Set();
    const fresh = [...document.querySelectorAll('.post')].filter((post) => !looked.has(post.dataset.post));
    fresh.forEach((post) => looked.add(post.dataset.post));
    for (const node of fresh.flatMap((post) => [...post.querySelectorAll('.text *')])) {
        const wrong = [...node.attributes].filter((each) => !allowed.has(each.name)
            || (each.name === 'href' && !/^(https?:\/\/|mailto:|studio:(topic|post|lesson|exercise)\/)/.test(each.value)));
        if (!tags.has(node.tagName) || wrong.length > 0) found.push(node.outerHTML.slice(0, 200));
    }
    for (const selector of ['script:not([src^="studio:"])', 'iframe', 'object', 'embed', 'form', 'style:not([data-own])', 'svg', 'math', 'base', 'img']) {
        for (const node of document.body.querySelectorAll(selector)) found.push(node.outerHTML.slice(0, 200));
    }
    return found.join('\n');
})())"_s;

/// How the page around the texts looks: of each post what does not depend on what it says.
const QString kAround = uR"((() => {
    const look = (node) => { const s = getComputedStyle(node);
        return [s.color, s.backgroundColor, s.font, s.visibility, s.display, s.position, s.transform, s.filter, s.opacity].join('|'); }; // a text has a direction of its own
    const bad = [];
    const main = document.querySelector('main').getBoundingClientRect();
    const usual = {};
    for (const post of document.querySelectorAll('.post')) {
        const r = post.getBoundingClientRect();
        if (Math.abs(r.left - document.querySelector('.topic-head').getBoundingClientRect().left) > 0.5) bad.push(`${post.dataset.post} stands aside`);
        for (const part of ['.author', '.place', '.post-actions', 'time', '.text', '.avatar:not(.none)']) {
            const node = post.querySelector(part);
            const now = part === '.avatar:not(.none)' ? getComputedStyle(node).font : look(node);
            usual[part] ??= now;
            if (now !== usual[part]) bad.push(`${post.dataset.post} ${part}: ${now} not ${usual[part]}`);
            const box = node.getBoundingClientRect();
            if (box.left < main.left - 0.5 || box.right > main.right + 0.5) bad.push(`${post.dataset.post} ${part} leaves the page`);
        }
        const text = post.querySelector('.text').getBoundingClientRect();
        const head = post.querySelector('.post-head').getBoundingClientRect();
        if (text.top < head.bottom - 0.5 || text.bottom > r.bottom + 0.5) bad.push(`${post.dataset.post} text leaves its post`);
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) bad.push('the page became wider');
    return bad.join('\n');
})())"_s;

/// Of the sentinel: everything that a style of somebody else could have changed.
const QString kSentinelLook = uR"(((id) => {
    const post = document.querySelector(`[data-post="${id}"] .text`);
    const top = post.getBoundingClientRect().top;
    return JSON.stringify([post, ...post.querySelectorAll('*')].map((node) => {
        const r = node.getBoundingClientRect();
        const all = getComputedStyle(node);
        return [node.tagName, r.left, r.top - top, r.width, r.height, ...[...all].filter((name) => !/origin/.test(name)).map((name) => all[name])].join(';');
    }));
})(%1))"_s;

/// What can be read of each post that is new here, by its id.
const QString kWords = uR"((() => {
    window.read ??= new Set();
    const fresh = [...document.querySelectorAll('.post')].filter((post) => !read.has(post.dataset.post));
    fresh.forEach((post) => read.add(post.dataset.post));
    return JSON.stringify(Object.fromEntries(fresh.map((post) => {
        const text = post.querySelector('.text');
        return [post.dataset.post, [text.textContent.slice(0, 400000), text.getBoundingClientRect().height]];
    })));
})())"_s;

/// Every post of the corpus between two sentinels.
std::vector<ForumPost> topicOf(const std::vector<HostilePost> &corpus)
{
    std::vector<ForumPost> all;
    all.push_back(postOf(0, kSentinel));
    for (const HostilePost &each : corpus) {
        all.push_back(postOf(static_cast<int>(all.size()), each.text));
    }
    all.push_back(postOf(static_cast<int>(all.size()), kSentinel));
    return all;
}

/// Where two looks begin to differ; empty: nowhere.
std::string difference(const QString &one, const QString &other)
{
    qsizetype at = 0;
    while (at < one.size() && at < other.size() && one[at] == other[at]) {
        ++at;
    }
    const qsizetype from = std::max<qsizetype>(0, at - 60);
    return one == other ? std::string()
                        : QString(one.mid(from, 120) % u" not "_s % other.mid(from, 120)).toStdString();
}

QString simple(const QString &text)
{
    return text.simplified();
}

/// Walks through the whole topic and asks `look` at each stop.
void walk(TopicRoom &room, const std::function<void()> &look)
{
    const int total = static_cast<int>(room.posts.size());
    for (int at = 0; at < total;) {
        QElapsedTimer time;
        time.start();
        INFO("post " << at);
        REQUIRE(room.goTo(at));
        look();
        CHECK(time.elapsed() < kSlowestWindow);
        const int last
            = room.js(u"Number([...document.querySelectorAll('.post')].at(-1).dataset.post)"_s).toInt();
        at = last - 1000 >= total - 1 ? total : std::max(at + 1, last - 1000);
    }
}

} // namespace

TEST_CASE("each hostile post is made safe in a short time")
{
    const std::vector<HostilePost> corpus = hostilePosts(u"127.0.0.1:1"_s);
    CHECK(corpus.size() >= 300);
    QSet<QString> different;
    for (const HostilePost &each : corpus) {
        different.insert(each.text);
    }
    CHECK(different.size() == static_cast<qsizetype>(corpus.size()));
    prepareEngine();
    const TopicRoom room({postOf(0, kSentinel)});
    qint64 slowest = 0;
    for (const HostilePost &each : corpus) {
        INFO(each.name.toStdString());
        QElapsedTimer time;
        time.start();
        CHECK((each.words.isEmpty() || !room.renderer().render(each.text).empty()));
        CHECK(time.elapsed() < kSlowestRender);
        slowest = std::max(slowest, time.elapsed());
    }
    WARN(corpus.size() << " posts, the slowest was rendered in " << slowest << " ms");
}

TEST_CASE("hostile posts in a topic run nothing, load nothing, and change nothing around them")
{
    CountingServer server;
    const std::vector<HostilePost> corpus = hostilePosts(server.address());
    std::vector<ForumPost> sentinels;
    for (int i = 0; i < 20; ++i) { // more than the window holds: a scroll bar takes its width
        sentinels.push_back(postOf(i, kSentinel));
    }
    const TopicRoom alone(sentinels);
    REQUIRE(alone.until(u"document.querySelector('[data-post=\"1000\"]') !== null"_s));
    const QString quiet = alone.js(kSentinelLook.arg(1000)).toString();
    REQUIRE(quiet.size() > 1000);

    TopicRoom room(topicOf(corpus));
    const LogProbe log;
    const QSignalSpy refused(&room.host().profile(), &ui::WebProfile::requestRefused);
    QSignalSpy inside(&room.view(), &ui::TopicView::linkActivated);
    QSignalSpy outside(&room.view(), &ui::TopicView::webLinkActivated);
    QSignalSpy ran(&room.view(), &ui::TopicView::runRequested);
    CHECK(difference(room.js(kSentinelLook.arg(1000)).toString(), quiet).empty());

    QJsonObject seen;
    int touched = 0;
    walk(room, [&] {
        const QString foreign = room.js(kForeign).toString();
        INFO(foreign.toStdString());
        CHECK(foreign.isEmpty());
        const QString around = room.js(kAround).toString();
        INFO(around.toStdString());
        CHECK(around.isEmpty());
        const QJsonObject words = QJsonDocument::fromJson(room.js(kWords).toString().toUtf8()).object();
        for (auto each = words.begin(); each != words.end(); ++each) {
            seen.insert(each.key(), each.value());
        }
        touched += room.js(kTouchPosts).toInt();
    });
    CHECK(touched > 1000);
    CHECK(room.page().title() == u"Why is the last item missing?"_s);
    CHECK(room.page().url().adjusted(QUrl::RemoveFragment) == ui::forumPageUrl());
    CHECK(room.js(u"typeof window.studio.receive"_s).toString() == u"function"_s);
    CHECK(room.js(u"document.getElementById('say').textContent"_s).toString().isEmpty());
    CHECK(LogProbe::count(u"a page tried to"_s) == 0);
    CHECK(refused.isEmpty());
    CHECK(ran.isEmpty());
    CHECK_FALSE(server.wasReached());

    CHECK(outside.size() > 10);
    for (const QList<QVariant> &each : outside) {
        const QUrl url = each.first().toUrl();
        INFO(url.toString().toStdString());
        CHECK(url.isValid());
        CHECK((url.scheme() == u"https"_s || url.scheme() == u"http"_s || url.scheme() == u"mailto"_s));
        CHECK(url.userInfo().isEmpty());
    }
    CHECK(inside.size() > 1);

    for (std::size_t i = 0; i < corpus.size(); ++i) {
        INFO(corpus[i].name.toStdString());
        const QJsonArray found = seen.value(QString::number(1001 + i)).toArray();
        REQUIRE(found.size() == 2);
        const QString text = simple(found[0].toString());
        INFO(text.left(300).toStdString());
        CHECK(text.contains(simple(corpus[i].words)));
        CHECK((corpus[i].words.isEmpty() || found[1].toDouble() >= 10)); // as high as a line
    }

    // The last sentinel, after all of them.
    REQUIRE(room.goTo(static_cast<int>(room.posts.size()) - 1));
    CHECK(difference(room.js(kSentinelLook.arg(room.posts.back().id)).toString(), quiet).empty());
    CHECK(room.js(kAround).toString().isEmpty());
}
