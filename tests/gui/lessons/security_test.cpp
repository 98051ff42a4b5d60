#include "ui/web/web_page.h"
#include "ui/web/web_profile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebEngineScript>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "hostile_corpus.h"
#include "lesson_room.h"
#include "web_page_probe.h"

using namespace studio;
using namespace studio::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kQuiet = 1500; // ms in which a connection would have come

/// A server on this computer to which no lesson may ever connect.
class Trap final
{
public:
    Trap() { REQUIRE(m_server.listen(QHostAddress::LocalHost)); }

    QString address() const { return u"127.0.0.1:%1"_s.arg(m_server.serverPort()); }

    bool caughtSomething()
    {
        return spinUntil([this] { return m_server.hasPendingConnections(); }, kQuiet);
    }

private:
    QTcpServer m_server;
};

/// Presses, points at, focuses, sends and opens everything there is.
const QString kTouchEverything = uR"((() => {
    const events = ['mouseover', 'mouseenter', 'mousedown', 'mouseup', 'pointerenter', 'pointerdown', 'focus', 'focusin', 'blur', 'load',
        'error', 'toggle', 'animationstart', 'animationend', 'transitionend', 'begin', 'start', 'close', 'input', 'change', 'submit', 'reset'];
    for (const node of [...document.querySelectorAll('*')]) {
        if (node === document.documentElement || node.tagName === 'HEAD') continue;
        for (const name of events) node.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
        node.focus?.();
        node.click?.();
        node.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        if (node.tagName === 'FORM') { try { node.requestSubmit(); } catch (e) { } }
    }
    return document.querySelectorAll('*').length;
})())"_s;

/// Puts HTML into the page with no sanitiser before it.
QString insertRaw(const QString &html)
{
    QString quoted = html;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'`', u"\\`"_s).replace(u"${"_s, u"\\${"_s);
    return u"window.raw = window.raw || (window.trustedTypes ? trustedTypes.createPolicy('dompurify', "
           u"{createHTML: (x) => "
           u"x}) : {createHTML: (x) => x});"
           "document.body.innerHTML = raw.createHTML(`%1`); true"_s.arg(quoted);
}

void load(QWebEnginePage &page)
{
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    page.load(ui::lessonPageUrl());
    REQUIRE(spinUntil([&] { return !finished.isEmpty(); }, kDeadline));
    REQUIRE(finished.last().first().toBool());
}

/// Our own page with a payload in it, as if the program had written it there.
class ServedPage final : public QWebEngineUrlSchemeHandler
{
public:
    QString payload;
    int serial = 0; ///< Of the payload; tells the page from the one before.

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        QFile page(shareFolder() % u"/lesson-viewer/lesson.html"_s);
        REQUIRE(page.open(QIODevice::ReadOnly));
        QByteArray html = page.readAll();
        REQUIRE(html.contains("<main id=\"lesson\"></main>"));
        html.replace("<main id=\"lesson\"></main>", payload.toUtf8());
        html.replace("<html lang=\"en\">",
                     QByteArray("<html data-serial=\"" + QByteArray::number(serial) + "\">"));
        auto *buffer = new QFile(job);
        const QString copy = m_folder.filePath(u"page.html"_s);
        QFile written(copy);
        REQUIRE(written.open(QIODevice::WriteOnly));
        written.write(html);
        written.close();
        buffer->setFileName(copy);
        REQUIRE(buffer->open(QIODevice::ReadOnly));
        job->reply("text/html", buffer);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("the corpus does harm in a page that is not guarded")
{
    prepareEngine();
    Trap trap;
    QWebEngineProfile profile;
    QWebEnginePage page(&profile);
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    int harmful = 0;
    const QStringList corpus = hostileCorpus(trap.address());
    CHECK(corpus.size() >= 90);
    for (const QString &payload : corpus.mid(7, 6)) {
        finished.clear();
        page.setHtml(u"<body></body>"_s, QUrl(u"http://unguarded.invalid/"_s));
        REQUIRE(spinUntil([&] { return !finished.isEmpty(); }, kDeadline));
        // Not alert(): here it would show a real dialog.
        evaluate(page, insertRaw(QString(payload).replace(u"alert"_s, u"String"_s)));
        evaluate(page, kTouchEverything);
        harmful += spinUntil([&] { return page.title() == u"HARM"_s; }, 1000) ? 1 : 0;
    }
    CHECK(harmful >= 3);
    evaluate(page, insertRaw(u"<img src='http://%1/x'>"_s.arg(trap.address())));
    CHECK(trap.caughtSomething());
}

TEST_CASE("hostile HTML in a lesson runs nothing and loads nothing")
{
    QTemporaryDir root;
    Trap trap;
    const LogProbe log;
    auto course = sampleCourse(root.path());
    std::vector<Block> blocks;
    const QStringList corpus = hostileCorpus(trap.address());
    for (const QString &payload : corpus) {
        blocks.push_back(TextBlock{{payload, payload}});
        blocks.push_back(CalloutBlock{CalloutBlock::Kind::Tip, payload, {payload, payload}});
    }
    blocks.push_back(HeadingBlock{2, corpus.first(), u"\"><script>"_s});
    blocks.push_back(ImageBlock{u"\"onerror=\"alert(1)"_s, corpus.first(), corpus.first()});
    blocks.push_back(CodeBlock{corpus.join(u'\n'), u"python"_s, corpus.first()});
    blocks.push_back(
        VideoBlock{QUrl(u"javascript:alert(1)"_s), corpus.first(), u"../../secret.png"_s, corpus.first()});
    blocks.push_back(ResourcesBlock{{{corpus.first(), QUrl(u"javascript:alert(1)"_s), corpus.first()}}});
    course->sections.front().lessons.front().blocks = blocks;
    LessonRoom room(course);
    room.open(u"all"_s);
    CHECK(room.js(kTouchEverything).toInt() > 100);
    const QString left = room.js(uR"([...document.querySelectorAll('article *')].filter((node) =>
        ['SCRIPT', 'STYLE', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'SVG', 'MATH', 'META', 'LINK', 'BASE'].includes(node.tagName.toUpperCase())
        || [...node.attributes].some((a) => /^on/i.test(a.name) || /javascript:/i.test(a.value) && ['href', 'src', 'action'].includes(a.name)))
        .map((node) => node.outerHTML.slice(0, 150)).join('\n'))"_s)
                             .toString();
    INFO(left.toStdString());
    CHECK(left.isEmpty());
    CHECK_FALSE(trap.caughtSomething());
    CHECK_FALSE(room.view().page()->title().contains(u"HARM"_s));
    CHECK(room.js(u"location.href"_s).toString().startsWith(u"studio://static/lesson.html"_s));
    CHECK(room.js(u"typeof window.studio.receive"_s).toString() == u"function"_s);
    CHECK(LogProbe::count(u"a page tried to"_s) == 0);
}

TEST_CASE("without any sanitiser, the policy of the page alone lets nothing run or load")
{
    prepareEngine();
    Trap trap;
    const LogProbe log;
    ui::WebProfile profile(shareFolder());
    {
        ui::WebPage page(profile, ui::lessonPageUrl());
        QWebEngineView view;
        view.setPage(&page);
        view.resize(800, 600);
        view.show();
        load(page);
        for (const QString &payload : hostileCorpus(trap.address())) {
            INFO(payload.toStdString());
            REQUIRE(evaluate(page, insertRaw(payload)).toBool());
            REQUIRE(evaluate(page, kTouchEverything).toInt() > 0);
            REQUIRE(page.title() == u"Lesson"_s);
            REQUIRE(page.url().adjusted(QUrl::RemoveFragment) == ui::lessonPageUrl());
        }
        CHECK_FALSE(trap.caughtSomething());
        CHECK(page.title() == u"Lesson"_s);
        CHECK(LogProbe::count(u"a page tried to"_s) == 0);
        view.setPage(nullptr);
    }
}

TEST_CASE("payloads served within the page itself run nothing and load nothing")
{
    prepareEngine();
    Trap trap;
    const LogProbe log;
    ServedPage served;
    ui::WebProfile profile(shareFolder());
    profile.removeAllUrlSchemeHandlers();
    profile.installUrlSchemeHandler(ui::kStudioScheme, &served);
    {
        ui::WebPage page(profile, ui::lessonPageUrl());
        for (const QString &payload : hostileCorpus(trap.address())) {
            INFO(payload.toStdString());
            served.payload = payload;
            ++served.serial;
            page.load(ui::lessonPageUrl()); // some payloads keep the page from ever being loaded whole
            REQUIRE(waitUntil(
                page,
                u"document.documentElement?.dataset.serial === '%1' && document.readyState !== 'loading'"_s
                    .arg(served.serial)));
            evaluate(page, kTouchEverything);
            CHECK_FALSE(page.title().contains(u"HARM"_s));
            CHECK(page.url().adjusted(QUrl::RemoveFragment) == ui::lessonPageUrl());
        }
        CHECK_FALSE(trap.caughtSomething());
        CHECK(LogProbe::count(u"a page tried to"_s) == 0);
    }
}

TEST_CASE("even without a policy in the page, the profile answers no request from outside")
{
    prepareEngine();
    Trap trap;
    ServedPage served;
    ui::WebProfile profile(shareFolder());
    const QSignalSpy refused(&profile, &ui::WebProfile::requestRefused);
    {
        ui::WebPage page(profile, ui::lessonPageUrl());
        load(page);
        // A page of another origin, with no policy at all, in the same profile.
        QWebEnginePage bare(&profile);
        QSignalSpy finished(&bare, &QWebEnginePage::loadFinished);
        bare.setHtml(
            u"<body><img src='http://%1/a'><link rel=stylesheet href='http://%1/b'><script>fetch('http://%1/c')</script>"_s
                .arg(trap.address()),
            QUrl(u"http://%1/"_s.arg(trap.address())));
        CHECK_FALSE(trap.caughtSomething());
        CHECK(refused.size() >= 1);
    }
}

TEST_CASE("scripts of the page never run, and it sees nothing of the viewer")
{
    prepareEngine();
    ui::WebProfile profile(shareFolder());
    CHECK(profile.isOffTheRecord());
    {
        ui::WebPage page(profile, ui::lessonPageUrl());
        load(page);
        bool answered = false;
        QVariant main(1);
        page.runJavaScript(u"1 + 1"_s, QWebEngineScript::MainWorld, [&](const QVariant &value) {
            answered = true;
            main = value;
        });
        REQUIRE(spinUntil([&] { return answered; }, kDeadline));
        CHECK_FALSE(main.isValid());
        CHECK(evaluate(page, u"1 + 1"_s).toInt() == 2);
    }
}

TEST_CASE("only files inside the course folder are pictures of a lesson")
{
    QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkpath(u"course/images"_s));
    const auto write = [&](const QString &path) {
        QFile file(folder.filePath(path));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("x");
    };
    write(u"secret.png"_s);
    write(u"course/images/ok.png"_s);
    const QString root = folder.filePath(u"course"_s);
    REQUIRE(QFile::link(folder.filePath(u"secret.png"_s), root % u"/images/link.png"_s));
    REQUIRE(QFile::link(folder.path(), root % u"/out"_s));
    CHECK(ui::fileInside(root, u"images/ok.png"_s)
          == QFileInfo(root % u"/images/ok.png"_s).canonicalFilePath());
    CHECK(ui::fileInside(root, u"images/../images/ok.png"_s).endsWith(u"ok.png"_s));
    for (const QString &path :
         {u"../secret.png"_s, u"images/link.png"_s, u"out/secret.png"_s, u"/etc/passwd"_s, u"images"_s, u""_s,
          u"images/none.png"_s, QString(u"images/ok.png"_s % QChar(0))}) {
        INFO(path.toStdString());
        CHECK(ui::fileInside(root, path).isEmpty());
    }
    CHECK(ui::fileInside({}, u"etc/passwd"_s).isEmpty());
}
