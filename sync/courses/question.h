#pragma once

#include "sync/courses/conversion.h"
#include "sync/courses/yaml_text.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace studio::sync {

/// A question with options, in whichever shape the platform has it.
struct Question
{
    struct Option
    {
        QString text; ///< Markdown
        bool right = false;
    };

    QString ask; ///< Markdown; may be empty where the exercise's own text asks.
    QString code;
    std::vector<Option> options; ///< 2 to 26, at least one of them right.
    QString explanation; ///< Markdown
    bool many = false;
};

/// `{question|content|text, options, correct|correct_answer|answer|correctAnswer, explanation}`; an answer is
/// an index, a text of an option, a list of either, or marked in the option itself. Nothing, with a note,
/// when no question can be made of it.
std::optional<Question> questionFrom(const QJsonValue &value, Conversion &conversion);

/// `{"questions": [...]}`, a list, or one question.
std::vector<Question> questionsFrom(const QJsonValue &value, Conversion &conversion);

/// The keys `many`, `code`, `options` and `explanation`, into a map that is open.
void writeOptions(YamlText &yaml, const Question &question);

/// `::: quiz id`. Questions without a text of their own ask `otherwise`.
QString quizDirective(const QString &id, const std::vector<Question> &questions, const QString &otherwise);

} // namespace studio::sync
