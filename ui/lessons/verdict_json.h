#pragma once

#include "domain/exercise.h"
#include "domain/verdict.h"

#include <QJsonObject>

namespace studio::ui {

/// A verdict in words as the viewer shows it below an answer. Says nothing of options that were not chosen.
QJsonObject verdictJson(const Exercise &exercise, const Verdict &verdict, const QString &answer);

} // namespace studio::ui
