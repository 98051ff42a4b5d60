#include "text/error_words.h"

#include <QCoreApplication>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorExplanation)
};

/// `call:sorted` as a learner would say it.
QString constructName(const QString &construct)
{
    const QString kind = construct.section(u':', 0, 0);
    const QString name = construct.section(u':', 1);
    if (kind == "call"_L1) {
        return name % u"()"_s;
    }
    if (kind == "method"_L1) {
        return u'.' % name % u"()"_s;
    }
    if (kind == "import"_L1 && !name.isEmpty()) {
        return u"import "_s % name;
    }
    return name.isEmpty() ? construct : name;
}

} // namespace

void describeLoadError(const Exercise &exercise, const RunError &error, VerdictText &words)
{
    if (error.type == "SystemExit"_L1) {
        words.headline = ErrorWords::tr("Your program left before it could be checked.");
        words.next = ErrorWords::tr("Take exit() or sys.exit() out and check again.");
        return;
    }
    const bool syntax = error.type == "SyntaxError"_L1 || error.type == "IndentationError"_L1
        || error.type == "TabError"_L1;
    words.headline = syntax ? ErrorWords::tr("Python can't read line %1 yet.").arg(error.line)
                            : ErrorWords::tr("Your code ended with an error before it could be checked.");
    words.rows.push_back({ErrorWords::tr("Python says"), u"%1: %2"_s.arg(error.type, error.message),
                          VerdictRow::Tone::Yours, true});
    if (error.line > 0) {
        words.detail = ErrorWords::tr("It stopped at line %1 of %2.").arg(error.line).arg(exercise.fileName);
    }
    words.why = explain(error);
}

QString explain(const RunError &error)
{
    const QString &type = error.type;
    if (type == "NameError"_L1) {
        const QString name = error.message.section(u'\'', 1, 1);
        return name.isEmpty() ? QString()
                              : ErrorWords::tr("There is nothing called %1 here. Is it spelled the same "
                                               "everywhere, and made before it is used?")
                                    .arg(name);
    }
    if (type == "IndentationError"_L1 || type == "TabError"_L1) {
        return ErrorWords::tr("Lines that belong together begin at the same column; after a line that ends "
                              "in a colon the next one is indented.");
    }
    if (type == "SyntaxError"_L1) {
        if (error.message.contains("expected ':'"_L1)) {
            return ErrorWords::tr("Lines that begin with if, for, while, def or else end in a colon.");
        }
        if (error.message.contains("was never closed"_L1)) {
            return ErrorWords::tr(
                "A bracket was opened and not closed. Python may notice it only a line later.");
        }
        if (error.message.contains("unterminated string"_L1)) {
            return ErrorWords::tr(
                "A text begins with a quotation mark and needs the same mark at its end, in the same line.");
        }
        return ErrorWords::tr(
            "Look at the marked place and a little before it: something is missing or too much.");
    }
    if (type == "ZeroDivisionError"_L1) {
        return ErrorWords::tr("Something was divided by zero. Which value is it, and when is it zero?");
    }
    if (type == "IndexError"_L1) {
        return ErrorWords::tr("A place was asked for that the list or text does not have. The first place is "
                              "0, the last is the length minus one.");
    }
    if (type == "KeyError"_L1) {
        return ErrorWords::tr("The dictionary has no such key. Print its keys to see which there are.");
    }
    if (type == "RecursionError"_L1) {
        return ErrorWords::tr(
            "The function calls itself without end. Which case ends it, and is it reached?");
    }
    if (type == "EOFError"_L1) {
        return ErrorWords::tr("input() was called more often than there are lines of input.");
    }
    if (type == "ValueError"_L1 && error.message.contains("invalid literal"_L1)) {
        return ErrorWords::tr("This text can't be made into a number.");
    }
    if (type == "TypeError"_L1 && error.message.contains("can only concatenate str"_L1)) {
        return ErrorWords::tr("A text and a number can't be added. Turn the number into a text with str(), "
                              "or the text into a number with int().");
    }
    if (type == "TypeError"_L1 && error.message.contains("positional argument"_L1)) {
        return ErrorWords::tr("The function is called with another number of values than its def line has.");
    }
    if (type == "UnboundLocalError"_L1) {
        return ErrorWords::tr("Inside the function this name is set later than it is used.");
    }
    return {};
}

QString constructSentence(const ConstructFinding &finding)
{
    const QString name = constructName(finding.construct);
    if (finding.required) {
        return ErrorWords::tr("Here %1 is to be used.").arg(name);
    }
    return ErrorWords::tr("Your code uses %1 (line %2), which is not allowed here.")
        .arg(name)
        .arg(finding.line);
}

QString unfinishedReason(RunState state)
{
    switch (state) {
    case RunState::OutOfTime:
        return ErrorWords::tr("It ran longer than allowed and was stopped.");
    case RunState::OutOfMemory:
        return ErrorWords::tr("It needed more memory than allowed.");
    case RunState::TooMuchOutput:
        return ErrorWords::tr("It printed more than allowed and was stopped.");
    case RunState::TooMuchWritten:
        return ErrorWords::tr("It wrote more to its files than allowed and was stopped.");
    case RunState::Crashed:
        return ErrorWords::tr("Python itself crashed while it ran.");
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Raised:
    case RunState::SyntaxError:
    case RunState::WorkerFailed:
        return {};
    }
    Q_UNREACHABLE();
}

QString unfinishedAdvice(RunState state)
{
    switch (state) {
    case RunState::OutOfTime:
        return ErrorWords::tr(
            "Look at your loops: does each one come to its end? Run it yourself to watch it.");
    case RunState::OutOfMemory:
        return ErrorWords::tr("Does a list or a text grow without end?");
    case RunState::TooMuchOutput:
        return ErrorWords::tr("Is there a print in a loop that never ends?");
    case RunState::TooMuchWritten:
        return ErrorWords::tr("Is a file written in a loop that never ends?");
    case RunState::Crashed:
        return ErrorWords::tr("That is rare; modules like ctypes can do it, or a very deep recursion.");
    case RunState::Stopped:
    case RunState::Finished:
    case RunState::Raised:
    case RunState::SyntaxError:
    case RunState::WorkerFailed:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace studio::text
