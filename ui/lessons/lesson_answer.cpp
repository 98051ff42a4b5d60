#include "ui/lessons/lesson_answer.h"

#include "ui/exercises/blank_regions.h"
#include "ui/exercises/parsons_lines.h"
#include "ui/lessons/lesson_json.h"
#include "ui/web/code_tokens.h"

#include <QRegularExpression>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestAnswer = 1024 * 1024;
constexpr int kLongestBlank = 500;

QJsonArray linesJson(const std::vector<ParsonsLines::Line> &lines)
{
    QJsonArray all;
    for (const auto &line : lines) {
        all.append(QJsonObject{
            {u"text"_s, line.text}, {u"level"_s, line.level}, {u"tokens"_s, tokensJson(line.text)}});
    }
    return all;
}

QJsonObject blanksJson(const FillBlanksSpec &spec, const QString &answer)
{
    QJsonObject values;
    const auto shown = showBlanks(spec.codeTemplate, answer);
    if (shown) {
        for (const auto &region : shown->regions) {
            values.insert(region.name, shown->text.mid(region.start, region.end - region.start).trimmed());
        }
    }
    return values;
}

std::optional<QString> choiceFrom(const ChoiceSpec &spec, const QJsonValue &value)
{
    if (!value.isArray()) {
        return std::nullopt;
    }
    const QJsonArray given = value.toArray();
    QStringList chosen;
    for (const ChoiceOption &option : spec.options) {
        if (given.contains(option.id)) {
            chosen.append(option.id);
        }
    }
    if (chosen.size() != given.size() || (!spec.many && chosen.size() > 1)) {
        return std::nullopt;
    }
    return chosen.join(u'\n');
}

std::optional<QString> blanksFrom(const FillBlanksSpec &spec, const QJsonValue &value)
{
    if (!value.isObject()) {
        return std::nullopt;
    }
    const QJsonObject values = value.toObject();
    QString answer;
    for (const TemplatePiece &piece : templatePieces(spec.codeTemplate)) {
        if (!piece.blank) {
            answer += piece.text;
            continue;
        }
        const QString text = values.value(piece.text).toString().trimmed();
        if (text.size() > kLongestBlank || text.contains(u'\n')) {
            return std::nullopt;
        }
        answer += text.isEmpty() ? u"{{"_s % piece.text % u"}}"_s : text;
    }
    return answer;
}

} // namespace

std::vector<TemplatePiece> templatePieces(const QString &codeTemplate)
{
    static const QRegularExpression mark(u"\\{\\{(BLANK_[0-9]+)\\}\\}"_s);
    std::vector<TemplatePiece> pieces;
    int from = 0;
    auto marks = mark.globalMatch(codeTemplate);
    while (marks.hasNext()) {
        const auto match = marks.next();
        const int start = static_cast<int>(match.capturedStart());
        pieces.push_back({from, codeTemplate.mid(from, start - from), false});
        pieces.push_back({start, match.captured(1), true});
        from = static_cast<int>(match.capturedEnd());
    }
    pieces.push_back({from, codeTemplate.mid(from), false});
    return pieces;
}

QJsonValue answerJson(const Exercise &exercise, const QString &answer)
{
    switch (exercise.kind) {
    case ExerciseKind::Choice:
        return QJsonArray::fromStringList(answer.split(u'\n', Qt::SkipEmptyParts));
    case ExerciseKind::FillBlanks:
        return blanksJson(std::get<FillBlanksSpec>(exercise.spec), answer);
    case ExerciseKind::Parsons: {
        ParsonsLines lines(exercise);
        lines.setAnswer(answer);
        return QJsonObject{{u"unused"_s, linesJson(lines.unused())}, {u"used"_s, linesJson(lines.used())}};
    }
    case ExerciseKind::Program:
    case ExerciseKind::Function:
    case ExerciseKind::UnitTest:
    case ExerciseKind::Drawing:
    case ExerciseKind::PredictOutput:
    case ExerciseKind::TypeThis:
    case ExerciseKind::Steps:
        return answer;
    }
    Q_UNREACHABLE();
}

std::optional<QString> answerFrom(const Exercise &exercise, const QJsonValue &value)
{
    if (const auto *choice = std::get_if<ChoiceSpec>(&exercise.spec)) {
        return choiceFrom(*choice, value);
    }
    if (const auto *blanks = std::get_if<FillBlanksSpec>(&exercise.spec)) {
        return blanksFrom(*blanks, value);
    }
    if (exercise.kind == ExerciseKind::Parsons || exercise.kind == ExerciseKind::Steps || !value.isString()
        || value.toString().size() > kLongestAnswer) {
        return std::nullopt;
    }
    return value.toString();
}

std::optional<QString> parsonsStep(const Exercise &exercise, const QString &answer, const QString &step,
                                   int index, int by)
{
    if (exercise.kind != ExerciseKind::Parsons) {
        return std::nullopt;
    }
    ParsonsLines lines(exercise);
    lines.setAnswer(answer);
    const auto count = static_cast<int>(step == "use"_L1 ? lines.unused().size() : lines.used().size());
    if (index < 0 || index >= count) {
        return std::nullopt;
    }
    const int one = by < 0 ? -1 : 1;
    if (step == "use"_L1) {
        lines.use(index, static_cast<int>(lines.used().size()));
    } else if (step == "putBack"_L1) {
        lines.putBack(index);
    } else if (step == "move"_L1) {
        lines.move(index, one);
    } else if (step == "indent"_L1) {
        lines.indent(index, one);
    } else {
        return std::nullopt;
    }
    return lines.answer();
}

} // namespace studio::ui
