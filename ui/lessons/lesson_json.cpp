#include "ui/lessons/lesson_json.h"

#include "domain/completion.h"
#include "ui/exercises/choice_answer.h"
#include "ui/lessons/lesson_answer.h"
#include "ui/lessons/lesson_texts.h"
#include "ui/web/code_tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace studio::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(studio::ui::Lesson)

public:
    static QString minutes(int count)
    {
        return count == 1 ? tr("About a minute") : tr("About %n minutes", nullptr, count);
    }

    static QString calloutName(CalloutBlock::Kind kind)
    {
        switch (kind) {
        case CalloutBlock::Kind::Info:
            return tr("Note");
        case CalloutBlock::Kind::Warning:
            return tr("Careful");
        case CalloutBlock::Kind::Tip:
            return tr("Tip");
        case CalloutBlock::Kind::Danger:
            return tr("Danger");
        }
        Q_UNREACHABLE();
    }
};

QString calloutTone(CalloutBlock::Kind kind)
{
    switch (kind) {
    case CalloutBlock::Kind::Info:
        return u"info"_s;
    case CalloutBlock::Kind::Warning:
        return u"warning"_s;
    case CalloutBlock::Kind::Tip:
        return u"tip"_s;
    case CalloutBlock::Kind::Danger:
        return u"danger"_s;
    }
    Q_UNREACHABLE();
}

QString pictureUrl(const QString &path)
{
    return path.isEmpty() ? QString()
                          : u"studio://course/"_s % QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

/// Only what the page may lead to; anything else is no link.
QString outsideLink(const QUrl &link)
{
    const bool known
        = link.scheme() == "https"_L1 || link.scheme() == "http"_L1 || link.scheme() == "mailto"_L1;
    return known ? link.toString(QUrl::FullyEncoded) : QString();
}

QJsonArray htmlOf(const std::vector<RichText> &texts)
{
    QJsonArray all;
    for (const RichText &text : texts) {
        all.append(text.html);
    }
    return all;
}

QJsonArray partsJson(const FillBlanksSpec &spec)
{
    const QJsonArray tokens = tokensJson(spec.codeTemplate);
    QJsonArray parts;
    for (const TemplatePiece &piece : templatePieces(spec.codeTemplate)) {
        if (piece.blank) {
            const auto blank = std::find_if(spec.blanks.begin(), spec.blanks.end(),
                                            [&](const Blank &each) { return each.name == piece.text; });
            parts.append(QJsonObject{{u"blank"_s, piece.text},
                                     {u"width"_s, blank == spec.blanks.end() ? 8 : blank->width}});
            continue;
        }
        QJsonArray own;
        const int end = piece.start + static_cast<int>(piece.text.size());
        for (const auto &token : tokens) {
            const QJsonArray each = token.toArray();
            const int from = std::max(each[0].toInt(), piece.start);
            const int to = std::min(each[0].toInt() + each[1].toInt(), end);
            if (from < to) {
                own.append(QJsonArray{from - piece.start, to - from, each[2]});
            }
        }
        parts.append(QJsonObject{{u"text"_s, piece.text}, {u"tokens"_s, own}});
    }
    return parts;
}

QJsonObject choiceForm(const Exercise &exercise, const ChoiceSpec &spec)
{
    std::vector<int> order(spec.options.size());
    std::iota(order.begin(), order.end(), 0);
    if (spec.shuffle) {
        order = shuffledOrder(static_cast<int>(spec.options.size()), exercise.id);
    }
    QJsonArray options;
    for (const int index : order) {
        const ChoiceOption &option = spec.options[static_cast<std::size_t>(index)];
        options.append(QJsonObject{{u"id"_s, option.id}, {u"html"_s, option.text.html}});
    }
    return {{u"code"_s, spec.code},
            {u"tokens"_s, tokensJson(spec.code)},
            {u"many"_s, spec.many},
            {u"options"_s, options}};
}

QJsonObject formJson(const Exercise &exercise)
{
    if (const auto *choice = std::get_if<ChoiceSpec>(&exercise.spec)) {
        return choiceForm(exercise, *choice);
    }
    if (const auto *blanks = std::get_if<FillBlanksSpec>(&exercise.spec)) {
        return {{u"parts"_s, partsJson(*blanks)}};
    }
    if (const auto *predict = std::get_if<PredictOutputSpec>(&exercise.spec)) {
        return {{u"code"_s, predict->code},
                {u"tokens"_s, tokensJson(predict->code)},
                {u"input"_s, predict->input}};
    }
    if (const auto *typed = std::get_if<TypeThisSpec>(&exercise.spec)) {
        return {{u"text"_s, typed->text}, {u"tokens"_s, tokensJson(typed->text)}};
    }
    if (const auto *parsons = std::get_if<ParsonsSpec>(&exercise.spec)) {
        return {{u"given"_s, parsons->givenIndentation}};
    }
    return {};
}

/// Each kind of block as the viewer wants it.
struct BlockWriter
{
    const Course &course;
    const CourseProgress &progress;

    QJsonObject operator()(const HeadingBlock &block) const
    {
        return {{u"kind"_s, u"heading"_s},
                {u"level"_s, std::clamp(block.level, 2, 4)}, // the lesson's title is the one of level 1
                {u"text"_s, block.text},
                {u"anchor"_s, block.anchor}};
    }

    QJsonObject operator()(const TextBlock &block) const
    {
        return {{u"kind"_s, u"text"_s}, {u"html"_s, block.text.html}};
    }

    QJsonObject operator()(const ImageBlock &block) const
    {
        return {{u"kind"_s, u"image"_s},
                {u"src"_s, pictureUrl(block.path)},
                {u"alternative"_s, block.alternative},
                {u"caption"_s, block.caption}};
    }

    QJsonObject operator()(const CodeBlock &block) const
    {
        return {{u"kind"_s, u"code"_s},
                {u"code"_s, block.code},
                {u"language"_s, block.language},
                {u"title"_s, block.title},
                {u"tokens"_s, isPython(block.language) ? tokensJson(block.code) : QJsonArray()}};
    }

    QJsonObject operator()(const RunnableBlock &block) const
    {
        return {{u"kind"_s, u"example"_s},
                {u"id"_s, block.id},
                {u"title"_s, block.title},
                {u"code"_s, exampleCode(block)},
                {u"tokens"_s, tokensJson(exampleCode(block))}};
    }

    QJsonObject operator()(const ExerciseBlock &block) const
    {
        return {{u"kind"_s, u"questions"_s}, {u"questions"_s, QJsonArray{exerciseJson(*block.exercise)}}};
    }

    QJsonObject operator()(const EmbeddedExerciseBlock &block) const
    {
        QJsonArray questions;
        for (const auto &question : block.questions) {
            questions.append(exerciseJson(*question));
        }
        return {{u"kind"_s, u"questions"_s}, {u"questions"_s, questions}};
    }

    QJsonObject operator()(const VideoBlock &block) const
    {
        return {{u"kind"_s, u"video"_s},
                {u"title"_s, block.title},
                {u"link"_s, outsideLink(block.link)},
                {u"host"_s, block.link.host()},
                {u"poster"_s, pictureUrl(block.poster)},
                {u"length"_s, block.length}};
    }

    QJsonObject operator()(const CalloutBlock &block) const
    {
        return {{u"kind"_s, u"callout"_s},
                {u"tone"_s, calloutTone(block.kind)},
                {u"name"_s, Words::calloutName(block.kind)},
                {u"title"_s, block.title},
                {u"html"_s, block.text.html}};
    }

    QJsonObject operator()(const ResourcesBlock &block) const
    {
        QJsonArray all;
        for (const Resource &resource : block.resources) {
            all.append(QJsonObject{{u"title"_s, resource.title},
                                   {u"link"_s, outsideLink(resource.link)},
                                   {u"host"_s, resource.link.host()},
                                   {u"note"_s, resource.note}});
        }
        return {{u"kind"_s, u"resources"_s}, {u"resources"_s, all}};
    }

    QJsonObject operator()(const ObjectivesBlock &block) const
    {
        return {{u"kind"_s, u"objectives"_s}, {u"items"_s, htmlOf(block.items)}};
    }

    QJsonObject operator()(const PrerequisitesBlock &block) const
    {
        QJsonArray lessons;
        for (const QString &id : block.lessons) {
            if (const auto found = findLesson(course, id)) {
                lessons.append(QJsonObject{{u"id"_s, id},
                                           {u"title"_s, found->lesson->title},
                                           {u"done"_s, isDone(*found->lesson, progress)}});
            }
        }
        return {{u"kind"_s, u"prerequisites"_s}, {u"items"_s, htmlOf(block.items)}, {u"lessons"_s, lessons}};
    }
};

} // namespace

QString exampleCode(const RunnableBlock &block)
{
    return block.code.endsWith(u'\n') ? block.code.chopped(1) : block.code;
}

QJsonArray stripJson(const Course &course, const Lesson &here, const CourseProgress &progress)
{
    QJsonArray segments;
    for (const Lesson *lesson : lessonsOf(course)) {
        segments.append(QJsonObject{{u"title"_s, lesson->title},
                                    {u"here"_s, lesson->id == here.id},
                                    {u"done"_s, isDone(*lesson, progress)}});
    }
    return segments;
}

QJsonObject exerciseJson(const Exercise &exercise)
{
    const bool runs = exercise.kind == ExerciseKind::Program || exercise.kind == ExerciseKind::Function
        || exercise.kind == ExerciseKind::UnitTest || exercise.kind == ExerciseKind::Drawing;
    const bool titleSaysAll = exercise.task.markdown.trimmed() == exercise.title.trimmed();
    QJsonObject json{{u"id"_s, exercise.id},
                     {u"kind"_s, toString(exercise.kind)},
                     {u"title"_s, exercise.title},
                     {u"sort"_s, exerciseSort(exercise)},
                     {u"task"_s, titleSaysAll ? QString() : exercise.task.html},
                     {u"fileName"_s, exercise.fileName},
                     {u"runs"_s, runs},
                     {u"openable"_s, !exercise.embedded},
                     {u"form"_s, formJson(exercise)}};
    if (exercise.kind == ExerciseKind::Steps) {
        json.insert(u"steps"_s, true);
    }
    return json;
}

QJsonObject lessonJson(const Course &course, const LessonPosition &position, const CourseProgress &progress)
{
    const Lesson &lesson = *position.lesson;
    QJsonArray blocks;
    for (const Block &block : lesson.blocks) {
        blocks.append(std::visit(BlockWriter{course, progress}, block));
    }
    const bool rightToLeft = QLocale(course.language).textDirection() == Qt::RightToLeft;
    const auto lessons = lessonsOf(course);
    const auto at = static_cast<std::size_t>(position.index);
    return {{u"type"_s, u"show"_s},
            {u"id"_s, lesson.id},
            {u"title"_s, lesson.title},
            {u"lang"_s, course.language},
            {u"dir"_s, rightToLeft ? u"rtl"_s : u"ltr"_s},
            {u"meta"_s, lesson.minutes > 0 ? Words::minutes(lesson.minutes) : QString()},
            {u"texts"_s, lessonTexts()},
            {u"strip"_s, stripJson(course, lesson, progress)},
            {u"blocks"_s, blocks},
            {u"previous"_s, at > 0 ? lessons[at - 1]->title : QString()},
            {u"next"_s, at + 1 < lessons.size() ? lessons[at + 1]->title : QString()},
            {u"position"_s, progress.lessons.value(lesson.id).position}};
}

} // namespace studio::ui
