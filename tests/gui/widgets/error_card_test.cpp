#include "support/runner_path.h"
#include "text/explanation_text.h"
#include "ui/common/icons.h"
#include "ui/widgets/error_card.h"
#include "ui/widgets/explained_output.h"
#include "ui/widgets/explanation_html.h"
#include "ui/widgets/output_pane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

RunResult offByOne()
{
    RunResult result;
    result.state = RunState::Raised;
    result.exitCode = 1;
    RunError error;
    error.type = u"IndexError"_s;
    error.message = u"list index out of range"_s;
    error.traceback
        = u"Traceback (most recent call last):\n  File \"main.py\", line 8\nIndexError: list index out of range\n"_s;
    error.frames = {{u"main.py"_s, 8, u"<module>"_s, u"cost(2)"_s, true},
                    {u"main.py"_s, 5, u"cost"_s, u"return prices[index]"_s, true}};
    error.line = 5;
    result.error = error;
    ErrorExplanation explanation;
    explanation.language = u"en"_s;
    explanation.title = u"The position is one too far."_s;
    explanation.cause
        = u"The length of `prices` is 2 <b>not bold</b>.\n\n    prices[2]\n\nCounting begins at 0."_s;
    explanation.hint = u"Use `len(prices) - 1`."_s;
    explanation.line = 5;
    explanation.source = u"return prices[index]"_s;
    explanation.values = {{u"prices"_s, u"[3, 4]"_s, u"list"_s}, {u"index"_s, u"2"_s, u"int"_s}};
    result.explanation = explanation;
    return result;
}

Theme theme(const QString &name)
{
    auto loaded = loadTheme(sharePath() % u"/themes/"_s % name % u".json"_s);
    REQUIRE(loaded);
    return *loaded;
}

/// A card in a window of its own.
struct Shown
{
    QWidget window;
    ErrorCard *card = new ErrorCard(&window);

    explicit Shown(const RunResult &result, const QString &themeName = u"light"_s, int width = 560)
    {
        setIconFolder(sharePath() % u"/icons"_s);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(card);
        window.resize(width, 600);
        card->setTheme(theme(themeName));
        card->showResult(result);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }

    template<typename Kind>
    Kind *find(const QString &name)
    {
        auto *found = card->findChild<Kind *>(name);
        REQUIRE(found);
        return found;
    }
};

} // namespace

TEST_CASE("The card tells title, line, cause, hint and values, each to a screen reader too",
          "[gui][explanations]")
{
    Shown shown(offByOne());

    CHECK(shown.card->isVisible());
    CHECK(shown.find<QLabel>(u"errorTitle"_s)->accessibleName() == u"The position is one too far."_s);
    CHECK(shown.find<QLabel>(u"errorSource"_s)->accessibleName() == u"Line 5: return prices[index]"_s);
    CHECK(shown.find<QLabel>(u"errorCause"_s)->accessibleName().startsWith(u"The length of prices is 2"_s));
    CHECK(shown.find<QLabel>(u"errorHint"_s)->accessibleName() == u"What to try: Use len(prices) - 1."_s);
    const auto values = shown.card->findChildren<QLabel *>(u"errorValue"_s);
    REQUIRE(values.size() == 2);
    CHECK(values.first()->accessibleName() == u"prices is [3, 4], of type list"_s);
    CHECK(shown.card->accessibleDescription().contains(u"What to try"_s));
}

TEST_CASE("What the program's process says is text, never markup", "[gui][explanations]")
{
    Shown shown(offByOne());
    CHECK(shown.find<QLabel>(u"errorCause"_s)->text().contains(u"&lt;b&gt;not bold&lt;/b&gt;"_s));
    const QString html = explanationHtml(u"<img src=x> `a<b>` an odd ` tick\n\n    <script>"_s,
                                         {u"Mono"_s, Qt::black, Qt::white});
    CHECK_FALSE(html.contains(u"<img"_s));
    CHECK_FALSE(html.contains(u"<script"_s));
    CHECK_FALSE(html.contains(u"a<b>"_s));
    CHECK(html.contains(u"an odd ` tick"_s));
}

TEST_CASE("Signs that the code font would join are shown as they are typed", "[explanations]")
{
    const QString html = codeHtml(u"a != b"_s, {u"Mono"_s, Qt::black, Qt::white});
    CHECK_FALSE(html.contains(u"!="_s)); // each in a format of its own
    CHECK(html.contains(u"#000001"_s));
    CHECK(codeHtml(u"x = 1"_s, {u"Mono"_s, Qt::black, Qt::white}).contains(u"x = 1"_s));
}

TEST_CASE("Go to line and the steps of the way lead to the learner's lines, by keyboard",
          "[gui][explanations]")
{
    Shown shown(offByOne());
    QSignalSpy line(shown.card, &ErrorCard::lineRequested);
    auto *go = shown.find<QPushButton>(u"errorGoToLine"_s);
    CHECK(go->focusPolicy() == Qt::StrongFocus);
    QTest::keyClick(go, Qt::Key_Space);
    REQUIRE(line.count() == 1);
    CHECK(line.takeFirst().first().toInt() == 5);
    const auto steps = shown.card->findChildren<QPushButton *>(u"errorStep"_s);
    REQUIRE(steps.size() == 2);
    QTest::keyClick(steps.first(), Qt::Key_Space);
    REQUIRE(line.count() == 1);
    CHECK(line.first().first().toInt() == 8);
}

TEST_CASE("Python's own message is one click away, and all of it can be copied", "[gui][explanations]")
{
    Shown shown(offByOne());
    auto *native = shown.find<QLabel>(u"errorTraceback"_s);
    CHECK_FALSE(native->isVisible());
    QTest::keyClick(shown.find<QPushButton>(u"errorFold"_s), Qt::Key_Space);
    CHECK(native->isVisible());
    CHECK(native->text().contains(u"IndexError: list index out of range"_s));
    QTest::keyClick(shown.find<QPushButton>(u"errorCopy"_s), Qt::Key_Space);
    const QString copied = QGuiApplication::clipboard()->text();
    CHECK(copied.contains(u"one too far"_s));
    CHECK(copied.contains(u"prices = [3, 4]"_s));
    CHECK(copied.contains(u"Traceback"_s));
}

TEST_CASE("Without an explanation there is no card", "[gui][explanations]")
{
    Shown shown(offByOne());
    shown.card->showResult({});
    CHECK_FALSE(shown.card->isVisible());
    shown.card->showResult(offByOne());
    CHECK(shown.card->isVisible());
    shown.card->clear();
    CHECK_FALSE(shown.card->isVisible());
}

TEST_CASE("Long texts wrap at any size and theme; nothing is wider than the card", "[gui][explanations]")
{
    RunResult result = offByOne();
    result.explanation->cause = QString(u"word "_s).repeated(200) % QString(400, u'x');
    result.explanation->values.push_back({u"text"_s, QString(300, u'y'), u"str"_s});
    for (const QString &name : {u"light"_s, u"dark"_s, u"high-contrast"_s}) {
        for (const int zoom : {100, 150, 200}) {
            INFO(name.toStdString() << ' ' << zoom);
            Shown shown(result, name, 420);
            shown.card->setZoom(zoom);
            QTest::qWait(20); // laid out
            CHECK(shown.card->widget()->width() <= shown.card->viewport()->width());
        }
    }
}

TEST_CASE("The explanation stands beside the output where there is room, else below", "[gui][explanations]")
{
    setIconFolder(sharePath() % u"/icons"_s);
    auto *pane = new OutputPane;
    ExplainedOutput output(pane);
    output.setTheme(theme(u"light"_s));
    output.resize(900, 400);
    output.show();
    REQUIRE(QTest::qWaitForWindowExposed(&output));
    auto *card = output.findChild<ErrorCard *>();
    auto *splitter = output.findChild<QSplitter *>();
    const QPoint before = pane->mapTo(&output, QPoint());
    const int wide = pane->width();
    output.showResult(offByOne());
    CHECK(card->isVisible());
    CHECK(splitter->orientation() == Qt::Horizontal);
    CHECK(pane->mapTo(&output, QPoint()) == before);
    output.resize(500, 700);
    CHECK(splitter->orientation() == Qt::Vertical);
    output.resize(900, 400);
    output.begin();
    QTest::qWait(10);
    CHECK_FALSE(card->isVisible());
    CHECK(pane->width() == wide);
}

TEST_CASE("The way to an error is told in short", "[explanations]")
{
    RunError error = *offByOne().error;
    error.frames.clear();
    error.frames.push_back({u"main.py"_s, 9, u"<module>"_s, u"fact(5)"_s, true});
    for (int depth = 0; depth < 90; ++depth) {
        error.frames.push_back({u"main.py"_s, 2, u"fact"_s, u"return n * fact(n - 1)"_s, true});
    }
    error.frames.push_back({u"/usr/lib/python3.11/random.py"_s, 373, u"choice"_s, u"raise"_s, false});
    error.frames.push_back({u"/usr/lib/python3.11/random.py"_s, 380, u"other"_s, u"raise"_s, false});
    const auto steps = text::pathTo(error);
    REQUIRE(steps.size() == 4);
    CHECK(steps[0].place == u"Line 9"_s);
    CHECK(steps[1].place == u"Line 2, in fact()"_s);
    CHECK(steps[1].line == 2);
    CHECK(steps[2].line == 0);
    CHECK(steps[3].place == u"Inside random.py"_s);
}
