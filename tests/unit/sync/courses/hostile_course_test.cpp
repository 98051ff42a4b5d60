// Content of the platform is anybody's. Whatever stands in it, the folder loads without an error, nothing
// leaves it, and what was left out is in the report.

#include "sync/api/decode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <random>

#include "written.h"

using namespace studio;
using namespace studio::sync;
using namespace studio::sync::tests;
using namespace Qt::StringLiterals;

namespace {

const QStringList kNasty = {
    u""_s,
    u" "_s,
    u"\n\n"_s,
    u"::: exercise exercise-1\n:::"_s,
    u":::"_s,
    u"   ::: quiz x"_s,
    u"---\ntitle: x\n---"_s,
    u"```python run\nunclosed"_s,
    u"~~~\nunclosed"_s,
    u"# heading\n###### deep\n#"_s,
    u"![](x.png)"_s,
    u"![a](../../../../etc/passwd \"t\")"_s,
    u"[a](javascript:alert(1)) [b]: javascript:x\n[b]"_s,
    u"[x]: http://user@evil.org/\n\n[x] #anchor [y](#anchor)"_s,
    u"<script>alert(1)</script><img src=x onerror=alert(1)>"_s,
    u"<iframe src='javascript:x'></iframe><a href='&#106;avascript:x'>y</a>"_s,
    u"{{BLANK_1}} {{BLANK_1}} {{blank}} {{BLANK_0}} {{BLANK_9999999999}}"_s,
    u"{% raw %} {{ x }} &{} *anchor !tag"_s,
    u"\"quoted\" 'x' : - ? | > %TAG @ `"_s,
    u"no: yes"_s,
    u"12"_s,
    u"null"_s,
    u"true"_s,
    u"2026-01-01"_s,
    u"../../../../etc/passwd"_s,
    u"/etc/passwd"_s,
    u"C:\\Windows\\x"_s,
    u"\u202etxt.exe\u200b\ufeff"_s,
    QString(QChar(0)) + u"\u0001\u0085\u2028x"_s,
    QString(1, QChar(0xd800)) + u"lone"_s,
    u"- - - - - - - - x"_s,
    u"> > > > > x"_s,
    u"| a |\n| --- |\n| `|` |"_s,
    u"1. a\n\n   ```\n   ::: x\n"_s,
    u"*a_b*_c_**d"_s,
    u"<b><i></b></i><table><tr><td><table><li>x"_s,
    u"😀"_s,
    QString(5000, u'#'),
    QString(3000, u'`'),
    u"line\n"_s.repeated(2000),
};

const QJsonArray kNastyJson = [] {
    QJsonArray all;
    for (const QString &each : kNasty) {
        all.append(each);
    }
    for (const QJsonValue &each :
         {QJsonValue(), QJsonValue(7), QJsonValue(-1), QJsonValue(true),
          QJsonValue(QJsonArray{1, QJsonValue()}), QJsonValue(QJsonObject{{u"x"_s, 1}}), QJsonValue(1e300)}) {
        all.append(each);
    }
    return all;
}();

class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }

    qsizetype below(qsizetype n) { return qsizetype(m_engine() % std::uint32_t(n)); }

    QString text() { return kNasty.at(below(kNasty.size())); }

    QJsonValue value() { return kNastyJson.at(below(kNastyJson.size())); }

private:
    std::mt19937 m_engine;
};

QJsonArray blocks(Dice &dice, bool pages)
{
    static const QStringList types = {u"heading"_s,
                                      u"text"_s,
                                      u"code_example"_s,
                                      u"interactive_code"_s,
                                      u"note"_s,
                                      u"warning"_s,
                                      u"tip"_s,
                                      u"alert"_s,
                                      u"quiz_question"_s,
                                      u"image"_s,
                                      u"video"_s,
                                      u"list"_s,
                                      u"table"_s,
                                      u"paragraph"_s,
                                      u"code"_s,
                                      u"quote"_s,
                                      u"embed"_s,
                                      u"callout"_s,
                                      u"runnable_code_example"_s,
                                      u"interactive_exercise"_s,
                                      u"quiz"_s,
                                      u"fill_blank_code"_s,
                                      u"multiple_choice_code"_s,
                                      u"module"_s,
                                      u"feature"_s,
                                      u"stat"_s,
                                      u"nobody knows"_s};
    static const QStringList keys = {u"content"_s,
                                     u"title"_s,
                                     u"level"_s,
                                     u"language"_s,
                                     u"format"_s,
                                     u"src"_s,
                                     u"alt"_s,
                                     u"caption"_s,
                                     u"url"_s,
                                     u"items"_s,
                                     u"headers"_s,
                                     u"rows"_s,
                                     u"options"_s,
                                     u"correct_answer"_s,
                                     u"explanation"_s,
                                     u"id"_s,
                                     u"blanks"_s,
                                     u"instructions"_s,
                                     u"expected_output"_s,
                                     u"alert_type"_s,
                                     u"text"_s,
                                     u"type"_s,
                                     u"question"_s,
                                     u"template"_s,
                                     u"solutions"_s,
                                     u"alternative_solutions"_s,
                                     u"code"_s,
                                     u"video_url"_s,
                                     u"starter_code"_s,
                                     u"description"_s,
                                     u"attribution"_s,
                                     u"renditions"_s,
                                     u"original"_s,
                                     u"mock_output"_s};
    QJsonArray all;
    for (int i = 0; i < 25; ++i) {
        QJsonObject inner;
        for (const QString &key : keys) {
            if (dice.below(3) != 0) {
                inner.insert(key,
                             dice.below(4) == 0
                                 ? QJsonValue(QJsonArray{dice.value(), dice.text(), dice.text()})
                                 : dice.value());
            }
        }
        inner.insert(u"options"_s, QJsonArray{dice.text(), dice.text(), dice.value()});
        inner.insert(u"correct_answer"_s, int(dice.below(3)));
        inner.insert(u"solutions"_s, QJsonObject{{u"1"_s, dice.value()}, {u"0"_s, dice.text()}});
        const QString type = types.at(dice.below(types.size()));
        if (pages) {
            all.append(QJsonObject{{u"type"_s, type},
                                   {u"value"_s, dice.below(2) == 0 ? QJsonValue(inner) : dice.value()}});
        } else {
            inner.insert(u"type"_s, type);
            all.append(inner);
        }
    }
    all.append(dice.value());
    return all;
}

PageExerciseDto exercise(Dice &dice, qint64 id)
{
    static const QStringList types
        = {u"coding"_s, u"multiple_choice"_s, u"fill_blank"_s, u"project"_s, u"quiz"_s, u"?"_s};
    PageExerciseDto made;
    made.id = id;
    made.title = dice.text();
    made.type = types.at(dice.below(types.size()));
    made.points = dice.below(3) == 0 ? -7 : 1'000'000;
    made.description = dice.text();
    made.starter = dice.text();
    made.solution = dice.text();
    made.templateCode
        = dice.below(2) == 0 ? dice.text() : u"a = {{BLANK_1}}\nb = {{CHOICE_01}}"_s + dice.text();
    made.solutions = {{u"1"_s, dice.value()}};
    made.alternatives = {{u"1"_s, QJsonArray{dice.value(), dice.text()}}};
    made.progressiveHints = {{dice.text(), dice.below(5) - 2, dice.below(200'000), dice.below(5000)}};
    made.question = QJsonObject{{u"question"_s, dice.value()},
                                {u"options"_s, QJsonArray{dice.value(), dice.value(), dice.text()}},
                                {u"correct"_s, int(dice.below(3))},
                                {u"code"_s, dice.value()},
                                {u"explanation"_s, dice.text()}};
    made.content = blocks(dice, false);
    if (dice.below(2) == 0) {
        made.testCases = {{dice.text(), dice.text(), dice.text(), true}, {u"f(1)"_s, dice.text(), {}, false}};
    }
    made.hints = {{dice.text(), 0, 0, 99999}};
    made.maxAttempts = dice.below(2) == 0 ? -1 : 5'000'000;
    return made;
}

StepExerciseDto steps(Dice &dice, qint64 id)
{
    static const QStringList types = {u"code"_s, u"fill_blank"_s, u"multiple_choice"_s, u"quiz"_s, u"?"_s};
    StepExerciseDto made;
    made.id = id;
    made.title = dice.text();
    made.hints = {{dice.text(), 0, 0, 3}};
    for (int i = 0; i < 5; ++i) {
        StepDto step;
        step.number = dice.below(4) - 1;
        step.title = dice.text();
        step.description = dice.text();
        step.type = types.at(dice.below(types.size()));
        step.templateCode = u"x = {{BLANK_1}}"_s + dice.text();
        step.points = dice.below(9) - 3;
        step.success = dice.text();
        step.hint = dice.text();
        step.solutions = dice.below(2) == 0 ? QJsonValue(QJsonObject{
                             {u"1"_s, u"5"_s},
                             {u"questions"_s,
                              QJsonArray{QJsonObject{{u"question"_s, dice.text()},
                                                     {u"options"_s, QJsonArray{u"a"_s, dice.text(), u"c"_s}},
                                                     {u"correct"_s, 0}},
                                         dice.value(),
                                         QJsonObject{{u"question"_s, dice.text()},
                                                     {u"options"_s, QJsonArray{u"a"_s, u"b"_s}},
                                                     {u"correct"_s, 1}}}}})
                                            : dice.value();
        made.steps.push_back(step);
    }
    return made;
}

void checkSafe(const Written &course, unsigned seed)
{
    INFO("seed " << seed);
    QStringList errors;
    for (const QString &each : course.problems) {
        if (each.startsWith(u"error"_s)) {
            errors.append(each);
        }
    }
    INFO(errors.join(u'\n').toStdString());
    for (auto it = course.files.begin(); it != course.files.end(); ++it) {
        const QString path = it.key();
        CHECK_FALSE((path.contains(u".."_s) || path.startsWith(u'/') || path.contains(u'\\')));
        if (!errors.isEmpty() && errors.first().contains(path)) {
            UNSCOPED_INFO(path.toStdString() << "\n" << it.value().toStdString());
        }
    }
    CHECK(course.errors == 0);
    CHECK(course.loaded.course != nullptr);
}

} // namespace

TEST_CASE("no lesson of the plain tables can break its course")
{
    for (unsigned seed = 1; seed <= 120; ++seed) {
        Dice dice(seed);
        ClassicSource source;
        source.course.id = 5;
        source.course.title = dice.text();
        source.course.shortDescription = dice.text();
        source.course.description = dice.text();
        source.course.prerequisites = dice.text();
        source.course.instructorName = dice.text();
        for (qint64 id = 1; id <= 4; ++id) {
            LessonDto lesson;
            lesson.id = id == 4 ? 1 : id; // the same id twice
            lesson.title = dice.text();
            lesson.description = dice.text();
            lesson.content = dice.text() + u"\n\n"_s + dice.text() + u'\n' + dice.text();
            lesson.contentFormat = dice.below(2) == 0 ? u"plain"_s : u"markdown"_s;
            lesson.useStructured = dice.below(2) == 0;
            lesson.structured = blocks(dice, false);
            lesson.minutes = dice.below(2) == 0 ? -5 : 1'000'000;
            lesson.videoUrl = dice.text();
            source.lessons.push_back(lesson);
        }
        ClassicExerciseDto made;
        made.id = 3;
        made.lessonId = 2;
        made.title = dice.text();
        made.description = dice.text();
        made.instructions = dice.text();
        made.starterCode = dice.text();
        made.solutionCode = dice.text();
        made.hints = {{dice.text(), -4}};
        made.testCases = {{1, dice.text(), dice.text(), dice.text(), false, false, 3}};
        source.exercises = {made, made};
        checkSafe(written(source), seed);
    }
}

TEST_CASE("no page of the CMS can break its course")
{
    for (unsigned seed = 1; seed <= 120; ++seed) {
        Dice dice(seed);
        PageSource source;
        source.course.id = 5;
        source.course.title = dice.text();
        source.course.summary = dice.text();
        source.course.detailed = dice.text();
        source.course.prerequisites = dice.text();
        source.course.teacher = dice.text();
        source.course.objectives = {{dice.text(), dice.text()}};
        source.course.syllabus = blocks(dice, true);
        source.course.syllabus.append(
            QJsonObject{{u"type"_s, u"module"_s},
                        {u"value"_s,
                         QJsonObject{{u"title"_s, dice.value()},
                                     {u"lessons"_s,
                                      QJsonArray{dice.value(),
                                                 QJsonObject{{u"lesson_title"_s, dice.text()},
                                                             {u"lesson_description"_s, dice.text()},
                                                             {u"estimated_time"_s, dice.value()}}}}}}});
        source.course.lessons
            = {{6, dice.text(), dice.text(), 1}, {6, dice.text(), {}, 2}, {7, dice.text(), {}, -4}};
        PageLessonDto lesson;
        lesson.id = 6;
        lesson.intro = dice.text();
        lesson.content = blocks(dice, true);
        lesson.resources
            = QJsonArray{dice.value(), QJsonObject{{u"title"_s, dice.text()}, {u"url"_s, dice.text()}}};
        source.lessons[6] = lesson;
        for (qint64 id = 11; id <= 16; ++id) {
            source.exercises[id] = exercise(dice, id);
            source.listed.push_back(
                {id, dice.text(), dice.text(), dice.text(), false, 0, id % 2 == 0, {}, 1});
            source.exerciseLessons[id] = {id == 12 ? 5 : 6, dice.text(), {}, 0}; // 5 is the course itself
        }
        for (qint64 id = 21; id <= 23; ++id) {
            source.steps[id] = steps(dice, id);
            source.listed.push_back({id, dice.text(), {}, {}, true, 0, false, {}, 0});
        }
        source.listed.push_back({11, {}, {}, {}, false, 0, false, {}, 0}); // listed twice
        source.listed.push_back({99, {}, {}, {}, false, 0, false, {}, 0}); // not readable
        checkSafe(written(source), seed);
    }
}

TEST_CASE("texts of 10 MB are cut, and say so")
{
    ClassicSource source;
    source.course.id = 5;
    source.course.description = QString(10'000'000, u'x');
    LessonDto lesson;
    lesson.id = 1;
    lesson.title = QString(10'000'000, u't');
    lesson.useStructured = true;
    for (int i = 0; i < 30; ++i) {
        lesson.structured.append(QJsonObject{{u"type"_s, u"text"_s}, {u"content"_s, QString(400'000, u'x')}});
    }
    source.lessons = {lesson};
    const Written course = written(source);
    CHECK(course.errors == 0);
    CHECK_FALSE(course.report.isEmpty());
    CHECK(course.text(u"lessons/lesson-1/lesson.md"_s).size() < 1'500'000);
    CHECK(course.text(u"lessons/lesson-1/lesson.md"_s).contains(u"too long to be kept"_s));
}
