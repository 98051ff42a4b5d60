#pragma once

#include "content/problem_list.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace studio::content {

/// A text together with where in a file it stands, so that a place in it can be named as a place in the file.
///
/// It may be a part of the file: some lines, or the lines of a YAML block scalar without their indentation.
struct SourceText
{
    QString file; ///< Relative to the course folder.
    QString text; ///< Lines end in \n.
    int firstLine = 1; ///< Of the file.
    int indent = 0; ///< Columns that were cut from the start of each line.
    /// Set when the text doesn't stand in the file as it is (quoted, folded): then this is the place of
    /// everything.
    std::optional<SourcePlace> only;

    SourcePlace at(qsizetype offset) const;
    SourcePlace atLine(int line, int column = 1) const; ///< Of this text; both count from 1.

    /// `from` must be the start of a line.
    SourceText part(qsizetype from, qsizetype length) const;
};

/// Reads bytes as UTF-8: a byte order mark goes, line ends become \n. A byte that is no UTF-8 and a
/// character that no text holds are errors with their place; nothing is given back then.
std::optional<SourceText> decode(const QString &file, const QByteArray &bytes, ProblemList &problems);

int codePoints(QStringView text);

} // namespace studio::content
