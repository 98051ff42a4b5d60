#pragma once

#include "domain/exercise.h"

#include <QUrl>

#include <memory>
#include <variant>
#include <vector>

namespace studio {

struct HeadingBlock
{
    int level = 2; ///< 1 to 4
    QString text;
    QString anchor;
};

struct TextBlock
{
    RichText text;
};

struct ImageBlock
{
    QString path; ///< Relative to the course folder; exists.
    QString alternative; ///< Never empty: the parser asks the author for it.
    QString caption;
};

/// Code to read.
struct CodeBlock
{
    QString code;
    QString language; ///< `python`, `text`, `output`, …
    QString title;
};

/// Code to read, change and run in place.
struct RunnableBlock
{
    QString id; ///< Unique in the lesson.
    QString code;
    QString title;
    QString input; ///< Given to the program when the learner has typed none.
};

/// An exercise folder of the course, shown in the flow.
struct ExerciseBlock
{
    std::shared_ptr<const Exercise> exercise;
};

/// Fill-in code, multiple choice in code, or a quiz, written in the lesson itself.
struct EmbeddedExerciseBlock
{
    enum class Kind { FillIn, ChoiceInCode, Quiz };

    Kind kind = Kind::Quiz;
    std::vector<std::shared_ptr<const Exercise>> questions; ///< One, or several for a quiz.
};

struct VideoBlock
{
    QUrl link;
    QString title;
    QString poster; ///< Relative path of a picture; may be empty.
    QString length;
};

struct CalloutBlock
{
    enum class Kind { Info, Warning, Tip, Danger };

    Kind kind = Kind::Info;
    QString title;
    RichText text;
};

struct Resource
{
    QString title;
    QUrl link;
    QString note;
};

struct ResourcesBlock
{
    std::vector<Resource> resources;
};

struct ObjectivesBlock
{
    std::vector<RichText> items;
};

struct PrerequisitesBlock
{
    std::vector<RichText> items;
    QStringList lessons; ///< Ids of lessons to know first.
};

using Block = std::variant<HeadingBlock, TextBlock, ImageBlock, CodeBlock, RunnableBlock, ExerciseBlock,
                           EmbeddedExerciseBlock, VideoBlock, CalloutBlock, ResourcesBlock, ObjectivesBlock,
                           PrerequisitesBlock>;

} // namespace studio
