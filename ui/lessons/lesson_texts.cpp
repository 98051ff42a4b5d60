#include "ui/lessons/lesson_texts.h"

#include "domain/exercise.h"

#include <QCoreApplication>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::Lesson)

public:
    static QJsonObject ofCode();
    static QJsonObject ofAnswers();
    static QJsonObject ofReading();
    static QString sort(ExerciseKind kind);

    static QString points(int count) { return count == 1 ? tr("1 point") : tr("%n points", nullptr, count); }
};

QJsonObject Words::ofCode()
{
    return {
        {u"run"_s, tr("Run")},
        {u"stop"_s, tr("Stop")},
        {u"check"_s, tr("Check")},
        {u"tryIt"_s, tr("Try it: change a word and run it again")},
        {u"example"_s, tr("Example")},
        {u"exampleNamed"_s, tr("Example: %1")},
        {u"resetExample"_s, tr("Back to the example as it was")},
        {u"boxHelp"_s, tr("Tab indents. Escape leaves the box.")},
        {u"boxEnd"_s, tr("Behind the code box. Tab goes on, Shift+Tab goes back into it.")},
        {u"output"_s, tr("Output")},
        {u"errorOutput"_s, tr("Error output:")},
        {u"given"_s, tr("You typed:")},
        {u"running"_s, tr("Running…")},
        {u"waiting"_s, tr("The program waits for you to type a line.")},
        {u"inputName"_s, tr("Input for the program")},
        {u"inputHint"_s, tr("Type here, then Enter")},
        {u"openInEditor"_s, tr("Open in the editor")},
        {u"codeOf"_s, tr("Your code: %1")},
    };
}

QJsonObject Words::ofAnswers()
{
    return {
        {u"passed"_s, tr("Passed")},
        {u"question"_s, tr("Question")},
        {u"chooseOne"_s, tr("Choose one")},
        {u"chooseMany"_s, tr("Choose all that are right")},
        {u"codeWithGaps"_s, tr("Code with gaps")},
        {u"gap"_s, tr("Gap %1")},
        {u"yourPrediction"_s, tr("What will it print?")},
        {u"withInput"_s, tr("It is given this input:")},
        {u"typeHere"_s, tr("Type it here")},
        {u"unusedLines"_s, tr("Lines to use")},
        {u"yourProgram"_s, tr("Your program")},
        {u"noLinesYet"_s, tr("Choose a line to put it here.")},
        {u"unusedLine"_s, tr("Use the line: %1")},
        {u"usedLine"_s, tr("Line %1, indented %2 times: %3")},
        {u"lineUsed"_s, tr("Put at the end of your program: %1")},
        {u"linePutBack"_s, tr("Put back: %1")},
        {u"lineAt"_s, tr("Now at place %1")},
        {u"lineIndented"_s, tr("Indented %1 times")},
        {u"moveUp"_s, tr("Move up (Alt+Up)")},
        {u"moveDown"_s, tr("Move down (Alt+Down)")},
        {u"indent"_s, tr("Indent (Alt+Right)")},
        {u"outdent"_s, tr("Outdent (Alt+Left)")},
        {u"putBack"_s, tr("Put back (Delete)")},
        {u"cases"_s, tr("Cases")},
        {u"forTeacher"_s, tr("For the teacher:")},
    };
}

QJsonObject Words::ofReading()
{
    return {
        {u"stripName"_s, tr("Lesson %1 of %2; %3 done")},
        {u"emptyLesson"_s, tr("This lesson has no text yet. Go on to the next one.")},
        {u"noPicture"_s, tr("This picture can't be shown: %1")},
        {u"watchOutside"_s, tr("Watch in the browser: %1")},
        {u"opensOutside"_s, tr("Opens %1 in your browser")},
        {u"resources"_s, tr("To read on")},
        {u"objectives"_s, tr("After this lesson you can")},
        {u"prerequisites"_s, tr("Good to know first")},
        {u"done"_s, tr("done")},
        {u"otherLessons"_s, tr("Other lessons")},
        {u"previousLesson"_s, tr("Previous lesson: %1")},
        {u"nextLesson"_s, tr("Next lesson: %1")},
    };
}

QString Words::sort(ExerciseKind kind)
{
    switch (kind) {
    case ExerciseKind::Program:
        return tr("Write a program");
    case ExerciseKind::Function:
        return tr("Write a function");
    case ExerciseKind::UnitTest:
        return tr("Write code that passes the tests");
    case ExerciseKind::Drawing:
        return tr("Draw with the turtle");
    case ExerciseKind::FillBlanks:
        return tr("Fill the gaps");
    case ExerciseKind::Choice:
        return tr("Choose");
    case ExerciseKind::PredictOutput:
        return tr("Say what it prints");
    case ExerciseKind::Parsons:
        return tr("Put the lines in order");
    case ExerciseKind::TypeThis:
        return tr("Type it yourself");
    case ExerciseKind::Steps:
        return tr("Several steps");
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject lessonTexts()
{
    QJsonObject all = Words::ofCode();
    for (const QJsonObject &part : {Words::ofAnswers(), Words::ofReading()}) {
        for (auto word = part.begin(); word != part.end(); ++word) {
            all.insert(word.key(), word.value());
        }
    }
    return all;
}

QString exerciseSort(const Exercise &exercise)
{
    if (exercise.embedded) {
        return {};
    }
    const QString sort = Words::sort(exercise.kind);
    return exercise.points > 1 ? sort % u" · "_s % Words::points(exercise.points) : sort;
}

} // namespace studio::ui
