#include "domain/exercise.h"
#include "ui/lessons/lesson_answer.h"
#include "ui/lessons/lesson_json.h"
#include "ui/web/output_buffer.h"
#include "ui/web/web_engine.h"

#include <QJsonDocument>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace studio;
using namespace Qt::StringLiterals;

namespace {

Exercise choice(bool many)
{
    Exercise exercise;
    exercise.id = u"q"_s;
    exercise.kind = ExerciseKind::Choice;
    ChoiceSpec spec;
    spec.many = many;
    spec.options
        = {{u"a"_s, {u"A"_s, u"A"_s}, false, {}}, {u"b"_s, {u"B"_s, u"B"_s}, true, {u"why"_s, u"why"_s}}};
    exercise.spec = spec;
    return exercise;
}

Exercise gaps()
{
    Exercise exercise;
    exercise.kind = ExerciseKind::FillBlanks;
    FillBlanksSpec spec;
    spec.codeTemplate = u"x = {{BLANK_1}}\nprint({{BLANK_2}})"_s;
    exercise.spec = spec;
    return exercise;
}

} // namespace

TEST_CASE("chosen options come in the author's order, and nonsense is refused")
{
    CHECK(ui::answerFrom(choice(true), QJsonArray{u"b"_s, u"a"_s}) == u"a\nb"_s);
    CHECK(ui::answerFrom(choice(true), QJsonArray()) == u""_s);
    CHECK_FALSE(ui::answerFrom(choice(false), QJsonArray{u"a"_s, u"b"_s}));
    CHECK_FALSE(ui::answerFrom(choice(true), QJsonArray{u"a"_s, u"z"_s}));
    CHECK_FALSE(ui::answerFrom(choice(true), QJsonArray{u"a"_s, u"a"_s}));
    CHECK_FALSE(ui::answerFrom(choice(true), u"a"_s));
}

TEST_CASE("gaps go into the template and come back")
{
    const auto answer
        = ui::answerFrom(gaps(), QJsonObject{{u"BLANK_1"_s, u" {{BLANK_2}} "_s}, {u"BLANK_2"_s, u""_s}});
    REQUIRE(answer);
    CHECK(*answer == u"x = {{BLANK_2}}\nprint({{BLANK_2}})"_s);
    const QString filled
        = *ui::answerFrom(gaps(), QJsonObject{{u"BLANK_1"_s, u"1"_s}, {u"BLANK_2"_s, u"x"_s}});
    CHECK(filled == u"x = 1\nprint(x)"_s);
    CHECK(ui::answerJson(gaps(), filled).toObject()
          == QJsonObject{{u"BLANK_1"_s, u"1"_s}, {u"BLANK_2"_s, u"x"_s}});
    CHECK_FALSE(ui::answerFrom(gaps(), QJsonObject{{u"BLANK_1"_s, u"a\nb"_s}}));
    CHECK_FALSE(ui::answerFrom(gaps(), QJsonObject{{u"BLANK_1"_s, QString(501, u'x')}}));
    CHECK(ui::answerJson(gaps(), u"something else"_s).toObject().isEmpty());
}

TEST_CASE("a step with lines that do not exist changes nothing")
{
    Exercise exercise;
    exercise.id = u"p"_s;
    exercise.kind = ExerciseKind::Parsons;
    ParsonsSpec spec;
    spec.lines = {u"a"_s, u"b"_s};
    exercise.spec = spec;
    CHECK(ui::parsonsStep(exercise, u""_s, u"use"_s, 0, 0).has_value());
    CHECK_FALSE(ui::parsonsStep(exercise, u""_s, u"use"_s, 2, 0));
    CHECK_FALSE(ui::parsonsStep(exercise, u""_s, u"use"_s, -1, 0));
    CHECK_FALSE(ui::parsonsStep(exercise, u"a"_s, u"move"_s, 1, 1));
    CHECK_FALSE(ui::parsonsStep(exercise, u"a"_s, u"erase"_s, 0, 1));
    CHECK(ui::parsonsStep(exercise, u"a\nb"_s, u"move"_s, 0, 99) == u"b\na"_s);
    CHECK_FALSE(ui::parsonsStep(choice(true), u"a"_s, u"use"_s, 0, 0));
}

TEST_CASE("what the viewer is told of a question does not hold the right answer")
{
    const QByteArray json = QJsonDocument(ui::exerciseJson(choice(false))).toJson();
    CHECK_FALSE(json.contains("right"));
    CHECK_FALSE(json.contains("why"));
}

TEST_CASE("output is handed on as whole characters, and is bounded")
{
    ui::OutputBuffer buffer;
    QSignalSpy texts(&buffer, &ui::OutputBuffer::text);
    buffer.add(RunStream::Out, QByteArray("gr\xc3"));
    buffer.flush();
    buffer.add(RunStream::Out, QByteArray("\xbcn"));
    buffer.add(RunStream::Err, QByteArray("oh"));
    buffer.flush();
    QString all;
    for (const auto &each : texts) {
        all += each.at(1).toString();
    }
    CHECK(all == u"grünoh"_s);
    CHECK(texts.last().at(0).value<RunStream>() == RunStream::Err);
    texts.clear();
    buffer.begin();
    for (int i = 0; i < 30; ++i) {
        buffer.add(RunStream::Out, QByteArray(10'000, 'x'));
        buffer.flush();
    }
    qsizetype length = 0;
    for (const auto &each : texts) {
        length += each.at(1).toString().size();
    }
    CHECK(length < ui::OutputBuffer::kMost + 200);
    CHECK(texts.last().at(1).toString().contains(u"more was printed"_s));
}

TEST_CASE("two streams that take turns do not flood the viewer with messages")
{
    ui::OutputBuffer buffer;
    QSignalSpy texts(&buffer, &ui::OutputBuffer::text);
    for (int i = 0; i < 50'000; ++i) {
        buffer.add(i % 2 == 0 ? RunStream::Out : RunStream::Err, QByteArray("x"));
    }
    buffer.flush();
    CHECK(texts.count() <= ui::OutputBuffer::kMostTurns + 2);
    CHECK(texts.last().at(1).toString().contains(u"more was printed"_s));
    buffer.begin();
    buffer.add(RunStream::Out, QByteArray("again"));
    buffer.flush();
    CHECK(texts.last().at(1).toString() == u"again"_s);
}

TEST_CASE("the engine's switches keep what was set and leave the sandbox on")
{
    const QByteArray before = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--lang=de");
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "1234");
    ui::prepareWebEngine({false, true});
    ui::prepareWebEngine({false, true});
    const QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    CHECK(flags
          == "--lang=de --js-flags=--jitless --renderer-process-limit=1 --disable-gpu "
             "--force-renderer-accessibility");
    CHECK(qgetenv("QT_QUICK_BACKEND") == "software");
    CHECK_FALSE(qEnvironmentVariableIsSet("QTWEBENGINE_REMOTE_DEBUGGING"));
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", before);
}

TEST_CASE("the sandbox of a process that shares everything with us is not called complete")
{
    const auto own = ui::rendererSandbox(QCoreApplication::applicationPid());
    CHECK(own.known);
    CHECK_FALSE(own.ownNamespaces);
    CHECK_FALSE(own.isComplete());
    CHECK_FALSE(ui::rendererSandbox(0).known);
}
