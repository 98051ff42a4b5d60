#include "content/format/directive_reader.h"

#include "content/format/embedded_reader.h"
#include "content/format/parts.h"
#include "content/web_address.h"
#include "content/words.h"

#include <QUrl>

#include <utility>

namespace studio::content {

using namespace Qt::StringLiterals;

namespace {

const QStringList kDirectives
    = {u"exercise"_s, u"objectives"_s,  u"prerequisites"_s, u"resources"_s, u"video"_s, u"quiz"_s,
       u"fill-in"_s,  u"code-choice"_s, u"info"_s,          u"warning"_s,   u"tip"_s,   u"danger"_s};

bool isEmbedded(const QString &name)
{
    return name == "quiz"_L1 || name == "fill-in"_L1 || name == "code-choice"_L1;
}

CalloutBlock::Kind calloutKind(const QString &name)
{
    return name == "warning"_L1 ? CalloutBlock::Kind::Warning
        : name == "tip"_L1      ? CalloutBlock::Kind::Tip
        : name == "danger"_L1   ? CalloutBlock::Kind::Danger
                                : CalloutBlock::Kind::Info;
}

} // namespace

DirectiveReader::DirectiveReader(QString lessonId, QStringList lessonIds, ExerciseShelf &shelf, Scope &scope)
    : m_lessonId(std::move(lessonId))
    , m_lessonIds(std::move(lessonIds))
    , m_shelf(shelf)
    , m_scope(scope)
{
}

std::optional<Block> DirectiveReader::read(const LessonPart &part)
{
    if (!kDirectives.contains(part.name)) {
        m_scope.problems.error(
            part.place, u"unknown directive %1"_s.arg(quoted(part.name)) % didYouMean(part.name, kDirectives),
            u"one of: %1"_s.arg(kDirectives.join(u", "_s)));
        return std::nullopt;
    }
    if (isCallout(part.name)) {
        return readCallout(part);
    }
    if (part.name == "exercise"_L1) {
        return readExerciseFolder(part);
    }
    if (!isEmbedded(part.name) && !part.argument.text.isEmpty()) {
        m_scope.problems.error(part.argument.at(0),
                               u"%1 after ::: %2"_s.arg(quoted(part.argument.text), part.name),
                               u"nothing after the name"_s);
    }
    if (part.body.text.trimmed().isEmpty()) {
        m_scope.problems.error(part.place, u"::: %1 is empty"_s.arg(part.name), u"what it shows, as YAML"_s);
        return std::nullopt;
    }
    const auto root = parseYaml(part.body, m_scope.problems);
    if (!root) {
        return std::nullopt;
    }
    if (isEmbedded(part.name)) {
        return readEmbedded(part, *root);
    }
    if (part.name == "objectives"_L1) {
        return readObjectives(*root);
    }
    if (part.name == "prerequisites"_L1) {
        return readPrerequisites(*root);
    }
    return part.name == "video"_L1 ? readVideo(*root) : readResources(*root);
}

std::optional<Block> DirectiveReader::readCallout(const LessonPart &part)
{
    if (part.body.text.trimmed().isEmpty()) {
        m_scope.problems.error(part.place, u"::: %1 is empty"_s.arg(part.name), u"a text in Markdown"_s);
        return std::nullopt;
    }
    CalloutBlock block;
    block.kind = calloutKind(part.name);
    block.title = plainText(part.argument.text);
    block.text = readRichText(part.body, m_scope);
    return block;
}

std::optional<Block> DirectiveReader::readExerciseFolder(const LessonPart &part)
{
    const QString id = part.argument.text;
    const SourcePlace place = part.argument.at(0);
    if (!part.body.text.trimmed().isEmpty()) {
        m_scope.problems.error(part.body.atLine(1), u"something inside ::: exercise"_s,
                               u"nothing: the exercise is in its own folder"_s);
    }
    if (!isId(id)) {
        m_scope.problems.error(place, u"%1 is no id of an exercise"_s.arg(quoted(id)), kIdRule);
        return std::nullopt;
    }
    if (!m_shelf.exercises.contains(id)) {
        m_scope.problems.error(
            place, u"there is no exercise %1"_s.arg(quoted(id)) % didYouMean(id, m_shelf.exercises.keys()),
            u"the name of a folder in exercises/"_s);
        return std::nullopt;
    }
    if (const auto first = m_shelf.shown.constFind(id); first != m_shelf.shown.constEnd()) {
        m_scope.problems.error(
            place, u"the exercise %1 is shown twice"_s.arg(quoted(id)),
            u"each exercise once; it is already in %1, line %2"_s.arg(first->file).arg(first->line));
        return std::nullopt;
    }
    m_shelf.shown.insert(id, place);
    const auto exercise = m_shelf.exercises.value(id);
    return exercise ? std::optional<Block>(ExerciseBlock{exercise}) : std::nullopt;
}

QUrl DirectiveReader::readLink(MapReader &map)
{
    const QString written = map.requireText(u"link"_s);
    const auto link = safeLink(written);
    if (!written.isEmpty() && (!link || !link->startsWith("http"_L1))) {
        m_scope.problems.error(map.placeOf(u"link"_s),
                               u"the link %1 can't be followed"_s.arg(quoted(written)),
                               u"https://… or http://…"_s);
        return {};
    }
    return link ? QUrl(*link) : QUrl();
}

std::optional<Block> DirectiveReader::readVideo(const YamlNode &root)
{
    MapReader map(root, m_scope.problems, u"the video"_s);
    VideoBlock block;
    block.title = map.requireText(u"title"_s);
    block.link = readLink(map);
    block.length = map.text(u"length"_s).value_or(QString());
    if (const auto poster = map.text(u"poster"_s)) {
        block.poster = readPicture(*poster, map.placeOf(u"poster"_s), m_scope).value_or(QString());
    }
    map.finish();
    return map.isMap() ? std::optional<Block>(std::move(block)) : std::nullopt;
}

std::vector<RichText> DirectiveReader::readItems(const std::vector<YamlNode> &items)
{
    std::vector<RichText> texts;
    for (const YamlNode &item : items) {
        if (const auto text = textOf(item, m_scope.problems)) {
            texts.push_back(readRichText(item.source(), m_scope));
        }
    }
    return texts;
}

Block DirectiveReader::readObjectives(const YamlNode &root)
{
    ObjectivesBlock block;
    if (root.kind == YamlNode::Kind::Sequence) {
        block.items = readItems(root.items);
    } else {
        m_scope.problems.error(root.place, u"%1 in ::: objectives"_s.arg(describe(root)),
                               u"a list, - one a line"_s);
    }
    return block;
}

Block DirectiveReader::readPrerequisites(const YamlNode &root)
{
    MapReader map(root, m_scope.problems, u"::: prerequisites"_s);
    PrerequisitesBlock block;
    if (const auto *items = map.list(u"items"_s)) {
        block.items = readItems(*items);
    }
    if (const auto *lessons = map.list(u"lessons"_s)) {
        for (const YamlNode &item : *lessons) {
            const auto id = textOf(item, m_scope.problems);
            if (id && !m_lessonIds.contains(*id)) {
                m_scope.problems.error(
                    item.place, u"there is no lesson %1"_s.arg(quoted(*id)) % didYouMean(*id, m_lessonIds),
                    u"the id of a lesson of this course"_s);
            } else if (id) {
                block.lessons.append(*id);
            }
        }
    }
    map.finish();
    return block;
}

Block DirectiveReader::readResources(const YamlNode &root)
{
    ResourcesBlock block;
    if (root.kind != YamlNode::Kind::Sequence) {
        m_scope.problems.error(root.place, u"%1 in ::: resources"_s.arg(describe(root)),
                               u"a list of title:, link: and note:"_s);
    }
    for (const YamlNode &item : root.items) {
        MapReader map(item, m_scope.problems, u"a resource"_s);
        Resource resource;
        resource.title = map.requireText(u"title"_s);
        resource.link = readLink(map);
        resource.note = map.text(u"note"_s).value_or(QString());
        map.finish();
        block.resources.push_back(std::move(resource));
    }
    return block;
}

std::optional<Block> DirectiveReader::readEmbedded(const LessonPart &part, const YamlNode &root)
{
    const QString id = part.argument.text;
    const SourcePlace place = part.argument.at(0);
    if (!isId(id)) {
        m_scope.problems.error(place, u"%1 is no id of a %2"_s.arg(quoted(id), part.name),
                               u"::: %1 ID, where ID is of "_s.arg(part.name) % kIdRule);
        return std::nullopt;
    }
    if (m_blockIds.contains(id)) {
        m_scope.problems.error(place, u"the id %1 is in this lesson twice"_s.arg(quoted(id)),
                               u"another id for each block"_s);
        return std::nullopt;
    }
    m_blockIds.insert(id);
    EmbeddedReader reader(m_lessonId % u'.' % id, m_scope);
    return reader.read(part.name, root);
}

} // namespace studio::content
