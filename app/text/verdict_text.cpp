#include "text/verdict_text.h"

#include "text/drawing_words.h"
#include "text/error_words.h"

#include <QCoreApplication>

namespace studio::text {

using namespace Qt::StringLiterals;

namespace {

struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

const CaseResult *firstDiffering(const Verdict &verdict)
{
    return verdict.firstDiffering < 0 ? nullptr
                                      : &verdict.cases[static_cast<std::size_t>(verdict.firstDiffering)];
}

QString count(const Verdict &verdict)
{
    const int passed = verdict.passedCases();
    const auto all = static_cast<int>(verdict.cases.size());
    if (all == 1) {
        return VerdictWords::tr("Not yet.");
    }
    return VerdictWords::tr("Not yet: %1 of %2 cases agree.").arg(passed).arg(all);
}

void describePassed(const Exercise &exercise, const Verdict &verdict, VerdictText &words)
{
    const auto all = verdict.cases.size();
    const bool counted = exercise.kind != ExerciseKind::Choice && all > 1;
    words.headline = counted ? VerdictWords::tr("All %1 cases agree.").arg(all) : VerdictWords::tr("Right!");
    if (verdict.openTests) {
        words.detail = VerdictWords::tr("These tests are open: they ran beside your code.");
    }
}

VerdictRow row(const QString &label, const QString &value, VerdictRow::Tone tone = VerdictRow::Tone::Plain,
               bool code = true)
{
    return {label, value, tone, code};
}

QString optionTexts(const ChoiceSpec &spec, const QString &ids)
{
    QStringList texts;
    const QStringList chosen = ids.split(u'\n', Qt::SkipEmptyParts);
    for (const ChoiceOption &option : spec.options) {
        if (chosen.contains(option.id)) {
            texts.append(QString(option.text.markdown).remove(u'`').trimmed());
        }
    }
    return texts.join(u'\n');
}

/// The rows of the case that is shown: what was asked, what the learner's answer did, what was expected.
void addRows(const Exercise &exercise, const CaseResult &result, VerdictText &words)
{
    using Tone = VerdictRow::Tone;
    if (const auto *choice = std::get_if<ChoiceSpec>(&exercise.spec)) {
        const QString chosen = optionTexts(*choice, result.actual);
        words.rows.push_back(row(VerdictWords::tr("You chose"),
                                 chosen.isEmpty() ? VerdictWords::tr("nothing yet") : chosen, Tone::Yours,
                                 false));
        return;
    }
    if (exercise.kind == ExerciseKind::UnitTest) {
        if (!result.call.isEmpty()) {
            words.rows.push_back(row(VerdictWords::tr("Test"),
                                     result.name.isEmpty() ? result.call : result.name, Tone::Plain,
                                     result.name.isEmpty()));
        }
        if (!result.message.isEmpty()) {
            words.rows.push_back(row(VerdictWords::tr("It says"), result.message, Tone::Yours));
        }
        return;
    }
    if (exercise.kind == ExerciseKind::Drawing) {
        if (result.state == CaseState::Raised && result.error) {
            words.rows.push_back(row(VerdictWords::tr("It ended with"),
                                     u"%1: %2"_s.arg(result.error->type, result.error->message),
                                     Tone::Yours));
        }
        return; // the two drawings are shown beside each other
    }
    if (exercise.kind == ExerciseKind::Parsons && result.input.isEmpty()) {
        return; // the right order is not given away; the first line that differs is told
    }
    if (exercise.kind == ExerciseKind::FillBlanks && result.name.startsWith("BLANK_"_L1)) {
        words.rows.push_back(row(VerdictWords::tr("Blank"), result.name.mid(6), Tone::Plain, false));
        words.rows.push_back(row(VerdictWords::tr("You wrote"), result.actual, Tone::Yours));
        return;
    }
    if (result.hidden) {
        words.rows.push_back(row(VerdictWords::tr("Case"), caseName(result), Tone::Plain, false));
    }
    const bool function = exercise.kind == ExerciseKind::Function;
    if (function) {
        words.rows.push_back(row(VerdictWords::tr("Call"), result.call));
    }
    if (!result.input.isEmpty()) {
        words.rows.push_back(row(VerdictWords::tr("Input"), result.input));
    }
    if (result.state == CaseState::Raised && result.error) {
        words.rows.push_back(row(VerdictWords::tr("It ended with"),
                                 u"%1: %2"_s.arg(result.error->type, result.error->message), Tone::Yours));
        if (!function && !result.actual.isEmpty()) {
            words.rows.push_back(row(VerdictWords::tr("You printed before"), result.actual));
        }
    } else if (result.state == CaseState::Differs) {
        const bool printed = !function || result.difference;
        const QString label = exercise.kind == ExerciseKind::PredictOutput ? VerdictWords::tr("You wrote")
            : exercise.kind == ExerciseKind::TypeThis                      ? VerdictWords::tr("You typed")
            : printed                                                      ? VerdictWords::tr("You printed")
                      : VerdictWords::tr("You gave back");
        words.rows.push_back(row(label, result.actual, Tone::Yours));
        if (function && !printed && !result.printed.isEmpty()) {
            words.rows.push_back(row(VerdictWords::tr("You printed"), result.printed));
        }
    }
    if (exercise.kind != ExerciseKind::PredictOutput && result.state != CaseState::DidNotFinish) {
        words.rows.push_back(row(VerdictWords::tr("Expected"), result.expected, Tone::Expected));
    }
}

QString differenceWords(const Exercise &exercise, const CaseResult &result)
{
    if (!result.difference) {
        return {};
    }
    const Difference &difference = *result.difference;
    if (exercise.kind == ExerciseKind::Parsons) {
        return difference.actualEnded
            ? VerdictWords::tr("The first %1 lines are right; some are missing.").arg(difference.line - 1)
            : VerdictWords::tr("Look at line %1: it is the first that does not fit.").arg(difference.line);
    }
    if (difference.actualEnded) {
        return VerdictWords::tr("It stops before line %1.").arg(difference.line);
    }
    if (difference.expectedEnded) {
        return VerdictWords::tr("There is more than expected, from line %1 on.").arg(difference.line);
    }
    return VerdictWords::tr("The first difference is in line %1, column %2.")
        .arg(difference.line)
        .arg(difference.column);
}

QString ruleWords(const QString &rule)
{
    if (rule == "exact"_L1) {
        return VerdictWords::tr("Every character counts here, spaces too.");
    }
    if (rule == "trailing-space"_L1) {
        return VerdictWords::tr("Spaces at line ends do not count.");
    }
    if (rule == "numbers"_L1) {
        return VerdictWords::tr("Numbers may differ a little.");
    }
    if (rule == "pattern"_L1) {
        return VerdictWords::tr("The output has to fit a pattern.");
    }
    return {};
}

QString returnHint(const Exercise &exercise, const CaseResult &result)
{
    if (exercise.kind == ExerciseKind::Function && result.state == CaseState::Differs
        && result.actual == "None"_L1) {
        return result.printed.isEmpty()
            ? VerdictWords::tr("Your function gave back None. Has each way through it a return?")
            : VerdictWords::tr("Your function printed something and gave back None. print shows a value, "
                               "return gives it back.");
    }
    return {};
}

void describeWrong(const Exercise &exercise, const Verdict &verdict, VerdictText &words)
{
    words.headline = count(verdict);
    if (verdict.error) {
        describeLoadError(exercise, *verdict.error, words);
        return;
    }
    const CaseResult *first = firstDiffering(verdict);
    if (!first) {
        if (!verdict.constructs.empty()) {
            words.headline
                = VerdictWords::tr("Almost: what it does is right, how it does it is not what is asked for.");
        }
    } else {
        if (first->state == CaseState::DidNotFinish) {
            words.detail = VerdictWords::tr(
                "Your program left by itself before it gave an answer. Take exit() or os._exit() out.");
        } else if (first->message == "outside"_L1 && exercise.kind == ExerciseKind::FillBlanks) {
            words.detail = VerdictWords::tr(
                "The text around the blanks was changed. Start again and fill the blanks only.");
            return;
        } else if (verdict.cases.size() > 1) {
            words.detail = VerdictWords::tr("This is the smallest case that differs.");
        }
        addRows(exercise, *first, words);
        words.difference = first->drawing ? drawingDifference(first->drawing->difference)
                                          : differenceWords(exercise, *first);
        words.why = returnHint(exercise, *first);
        if (words.why.isEmpty() && first->error) {
            words.why = explain(*first->error);
        }
        words.rule = first->state == CaseState::Differs ? ruleWords(verdict.rule) : QString();
    }
    for (const ConstructFinding &finding : verdict.constructs) {
        if (finding.message.isEmpty()) {
            words.why += (words.why.isEmpty() ? u""_s : u"\n"_s) % constructSentence(finding);
        }
    }
}

void describeUnfinished(const Exercise &exercise, const Verdict &verdict, VerdictText &words)
{
    const CaseResult *first = nullptr;
    for (const CaseResult &each : verdict.cases) {
        if (each.state == CaseState::DidNotFinish && !first) {
            first = &each;
        }
    }
    const RunState state = first ? first->run : RunState::Stopped;
    words.headline = state == RunState::Stopped ? VerdictWords::tr("Stopped.")
                                                : VerdictWords::tr("Your program did not finish.");
    words.detail = unfinishedReason(state);
    words.next = unfinishedAdvice(state);
    if (first && state != RunState::Stopped) {
        addRows(exercise, *first, words);
        if (!first->actual.isEmpty()) {
            words.rows.push_back(row(VerdictWords::tr("It printed before"), first->actual));
        }
    }
}

void describeBroken(const Verdict &verdict, VerdictText &words)
{
    if (verdict.broken && verdict.broken->computer) {
        words.headline = VerdictWords::tr("Python could not be started on this computer.");
        words.detail = VerdictWords::tr("It is not your code and not the exercise. Your answer is saved.");
        words.next
            = VerdictWords::tr("Try again. If it stays so, `learning-studio doctor` says what is missing.");
        words.teacher = verdict.broken->what;
        return;
    }
    words.headline = VerdictWords::tr("This exercise has a mistake, not you.");
    words.detail = VerdictWords::tr("Your answer is saved. You can go on with the next one.");
    words.next = VerdictWords::tr("Show this to your teacher.");
    if (verdict.broken) {
        const SourcePlace &place = verdict.broken->place;
        const QString where = place.file.isEmpty() ? QString()
            : place.line > 0 ? VerdictWords::tr(" (%1, line %2)").arg(place.file).arg(place.line)
                             : VerdictWords::tr(" (%1)").arg(place.file);
        words.teacher = VerdictWords::tr("For the teacher: %1%2").arg(verdict.broken->what, where);
        if (verdict.broken->error && !verdict.broken->error->traceback.isEmpty()) {
            words.teacher += u'\n' % verdict.broken->error->traceback;
        }
    }
}

} // namespace

VerdictText describe(const Exercise &exercise, const Verdict &verdict)
{
    VerdictText words;
    switch (verdict.outcome) {
    case Outcome::Passed:
        describePassed(exercise, verdict, words);
        break;
    case Outcome::Wrong:
        describeWrong(exercise, verdict, words);
        break;
    case Outcome::DidNotFinish:
        describeUnfinished(exercise, verdict, words);
        break;
    case Outcome::ExerciseBroken:
        describeBroken(verdict, words);
        break;
    }
    return words;
}

QString caseName(const CaseResult &result)
{
    if (result.name.startsWith("BLANK_"_L1)) {
        return VerdictWords::tr("blank %1").arg(result.name.mid(6));
    }
    if (!result.name.isEmpty()) {
        return result.name;
    }
    if (!result.call.isEmpty() && result.call.contains(u'.') && !result.call.contains(u'(')) {
        return result.call.section(u'.', -1); // a test's own name
    }
    return result.hidden ? VerdictWords::tr("hidden %1").arg(result.number)
                         : VerdictWords::tr("case %1").arg(result.number);
}

} // namespace studio::text
