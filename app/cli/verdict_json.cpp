#include "cli/verdict_json.h"

#include "text/verdict_text.h"

#include <QJsonArray>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

QString stateName(CaseState state)
{
    switch (state) {
    case CaseState::Passed:
        return u"passed"_s;
    case CaseState::Differs:
        return u"differs"_s;
    case CaseState::Raised:
        return u"raised"_s;
    case CaseState::DidNotFinish:
        return u"did-not-finish"_s;
    case CaseState::NotRun:
        return u"not-run"_s;
    }
    Q_UNREACHABLE();
}

void insertUnlessEmpty(QJsonObject &json, const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        json.insert(key, value);
    }
}

QJsonObject toJson(const CaseResult &result)
{
    QJsonObject json{{u"name"_s, text::caseName(result)},
                     {u"hidden"_s, result.hidden},
                     {u"state"_s, stateName(result.state)}};
    if (result.hidden) {
        return json;
    }
    insertUnlessEmpty(json, u"call"_s, result.call);
    insertUnlessEmpty(json, u"input"_s, result.input);
    insertUnlessEmpty(json, u"message"_s, result.message);
    json.insert(u"actual"_s, result.actual);
    json.insert(u"expected"_s, result.expected);
    if (result.difference) {
        json.insert(
            u"difference"_s,
            QJsonObject{{u"line"_s, result.difference->line}, {u"column"_s, result.difference->column}});
    }
    if (result.error) {
        json.insert(u"error"_s, cli::toJson(*result.error));
    }
    return json;
}

} // namespace

QJsonObject toJson(const RunError &error)
{
    return {{u"type"_s, error.type},
            {u"message"_s, error.message},
            {u"line"_s, error.line},
            {u"traceback"_s, error.traceback}};
}

QJsonObject toJson(const Problem &problem)
{
    QJsonObject json{{u"severity"_s, problem.severity == Severity::Error ? u"error"_s : u"warning"_s},
                     {u"file"_s, problem.place.file},
                     {u"line"_s, problem.place.line},
                     {u"column"_s, problem.place.column},
                     {u"what"_s, problem.what}};
    insertUnlessEmpty(json, u"expected"_s, problem.expected);
    return json;
}

QJsonObject toJson(const Exercise &exercise, const Verdict &verdict)
{
    const text::VerdictText words = text::describe(exercise, verdict);
    QJsonObject json{{u"exercise"_s, exercise.id},
                     {u"kind"_s, toString(exercise.kind)},
                     {u"outcome"_s, toString(verdict.outcome)},
                     {u"headline"_s, words.headline},
                     {u"passed_cases"_s, verdict.passedCases()},
                     {u"elapsed_ms"_s, static_cast<double>(verdict.elapsed.count()) / 1000}};
    QJsonArray cases;
    for (const CaseResult &result : verdict.cases) {
        cases.append(toJson(result));
    }
    json.insert(u"cases"_s, cases);
    insertUnlessEmpty(json, u"rule"_s, verdict.rule);
    insertUnlessEmpty(json, u"mistake"_s, verdict.mistake);
    insertUnlessEmpty(json, u"message"_s, verdict.mistakeMessage.markdown);
    if (verdict.openTests) {
        json.insert(u"open_tests"_s, true);
    }
    if (verdict.error) {
        json.insert(u"error"_s, toJson(*verdict.error));
    }
    QJsonArray constructs;
    for (const ConstructFinding &finding : verdict.constructs) {
        constructs.append(QJsonObject{{u"construct"_s, finding.construct},
                                      {u"required"_s, finding.required},
                                      {u"line"_s, finding.line},
                                      {u"message"_s, finding.message.markdown}});
    }
    if (!constructs.isEmpty()) {
        json.insert(u"constructs"_s, constructs);
    }
    if (verdict.broken) {
        json.insert(u"broken"_s,
                    QJsonObject{{u"what"_s, verdict.broken->what},
                                {u"file"_s, verdict.broken->place.file},
                                {u"line"_s, verdict.broken->place.line}});
    }
    return json;
}

} // namespace studio::cli
