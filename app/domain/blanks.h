#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace studio {

/// A blank of a fill-in template, found in a text.
struct BlankSpan
{
    QString name; ///< `BLANK_1`
    qsizetype start = 0; ///< UTF-16 offset in the text.
    qsizetype length = 0;
};

/// The blanks of a template, in order: `{{BLANK_1}}` and so on.
std::vector<BlankSpan> blanksOf(const QString &codeTemplate);

/// Where each blank of the template stands in an answer, found by the fixed text around it. Nothing when the
/// fixed text is not there as it was: the answer belongs to another template, or was changed outside its
/// blanks.
std::optional<std::vector<BlankSpan>> findBlanks(const QString &codeTemplate, const QString &answer);

} // namespace studio
