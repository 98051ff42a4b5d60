#include "content/format/spec_reader.h"

#include "content/format/parts.h"
#include "content/words.h"

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

/// A file of the exercise; an empty text when absent.
SourceText readFile(const QString &name, Scope &scope)
{
    const QString path = scope.folder % u'/' % name;
    SourceText source;
    source.file = path;
    if (!scope.files.contains(path)) {
        return source;
    }
    source = scope.files.read(path).value_or(source);
    static const QRegularExpression tab(u"^ *(\\t)"_s, QRegularExpression::MultilineOption);
    if (const auto match = tab.match(source.text); match.hasMatch()) {
        scope.problems.warning(source.at(match.capturedStart(1)), u"a tab in the indentation"_s,
                               u"4 spaces"_s);
    }
    return source;
}

QString requireFile(const QString &name, const QString &expected, Scope &scope)
{
    const QString path = scope.folder % u'/' % name;
    const SourceText source = readFile(name, scope);
    if (!scope.files.contains(path)) {
        scope.problems.error({path}, u"the file is missing"_s, expected);
    } else if (source.text.trimmed().isEmpty()) {
        scope.problems.error({path, 1, 1}, u"the file is empty"_s, expected);
    }
    return source.text;
}

void readCodeFiles(Exercise &exercise, Scope &scope)
{
    exercise.starter = readFile(u"starter.py"_s, scope).text;
    exercise.solution = requireFile(u"solution.py"_s, u"an answer that passes"_s, scope);
}

QString requireName(MapReader &map, const QString &key, Scope &scope)
{
    const QString name = map.requireText(key);
    if (!name.isEmpty() && !isPythonName(name)) {
        scope.problems.error(map.placeOf(key), u"%1 is no name in Python"_s.arg(quoted(name)),
                             u"a name, e.g. second_largest"_s);
    }
    return name;
}

ProgramSpec readProgram(MapReader &map, Exercise &exercise, Scope &scope)
{
    readCodeFiles(exercise, scope);
    ProgramSpec spec;
    spec.rule = readOutputRule(map, scope);
    spec.cases = readProgramCases(map, spec.rule, true, scope);
    return spec;
}

FunctionSpec readFunction(MapReader &map, Exercise &exercise, Scope &scope)
{
    readCodeFiles(exercise, scope);
    FunctionSpec spec;
    spec.name = requireName(map, u"function"_s, scope);
    spec.rule = readOutputRule(map, scope, true);
    spec.cases = readFunctionCases(map, spec.rule, scope);
    return spec;
}

UnitTestSpec readUnitTest(MapReader &map, Exercise &exercise, Scope &scope)
{
    readCodeFiles(exercise, scope);
    UnitTestSpec spec;
    spec.module = requireName(map, u"module"_s, scope);
    spec.open = map.truth(u"open"_s, false);
    const QString written = map.requireText(u"tests"_s);
    if (written.isEmpty()) {
        return spec;
    }
    const auto path = pathInCourse(scope.folder, written);
    if (!path || !path->startsWith(scope.folder + u'/')) {
        scope.problems.error(map.placeOf(u"tests"_s),
                             u"%1 is not in the exercise's folder"_s.arg(quoted(written)),
                             u"a path below it, e.g. tests/test_shapes.py"_s);
    } else if (!scope.files.contains(*path)) {
        scope.problems.error(map.placeOf(u"tests"_s), u"there is no file %1"_s.arg(quoted(*path)),
                             u"the path of the file with the tests"_s);
    } else {
        spec.testsFile = *path;
        spec.tests = requireFile(path->mid(scope.folder.size() + 1), u"tests with unittest"_s, scope);
    }
    return spec;
}

DrawingSpec readDrawing(MapReader &map, Exercise &exercise, Scope &scope)
{
    constexpr double kMostTolerance = 50;
    readCodeFiles(exercise, scope);
    DrawingSpec spec;
    spec.rule.anywhere = map.word(u"compare"_s, {u"lines"_s, u"shape"_s}) == "shape"_L1;
    spec.rule.tolerance = map.number(u"tolerance"_s, 0.1, kMostTolerance).value_or(spec.rule.tolerance);
    spec.rule.colours = map.truth(u"colours"_s, false);
    spec.rule.widths = map.truth(u"widths"_s, false);
    spec.input = map.anyText(u"input"_s).value_or(QString());
    return spec;
}

FillBlanksSpec readBlanks(MapReader &map, Exercise &exercise, Scope &scope)
{
    requireFile(u"starter.py"_s, u"the code with its blanks, {{BLANK_1}}, {{BLANK_2}}, …"_s, scope);
    const SourceText code = readFile(u"starter.py"_s, scope);
    FillBlanksSpec spec = readFillBlanks(map, code, scope);
    exercise.starter = code.text;
    exercise.solution = requireFile(u"solution.py"_s, u"the code with its blanks filled"_s, scope);
    if (!exercise.solution.isEmpty() && !fitsTemplate(exercise.solution, code.text)) {
        scope.problems.error({scope.folder + u"/solution.py"_s, 1, 1},
                             u"this is not starter.py with its blanks filled"_s,
                             u"the same code, with something in place of each {{BLANK_n}}"_s);
    }
    return spec;
}

PredictOutputSpec readPrediction(MapReader &map, Exercise &exercise, Scope &scope)
{
    PredictOutputSpec spec;
    spec.code = map.requireText(u"code"_s);
    spec.input = map.anyText(u"input"_s).value_or(QString());
    spec.rule = readOutputRule(map, scope);
    if (const YamlNode *output = map.require(u"output"_s, u"output: what the code prints"_s)) {
        spec.output = textOf(*output, scope.problems, true).value_or(QString());
        checkExpectedOutput(output, spec.rule, scope);
    }
    exercise.solution = spec.output;
    return spec;
}

QStringList readLines(MapReader &map, Scope &scope)
{
    QStringList lines;
    const QString text = map.requireText(u"lines"_s);
    if (text.trimmed().isEmpty()) {
        return lines;
    }
    const SourceText source = map.find(u"lines"_s)->source();
    lines = withoutLastLineEnd(text).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty()) {
            scope.problems.error(source.atLine(static_cast<int>(i) + 1),
                                 u"an empty line can't be put in order"_s, u"lines with code"_s);
        }
    }
    if (lines.size() < 2) {
        scope.problems.error(map.placeOf(u"lines"_s), u"one line has no order"_s, u"at least two lines"_s);
    }
    return lines;
}

ParsonsSpec readParsons(MapReader &map, Exercise &exercise, Scope &scope)
{
    ParsonsSpec spec;
    spec.lines = readLines(map, scope);
    spec.givenIndentation = map.word(u"indentation"_s, {u"given"_s, u"learner"_s}) == "given"_L1;
    spec.rule = readOutputRule(map, scope);
    spec.cases = readProgramCases(map, spec.rule, false, scope);
    if (const auto *items = map.list(u"distractors"_s)) {
        for (const YamlNode &item : *items) {
            const QString line = textOf(item, scope.problems, true).value_or(QString());
            if (spec.lines.contains(line)) {
                scope.problems.error(item.place, u"the line %1 is a right one"_s.arg(quoted(line)),
                                     u"a line that belongs nowhere"_s);
            } else if (line.trimmed().isEmpty() || line.contains(u'\n')) {
                scope.problems.error(item.place, u"%1 is not one line"_s.arg(quoted(line)),
                                     u"one line of code"_s);
            } else {
                spec.distractors.append(line);
            }
        }
    }
    exercise.solution = spec.lines.join(u'\n');
    return spec;
}

TypeThisSpec readTypeThis(MapReader &map, Exercise &exercise)
{
    TypeThisSpec spec;
    spec.text = withoutLastLineEnd(map.requireText(u"text"_s));
    exercise.solution = spec.text;
    return spec;
}

} // namespace

void readSpec(MapReader &map, Exercise &exercise, Scope &scope)
{
    switch (exercise.kind) {
    case ExerciseKind::Program:
        exercise.spec = readProgram(map, exercise, scope);
        break;
    case ExerciseKind::Function:
        exercise.spec = readFunction(map, exercise, scope);
        break;
    case ExerciseKind::UnitTest:
        exercise.spec = readUnitTest(map, exercise, scope);
        break;
    case ExerciseKind::Drawing:
        exercise.spec = readDrawing(map, exercise, scope);
        break;
    case ExerciseKind::FillBlanks:
        exercise.spec = readBlanks(map, exercise, scope);
        break;
    case ExerciseKind::Choice: {
        ChoiceSpec spec = readChoice(map, scope);
        exercise.solution = rightAnswer(spec);
        exercise.spec = std::move(spec);
        break;
    }
    case ExerciseKind::PredictOutput:
        exercise.spec = readPrediction(map, exercise, scope);
        break;
    case ExerciseKind::Parsons:
        exercise.spec = readParsons(map, exercise, scope);
        break;
    case ExerciseKind::TypeThis:
        exercise.spec = readTypeThis(map, exercise);
        break;
    case ExerciseKind::Steps:
        break;
    }
}

} // namespace studio::content
