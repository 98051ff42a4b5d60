#pragma once

#include "domain/exercise.h"
#include "domain/verdict.h"

#include <QJsonObject>

namespace studio::cli {

/// A verdict for machines; docs/command-line.md describes the keys. What a hidden case expects is left out.
QJsonObject toJson(const Exercise &exercise, const Verdict &verdict);

QJsonObject toJson(const Problem &problem);
QJsonObject toJson(const RunError &error);

} // namespace studio::cli
