#include "sync/courses/question.h"

#include "sync/courses/html_to_markdown.h"
#include "sync/courses/markdown_text.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace studio::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostOptions = 26;
constexpr qsizetype kMostQuestions = 50;

QString firstText(const QJsonObject &object, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (const QString text = object.value(key).toString(); !text.trimmed().isEmpty()) {
            return text;
        }
    }
    return {};
}

/// What an option says, before conversion: a text, a number, or an object with one.
QString optionText(const QJsonValue &value)
{
    if (value.isDouble()) {
        return QString::number(value.toDouble());
    }
    if (value.isBool()) {
        return value.toBool() ? u"True"_s : u"False"_s;
    }
    if (value.isObject()) {
        return firstText(value.toObject(), {u"text"_s, u"label"_s, u"option"_s, u"value"_s, u"content"_s});
    }
    return value.toString();
}

QString richOption(const QString &text, Conversion &conversion)
{
    const QString markdown = htmlToMarkdown(text, conversion);
    return markdown.isEmpty() ? codeSpan(text) : markdown;
}

bool isRight(const QJsonValue &answer, const QJsonValue &option, qsizetype index)
{
    if (answer.isArray()) {
        const QJsonArray all = answer.toArray();
        return std::any_of(all.begin(), all.end(),
                           [&](const QJsonValue &each) { return isRight(each, option, index); });
    }
    if (answer.isDouble()) {
        return answer.toInteger(-1) == index;
    }
    return answer.isString() && answer.toString().trimmed() == optionText(option).trimmed();
}

bool marksItself(const QJsonValue &option)
{
    const QJsonObject object = option.toObject();
    return object.value("correct"_L1).toBool() || object.value("is_correct"_L1).toBool()
        || object.value("right"_L1).toBool();
}

} // namespace

std::optional<Question> questionFrom(const QJsonValue &value, Conversion &conversion)
{
    const QJsonObject object = value.toObject();
    Question question;
    question.ask = htmlToMarkdown(
        firstText(object, {u"question"_s, u"question_text"_s, u"content"_s, u"text"_s, u"title"_s}),
        conversion);
    question.code = cleanText(object.value("code"_L1).toString());
    question.explanation = htmlToMarkdown(object.value("explanation"_L1).toString(), conversion);
    QJsonValue answer;
    for (const QLatin1StringView key :
         {"correct"_L1, "correct_answer"_L1, "correctAnswer"_L1, "correct_answers"_L1, "answer"_L1}) {
        if (answer.isNull() || answer.isUndefined()) {
            answer = object.value(key);
        }
    }
    const QJsonValue listed = object.value(object.contains("options"_L1) ? "options"_L1 : "choices"_L1);
    const QJsonArray options = listed.toArray();
    qsizetype right = 0;
    for (qsizetype i = 0; i < options.size() && question.options.size() < kMostOptions; ++i) {
        const QString text = richOption(optionText(options.at(i)), conversion);
        if (text.isEmpty()) {
            continue;
        }
        const bool isTrue = marksItself(options.at(i)) || isRight(answer, options.at(i), i);
        right += isTrue ? 1 : 0;
        question.options.push_back({text, isTrue});
    }
    if (question.options.size() < 2 || right == 0) {
        conversion.note(u"a question without options, or without a right one, is left out"_s);
        return {};
    }
    question.many = right > 1;
    return question;
}

std::vector<Question> questionsFrom(const QJsonValue &value, Conversion &conversion)
{
    QJsonArray all = value.toArray();
    if (value.isObject()) {
        const QJsonValue listed = value.toObject().value("questions"_L1);
        all = listed.isArray() ? listed.toArray() : QJsonArray{value};
    }
    std::vector<Question> questions;
    for (qsizetype i = 0; i < std::min(all.size(), kMostQuestions); ++i) {
        if (auto question = questionFrom(all.at(i), conversion)) {
            questions.push_back(std::move(*question));
        }
    }
    return questions;
}

void writeOptions(YamlText &yaml, const Question &question)
{
    if (question.many) {
        yaml.key("many").flag(true);
    }
    if (!question.code.trimmed().isEmpty()) {
        yaml.key("code").text(question.code);
    }
    yaml.key("options").beginList();
    for (const Question::Option &option : question.options) {
        yaml.beginMap().key("text").text(option.text);
        if (option.right) {
            yaml.key("right").flag(true);
        }
        yaml.endMap();
    }
    yaml.endList();
    if (!question.explanation.isEmpty()) {
        yaml.key("explanation").text(question.explanation);
    }
}

QString quizDirective(const QString &id, const std::vector<Question> &questions, const QString &otherwise)
{
    if (questions.empty()) {
        return {};
    }
    YamlText yaml;
    yaml.beginMap().key("questions").beginList();
    for (const Question &question : questions) {
        yaml.beginMap().key("ask").text(question.ask.isEmpty() ? otherwise : question.ask);
        writeOptions(yaml, question);
        yaml.endMap();
    }
    yaml.endList().endMap();
    return directive(u"quiz"_s, id, yaml.written());
}

} // namespace studio::sync
