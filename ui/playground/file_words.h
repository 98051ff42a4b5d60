#pragma once

#include "domain/error.h"
#include "domain/project.h"

namespace studio::ui {

QString describe(NameProblem problem, const QString &name); ///< Why it can't be a name, in a sentence.
QString describeFileError(const Error &error, const QString &name);

} // namespace studio::ui
