// The corpus past the sanitisers: what the page's policy and settings stop alone, and what happens without
// any.

#include "ui/web/web_page.h"
#include "ui/web/web_profile.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>
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

constexpr int kTogether = 40; // posts in one page of the control
constexpr int kMostTouched = 60; // elements of a post; some have thousands
constexpr int kMostEnded = 5; // pages that the engine itself ends, since they want to go where none may
constexpr int kPageTime = 15'000; // ms

/// Presses, points at, focuses and sends everything below `root`.
const QString kTouch = uR"(
window.touch = (root) => {
    const events = ['mouseover', 'mouseenter', 'mousedown', 'pointerenter', 'pointerdown', 'focus', 'focusin', 'blur', 'load', 'error', 'toggle',
        'animationstart', 'animationend', 'transitionend', 'begin', 'start', 'close', 'input', 'change', 'submit', 'reset', 'wheel', 'scroll', 'paste',
        'keydown', 'search', 'beforetoggle', 'invalid', 'formdata', 'resize', 'hashchange', 'pageshow', 'message', 'contextmenu'];
    for (const node of [...root.querySelectorAll('*')].slice(0, %1)) {
        for (const name of events) node.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
        node.focus?.();
        node.click?.();
        node.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        if (node.tagName === 'FORM') { try { node.requestSubmit(); } catch (e) { } }
    }
    return true;
};)"_s.arg(kMostTouched);

QString literal(const QString &text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

/// Puts HTML into the page with no sanitiser before it, and touches all of it.
QString insertRaw(const QString &html)
{
    return kTouch
        % u"window.raw ??= (window.trustedTypes ? trustedTypes.createPolicy('dompurify', {createHTML: (x) => "
          u"x})"
          " : {createHTML: (x) => x}); document.body.innerHTML = raw.createHTML(%1); touch(document.body)"_s
              .arg(literal(html));
}

/// The forum's own page with a post in it, as if the program had written it there.
class ServedPage final : public QWebEngineUrlSchemeHandler
{
public:
    QString post;
    int serial = 0; ///< Tells the page from the one before.

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        QFile page(shareFolder() % u"/forum-viewer/forum.html"_s);
        REQUIRE(page.open(QIODevice::ReadOnly));
        QByteArray html = page.readAll();
        REQUIRE(html.contains("<main id=\"forum\"></main>"));
        REQUIRE(html.contains("<html lang=\"en\">"));
        html.replace("<main id=\"forum\"></main>", post.toUtf8());
        html.replace("<html lang=\"en\">",
                     QByteArray("<html data-serial=\"" + QByteArray::number(serial) + "\">"));
        auto *bytes = new QBuffer(job); // goes with the job
        bytes->setData(html);
        bytes->open(QIODevice::ReadOnly);
        job->reply("text/html", bytes);
    }
};

/// Stays where it is and shows no dialogs; otherwise as lenient as a page can be.
class LenientPage final : public QWebEnginePage
{
public:
    using QWebEnginePage::QWebEnginePage;

    int messages = 0; ///< That scripts wanted to show.

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override
    {
        return !isMainFrame || type == NavigationTypeTyped || url.scheme() == "javascript"_L1;
    }

    void javaScriptAlert(const QUrl &, const QString &) override { ++messages; }

    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int,
                                  const QString &) override
    {
    }
};

void load(QWebEnginePage &page, const QUrl &url)
{
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    page.load(url);
    REQUIRE(spinUntil([&] { return !finished.isEmpty(); }));
    REQUIRE(finished.last().first().toBool());
}

/// What is in the page is still the forum's own document.
bool isHome(QWebEnginePage &page)
{
    return evaluate(page, u"location.href.split('#')[0]"_s).toString() == ui::forumPageUrl().toString();
}

/// Puts a post into the page with no sanitiser before it, and touches all of it. Counts in `ended` when the
/// page did not live through that, and loads it anew.
void insertInto(QWebEnginePage &page, const HostilePost &post, int &ended)
{
    const bool lives = evaluate(page, insertRaw(carelessHtml(post.text))).toBool();
    const bool named = post.text.contains("<title>HARM"_L1); // an element of the page, no script
    CHECK((named || evaluate(page, u"document.title"_s).toString() != u"HARM"_s));
    if (!lives || !isHome(page)) {
        WARN(post.name.toStdString() << " ended its page, now at "
                                     << evaluate(page, u"location.href"_s).toString().toStdString());
        ++ended;
        load(page, ui::forumPageUrl());
    }
}

/// Serves each post within the forum's page and looks at what it did. Only those with tags: others are text.
void serveAll(QWebEnginePage &page, ServedPage &served, const std::vector<HostilePost> &corpus)
{
    int ended = 0;
    for (const HostilePost &each : corpus) {
        if (!each.text.contains(u'<') || each.name.startsWith("size"_L1)) {
            continue;
        }
        INFO(each.name.toStdString());
        served.post = carelessHtml(each.text);
        ++served.serial;
        page.load(ui::forumPageUrl()); // some keep the page from ever being loaded whole
        REQUIRE(waitUntil(
            page,
            u"document.documentElement?.dataset.serial === '%1' && document.readyState !== 'loading'"_s.arg(
                served.serial)));
        evaluate(page, kTouch % u"touch(document.body ?? document.documentElement)"_s);
        const bool named = each.text.contains("<title>HARM"_L1); // an element of the page, no script
        CHECK((named || evaluate(page, u"document.title"_s).toString() != u"HARM"_s));
        if (!isHome(page)) {
            INFO(evaluate(page, u"location.href"_s).toString().toStdString());
            CHECK(++ended <= kMostEnded);
        }
    }
}

} // namespace

TEST_CASE("in a page without any guard, the hostile posts run and load")
{
    prepareEngine();
    CountingServer server;
    const std::vector<HostilePost> corpus
        = hostilePosts(server.address(), [](int index) { return u"top.harm(%1)"_s.arg(index); });
    QWebEngineProfile profile;
    LenientPage page(&profile);
    QSet<int> ran;
    for (std::size_t from = 0; from < corpus.size(); from += kTogether) {
        QString frames;
        for (std::size_t i = from; i < std::min(corpus.size(), from + kTogether); ++i) {
            if (!corpus[i].name.startsWith("size"_L1)) {
                frames
                    += u"<iframe srcdoc=\"%1\"></iframe>"_s.arg(carelessHtml(corpus[i].text).toHtmlEscaped());
            }
        }
        QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
        page.setHtml(
            u"<!doctype html><script>window.ran = new Set(); window.harm = (x) => ran.add(x);%1</script>%2"_s
                .arg(kTouch, frames),
            QUrl(u"http://unguarded.invalid/"_s));
        spinUntil([&] { return !finished.isEmpty(); }, kPageTime);
        const auto inMain = [&](const QString &script) {
            std::optional<QVariant> answer;
            page.runJavaScript(script, QWebEngineScript::MainWorld,
                               [&](const QVariant &value) { answer = value; });
            return spinUntil([&] { return answer.has_value(); }, kPageTime) ? *answer : QVariant();
        };
        inMain(
            u"for (const each of document.querySelectorAll('iframe')) { try { touch(each.contentDocument); } catch (e) { } }; 1"_s);
        spinUntil([] { return false; }, 200); // what begins by itself
        for (const QVariant &index : inMain(u"[...ran]"_s).toList()) {
            ran.insert(index.toInt());
        }
    }
    WARN(ran.size() << " of " << corpus.size() << " run, " << server.paths().size() << " load");
    CHECK(ran.size() >= 100);
    CHECK(server.paths().size() >= 40);
}

TEST_CASE("past the sanitisers, the page's policy and settings let nothing run or load")
{
    prepareEngine();
    CountingServer server;
    const LogProbe log;
    const std::vector<HostilePost> corpus = hostilePosts(server.address());
    ui::WebProfile profile(shareFolder());
    {
        ui::WebPage page(profile, ui::forumPageUrl());
        QWebEngineView view;
        view.setPage(&page);
        view.resize(800, 600);
        view.show();
        load(page, ui::forumPageUrl());
        int ended = 0;
        for (const HostilePost &each : corpus) {
            INFO(each.name.toStdString());
            insertInto(page, each, ended);
            REQUIRE(isHome(page));
        }
        CHECK(ended <= kMostEnded);
        CHECK_FALSE(server.wasReached());
        CHECK(LogProbe::count(u"a page tried to"_s) == 0);
        view.setPage(nullptr);
    }
}

TEST_CASE("past the sanitisers, links that the engine follows without asking leave the page where it is")
{
    prepareEngine();
    CountingServer server;
    ui::WebProfile profile(shareFolder());
    {
        ui::WebPage page(profile, ui::forumPageUrl());
        QWebEngineView view;
        view.setPage(&page);
        view.show();
        for (const QString &address :
             {u"about:blank"_s, u"about:srcdoc"_s, u"ABOUT:blank#x"_s, u"http://[::1]/"_s, u"http://[::1"_s,
              u"http://%zz/"_s, u"javascript:1"_s, u"data:text/html,x"_s, u"blob:studio://static/x"_s}) {
            for (const QString &link :
                 {u"<a href='%1'>on <b>%2</b></a>"_s,
                  u"<map name=m><area shape=default href='%1'></map><b>%2</b>"_s,
                  u"<svg><a href='%1'><text><tspan>%2</tspan></text></a></svg>"_s,
                  u"<svg><a xlink:href='%1'><text><tspan>%2</tspan></text></a></svg>"_s}) {
                INFO(address.toStdString() << " in " << link.toStdString());
                load(page, ui::forumPageUrl());
                REQUIRE(evaluate(page, insertRaw(link.arg(address, u"it is here"_s))).toBool());
                spinUntil([] { return false; }, 60); // a way that begins later
                CHECK(isHome(page));
                CHECK(evaluate(page, u"document.body.textContent.includes('it is here')"_s).toBool());
            }
        }
        view.setPage(nullptr);
    }
}

TEST_CASE("hostile posts served within the page itself run nothing and load nothing")
{
    prepareEngine();
    CountingServer server;
    const LogProbe log;
    ServedPage served;
    ui::WebProfile profile(shareFolder());
    profile.removeAllUrlSchemeHandlers();
    profile.installUrlSchemeHandler(ui::kStudioScheme, &served);
    {
        ui::WebPage page(profile, ui::forumPageUrl());
        serveAll(page, served, hostilePosts(server.address()));
        CHECK_FALSE(server.wasReached());
        CHECK(LogProbe::count(u"a page tried to"_s) == 0);
    }
}

TEST_CASE("with only the policy, and scripts switched on, the hostile posts run nothing")
{
    prepareEngine();
    CountingServer server;
    ServedPage served;
    QWebEngineProfile profile;
    profile.installUrlSchemeHandler(ui::kStudioScheme, &served);
    {
        LenientPage page(&profile);
        load(page, ui::forumPageUrl());
        REQUIRE(page.settings()->testAttribute(QWebEngineSettings::JavascriptEnabled));
        const std::vector<HostilePost> corpus = hostilePosts(server.address());
        int ended = 0;
        for (const HostilePost &each : corpus) {
            INFO(each.name.toStdString());
            insertInto(page, each, ended);
        }
        CHECK(ended <= kMostEnded);
        CHECK(page.messages == 0);
        serveAll(page, served, corpus);
        CHECK(page.messages == 0);
    }
}
