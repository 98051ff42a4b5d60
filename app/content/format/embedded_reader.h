#pragma once

#include "content/scope.h"
#include "content/yaml/map_reader.h"
#include "domain/block.h"

namespace studio::content {

/// Reads exercises that are written in a lesson: `quiz`, `fill-in`, `code-choice`.
class EmbeddedReader final
{
    Q_DISABLE_COPY_MOVE(EmbeddedReader)

public:
    EmbeddedReader(QString id, Scope &scope); ///< `<lesson>.<block>`

    std::optional<Block> read(const QString &directive, const YamlNode &root);

private:
    std::optional<Block> readQuiz(const YamlNode &root);
    std::shared_ptr<const Exercise> readQuestion(const YamlNode &node, const QString &id);
    std::shared_ptr<const Exercise> readFillIn(const YamlNode &node);
    std::shared_ptr<const Exercise> readCodeChoice(const YamlNode &node);
    Exercise begin(MapReader &map, const QString &id, const QString &taskKey);

    QString m_id;
    Scope &m_scope;
};

} // namespace studio::content
