#pragma once

#include <QStringList>

namespace studio::content {

/// The known word that `word` was probably meant to be; empty when none is near.
QString nearestWord(const QString &word, const QStringList &known);

/// “; did you mean "title"?” or nothing: to be put behind what is wrong.
QString didYouMean(const QString &word, const QStringList &known);

/// In quotation marks, cut to a length that fits a line of a report.
QString quoted(const QString &text);

/// The form of ids of courses, lessons, exercises and blocks.
bool isId(const QString &text);
extern const QString kIdRule; ///< What an id looks like, for `expected`.

bool isPythonName(const QString &text);

} // namespace studio::content
