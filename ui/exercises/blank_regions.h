#pragma once

#include "editor/widget/code_editor.h"

#include <QString>

#include <optional>
#include <vector>

namespace studio::ui {

/// A fill-in text with its blanks shown as gaps, and where they are.
struct BlankText
{
    QString text;
    std::vector<editor::EditableRegion> regions;
};

/// The places of the blanks in an answer, found by the template's fixed text around them. An untouched
/// `{{BLANK_n}}` is shown as a gap of spaces, so that there is something to see. Nothing when the fixed
/// text does not fit.
std::optional<BlankText> showBlanks(const QString &codeTemplate, const QString &answer);

/// The other way: the answer in its one text form; a gap of nothing but spaces is `{{BLANK_n}}` again.
QString readBlanks(const QString &text, const std::vector<editor::EditableRegion> &regions);

} // namespace studio::ui
