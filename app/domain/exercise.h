#pragma once

#include "domain/drawing_comparison.h"
#include "domain/output_rule.h"
#include "domain/problem.h"
#include "domain/rich_text.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace studio {

// An *answer* is one text for every kind of exercise, so that one journal, one
// history and one command (`check --code FILE`) serve them all:
//   program, function, unittest, drawing   Python source
//   fill blanks                   the template with each {{BLANK_n}} replaced
//   choice                        the ids of the chosen options, one a line
//   predict output                the predicted output
//   Parsons                       the chosen lines in order, indented
//   type this                     the typed text
// An exercise of steps has no answer of its own; each step is an exercise.

enum class ExerciseKind {
    Program,
    Function,
    UnitTest,
    Drawing,
    FillBlanks,
    Choice,
    PredictOutput,
    Parsons,
    TypeThis,
    Steps,
};

QString toString(ExerciseKind kind); ///< As written in exercise.yaml, e.g. "fill-blanks".
std::optional<ExerciseKind> exerciseKindFrom(const QString &name);

/// A run of the learner's program with this input, and the output that is right.
struct ProgramCase
{
    QString name; ///< May be empty; then the case is called by its number.
    bool hidden = false;
    QString input; ///< All of standard input.
    QString output; ///< Expected standard output; a pattern when the rule is a regular expression.
    QStringList arguments; ///< sys.argv[1:]
    SourcePlace place;
};

struct ProgramSpec
{
    std::vector<ProgramCase> cases;
    OutputRule rule;
};

/// An expression evaluated in the learner's module, and what must come of it.
struct FunctionCase
{
    QString name;
    bool hidden = false;
    QString call; ///< A Python expression, e.g. `second_largest([3, 9, 5])`.
    std::optional<QString> gives; ///< A Python literal, compared outside the learner's process.
    std::optional<QString> prints; ///< Expected standard output of the call.
    std::optional<QString> raises; ///< Name of the exception that must come, e.g. `ValueError`.
    QString input; ///< Standard input during the call.
    SourcePlace place;
};

struct FunctionSpec
{
    QString name; ///< The function that must exist.
    std::vector<FunctionCase> cases;
    OutputRule rule; ///< For `prints`, and its tolerance for numbers in `gives`.
};

struct UnitTestSpec
{
    QString module; ///< The name under which the tests import the answer, e.g. `answer`.
    QString tests; ///< Source of the unittest file.
    QString testsFile; ///< Its path in the course folder.
    bool open = false; ///< Runs beside the learner's code: can be cheated, and says so.
};

/// A turtle program that is to draw what the solution draws.
struct DrawingSpec
{
    DrawingRule rule;
    QString input; ///< All of standard input.
};

struct Blank
{
    QString name; ///< `BLANK_1`
    QStringList accepted; ///< Alternatives; compared as Python tokens would be: spaces do not count.
    bool ignoreCase = false;
    int width = 8; ///< Characters shown for an empty blank.
};

struct FillBlanksSpec
{
    QString codeTemplate; ///< Holds each `{{BLANK_n}}` once.
    std::vector<Blank> blanks;
    std::vector<ProgramCase> cases; ///< When there are some, these decide instead of the alternatives.
    OutputRule rule;
};

struct ChoiceOption
{
    QString id; ///< `a`, `b`, … or as the author wrote.
    RichText text;
    bool right = false;
    RichText because; ///< Shown when this option was chosen.
};

struct ChoiceSpec
{
    QString code; ///< The code that is asked about; may be empty.
    bool many = false;
    bool shuffle = true;
    std::vector<ChoiceOption> options;
};

struct PredictOutputSpec
{
    QString code;
    QString input;
    QString output; ///< What it prints; the validator proves it by running.
    OutputRule rule;
};

struct ParsonsSpec
{
    QStringList lines; ///< The right order, each with its indentation.
    QStringList distractors; ///< Lines that belong nowhere.
    bool givenIndentation = false; ///< Lines are shown indented; only their order counts.
    std::vector<ProgramCase> cases; ///< When there are some, running decides; else the order.
    OutputRule rule;
};

struct TypeThisSpec
{
    QString text;
    bool ignoreTrailingSpace = true;
};

struct Exercise;

struct StepsSpec
{
    std::vector<std::shared_ptr<const Exercise>> steps; ///< At least two; ids `<exercise>/<step>`.
};

struct Hint
{
    RichText text;
    int afterAttempts = 0; ///< Opens after so many checks that did not pass …
    std::optional<std::chrono::seconds>
        afterTime; ///< … or after so long in the exercise, whichever is first.
};

/// A wrong answer that was foreseen, and the message it deserves.
struct Mistake
{
    QString name; ///< File name without `.py`.
    QString answer; ///< The wrong answer itself; proves that the message still fires.
    RichText message;
    /// How another answer is recognised as this mistake: same visible behaviour on the cases (default), or
    /// one of these.
    QString whenOutput; ///< A regular expression on what the first wrong case printed or gave.
    QString whenError; ///< Name of the exception it ended with.
    QString whenConstruct; ///< A construct found in the code (see ConstructRules).
    SourcePlace place;
};

/// Names of constructs: an AST node by its keyword (`for`, `while`, `if`, `def`, `class`, `lambda`, `try`,
/// `with`, `import`, `global`, `comprehension`, `f-string`, `recursion`, …), `call:NAME`, `import:MODULE`,
/// `method:NAME`, `operator:SYMBOL`.
struct ConstructRule
{
    QString construct;
    RichText message; ///< May be empty; then a sentence is made.
    int atLeast = 1; ///< For required ones.
};

struct ConstructRules
{
    std::vector<ConstructRule> forbidden;
    std::vector<ConstructRule> required;
};

/// What a check may use up; unset means the program's default.
struct ExerciseLimits
{
    std::optional<std::chrono::milliseconds> time;
    std::optional<int> memoryMegabytes;
};

using ExerciseSpec = std::variant<ProgramSpec, FunctionSpec, UnitTestSpec, DrawingSpec, FillBlanksSpec,
                                  ChoiceSpec, PredictOutputSpec, ParsonsSpec, TypeThisSpec, StepsSpec>;

struct Exercise
{
    QString id; ///< Unique in its course, e.g. `second-largest` or `second-largest/2` for a step.
    QString title;
    ExerciseKind kind = ExerciseKind::Program;
    RichText task;
    QString fileName; ///< Shown on the editor's tab and in tracebacks, e.g. `second_largest.py`.
    QString starter; ///< The answer a learner begins with.
    QString solution; ///< An answer that passes.
    RichText explanation; ///< Shown after passing. May be empty.
    std::vector<Hint> hints;
    std::vector<Mistake> mistakes;
    ConstructRules constructs;
    ExerciseLimits limits;
    QStringList concepts;
    int points = 1;
    std::optional<int> maxAttempts;
    bool embedded = false; ///< Written inside a lesson (quiz, fill-in, choice in code), not a folder.
    ExerciseSpec spec;
    SourcePlace place;
};

/// Whether the answer is Python source, to be edited in the code editor and to be run.
bool isCode(ExerciseKind kind);

/// The answer before the learner began: the starter, the template with its blanks, or nothing.
QString initialAnswer(const Exercise &exercise);

} // namespace studio
