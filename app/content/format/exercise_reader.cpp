#include "content/format/exercise_reader.h"

#include "content/format/parts.h"
#include "content/format/spec_reader.h"
#include "content/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds
    = {ExerciseKind::Program, ExerciseKind::Function,      ExerciseKind::UnitTest, ExerciseKind::FillBlanks,
       ExerciseKind::Choice,  ExerciseKind::PredictOutput, ExerciseKind::Parsons,  ExerciseKind::TypeThis,
       ExerciseKind::Steps,   ExerciseKind::Drawing};

class ExerciseReader final
{
public:
    ExerciseReader(const QString &id, Scope &scope, bool step)
        : m_scope(scope)
        , m_step(step)
        , m_yaml(scope.folder % u"/exercise.yaml"_s)
    {
        m_exercise.id = id;
    }

    std::shared_ptr<const Exercise> read()
    {
        const auto source = m_scope.files.read(m_yaml, kLargestYaml);
        const auto root = source ? parseYaml(*source, m_scope.problems) : std::nullopt;
        if (!root) {
            m_scope.files.useFolder(m_scope.folder);
            return nullptr;
        }
        MapReader map(*root, m_scope.problems, u"the exercise"_s);
        if (!map.isMap() || !readKind(map)) {
            m_scope.files.useFolder(m_scope.folder);
            return nullptr;
        }
        m_exercise.place = root->place;
        readCommon(map);
        readSpec(map, m_exercise, m_scope);
        if (m_exercise.kind == ExerciseKind::Steps) {
            readSteps(map);
        }
        readMistakes(map);
        map.finish();
        return std::make_shared<const Exercise>(std::move(m_exercise));
    }

private:
    bool readKind(MapReader &map)
    {
        QStringList names;
        for (const ExerciseKind kind : kKinds) {
            names.append(toString(kind));
        }
        const QString expected = u"kind: one of %1"_s.arg(names.join(u", "_s));
        const YamlNode *node = map.require(u"kind"_s, expected);
        if (!node) {
            return false;
        }
        const QString name = node->kind == YamlNode::Kind::Scalar ? node->text : QString();
        const auto kind = exerciseKindFrom(name);
        if (!kind) {
            m_scope.problems.error(
                node->place, u"unknown kind: %1"_s.arg(describe(*node)) % didYouMean(name, names), expected);
            return false;
        }
        if (m_step && *kind == ExerciseKind::Steps) {
            m_scope.problems.error(node->place, u"a step can't have steps of its own"_s, u"another kind"_s);
            return false;
        }
        m_exercise.kind = *kind;
        return true;
    }

    void readCommon(MapReader &map)
    {
        m_exercise.title = map.requireText(u"title"_s);
        m_exercise.task = readTask(map);
        m_exercise.explanation = readRich(map, u"explanation"_s, m_scope);
        m_exercise.concepts = map.texts(u"concepts"_s);
        m_exercise.points = map.integer(u"points"_s, 0, 1000).value_or(1);
        m_exercise.maxAttempts = map.integer(u"max_attempts"_s, 1, 1000);
        m_exercise.limits = readLimits(map, m_scope);
        m_exercise.fileName = readFileName(map);
        m_exercise.hints = readHints(map, m_scope);
        m_exercise.constructs = readConstructs(map, m_scope);
    }

    RichText readTask(MapReader &map)
    {
        const QString path = m_scope.folder + u"/task.md"_s;
        const bool inYaml = map.has(u"task"_s);
        if (!m_scope.files.contains(path)) {
            if (!inYaml) {
                m_scope.problems.error(map.place(), u"the exercise has no task"_s,
                                       u"task: | here, or a file task.md"_s);
            }
            return inYaml ? requireRich(map, u"task"_s, m_scope) : RichText();
        }
        if (map.find(u"task"_s)) {
            m_scope.problems.error(map.placeOf(u"task"_s), u"the task is here and in task.md"_s,
                                   u"it once"_s);
        }
        const auto source = m_scope.files.read(path);
        if (source && source->text.trimmed().isEmpty()) {
            m_scope.problems.error({path, 1, 1}, u"the file is empty"_s, u"the task, in Markdown"_s);
        }
        return source ? readRichText(*source, m_scope) : RichText();
    }

    QString readFileName(MapReader &map)
    {
        static const QRegularExpression form(u"\\A[A-Za-z_][A-Za-z0-9_]{0,60}\\.py\\z"_s);
        const QString own = m_exercise.id.section(u'/', -1);
        const auto name = map.text(u"file"_s);
        if (name && !form.match(*name).hasMatch()) {
            m_scope.problems.error(map.placeOf(u"file"_s),
                                   u"%1 is no name for a Python file"_s.arg(quoted(*name)),
                                   u"letters, digits and underscores, and .py"_s);
        }
        return name.value_or(QString(own).replace(u'-', u'_') % u".py"_s);
    }

    void readSteps(MapReader &map)
    {
        StepsSpec spec;
        if (!map.has(u"steps"_s)) {
            map.require(u"steps"_s, u"steps: a list of folders below this one"_s);
        } else if (const auto *items = map.list(u"steps"_s)) {
            QStringList seen;
            for (const YamlNode &item : *items) {
                if (auto step = readStep(item, seen)) {
                    spec.steps.push_back(std::move(step));
                }
            }
            if (items->size() < 2) {
                m_scope.problems.error(map.placeOf(u"steps"_s), u"%1 steps"_s.arg(items->size()),
                                       u"at least two; one is an exercise of its own"_s);
            }
        }
        m_exercise.spec = std::move(spec);
    }

    std::shared_ptr<const Exercise> readStep(const YamlNode &item, QStringList &seen)
    {
        const auto name = textOf(item, m_scope.problems);
        if (!name) {
            return nullptr;
        }
        const QString folder = m_scope.folder % u'/' % *name;
        if (!isId(*name)) {
            m_scope.problems.error(item.place, u"%1 is no name of a step"_s.arg(quoted(*name)), kIdRule);
        } else if (seen.contains(*name)) {
            m_scope.problems.error(item.place, u"the step %1 is here twice"_s.arg(quoted(*name)),
                                   u"each step once"_s);
        } else if (!m_scope.files.contains(folder + u"/exercise.yaml"_s)) {
            m_scope.problems.error(item.place,
                                   u"there is no file %1"_s.arg(quoted(folder + u"/exercise.yaml"_s)),
                                   u"the name of a folder below this one, with an exercise.yaml"_s);
        } else {
            seen.append(*name);
            Scope inner{m_scope.files, m_scope.problems, folder, {}, {}};
            return readExercise(m_exercise.id % u'/' % *name, inner, true);
        }
        return nullptr;
    }

    void readMistakes(MapReader &map)
    {
        const YamlNode *node = map.find(u"mistakes"_s);
        if (node && node->kind != YamlNode::Kind::Map) {
            m_scope.problems.error(node->place, u"%1 as \"mistakes\""_s.arg(describe(*node)),
                                   u"a key for each file in mistakes/"_s);
            node = nullptr;
        }
        QStringList described;
        for (const YamlEntry &entry : node ? node->entries : std::vector<YamlEntry>()) {
            described.append(entry.key);
            readMistake(entry);
        }
        const QString folder = m_scope.folder + u"/mistakes"_s;
        for (const QString &file : m_scope.files.filesIn(folder)) {
            const QString name = file.chopped(file.endsWith(".py"_L1) ? 3 : 0);
            if (file.endsWith(".py"_L1) && !described.contains(name)) {
                m_scope.files.use(folder % u'/' % file);
                m_scope.problems.warning({folder % u'/' % file}, u"this mistake has no message"_s,
                                         u"%1: below \"mistakes\" in exercise.yaml"_s.arg(name));
            }
        }
    }

    void readMistake(const YamlEntry &entry)
    {
        MapReader map(entry.value, m_scope.problems, u"a mistake"_s);
        Mistake mistake;
        mistake.name = entry.key;
        mistake.place = entry.place;
        mistake.message = requireRich(map, u"message"_s, m_scope);
        if (const YamlNode *when = map.find(u"when"_s)) {
            readWhen(*when, mistake);
        }
        map.finish();
        const QString path = m_scope.folder % u"/mistakes/"_s % entry.key % u".py"_s;
        if (!isId(entry.key)) {
            m_scope.problems.error(entry.place, u"%1 is no name of a mistake"_s.arg(quoted(entry.key)),
                                   kIdRule);
        } else if (!m_scope.files.contains(path)) {
            m_scope.problems.error(entry.place, u"there is no file %1"_s.arg(quoted(path)),
                                   u"the wrong answer in it"_s);
        } else if (const auto source = m_scope.files.read(path)) {
            mistake.answer = source->text;
            checkAnswer(*source);
        }
        m_exercise.mistakes.push_back(std::move(mistake));
    }

    void readWhen(const YamlNode &node, Mistake &mistake)
    {
        MapReader map(node, m_scope.problems, u"\"when\""_s);
        mistake.whenOutput = map.text(u"output"_s).value_or(QString());
        mistake.whenError = map.text(u"error"_s).value_or(QString());
        mistake.whenConstruct = map.text(u"construct"_s).value_or(QString());
        map.finish();
        if (!mistake.whenOutput.isEmpty()) {
            checkPattern(mistake.whenOutput, map.placeOf(u"output"_s), m_scope);
        }
        if (!mistake.whenConstruct.isEmpty()) {
            checkConstruct(mistake.whenConstruct, map.placeOf(u"construct"_s), m_scope);
        }
        if (map.isMap() && node.entries.empty()) {
            m_scope.problems.error(node.place, u"\"when\" says nothing"_s,
                                   u"output:, error: or construct:"_s);
        }
    }

    /// Wrong as the answer is, it has to have the form of an answer.
    void checkAnswer(const SourceText &source)
    {
        if (source.text.trimmed().isEmpty()) {
            m_scope.problems.error(source.at(0), u"the file is empty"_s, u"the wrong answer"_s);
        } else if (const auto *choice = std::get_if<ChoiceSpec>(&m_exercise.spec)) {
            const QStringList lines = source.text.split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const QString id = lines[i].trimmed();
                const bool known = std::any_of(choice->options.begin(), choice->options.end(),
                                               [&id](const ChoiceOption &option) { return option.id == id; });
                if (!id.isEmpty() && !known) {
                    m_scope.problems.error(source.atLine(static_cast<int>(i) + 1),
                                           u"%1 is no id of an option"_s.arg(quoted(id)),
                                           u"ids, one a line"_s);
                }
            }
        } else if (const auto *blanks = std::get_if<FillBlanksSpec>(&m_exercise.spec)) {
            if (!fitsTemplate(source.text, blanks->codeTemplate)) {
                m_scope.problems.error(source.at(0), u"this is not starter.py with its blanks filled"_s,
                                       u"the same code, with something in place of each {{BLANK_n}}"_s);
            }
        }
    }

    Scope &m_scope;
    bool m_step;
    QString m_yaml;
    Exercise m_exercise;
};

} // namespace

std::shared_ptr<const Exercise> readExercise(const QString &id, Scope &scope, bool step)
{
    return ExerciseReader(id, scope, step).read();
}

} // namespace studio::content
