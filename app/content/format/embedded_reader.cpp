#include "content/format/embedded_reader.h"

#include "content/format/parts.h"
#include "content/words.h"

#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTitle = 80;

QString shortTitle(const QString &markdown)
{
    const QString text = plainText(markdown);
    return text.size() > kLongestTitle ? text.left(kLongestTitle - 1) + u'…' : text;
}

} // namespace

EmbeddedReader::EmbeddedReader(QString id, Scope &scope)
    : m_id(std::move(id))
    , m_scope(scope)
{
}

std::optional<Block> EmbeddedReader::read(const QString &directive, const YamlNode &root)
{
    if (directive == "quiz"_L1) {
        return readQuiz(root);
    }
    const bool fillIn = directive == "fill-in"_L1;
    EmbeddedExerciseBlock block;
    block.kind = fillIn ? EmbeddedExerciseBlock::Kind::FillIn : EmbeddedExerciseBlock::Kind::ChoiceInCode;
    if (auto exercise = fillIn ? readFillIn(root) : readCodeChoice(root)) {
        block.questions.push_back(std::move(exercise));
        return block;
    }
    return std::nullopt;
}

std::optional<Block> EmbeddedReader::readQuiz(const YamlNode &root)
{
    MapReader map(root, m_scope.problems, u"the quiz"_s);
    EmbeddedExerciseBlock block;
    const bool absent = map.isMap() && !map.has(u"questions"_s);
    if (absent) {
        map.require(u"questions"_s, u"questions: a list of ask: and options:"_s);
    }
    if (const auto *items = map.list(u"questions"_s)) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            const QString id = items->size() == 1 ? m_id : u"%1.%2"_s.arg(m_id).arg(i + 1);
            if (auto question = readQuestion((*items)[i], id)) {
                block.questions.push_back(std::move(question));
            }
        }
        if (items->empty()) {
            m_scope.problems.error(map.placeOf(u"questions"_s), u"there are no questions"_s,
                                   u"at least one"_s);
        }
    }
    map.finish();
    return block.questions.empty() ? std::nullopt : std::optional<Block>(std::move(block));
}

Exercise EmbeddedReader::begin(MapReader &map, const QString &id, const QString &taskKey)
{
    Exercise exercise;
    exercise.id = id;
    exercise.embedded = true;
    exercise.place = map.place();
    exercise.task = requireRich(map, taskKey, m_scope);
    exercise.title = map.text(u"title"_s).value_or(shortTitle(exercise.task.markdown));
    exercise.explanation = readRich(map, u"explanation"_s, m_scope);
    exercise.hints = readHints(map, m_scope);
    exercise.concepts = map.texts(u"concepts"_s);
    exercise.points = map.integer(u"points"_s, 0, 1000).value_or(1);
    exercise.maxAttempts = map.integer(u"max_attempts"_s, 1, 1000);
    exercise.fileName = m_id.section(u'.', -1).replace(u'-', u'_') % u".py"_s;
    return exercise;
}

std::shared_ptr<const Exercise> EmbeddedReader::readQuestion(const YamlNode &node, const QString &id)
{
    MapReader map(node, m_scope.problems, u"a question"_s);
    if (!map.isMap()) {
        return nullptr;
    }
    Exercise exercise = begin(map, id, u"ask"_s);
    exercise.kind = ExerciseKind::Choice;
    ChoiceSpec spec = readChoice(map, m_scope);
    exercise.solution = rightAnswer(spec);
    exercise.spec = std::move(spec);
    map.finish();
    return std::make_shared<const Exercise>(std::move(exercise));
}

std::shared_ptr<const Exercise> EmbeddedReader::readCodeChoice(const YamlNode &node)
{
    MapReader map(node, m_scope.problems, u"::: code-choice"_s);
    if (!map.isMap()) {
        return nullptr;
    }
    Exercise exercise = begin(map, m_id, u"task"_s);
    exercise.kind = ExerciseKind::Choice;
    ChoiceSpec spec = readChoice(map, m_scope);
    if (!map.has(u"code"_s)) {
        m_scope.problems.error(node.place, u"::: code-choice lacks the key \"code\""_s,
                               u"code: with a gap ____"_s);
    }
    exercise.solution = rightAnswer(spec);
    exercise.spec = std::move(spec);
    map.finish();
    return std::make_shared<const Exercise>(std::move(exercise));
}

std::shared_ptr<const Exercise> EmbeddedReader::readFillIn(const YamlNode &node)
{
    MapReader map(node, m_scope.problems, u"::: fill-in"_s);
    if (!map.isMap()) {
        return nullptr;
    }
    Exercise exercise = begin(map, m_id, u"task"_s);
    exercise.kind = ExerciseKind::FillBlanks;
    SourceText code;
    if (!map.requireText(u"code"_s).isEmpty()) {
        code = map.find(u"code"_s)->source();
        code.text = withoutLastLineEnd(code.text);
    }
    FillBlanksSpec spec = readFillBlanks(map, code, m_scope);
    for (const Blank &blank : spec.blanks) {
        if (blank.accepted.isEmpty()) {
            m_scope.problems.error(map.placeOf(u"blanks"_s),
                                   u"nothing is right for the blank %1"_s.arg(blank.name),
                                   u"a list of what is right: the first is the solution"_s);
        }
    }
    exercise.starter = spec.codeTemplate;
    exercise.solution = filledTemplate(spec);
    exercise.spec = std::move(spec);
    map.finish();
    return std::make_shared<const Exercise>(std::move(exercise));
}

} // namespace studio::content
