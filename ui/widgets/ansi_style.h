#pragma once

#include "ui/widgets/output_style.h"

#include <string_view>

namespace studio::ui {

/// Carries out `ESC [ numbers m`: marks, the sixteen colours, the 256 and the direct ones, written with
/// semicolons or colons. What makes no sense is skipped. The style's kind stays.
void applyAnsiStyle(std::string_view numbers, OutputStyle &style);

} // namespace studio::ui
