#pragma once

#include "domain/exercise.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace studio::ui {

/// A piece of a fill-in template: fixed text, or a blank by its name.
struct TemplatePiece
{
    int start = 0; ///< UTF-16 offset in the template.
    QString text; ///< For a blank: its name.
    bool blank = false;
};

std::vector<TemplatePiece> templatePieces(const QString &codeTemplate);

/// An answer as the viewer's form shows it: ids, values of the blanks, lines, or text.
QJsonValue answerJson(const Exercise &exercise, const QString &answer);

/// The other way. Nothing when the form's value makes no sense for this exercise.
std::optional<QString> answerFrom(const Exercise &exercise, const QJsonValue &value);

/// One step in putting lines in order: `use`, `putBack`, `move`, `indent`. Nothing when there is no such
/// line.
std::optional<QString> parsonsStep(const Exercise &exercise, const QString &answer, const QString &step,
                                   int index, int by);

} // namespace studio::ui
