#pragma once

#include "content/format/lesson_reader.h"
#include "content/markdown/lesson_parts.h"
#include "content/yaml/map_reader.h"

#include <QSet>

namespace studio::content {

/// Makes blocks of directives (`::: NAME …`). Lives as long as one lesson is read, and sees to it that the
/// ids of its blocks differ.
class DirectiveReader final
{
    Q_DISABLE_COPY_MOVE(DirectiveReader)

public:
    DirectiveReader(QString lessonId, QStringList lessonIds, ExerciseShelf &shelf, Scope &scope);

    std::optional<Block> read(const LessonPart &part); ///< Nothing when it can't be shown.

private:
    std::optional<Block> readCallout(const LessonPart &part);
    std::optional<Block> readExerciseFolder(const LessonPart &part);
    std::optional<Block> readVideo(const YamlNode &root);
    Block readObjectives(const YamlNode &root);
    Block readPrerequisites(const YamlNode &root);
    Block readResources(const YamlNode &root);
    std::optional<Block> readEmbedded(const LessonPart &part, const YamlNode &root);
    std::vector<RichText> readItems(const std::vector<YamlNode> &items);
    QUrl readLink(MapReader &map);

    QString m_lessonId;
    QStringList m_lessonIds;
    ExerciseShelf &m_shelf;
    Scope &m_scope;
    QSet<QString> m_blockIds;
};

} // namespace studio::content
