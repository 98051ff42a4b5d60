#include "sync/courses/lesson_blocks.h"

#include "sync/courses/block_parts.h"
#include "sync/courses/html_to_markdown.h"
#include "sync/courses/markdown_text.h"

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostBlocks = 1000;

/// The solutions of `blanks: [{id, solution|answer}]`, where the author gave any.
QJsonObject solutionsIn(const QJsonObject &block)
{
    QJsonObject solutions = block.value("solutions"_L1).toObject();
    for (const QJsonValue &each : block.value("blanks"_L1).toArray()) {
        const QJsonObject blank = each.toObject();
        const QString number = textIn(blank, u"id"_s).section(u'_', -1);
        for (const QLatin1StringView key : {"solution"_L1, "answer"_L1, "correct"_L1}) {
            if (blank.value(key).isString() && !solutions.contains(number)) {
                solutions.insert(number, blank.value(key));
            }
        }
    }
    return solutions;
}

QString interactiveCode(BlockParts &parts, const QJsonObject &block, const QString &id)
{
    const QJsonObject instructions = block.value("instructions"_L1).toObject();
    const QString task = joined({parts.heading(textIn(instructions, u"title"_s), 3),
                                 parts.rich(instructions.isEmpty() ? textIn(block, u"instructions"_s)
                                                                   : textIn(instructions, u"content"_s))});
    const QString content = textIn(block, u"content"_s);
    const QString language = textIn(block, u"language"_s);
    QString expected;
    if (const QString output = textIn(block, u"expected_output"_s); !output.trimmed().isEmpty()) {
        expected = joined({u"It should print:"_s, fenced(output, u"output"_s)});
    }
    if (content.contains("{{"_L1)) {
        const QJsonObject solutions = solutionsIn(block);
        return joined(
            {solutions.isEmpty() ? QString() : parts.heading(textIn(block, u"title"_s), 3),
             parts.fillIn(id, task, content, solutions, block.value("alternatives"_L1).toObject(), language),
             expected});
    }
    return joined({task, parts.code(content, language, textIn(block, u"title"_s), true), expected});
}

QString classicBlock(BlockParts &parts, const QJsonObject &block, qsizetype index)
{
    const QString type = textIn(block, u"type"_s);
    const QString content = textIn(block, u"content"_s);
    const QString title = textIn(block, u"title"_s);
    if (type == "heading"_L1) {
        return parts.heading(content, block.value("level"_L1).toInt(2));
    }
    if (type == "text"_L1) {
        const QString text
            = textIn(block, u"format"_s) == "plain"_L1 ? parts.rich(content) : parts.markdown(content);
        return block.value("highlight"_L1).toBool() ? parts.callout(u"info"_s, {}, text) : text;
    }
    if (type == "code_example"_L1) {
        return parts.code(content, textIn(block, u"language"_s), title, false);
    }
    if (type == "interactive_code"_L1) {
        return interactiveCode(parts, block, parts.idFor(u"fill"_s, block, index));
    }
    if (type == "note"_L1 || type == "warning"_L1 || type == "tip"_L1) {
        return parts.callout(type, title, parts.markdown(content));
    }
    if (type == "alert"_L1) {
        return parts.callout(textIn(block, u"alert_type"_s), title, parts.markdown(content));
    }
    if (type == "quiz_question"_L1) {
        return parts.quiz(block, parts.idFor(u"quiz"_s, block, index), u"Which one is right?"_s);
    }
    if (type == "image"_L1) {
        return parts.picture(textIn(block, u"src"_s), textIn(block, u"alt"_s), textIn(block, u"caption"_s));
    }
    if (type == "video"_L1) {
        return parts.video(title, textIn(block, u"url"_s));
    }
    if (type == "list"_L1) {
        return joined(
            {parts.heading(title, 4),
             parts.list(block.value("items"_L1).toArray(), textIn(block, u"list_type"_s) == "ordered"_L1)});
    }
    if (type == "table"_L1) {
        return joined({parts.heading(title, 4),
                       parts.table(block.value("headers"_L1).toArray(), block.value("rows"_L1).toArray())});
    }
    parts.conversion().note(
        u"a block of unknown type \"%1\" is shown by its text"_s.arg(cleanLine(type, 40)));
    return joined({parts.heading(title, 3), parts.rich(content)});
}

QString wagtailPicture(BlockParts &parts, const QJsonObject &value)
{
    const QJsonObject renditions = value.value("renditions"_L1).toObject();
    for (const QLatin1StringView size : {"large"_L1, "medium"_L1}) {
        const QString url = renditions.value(size).toObject().value("url"_L1).toString();
        if (!url.isEmpty()) {
            return parts.picture(url, textIn(value, u"title"_s), {});
        }
    }
    return value.isEmpty() ? QString()
                           : parts.picture(textIn(value, u"original"_s), textIn(value, u"title"_s), {});
}

QString codeValue(BlockParts &parts, const QJsonObject &value, bool run)
{
    QString output;
    if (const QString mock = textIn(value, u"mock_output"_s); !run && !mock.trimmed().isEmpty()) {
        output = fenced(mock, u"output"_s);
    }
    return joined(
        {parts.code(textIn(value, u"code"_s), textIn(value, u"language"_s), textIn(value, u"title"_s), run),
         output, parts.rich(textIn(value, u"explanation"_s)),
         parts.rich(textIn(value, u"ai_explanation"_s))});
}

QString quoted(QString markdown)
{
    return markdown.isEmpty() ? QString() : u"> "_s + markdown.replace(u'\n', u"\n> "_s);
}

QString pageBlock(BlockParts &parts, const QJsonObject &block, qsizetype index)
{
    const QString type = textIn(block, u"type"_s);
    const QJsonValue raw = block.value("value"_L1);
    const QJsonObject value = raw.toObject();
    const QString text = raw.toString();
    if (type == "heading"_L1 || type == "section_break"_L1) {
        return parts.heading(raw.isObject() ? textIn(value, u"title"_s) : text, 2);
    }
    if (type == "paragraph"_L1 || type == "text"_L1 || type == "embed"_L1) {
        return parts.rich(text);
    }
    if (type == "image"_L1) {
        return wagtailPicture(parts, value);
    }
    if (type == "code"_L1 || type == "code_example"_L1) {
        return codeValue(parts, value, false);
    }
    if (type == "runnable_code_example"_L1) {
        return codeValue(parts, value, true);
    }
    if (type == "quote"_L1) {
        const QString words = parts.rich(textIn(value, u"text"_s));
        const QString by = escaped(htmlToLine(textIn(value, u"attribution"_s)));
        return words.isEmpty() ? QString() : quoted(joined({words, by.isEmpty() ? by : u"— "_s + by}));
    }
    if (type == "callout"_L1) {
        return parts.callout(textIn(value, u"type"_s), textIn(value, u"title"_s),
                             parts.rich(textIn(value, u"text"_s)));
    }
    if (type == "interactive_exercise"_L1) {
        return joined({parts.heading(textIn(value, u"title"_s), 3),
                       parts.rich(textIn(value, u"instructions"_s)),
                       parts.code(textIn(value, u"starter_code"_s), u"python"_s, {}, true)});
    }
    if (type == "video"_L1) {
        return joined({parts.video(textIn(value, u"title"_s), textIn(value, u"video_url"_s)),
                       parts.rich(textIn(value, u"description"_s))});
    }
    if (type == "quiz"_L1) {
        return parts.quiz(value, parts.idFor(u"quiz"_s, block, index), u"Which one is right?"_s);
    }
    if (type == "fill_blank_code"_L1 || type == "multiple_choice_code"_L1) {
        return joined(
            {parts.heading(textIn(value, u"title"_s), 3),
             parts.fillIn(parts.idFor(u"fill"_s, block, index), {}, textIn(value, u"template"_s),
                          value.value("solutions"_L1).toObject(),
                          value.value("alternative_solutions"_L1).toObject(), textIn(value, u"language"_s))});
    }
    if (type == "module"_L1 || type == "feature"_L1 || type == "example"_L1 || type == "objective"_L1) {
        return joined(
            {parts.heading(textIn(value, u"title"_s), 3), parts.rich(textIn(value, u"description"_s))});
    }
    parts.conversion().note(
        u"a block of unknown type \"%1\" is shown by its text"_s.arg(cleanLine(type, 40)));
    return parts.rich(text);
}

QString articleBlock(BlockParts &parts, const QJsonObject &block, qsizetype index)
{
    if (textIn(block, u"type"_s) != "callout"_L1) {
        return pageBlock(parts, block, index);
    }
    const QJsonObject value = block.value("value"_L1).toObject();
    const QString title = htmlToLine(textIn(value, u"title"_s), 80);
    return quoted(joined({title.isEmpty() ? QString() : u"**"_s + escaped(title) + u"**"_s,
                          parts.rich(textIn(value, u"text"_s))}));
}

template<typename Convert>
QString eachBlock(const QJsonArray &blocks, Conversion &conversion, Convert convert)
{
    BlockParts parts(conversion);
    QStringList texts;
    qsizetype size = 0;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (i >= kMostBlocks || size > kLongestLesson) {
            conversion.note(u"%1 of %2 blocks are left out: the lesson is too long"_s.arg(blocks.size() - i)
                                .arg(blocks.size()));
            texts.append(u"The rest of this lesson is too long to be kept on this computer."_s);
            break;
        }
        if (!blocks.at(i).isObject()) {
            conversion.note(u"block %1 is none"_s.arg(i + 1));
            continue;
        }
        texts.append(convert(parts, blocks.at(i).toObject(), i));
        size += texts.last().size();
    }
    return joined(texts);
}

} // namespace

QString classicBlocks(const QJsonArray &blocks, Conversion &conversion)
{
    return eachBlock(blocks, conversion, classicBlock);
}

QString pageBlocks(const QJsonArray &blocks, Conversion &conversion)
{
    return eachBlock(blocks, conversion, pageBlock);
}

QString articleBlocks(const QJsonArray &blocks, Conversion &conversion)
{
    return eachBlock(blocks, conversion, articleBlock);
}

} // namespace studio::sync
