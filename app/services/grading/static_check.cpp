#include "services/grading/static_check.h"

#include "domain/blanks.h"

#include <QRegularExpression>

#include <algorithm>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

QStringList tokensOf(const QString &code)
{
    static const QRegularExpression token(
        u"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\w+(?:\\.\\w+)?|[^\\w\\s]"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    QStringList tokens;
    auto each = token.globalMatch(code);
    while (each.hasNext()) {
        tokens.append(each.next().captured());
    }
    return tokens;
}

CaseResult single(const QString &actual, const QString &expected)
{
    CaseResult result;
    result.number = 1;
    result.actual = actual;
    result.expected = expected;
    return result;
}

CaseResult compared(const QString &actual, const QString &expected, const OutputRule &rule)
{
    CaseResult result = single(actual, expected);
    const OutputComparison comparison = compareOutput(actual, expected, rule);
    result.state = comparison.equal ? CaseState::Passed : CaseState::Differs;
    if (!comparison.equal) {
        result.difference = comparison.difference;
    }
    return result;
}

CheckResult checkChoice(const ChoiceSpec &spec, const QString &answer)
{
    QStringList chosen = answer.split(u'\n', Qt::SkipEmptyParts);
    for (QString &id : chosen) {
        id = id.trimmed();
    }
    QStringList actual;
    QStringList expected;
    bool right = true;
    for (const ChoiceOption &option : spec.options) {
        if (option.right) {
            expected.append(option.id);
        }
        if (chosen.contains(option.id)) {
            actual.append(option.id);
        }
        right = right && option.right == chosen.contains(option.id);
    }
    CheckResult checked;
    if (expected.isEmpty()) {
        checked.broken = BrokenReason{u"no option is right"_s, {}, false, {}};
        return checked;
    }
    const bool onlyKnown = std::all_of(chosen.begin(), chosen.end(),
                                       [&actual](const QString &id) { return actual.contains(id); });
    CaseResult result = single(actual.join(u'\n'), expected.join(u'\n'));
    result.state = right && onlyKnown ? CaseState::Passed : CaseState::Differs;
    checked.cases.push_back(result);
    return checked;
}

CheckResult checkParsons(const ParsonsSpec &spec, const QString &answer)
{
    QString mine = answer;
    QString theirs = spec.lines.join(u'\n');
    if (spec.givenIndentation) { // only the order counts
        static const QRegularExpression indentation(u"^[ \\t]+"_s, QRegularExpression::MultilineOption);
        mine.remove(indentation);
        theirs.remove(indentation);
    }
    CheckResult checked;
    checked.cases.push_back(compared(mine, theirs, {OutputRule::Kind::TrailingSpace, 0, false}));
    checked.cases.back().actual = answer;
    checked.cases.back().expected = spec.lines.join(u'\n');
    return checked;
}

CheckResult checkBlanks(const FillBlanksSpec &spec, const QString &answer)
{
    CheckResult checked;
    const auto found = findBlanks(spec.codeTemplate, answer);
    int number = 0;
    for (const Blank &blank : spec.blanks) {
        CaseResult result;
        result.number = ++number;
        result.name = blank.name;
        result.expected = blank.accepted.value(0);
        result.state = CaseState::Differs;
        if (found) {
            const auto span = std::find_if(found->begin(), found->end(), [&blank](const BlankSpan &each) {
                return each.name == blank.name;
            });
            result.actual
                = span == found->end() ? QString() : answer.mid(span->start, span->length).trimmed();
            const bool untouched = result.actual == u"{{"_s % blank.name % u"}}"_s;
            if (untouched) {
                result.actual.clear();
            }
            const bool accepted = !untouched
                && std::any_of(blank.accepted.begin(), blank.accepted.end(), [&](const QString &each) {
                       return sameTokens(result.actual, each, blank.ignoreCase);
                   });
            // Where running decides, a filled blank is neither right nor wrong by its text.
            if (accepted || (!spec.cases.empty() && !untouched)) {
                result.state = CaseState::Passed;
            }
        } else {
            result.message = u"outside"_s; // the text around the blanks was changed
        }
        checked.cases.push_back(result);
    }
    if (spec.blanks.empty()) {
        checked.broken = BrokenReason{u"there is no blank to fill"_s, {}, false, {}};
    }
    return checked;
}

} // namespace

StaticCheck::StaticCheck(const Exercise &exercise, const QString &answer)
    : m_result(checkWithoutRunning(exercise, answer))
{
}

void StaticCheck::start()
{
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT done(m_result); }, Qt::QueuedConnection);
}

CheckResult checkWithoutRunning(const Exercise &exercise, const QString &answer)
{
    CheckResult checked;
    switch (exercise.kind) {
    case ExerciseKind::FillBlanks:
        return checkBlanks(std::get<FillBlanksSpec>(exercise.spec), answer);
    case ExerciseKind::Choice:
        return checkChoice(std::get<ChoiceSpec>(exercise.spec), answer);
    case ExerciseKind::Parsons:
        return checkParsons(std::get<ParsonsSpec>(exercise.spec), answer);
    case ExerciseKind::PredictOutput: {
        const auto &spec = std::get<PredictOutputSpec>(exercise.spec);
        checked.cases.push_back(compared(answer, spec.output, spec.rule));
        return checked;
    }
    case ExerciseKind::TypeThis: {
        const auto &spec = std::get<TypeThisSpec>(exercise.spec);
        const auto kind
            = spec.ignoreTrailingSpace ? OutputRule::Kind::TrailingSpace : OutputRule::Kind::Exact;
        checked.cases.push_back(compared(answer, spec.text, {kind, 0, false}));
        return checked;
    }
    case ExerciseKind::Program:
    case ExerciseKind::Function:
    case ExerciseKind::UnitTest:
    case ExerciseKind::Drawing:
    case ExerciseKind::Steps:
        break;
    }
    checked.broken
        = BrokenReason{u"an exercise of steps is checked step by step"_s, exercise.place, false, {}};
    return checked;
}

bool blanksAreFilled(const FillBlanksSpec &spec, const QString &answer)
{
    const auto found = findBlanks(spec.codeTemplate, answer);
    return found && std::none_of(found->begin(), found->end(), [&answer](const BlankSpan &span) {
               const QString value = answer.mid(span.start, span.length).trimmed();
               return value.isEmpty() || value == u"{{"_s % span.name % u"}}"_s;
           });
}

bool sameTokens(const QString &one, const QString &other, bool ignoreCase)
{
    return tokensOf(one)
               .join(QChar(u'\0'))
               .compare(tokensOf(other).join(QChar(u'\0')),
                        ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive)
        == 0;
}

} // namespace studio::services
