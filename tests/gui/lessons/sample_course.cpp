#include <QDir>
#include <QFile>

#include "lesson_room.h"

namespace studio::tests {

using namespace Qt::StringLiterals;

namespace {

RichText rich(const QString &text)
{
    return {text, u"<p>"_s % text % u"</p>"_s};
}

std::shared_ptr<Exercise> exercise(const QString &id, const QString &title, ExerciseKind kind,
                                   ExerciseSpec spec)
{
    auto made = std::make_shared<Exercise>();
    made->id = id;
    made->title = title;
    made->kind = kind;
    made->task = rich(u"What to do in <em>"_s % title % u"</em>."_s);
    made->fileName = QString(id).replace(u'-', u'_') % u".py"_s;
    made->spec = std::move(spec);
    return made;
}

std::shared_ptr<Exercise> quiz()
{
    ChoiceSpec spec;
    spec.code = u"for n in [3, 1, 2]:\n    print(n * n)"_s;
    spec.shuffle = false;
    spec.options = {{u"a"_s, rich(u"1 4 9"_s), false, rich(u"Nothing sorts the list."_s)},
                    {u"b"_s, rich(u"9, 1, 4"_s), true, rich(u"A loop keeps the order."_s)},
                    {u"c"_s, rich(u"312312"_s), false, {}}};
    auto made = exercise(u"quiz"_s, u"What does this print?"_s, ExerciseKind::Choice, spec);
    made->embedded = true;
    return made;
}

std::shared_ptr<Exercise> program()
{
    ProgramSpec spec;
    ProgramCase one;
    one.input = u"2\n3\n"_s;
    one.output = u"5\n"_s;
    spec.cases = {one};
    auto made = exercise(u"add-two"_s, u"Add two numbers"_s, ExerciseKind::Program, spec);
    made->starter = u"a = int(input())\n"_s;
    made->solution = u"a = int(input())\nb = int(input())\nprint(a + b)\n"_s;
    made->hints = {{rich(u"Read the second one as well."_s), 0, std::nullopt},
                   {rich(u"Print the sum."_s), 1, std::nullopt}};
    return made;
}

std::shared_ptr<Exercise> parsons()
{
    ParsonsSpec spec;
    spec.lines = {u"for n in [1, 2]:"_s, u"    print(n)"_s};
    return exercise(u"order"_s, u"Put in order"_s, ExerciseKind::Parsons, spec);
}

std::shared_ptr<Exercise> fillIn()
{
    FillBlanksSpec spec;
    spec.codeTemplate = u"name = {{BLANK_1}}\nprint(\"Hello,\", {{BLANK_2}})\n"_s;
    spec.blanks = {{u"BLANK_1"_s, {u"\"Ada\""_s}, false, 8}, {u"BLANK_2"_s, {u"name"_s}, false, 6}};
    auto made = exercise(u"gap"_s, u"Greet Ada"_s, ExerciseKind::FillBlanks, spec);
    made->embedded = true;
    return made;
}

std::vector<Block> allBlocks()
{
    auto step = exercise(u"shop/one"_s, u"Read prices"_s, ExerciseKind::TypeThis, TypeThisSpec{u"1"_s, true});
    return {
        HeadingBlock{2, u"A heading"_s, u"a-heading"_s},
        TextBlock{rich(u"Some <strong>rich</strong> text with <code>code</code>."_s)},
        ImageBlock{u"images/shelf.svg"_s, u"A shelf"_s, u"A list is a shelf"_s},
        CodeBlock{u"print(1)  # one"_s, u"python"_s, u"one.py"_s},
        RunnableBlock{u"example"_s, u"import sys\nprint('pear')\nsys.stderr.write('careful\\n')\n"_s, {}, {}},
        RunnableBlock{u"asks"_s, u"name = input('Name? ')\nprint('Hello,', name)\n"_s, u"Ask"_s, {}},
        EmbeddedExerciseBlock{EmbeddedExerciseBlock::Kind::Quiz, {quiz()}},
        EmbeddedExerciseBlock{EmbeddedExerciseBlock::Kind::FillIn, {fillIn()}},
        ExerciseBlock{program()},
        ExerciseBlock{parsons()},
        ExerciseBlock{exercise(u"predict"_s, u"Predict"_s, ExerciseKind::PredictOutput,
                               PredictOutputSpec{u"print('a' * 3)"_s, {}, u"aaa\n"_s, {}})},
        ExerciseBlock{
            exercise(u"typed"_s, u"Type this"_s, ExerciseKind::TypeThis, TypeThisSpec{u"print(1)"_s, true})},
        ExerciseBlock{exercise(u"shop"_s, u"A small shop"_s, ExerciseKind::Steps, StepsSpec{{step, step}})},
        CalloutBlock{CalloutBlock::Kind::Info, {}, rich(u"An info."_s)},
        CalloutBlock{CalloutBlock::Kind::Warning, u"Mind this."_s, rich(u"A warning."_s)},
        CalloutBlock{CalloutBlock::Kind::Tip, u"Do this."_s, rich(u"A tip."_s)},
        CalloutBlock{CalloutBlock::Kind::Danger, {}, rich(u"A danger."_s)},
        VideoBlock{QUrl(u"https://video.example/list"_s), u"A film"_s, u"images/shelf.svg"_s, u"3:20"_s},
        ResourcesBlock{{{u"The tutorial"_s, QUrl(u"https://docs.example/"_s), u"longer"_s}}},
        ObjectivesBlock{{rich(u"go through a list"_s)}},
        PrerequisitesBlock{{rich(u"you can print"_s)}, {u"long"_s}},
    };
}

Lesson lesson(const QString &id, const QString &title, std::vector<Block> blocks)
{
    Lesson made;
    made.id = id;
    made.title = title;
    made.blocks = std::move(blocks);
    return made;
}

} // namespace

std::shared_ptr<Course> sampleCourse(const QString &root)
{
    QDir(root).mkpath(u"images"_s);
    QFile picture(root % u"/images/shelf.svg"_s);
    if (picture.open(QIODevice::WriteOnly)) {
        picture.write("<svg xmlns='http://www.w3.org/2000/svg' width='200' height='80'><rect width='200' "
                      "height='80'/></svg>");
    }
    std::vector<Block> paragraphs;
    for (int i = 0; i < 80; ++i) {
        paragraphs.push_back(
            TextBlock{rich(u"Paragraph %1 of a lesson that is longer than the window."_s.arg(i))});
    }
    auto course = std::make_shared<Course>();
    course->id = u"sample"_s;
    course->title = u"Sample"_s;
    course->language = u"en"_s;
    course->root = root;
    course->sections.push_back(
        {u"Only section"_s,
         {lesson(u"all"_s, u"All blocks"_s, allBlocks()), lesson(u"long"_s, u"A long one"_s, paragraphs),
          lesson(u"empty"_s, u"An empty one"_s, {})}});
    return course;
}

} // namespace studio::tests
