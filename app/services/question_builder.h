#pragma once

#include "domain/exercise.h"
#include "domain/ports/search_index.h"
#include "domain/verdict.h"

#include <QString>

#include <optional>
#include <vector>

namespace studio::services {

// A good question about an exercise, put together from what is known of the person's work. Pure.

/// What an answer did when it was run or checked last.
struct LastTry
{
    std::optional<Verdict> verdict;
    std::optional<RunResult> run; ///< Of the person's own run, when that was later than the check.
    QString printed; ///< By that run.
    QString input; ///< Given to that run.
};

/// The parts of a question, each as the person may change it. Plain text but for `tried`, which is Markdown.
struct Question
{
    QString courseId;
    QString exerciseId;
    QString exerciseTitle;
    QString subject;
    QString tried;
    QString code; ///< The answer; not always Python.
    QString language; ///< For the block of code: `python`, or empty.
    QString input;
    QString expected;
    QString actual;
    QString error;

    bool operator==(const Question &) const = default;
};

/// Headings of the parts, in the person's language; Markdown, without `#`.
struct QuestionWords
{
    QString about; ///< "About the exercise %1"; %1 becomes a link.
    QString tried;
    QString code;
    QString input;
    QString expected;
    QString actual;
    QString error;
};

/// Fills in what can be known. What is hidden of the exercise, or would be its solution, is left out.
Question questionAbout(const QString &courseId, const Exercise &exercise, const QString &answer,
                       const LastTry &last);

/// The text of a post; parts without text are left out. No part can get out of its block.
QString markdownOf(const Question &question, const QuestionWords &words);

/// Whether posting `code` would spoil the exercise: it holds the solution, or one of the answers that
/// passed. Space, empty lines and comments of their own line do not count.
bool givesSolutionAway(const QString &code, const QString &solution, const std::vector<QString> &passed);

/// Searches for topics that may answer it already, the narrowest first. At most four.
std::vector<SearchRequest> similarSearches(const Question &question);

/// A block of code that its text cannot end.
QString fenced(const QString &code, const QString &language);

// For a draft: everything in one text, and back; nothing when it is none.
QString toJson(const Question &question, qint64 forumId);
std::optional<Question> questionFromJson(const QString &json, qint64 *forumId);

} // namespace studio::services
