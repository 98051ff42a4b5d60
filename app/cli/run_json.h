#pragma once

#include "domain/run.h"

#include <QJsonObject>

namespace studio::cli {

/// How a run ended, for machines: state, exit_status, error, explanation; docs/command-line.md has the keys.
QJsonObject toJson(const RunResult &result);

} // namespace studio::cli
