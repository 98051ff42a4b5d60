#include "ui/web/web_view.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "lesson_room.h"
#include "web_page_probe.h"

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace studio;
using namespace studio::tests;
using namespace Qt::StringLiterals;

namespace {

QString card(const QString &id, const QString &inside)
{
    return u"[data-exercise=\"%1\"] %2"_s.arg(id, inside);
}

QString text(LessonRoom &room, const QString &selector)
{
    return room.js(u"document.querySelector(`%1`)?.textContent ?? ''"_s.arg(selector)).toString();
}

QString has(const QString &selector, const QString &part)
{
    return u"(document.querySelector(`%1`)?.textContent ?? '').includes(`%2`)"_s.arg(selector, part);
}

} // namespace

TEST_CASE("a lesson shows each kind of block")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    const QStringList selectors = {u".strip .segment.here"_s,
                                   u"article > h1"_s,
                                   u"article > h2#a-heading"_s,
                                   u".rich strong"_s,
                                   u"figure.image img"_s,
                                   u".codeblock .tok-builtin"_s,
                                   u"[data-example=\"example\"] textarea"_s,
                                   u"[data-exercise=\"quiz\"] input[type=radio]"_s,
                                   u"[data-exercise=\"gap\"] input.blank"_s,
                                   u"[data-exercise=\"add-two\"] textarea"_s,
                                   u"[data-exercise=\"order\"] .line-text"_s,
                                   u"[data-exercise=\"predict\"] textarea"_s,
                                   u"[data-exercise=\"typed\"] textarea"_s,
                                   u"[data-exercise=\"shop\"] .steps li"_s,
                                   u".callout.info"_s,
                                   u".callout.warning"_s,
                                   u".callout.tip"_s,
                                   u".callout.danger"_s,
                                   u".video .poster"_s,
                                   u".listing a[href]"_s,
                                   u".listing .link"_s,
                                   u".footer .primary"_s};
    for (const QString &selector : selectors) {
        INFO(selector.toStdString());
        CHECK(room.until(u"document.querySelector('%1') !== null"_s.arg(selector)));
    }
    CHECK(room.until(u"document.querySelector('.image img').naturalWidth === 200"_s));
    CHECK(room.js(u"document.documentElement.lang + document.documentElement.dir"_s).toString()
          == u"enltr"_s);
}

TEST_CASE("every control of a lesson has a name for the screen reader")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    REQUIRE(room.until(u"document.querySelectorAll('.line-text').length > 0"_s));
    const QString nameless = room.js(uR"(
        [...document.querySelectorAll('button, input, textarea, a, [role=button], img')].filter((node) => {
            const label = node.closest('label');
            return !(node.getAttribute('aria-label') || node.textContent.trim() || node.hasAttribute('alt') || label?.textContent.trim());
        }).map((node) => node.outerHTML.slice(0, 200)).join('\n'))"_s)
                                 .toString();
    INFO(nameless.toStdString());
    CHECK(nameless.isEmpty());
}

TEST_CASE("an example runs by one click, with its error output apart")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    clickOn(room.view(), u"[data-example=\"example\"] .button.primary"_s);
    CHECK(room.until(has(u"[data-example=\"example\"] .stream-out"_s, u"pear"_s)));
    CHECK(room.until(has(u"[data-example=\"example\"] .stream-err"_s, u"careful"_s)));
    CHECK(room.until(u"document.querySelector('[data-example=\"example\"] .output-status.good') !== null"_s));
    CHECK_FALSE(text(room, u"[data-example=\"example\"] .stream-out"_s).contains(u"careful"_s));
}

TEST_CASE("an example that waits for input is answered in its place")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    clickOn(room.view(), u"[data-example=\"asks\"] .button.primary"_s);
    REQUIRE(room.until(u"document.activeElement.classList.contains('output-entry')"_s));
    typeInto(room.view(), u"Mira"_s);
    press(room.view(), Qt::Key_Return);
    CHECK(room.until(has(u"[data-example=\"asks\"] .output-text"_s, u"Hello, Mira"_s)));
    CHECK(text(room, u"[data-example=\"asks\"] .stream-in"_s).contains(u"Mira"_s));
}

TEST_CASE("a changed example is there again after a restart, and can be put back")
{
    QTemporaryDir root;
    QTemporaryDir work;
    const auto course = sampleCourse(root.path());
    {
        LessonRoom room(course, work.path());
        room.open(u"all"_s);
        clickOn(room.view(), u"[data-example=\"example\"] textarea"_s);
        press(room.view(), Qt::Key_End, Qt::ControlModifier);
        typeInto(room.view(), u"# mine"_s);
        REQUIRE(room.until(
            u"document.querySelector('[data-example=\"example\"] textarea').value.endsWith('# mine')"_s));
    }
    LessonRoom room(course, work.path());
    room.open(u"all"_s);
    CHECK(room.until(
        u"document.querySelector('[data-example=\"example\"] textarea').value.endsWith('# mine')"_s));
    clickOn(room.view(), u"[data-example=\"example\"] .bar .quiet:not(.absent)"_s);
    CHECK(room.until(
        u"!document.querySelector('[data-example=\"example\"] textarea').value.includes('# mine')"_s));
}

TEST_CASE("a quiz says why a wrong answer is wrong, and counts the right one")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    REQUIRE(room.until(
        u"document.querySelector('[data-exercise=\"quiz\"] .button.primary[aria-disabled=false]') !== null"_s));
    clickOn(room.view(), card(u"quiz"_s, u"input[value=a]"_s));
    clickOn(room.view(), card(u"quiz"_s, u".actions .primary"_s));
    CHECK(room.until(has(card(u"quiz"_s, u".verdict.bad"_s), u"Nothing sorts the list."_s)));
    CHECK_FALSE(room.progress().exercise(u"sample"_s, u"quiz"_s).passed);
    clickOn(room.view(), card(u"quiz"_s, u"input[value=b]"_s));
    clickOn(room.view(), card(u"quiz"_s, u".actions .primary"_s));
    CHECK(room.until(has(card(u"quiz"_s, u".verdict.good"_s), u"A loop keeps the order."_s)));
    CHECK(spinUntil([&] { return room.progress().exercise(u"sample"_s, u"quiz"_s).passed; }, kDeadline));
    CHECK(room.until(u"!document.querySelector('[data-exercise=\"quiz\"] .badge').hidden"_s));
}

TEST_CASE("a quiz can be done with the keyboard alone")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    REQUIRE(room.until(
        u"document.querySelector('[data-exercise=\"quiz\"] .button.primary[aria-disabled=false]') !== null"_s));
    room.view().setFocus();
    const QString onRadio = u"document.activeElement.type === 'radio'"_s;
    for (int i = 0; i < 40 && !room.js(onRadio).toBool(); ++i) {
        room.js(u"window.last = document.activeElement; true"_s);
        // Tab indents in a code box; Escape goes behind it.
        const bool inBox = room.js(u"document.activeElement.tagName === 'TEXTAREA'"_s).toBool();
        press(room.view(), inBox ? Qt::Key_Escape : Qt::Key_Tab);
        REQUIRE(room.until(u"document.activeElement !== window.last"_s));
    }
    REQUIRE(room.js(u"document.activeElement.type === 'radio'"_s).toBool());
    press(room.view(), Qt::Key_Space);
    press(room.view(), Qt::Key_Down);
    REQUIRE(room.until(u"document.querySelector('input[value=b]').checked"_s));
    press(room.view(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.until(u"document.querySelector('[data-exercise=\"quiz\"] .verdict.good') !== null"_s));
}

TEST_CASE("a program is written, run with input and checked in the flow, and found again after a restart")
{
    QTemporaryDir root;
    QTemporaryDir work;
    const auto course = sampleCourse(root.path());
    {
        LessonRoom room(course, work.path());
        room.open(u"all"_s);
        REQUIRE(room.until(
            u"document.querySelector('[data-exercise=\"add-two\"] textarea').value.includes('input')"_s));
        clickOn(room.view(), card(u"add-two"_s, u".bar .primary"_s));
        CHECK(room.until(u"document.querySelector('[data-exercise=\"add-two\"] .verdict.bad') !== null"_s));
        CHECK(room.until(has(card(u"add-two"_s, u".verdict-rows .expected"_s), u"5"_s)));
        clickOn(room.view(), card(u"add-two"_s, u"textarea"_s));
        press(room.view(), Qt::Key_End, Qt::ControlModifier);
        typeInto(room.view(), u"b = int(input())"_s);
        press(room.view(), Qt::Key_Return);
        typeInto(room.view(), u"print(a + b)"_s);
        press(room.view(), Qt::Key_F5);
        for (const QString &line : {u"20"_s, u"22"_s}) {
            REQUIRE(room.until(u"document.activeElement.classList.contains('output-entry')"_s));
            typeInto(room.view(), line);
            press(room.view(), Qt::Key_Return);
            REQUIRE(room.until(has(card(u"add-two"_s, u".output-text"_s), line)));
        }
        CHECK(room.until(has(card(u"add-two"_s, u".output-text"_s), u"42"_s)));
        REQUIRE(room.until(
            u"document.querySelector('[data-exercise=\"add-two\"] .bar .primary[aria-disabled=false]') !== null"_s));
        clickOn(room.view(), card(u"add-two"_s, u"textarea"_s));
        press(room.view(), Qt::Key_Return, Qt::ControlModifier);
        CHECK(room.until(u"document.querySelector('[data-exercise=\"add-two\"] .verdict.good') !== null"_s));
    }
    LessonRoom room(course, work.path());
    room.open(u"all"_s);
    CHECK(room.until(
        u"document.querySelector('[data-exercise=\"add-two\"] textarea').value.includes('print(a + b)')"_s));
    CHECK(room.progress().exercise(u"sample"_s, u"add-two"_s).passed);
}

TEST_CASE("a hint opens when it is ready, the next one after a try")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    REQUIRE(room.until(u"document.querySelector('[data-exercise=\"add-two\"] .hint .button') !== null"_s));
    clickOn(room.view(), card(u"add-two"_s, u".hint .button"_s));
    CHECK(room.until(has(card(u"add-two"_s, u"details.hint"_s), u"Read the second one"_s)));
    CHECK(room.until(u"document.querySelector('[data-exercise=\"add-two\"] .hint.locked') !== null"_s));
    clickOn(room.view(), card(u"add-two"_s, u".bar .primary"_s));
    CHECK(room.until(u"document.querySelector('[data-exercise=\"add-two\"] .hint .button') !== null"_s));
}

TEST_CASE("lines are put in order with the keyboard")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    REQUIRE(room.until(
        u"document.querySelectorAll('[data-exercise=\"order\"] [data-list=unused].line-text').length === 2"_s));
    const QString focusLine
        = u"[...document.querySelectorAll('[data-exercise=\"order\"] [data-list=unused].line-text')]"
          ".find((node) => node.textContent.includes('%1')).focus()"_s;
    room.view().setFocus();
    room.js(focusLine.arg(u"print"_s));
    press(room.view(), Qt::Key_Return);
    REQUIRE(room.until(
        u"document.querySelectorAll('[data-exercise=\"order\"] .used .line-text').length === 1"_s));
    room.js(focusLine.arg(u"for"_s));
    press(room.view(), Qt::Key_Return);
    REQUIRE(room.until(
        u"document.querySelectorAll('[data-exercise=\"order\"] .used .line-text').length === 2"_s));
    room.js(u"document.querySelector('[data-exercise=\"order\"] .used .line-text').focus()"_s);
    press(room.view(), Qt::Key_Right, Qt::AltModifier);
    REQUIRE(room.until(u"document.activeElement.getAttribute('aria-label').includes('indented 1')"_s));
    press(room.view(), Qt::Key_Down, Qt::AltModifier);
    REQUIRE(room.until(
        u"document.querySelector('[data-exercise=\"order\"] .used .line-text').textContent.includes('for')"_s));
    press(room.view(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.until(u"document.querySelector('[data-exercise=\"order\"] .verdict.good') !== null"_s));
    CHECK(room.places().isEmpty()); // Alt with an arrow did not leave the lesson
}

TEST_CASE("gaps are filled and checked with Enter")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    REQUIRE(room.until(
        u"document.querySelector('[data-exercise=\"gap\"] .button.primary[aria-disabled=false]') !== null"_s));
    clickOn(room.view(), card(u"gap"_s, u"input.blank"_s));
    typeInto(room.view(), u"\"Ada\""_s);
    press(room.view(), Qt::Key_Tab);
    typeInto(room.view(), u"name"_s);
    press(room.view(), Qt::Key_Return);
    CHECK(room.until(u"document.querySelector('[data-exercise=\"gap\"] .verdict.good') !== null"_s));
}

TEST_CASE("Tab indents in a code box, a colon indents the next line, and Escape leaves")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    clickOn(room.view(), card(u"typed"_s, u"textarea"_s));
    typeInto(room.view(), u"if x:"_s);
    press(room.view(), Qt::Key_Return);
    typeInto(room.view(), u"y"_s);
    press(room.view(), Qt::Key_Return);
    press(room.view(), Qt::Key_Tab);
    typeInto(room.view(), u"z"_s);
    CHECK(room.until(
        u"document.querySelector('[data-exercise=\"typed\"] textarea').value === 'if x:\\n    y\\n        z'"_s));
    CHECK(room.until(
        u"document.querySelector('[data-exercise=\"typed\"] .tok-keyword')?.textContent === 'if'"_s));
    press(room.view(), Qt::Key_Escape);
    CHECK(room.until(u"document.activeElement.tagName !== 'TEXTAREA'"_s));
    press(room.view(), Qt::Key_Tab);
    CHECK(
        room.until(u"document.activeElement.tagName === 'BUTTON'"_s)); // on it goes, no way back into the box
}

TEST_CASE("the place in a lesson is found again, and its end marks it as read")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"long"_s);
    CHECK_FALSE(room.progress().lesson(u"sample"_s, u"long"_s).read);
    room.view().setFocus();
    press(room.view(), Qt::Key_PageDown);
    press(room.view(), Qt::Key_PageDown);
    REQUIRE(
        spinUntil([&] { return room.progress().lesson(u"sample"_s, u"long"_s).position > 0.1; }, kDeadline));
    REQUIRE(room.until(u"(window.before === window.scrollY) || ((window.before = window.scrollY), false)"_s));
    const double before = room.js(u"window.scrollY"_s).toDouble();
    REQUIRE(spinUntil(
        [&] {
            const double share
                = room.js(u"window.scrollY / (document.documentElement.scrollHeight - innerHeight)"_s)
                      .toDouble();
            return qAbs(share - room.progress().lesson(u"sample"_s, u"long"_s).position) < 0.0005;
        },
        kDeadline));
    room.open(u"all"_s);
    room.open(u"long"_s);
    CHECK(room.until(u"Math.abs(window.scrollY - %1) <= 1"_s.arg(before)));
    room.view().setFocus();
    press(room.view(), Qt::Key_End);
    CHECK(spinUntil([&] { return room.progress().lesson(u"sample"_s, u"long"_s).read; }, kDeadline));
}

TEST_CASE("a link out asks and names the host")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"all"_s);
    clickOn(room.view(), u".listing a[href]"_s);
    QMessageBox *question = nullptr;
    REQUIRE(spinUntil(
        [&] { return (question = room.window().findChild<QMessageBox *>(u"openOutside"_s)) != nullptr; },
        kDeadline));
    CHECK(question->text().contains(u"docs.example"_s));
    question->button(QMessageBox::Cancel)->click();
    CHECK(room.js(u"location.href"_s).toString() == u"studio://static/lesson.html"_s);
}

TEST_CASE("lessons and exercises are gone to from a lesson")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    ui::LessonPage &page = room.open(u"all"_s);
    const auto lastPlace = [&](int count) {
        REQUIRE(spinUntil([&] { return room.places().size() == count; }, kDeadline));
        return room.places().last().first().value<Place>();
    };
    clickOn(room.view(), u".listing .link"_s);
    CHECK(lastPlace(1) == Place{u"lesson"_s, u"sample"_s, u"long"_s});
    clickOn(room.view(), card(u"shop"_s, u".actions .button"_s));
    CHECK(lastPlace(2) == Place{u"exercise"_s, u"sample"_s, u"shop"_s});
    clickOn(room.view(), u".footer .primary"_s);
    CHECK(lastPlace(3) == Place{u"lesson"_s, u"sample"_s, u"long"_s});
    for (QAction *action : page.pageActions()) {
        if (action->objectName() == u"previousAction"_s) {
            CHECK_FALSE(action->isEnabled());
        }
        if (action->objectName() == u"bookmarkAction"_s) {
            action->trigger();
        }
    }
    CHECK(room.progress().lesson(u"sample"_s, u"all"_s).bookmarked);
}

TEST_CASE("an empty lesson and a lesson that is gone say so and what to do")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    room.open(u"empty"_s);
    CHECK(room.until(has(u".empty"_s, u"Go on to the next one"_s)));
    LessonRoom other(sampleCourse(root.path()));
    ui::LessonPage page(other.services(), other.web(), {u"lesson"_s, u"sample"_s, u"gone"_s});
    const QSignalSpy places(&page, &ui::Page::placeRequested);
    auto *notice = page.findChild<QLabel *>(u"lessonNotice"_s);
    REQUIRE(spinUntil([&] { return notice->text().contains(u"no longer"_s); }, kDeadline));
    page.findChild<QPushButton *>()->click();
    CHECK(places.size() == 1);
}

#ifdef Q_OS_UNIX
TEST_CASE("when the engine dies the lesson is shown again by one click, with the answer in it")
{
    QTemporaryDir root;
    LessonRoom room(sampleCourse(root.path()));
    ui::LessonPage &page = room.open(u"all"_s);
    clickOn(room.view(), card(u"typed"_s, u"textarea"_s));
    typeInto(room.view(), u"kept"_s);
    REQUIRE(room.until(u"document.querySelector('[data-exercise=\"typed\"] textarea').value === 'kept'"_s));
    REQUIRE(::kill(static_cast<pid_t>(room.view().page()->renderProcessPid()), SIGKILL) == 0);
    auto *retry = page.findChild<QPushButton *>(u"lessonRetry"_s);
    REQUIRE(spinUntil([&] { return retry->isVisible(); }, kDeadline));
    retry->click();
    CHECK(room.until(u"document.querySelector('[data-exercise=\"typed\"] textarea')?.value === 'kept'"_s));
}
#endif
