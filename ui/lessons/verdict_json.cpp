#include "ui/lessons/verdict_json.h"

#include "text/verdict_text.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::Lesson)

public:
    static QString state(CaseState state)
    {
        switch (state) {
        case CaseState::Passed:
            return tr("agrees");
        case CaseState::Differs:
            return tr("differs");
        case CaseState::Raised:
            return tr("ended with an error");
        case CaseState::DidNotFinish:
            return tr("did not finish");
        case CaseState::NotRun:
            return tr("was not run");
        }
        Q_UNREACHABLE();
    }
};

constexpr int kMostLines = 12;
constexpr int kMostCharacters = 1200;

/// Long values are cut: the case is there to be understood at a glance.
QString shortened(const QString &text)
{
    const QStringList lines = text.left(kMostCharacters).split(u'\n');
    const bool cut = lines.size() > kMostLines || text.size() > kMostCharacters;
    return lines.mid(0, kMostLines).join(u'\n') % (cut ? u"\n…"_s : QString());
}

QString toneName(text::VerdictRow::Tone tone)
{
    switch (tone) {
    case text::VerdictRow::Tone::Plain:
        return u"plain"_s;
    case text::VerdictRow::Tone::Yours:
        return u"yours"_s;
    case text::VerdictRow::Tone::Expected:
        return u"expected"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray rowsJson(const std::vector<text::VerdictRow> &rows)
{
    QJsonArray all;
    for (const auto &row : rows) {
        all.append(QJsonObject{{u"label"_s, row.label},
                               {u"value"_s, shortened(row.value)},
                               {u"tone"_s, toneName(row.tone)},
                               {u"code"_s, row.code}});
    }
    return all;
}

QJsonArray casesJson(const std::vector<CaseResult> &cases)
{
    QJsonArray all;
    for (const CaseResult &result : cases) {
        const QString state = result.state == CaseState::Passed ? u"good"_s
            : result.state == CaseState::NotRun                 ? u"none"_s
                                                                : u"bad"_s;
        all.append(QJsonObject{{u"name"_s, text::caseName(result)},
                               {u"state"_s, state},
                               {u"word"_s, Words::state(result.state)}});
    }
    return all;
}

/// The author's words on what was chosen: under each option when several may be, else below the headline.
void addReasons(QJsonObject &json, const ChoiceSpec &spec, const QString &answer)
{
    const QStringList chosen = answer.split(u'\n', Qt::SkipEmptyParts);
    QJsonObject choices;
    QJsonArray reasons;
    for (const ChoiceOption &option : spec.options) {
        if (chosen.contains(option.id) && !option.because.isEmpty()) {
            choices.insert(option.id,
                           QJsonObject{{u"right"_s, option.right}, {u"because"_s, option.because.html}});
            if (!spec.many) {
                reasons.append(option.because.html);
            }
        }
    }
    json.insert(u"choices"_s, choices);
    json.insert(u"because"_s, reasons);
}

} // namespace

QJsonObject verdictJson(const Exercise &exercise, const Verdict &verdict, const QString &answer)
{
    const text::VerdictText words = text::describe(exercise, verdict);
    QJsonArray messages;
    if (!verdict.mistakeMessage.isEmpty()) {
        messages.append(verdict.mistakeMessage.html);
    }
    for (const ConstructFinding &finding : verdict.constructs) {
        if (!finding.message.isEmpty()) {
            messages.append(finding.message.html);
        }
    }
    QJsonObject json{{u"outcome"_s, toString(verdict.outcome)},
                     {u"headline"_s, words.headline},
                     {u"detail"_s, words.detail},
                     {u"why"_s, words.why},
                     {u"next"_s, words.next},
                     {u"teacher"_s, words.teacher},
                     {u"messages"_s, messages},
                     {u"line"_s, verdict.error ? verdict.error->line : 0}};
    if (verdict.outcome == Outcome::Passed) {
        json.insert(u"explanation"_s, exercise.explanation.html);
    }
    if (const auto *choice = std::get_if<ChoiceSpec>(&exercise.spec)) {
        addReasons(json, *choice, answer);
        return json; // the ids of options say nothing to a reader
    }
    json.insert(u"rows"_s, rowsJson(words.rows));
    json.insert(u"difference"_s, words.difference);
    json.insert(u"rule"_s, words.rule);
    json.insert(u"cases"_s, casesJson(verdict.cases));
    return json;
}

} // namespace studio::ui
