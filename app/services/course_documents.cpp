#include "services/course_documents.h"

#include <type_traits>

namespace studio::services {

using namespace Qt::StringLiterals;

namespace {

/// The pieces of a text to be found, on lines of their own.
class Text
{
public:
    explicit Text(const PostRenderer &renderer)
        : m_renderer(renderer)
    {
    }

    void add(const QString &plain)
    {
        if (const QString trimmed = plain.trimmed(); !trimmed.isEmpty()) {
            m_lines.append(trimmed);
        }
    }

    void add(const RichText &text)
    {
        if (!text.isEmpty()) {
            add(m_renderer.plainText(text.markdown));
        }
    }

    QString all() const { return m_lines.join(u'\n'); }

private:
    const PostRenderer &m_renderer;
    QStringList m_lines;
};

void addExercise(const Exercise &exercise, Text &text)
{
    text.add(exercise.title);
    text.add(exercise.task);
    text.add(exercise.starter);
    std::visit(
        [&](const auto &spec) {
            using Spec = std::decay_t<decltype(spec)>;
            if constexpr (std::is_same_v<Spec, ChoiceSpec>) {
                text.add(spec.code);
                for (const ChoiceOption &each : spec.options) {
                    text.add(each.text);
                }
            } else if constexpr (std::is_same_v<Spec, PredictOutputSpec>) {
                text.add(spec.code);
            } else if constexpr (std::is_same_v<Spec, FillBlanksSpec>) {
                text.add(spec.codeTemplate);
            } else if constexpr (std::is_same_v<Spec, FunctionSpec>) {
                text.add(spec.name);
            } else if constexpr (std::is_same_v<Spec, TypeThisSpec>) {
                text.add(spec.text);
            } else if constexpr (std::is_same_v<Spec, StepsSpec>) {
                for (const auto &each : spec.steps) {
                    addExercise(*each, text);
                }
            }
        },
        exercise.spec);
    text.add(exercise.concepts.join(u' '));
}

void addBlock(const Block &block, Text &text)
{
    std::visit(
        [&](const auto &each) {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, HeadingBlock> || std::is_same_v<Kind, TextBlock>) {
                text.add(each.text);
            } else if constexpr (std::is_same_v<Kind, CalloutBlock>) {
                text.add(each.title);
                text.add(each.text);
            } else if constexpr (std::is_same_v<Kind, ImageBlock>) {
                text.add(each.alternative);
                text.add(each.caption);
            } else if constexpr (std::is_same_v<Kind, CodeBlock> || std::is_same_v<Kind, RunnableBlock>) {
                text.add(each.title);
                text.add(each.code);
            } else if constexpr (std::is_same_v<Kind, EmbeddedExerciseBlock>) {
                for (const auto &question : each.questions) {
                    addExercise(*question, text);
                }
            } else if constexpr (std::is_same_v<Kind, VideoBlock>) {
                text.add(each.title);
            } else if constexpr (std::is_same_v<Kind, ResourcesBlock>) {
                for (const Resource &resource : each.resources) {
                    text.add(resource.title);
                    text.add(resource.note);
                }
            } else if constexpr (std::is_same_v<
                                     Kind, ObjectivesBlock> || std::is_same_v<Kind, PrerequisitesBlock>) {
                for (const RichText &item : each.items) {
                    text.add(item);
                }
            }
        },
        block);
}

void addCodeTitle(const QString &courseId, const Exercise &exercise, QHash<QString, QString> &titles)
{
    if (isCode(exercise.kind)) {
        titles.insert(courseId % u'/' % exercise.id, exercise.title);
    }
    if (const auto *steps = std::get_if<StepsSpec>(&exercise.spec)) {
        for (const auto &each : steps->steps) {
            addCodeTitle(courseId, *each, titles);
        }
    }
}

} // namespace

std::vector<SearchDocument> searchDocumentsOf(const Course &course, const PostRenderer &renderer)
{
    std::vector<SearchDocument> documents;
    for (const Lesson *lesson : lessonsOf(course)) {
        Text text(renderer);
        text.add(lesson->summary);
        for (const Block &block : lesson->blocks) {
            addBlock(block, text);
        }
        documents.push_back(
            {FoundKind::Lesson, course.id % u'/' % lesson->id, lesson->title, course.title, text.all(), {}});
    }
    for (const auto &exercise : exercisesOf(course)) {
        if (!exercise->embedded) {
            Text text(renderer);
            addExercise(*exercise, text);
            documents.push_back({FoundKind::Exercise,
                                 course.id % u'/' % exercise->id,
                                 exercise->title,
                                 course.title,
                                 text.all(),
                                 {}});
        }
    }
    return documents;
}

QHash<QString, QString> codeTitlesOf(const Course &course)
{
    QHash<QString, QString> titles;
    for (const auto &exercise : exercisesOf(course)) {
        addCodeTitle(course.id, *exercise, titles);
    }
    return titles;
}

} // namespace studio::services
