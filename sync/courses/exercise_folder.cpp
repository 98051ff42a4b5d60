#include "sync/courses/exercise_folder.h"

#include "sync/courses/blanks_text.h"
#include "sync/courses/block_parts.h"
#include "sync/courses/checked_code.h"
#include "sync/courses/html_to_markdown.h"
#include "sync/courses/markdown_text.h"
#include "sync/courses/question.h"
#include "sync/courses/yaml_text.h"

#include <algorithm>
#include <variant>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

/// The longest a hint, a task or a code may be in one exercise.yaml, which has its own limit of 512 KB.
constexpr qsizetype kLongestText = 40'000;
constexpr std::size_t kMostHints = 20;
constexpr std::size_t kMostSteps = 50;

/// What all kinds have.
struct Common
{
    QString title;
    QString task;
    qint64 points = 1;
    std::optional<qint64> maxAttempts;
    std::vector<PageHintDto> hints;
    QString explanation;
};

/// What is checked; nothing: there is nothing to check.
struct Code
{
    CheckedCode checks;
    QString starter;
    QString solution;
};

using Spec = std::variant<std::monostate, Code, BlanksText, Question>;

QString cutText(const QString &text, Conversion &conversion)
{
    if (text.size() <= kLongestText) {
        return text;
    }
    conversion.note(u"a text of %1 characters was cut"_s.arg(text.size()));
    return plainToMarkdown(text.left(kLongestText / 2)); // cut Markdown may be broken Markdown
}

void writeHints(YamlText &yaml, const std::vector<PageHintDto> &hints, Conversion &conversion)
{
    QStringList texts;
    for (const PageHintDto &hint : hints) {
        texts.append(texts.size() < qsizetype(kMostHints)
                         ? cutText(htmlToMarkdown(hint.text, conversion), conversion)
                         : QString());
    }
    if (texts.join(QString()).isEmpty()) {
        return;
    }
    yaml.key("hints").beginList();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts.at(i).isEmpty()) {
            continue;
        }
        const PageHintDto &hint = hints[std::size_t(i)];
        yaml.beginMap().key("text").text(texts.at(i));
        if (hint.afterAttempts > 0 || hint.afterSeconds > 0) {
            yaml.key("after").beginMap();
            if (hint.afterAttempts > 0) {
                yaml.key("attempts").number(std::min<qint64>(hint.afterAttempts, 1000));
            }
            if (hint.afterSeconds > 0) {
                yaml.key("seconds").number(std::min<qint64>(hint.afterSeconds, 86400));
            }
            yaml.endMap();
        }
        yaml.endMap();
    }
    yaml.endList();
}

void writeCommon(YamlText &yaml, const char *kind, const Common &common, const QString &otherwise,
                 Conversion &conversion)
{
    yaml.key("kind").word(kind);
    const QString title = cleanLine(common.title);
    yaml.key("title").text(title.isEmpty() ? otherwise : title);
    const QString task = cutText(common.task, conversion);
    yaml.key("task").text(task.trimmed().isEmpty() ? escaped(title.isEmpty() ? otherwise : title) : task);
    if (common.points != 1) {
        yaml.key("points").number(std::clamp<qint64>(common.points, 0, 1000));
    }
    if (common.maxAttempts && *common.maxAttempts > 0) {
        yaml.key("max_attempts").number(std::min<qint64>(*common.maxAttempts, 1000));
    }
    if (!common.explanation.isEmpty()) {
        yaml.key("explanation").text(cutText(common.explanation, conversion));
    }
    writeHints(yaml, common.hints, conversion);
}

QByteArray codeFile(const QString &code)
{
    QString text = cleanText(code);
    return (text.endsWith(u'\n') || text.isEmpty() ? text : text + u'\n').toUtf8();
}

/// The files of one exercise or step. False when `spec` has nothing to check.
bool addFiles(CourseFilesMap &files, const QString &folder, const Common &common, const Spec &spec,
              Conversion &conversion)
{
    const QString otherwise = u"Exercise"_s;
    YamlText yaml;
    yaml.beginMap();
    if (const auto *code = std::get_if<Code>(&spec)) {
        writeCommon(yaml, code->checks.kind(), common, otherwise, conversion);
        code->checks.write(yaml);
        if (!code->starter.trimmed().isEmpty()) {
            files.insert(folder + u"/starter.py"_s, codeFile(code->starter));
        }
        files.insert(folder + u"/solution.py"_s,
                     code->solution.trimmed().isEmpty() ? QByteArray("# The platform gives no solution.\n")
                                                        : codeFile(code->solution));
    } else if (const auto *blanks = std::get_if<BlanksText>(&spec)) {
        writeCommon(yaml, "fill-blanks", common, otherwise, conversion);
        writeBlanks(yaml, *blanks);
        files.insert(folder + u"/starter.py"_s, codeFile(blanks->code));
        files.insert(folder + u"/solution.py"_s, codeFile(blanks->solved()));
    } else if (const auto *question = std::get_if<Question>(&spec)) {
        Common asked = common;
        asked.task = joined({common.task, question->ask});
        writeCommon(yaml, "choice", asked, otherwise, conversion);
        Question rest = *question;
        if (!common.explanation.isEmpty()) {
            rest.explanation.clear(); // written once
        }
        writeOptions(yaml, rest);
    } else {
        return false;
    }
    yaml.endMap();
    files.insert(folder + u"/exercise.yaml"_s, yaml.written().toUtf8());
    return true;
}

struct Part
{
    Common common;
    Spec spec;
    QString name; ///< Of the step.
};

/// One exercise, or one with steps.
ExerciseFolder folderOf(qint64 id, const Common &common, const std::vector<Part> &parts,
                        Conversion &conversion)
{
    const QString folder = u"exercises/exercise-%1"_s.arg(id);
    ExerciseFolder made;
    if (parts.size() == 1) {
        Common whole = common;
        whole.task = joined({common.task, parts.front().common.task});
        whole.explanation = parts.front().common.explanation;
        whole.hints.insert(whole.hints.begin(), parts.front().common.hints.begin(),
                           parts.front().common.hints.end());
        addFiles(made.files, folder, whole, parts.front().spec, conversion);
        return made;
    }
    YamlText yaml;
    yaml.beginMap();
    writeCommon(yaml, "steps", common, u"Exercise"_s, conversion);
    yaml.key("steps").beginList();
    for (const Part &part : parts) {
        conversion.setFolder(folder + u'/' + part.name);
        addFiles(made.files, folder + u'/' + part.name, part.common, part.spec, conversion);
        yaml.text(part.name);
    }
    yaml.endList().endMap();
    made.files.insert(folder + u"/exercise.yaml"_s, yaml.written().toUtf8());
    return made;
}

/// The exercise's text for its lesson, when there is nothing to check.
QString toRead(const QString &title, const QString &task, const QString &code, const QString &solution)
{
    QString heading = escaped(cleanLine(title));
    while (heading.endsWith(u'#')) {
        heading.chop(1);
    }
    const QString starter = code.trimmed().isEmpty() ? QString() : fenced(code, u"python run"_s);
    const bool says
        = std::any_of(heading.begin(), heading.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return joined({says ? u"### "_s + heading.trimmed() : QString(), task,
                   u"*The platform does not check this exercise. Try it here.*"_s,
                   starter.isEmpty() ? fenced(u"# your code\n"_s, u"python run"_s) : starter,
                   solution.trimmed().isEmpty() ? QString()
                                                : joined({u"A solution:"_s, fenced(solution, u"python"_s)})});
}

std::vector<Part> questionParts(const QJsonValue &data, Conversion &conversion)
{
    std::vector<Part> parts;
    for (Question &question : questionsFrom(data, conversion)) {
        Part part;
        part.name = u"question-%1"_s.arg(parts.size() + 1);
        part.common.title = u"Question %1"_s.arg(parts.size() + 1);
        part.spec = std::move(question);
        parts.push_back(std::move(part));
    }
    return parts;
}

/// The blocks of `exercise_content`: two of them are flat. Its hints come out by themselves.
QString contentOf(const QJsonArray &content, std::vector<PageHintDto> &hints, Conversion &conversion)
{
    BlockParts parts(conversion);
    QStringList texts;
    for (qsizetype i = 0; i < std::min<qsizetype>(content.size(), 200); ++i) {
        const QJsonObject block = content.at(i).toObject();
        const QString type = textIn(block, u"type"_s);
        if (type == "hint_block"_L1) {
            if (const QString text = textIn(block, u"content"_s); !text.isEmpty()) {
                hints.push_back({text, 0, 0, 0});
            }
        } else if (type == "code_example"_L1) {
            texts.append(joined({parts.code(textIn(block, u"code"_s), textIn(block, u"language"_s),
                                            textIn(block, u"title"_s), false),
                                 parts.rich(textIn(block, u"explanation"_s))}));
        } else {
            texts.append(parts.rich(textIn(block, u"value"_s)));
        }
    }
    return joined(texts);
}

} // namespace

ExerciseFolder exerciseFolder(const PageExerciseDto &exercise, Conversion &conversion)
{
    conversion.setPlace(u"exercise-%1"_s.arg(exercise.id));
    conversion.setFolder(u"exercises/exercise-%1"_s.arg(exercise.id));
    Common common;
    common.title = exercise.title;
    common.points = exercise.points;
    common.maxAttempts = exercise.maxAttempts;
    common.hints = exercise.progressiveHints;
    std::stable_sort(common.hints.begin(), common.hints.end(),
                     [](const PageHintDto &a, const PageHintDto &b) { return a.level < b.level; });
    common.hints.insert(common.hints.end(), exercise.hints.begin(), exercise.hints.end());
    common.task = joined({htmlToMarkdown(exercise.description, conversion),
                          contentOf(exercise.content, common.hints, conversion)});

    std::vector<Part> parts;
    if (!exercise.templateCode.trimmed().isEmpty()) {
        if (auto blanks
            = blanksFrom(exercise.templateCode, exercise.solutions, exercise.alternatives, conversion)) {
            parts.push_back({{}, std::move(*blanks), {}});
        }
    }
    if (parts.empty() && (exercise.type == "multiple_choice"_L1 || exercise.type == "quiz"_L1)) {
        parts = questionParts(exercise.question, conversion);
    }
    if (parts.empty()) {
        std::vector<CodeCase> cases;
        for (const PageTestCaseDto &each : exercise.testCases) {
            cases.push_back({each.input, each.expected, each.description, each.hidden});
        }
        if (auto checks = CheckedCode::from(cases, exercise.solution, exercise.starter)) {
            parts.push_back({{}, Code{std::move(*checks), exercise.starter, exercise.solution}, {}});
        }
    }
    if (!parts.empty()) {
        return folderOf(exercise.id, common, parts, conversion);
    }
    conversion.note(u"nothing checks this exercise: it is shown as a text with code to try"_s);
    const QString code = exercise.starter.trimmed().isEmpty() ? exercise.templateCode : exercise.starter;
    return {{}, toRead(exercise.title, common.task, code, exercise.solution)};
}

ExerciseFolder exerciseFolder(const StepExerciseDto &exercise, Conversion &conversion)
{
    conversion.setPlace(u"exercise-%1"_s.arg(exercise.id));
    const QString folder = u"exercises/exercise-%1"_s.arg(exercise.id);
    Common common;
    common.title = exercise.title;
    common.points = exercise.points;
    common.hints = exercise.hints;
    std::vector<Part> parts;
    QString before; // what steps without a check say, for the next one that has one
    std::vector<StepDto> steps = exercise.steps;
    std::stable_sort(steps.begin(), steps.end(),
                     [](const StepDto &a, const StepDto &b) { return a.number < b.number; });
    steps.resize(std::min(steps.size(), kMostSteps));
    for (const StepDto &step : steps) {
        // A step that stays alone becomes the exercise: its pictures lie one folder higher then. Never more
        // up than down: such a one is written again below.
        conversion.setFolder(folder + u"/step-%1"_s.arg(step.number));
        Part part;
        part.name = u"step-%1"_s.arg(std::clamp<qint64>(step.number, 0, 9999));
        const bool taken = std::any_of(parts.begin(), parts.end(),
                                       [&part](const Part &each) { return each.name == part.name; });
        part.name += taken ? u"-%1"_s.arg(parts.size()) : QString();
        part.common.title = step.title;
        part.common.points = step.points;
        if (!step.hint.trimmed().isEmpty()) {
            part.common.hints.push_back({step.hint, 0, 0, 0});
        }
        part.common.explanation = htmlToMarkdown(step.success, conversion);
        const QString text = htmlToMarkdown(step.description, conversion);
        if (step.type == "fill_blank"_L1) {
            if (auto blanks = blanksFrom(step.templateCode, step.solutions.toObject(), {}, conversion)) {
                part.spec = std::move(*blanks);
            }
        } else if (step.type == "quiz"_L1 || step.type == "multiple_choice"_L1) {
            auto questions = questionsFrom(step.solutions, conversion);
            for (std::size_t i = 0; i + 1 < questions.size(); ++i) {
                Part one = part;
                one.name += u"-%1"_s.arg(i + 1);
                one.common.task = joined({before, i == 0 ? text : QString()});
                one.common.explanation.clear();
                one.spec = questions[i];
                before.clear();
                parts.push_back(std::move(one));
            }
            if (!questions.empty()) {
                part.common.explanation = joined({questions.back().explanation, part.common.explanation});
                part.spec = questions.back();
            }
            if (questions.size() > 1) {
                part.common.task.clear();
            }
        }
        const QString heading = cleanLine(step.title).isEmpty()
            ? QString()
            : u"**"_s + escaped(cleanLine(step.title)) + u"**"_s;
        if (std::holds_alternative<std::monostate>(part.spec)) {
            before = joined({before, heading, text, fenced(step.templateCode, u"python"_s)});
            continue;
        }
        part.common.task = joined({before, text});
        before.clear();
        parts.push_back(std::move(part));
    }
    conversion.setFolder(folder);
    if (parts.empty()) {
        conversion.note(u"none of its steps is checked: they are shown as a text"_s);
        return {{}, toRead(exercise.title, before, {}, {})};
    }
    if (!before.isEmpty()) {
        parts.back().common.explanation = joined({parts.back().common.explanation, before});
    }
    if (parts.size() == 1) {
        Common &only = parts.front().common;
        for (QString *text : {&only.task, &only.explanation}) {
            text->replace(u"](../../../pictures/"_s, u"](../../pictures/"_s);
        }
    } else {
        common.task = u"%1 steps."_s.arg(parts.size());
    }
    return folderOf(exercise.id, common, parts, conversion);
}

ExerciseFolder exerciseFolder(const ClassicExerciseDto &exercise, Conversion &conversion)
{
    conversion.setPlace(u"exercise-%1"_s.arg(exercise.id));
    conversion.setFolder(u"exercises/exercise-%1"_s.arg(exercise.id));
    Common common;
    common.title = exercise.title;
    common.points = exercise.points;
    common.task = joined({markdownToMarkdown(exercise.description, conversion),
                          exercise.instructions == exercise.description
                              ? QString()
                              : markdownToMarkdown(exercise.instructions, conversion)});
    for (const ClassicHintDto &hint : exercise.hints) {
        common.hints.push_back({hint.text, 0, 0, std::max<qint64>(0, hint.afterAttempts.value_or(0))});
    }
    std::vector<CodeCase> cases;
    for (const TestCaseDto &each : exercise.testCases) {
        cases.push_back({each.input, each.expected, each.name, each.hidden});
    }
    if (auto checks = CheckedCode::from(cases, exercise.solutionCode, exercise.starterCode)) {
        return folderOf(exercise.id, common,
                        {{{}, Code{std::move(*checks), exercise.starterCode, exercise.solutionCode}, {}}},
                        conversion);
    }
    conversion.note(u"nothing checks this exercise: it is shown as a text with code to try"_s);
    return {{}, toRead(exercise.title, common.task, exercise.starterCode, exercise.solutionCode)};
}

} // namespace studio::sync
