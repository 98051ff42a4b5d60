#include "cli/run_json.h"

#include "cli/verdict_json.h"

#include <QJsonArray>

namespace studio::cli {

using namespace Qt::StringLiterals;

namespace {

QString stateName(RunState state)
{
    switch (state) {
    case RunState::Finished:
        return u"finished"_s;
    case RunState::Raised:
        return u"raised"_s;
    case RunState::SyntaxError:
        return u"syntax-error"_s;
    case RunState::Crashed:
        return u"crashed"_s;
    case RunState::Stopped:
        return u"stopped"_s;
    case RunState::OutOfTime:
        return u"out-of-time"_s;
    case RunState::OutOfMemory:
        return u"out-of-memory"_s;
    case RunState::TooMuchOutput:
        return u"too-much-output"_s;
    case RunState::TooMuchWritten:
        return u"too-much-written"_s;
    case RunState::WorkerFailed:
        return u"worker-failed"_s;
    }
    Q_UNREACHABLE();
}

QString kindName(ErrorExplanation::Kind kind)
{
    switch (kind) {
    case ErrorExplanation::Kind::Error:
        return u"error"_s;
    case ErrorExplanation::Kind::Stopped:
        return u"stopped"_s;
    case ErrorExplanation::Kind::Notice:
        return u"notice"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const ErrorExplanation &explanation)
{
    QJsonArray values;
    for (const NamedValue &each : explanation.values) {
        values.append(QJsonObject{{u"name"_s, each.name}, {u"value"_s, each.value}, {u"type"_s, each.type}});
    }
    return {{u"kind"_s, kindName(explanation.kind)}, {u"language"_s, explanation.language},
            {u"title"_s, explanation.title},         {u"cause"_s, explanation.cause},
            {u"hint"_s, explanation.hint},           {u"line"_s, explanation.line},
            {u"source"_s, explanation.source},       {u"values"_s, values}};
}

} // namespace

QJsonObject toJson(const RunResult &result)
{
    QJsonObject json{{u"state"_s, stateName(result.state)}, {u"exit_status"_s, result.exitCode}};
    if (result.error) {
        json.insert(u"error"_s, toJson(*result.error));
    }
    if (result.explanation) {
        json.insert(u"explanation"_s, toJson(*result.explanation));
    }
    return json;
}

} // namespace studio::cli
