#pragma once

#include <QtGlobal>

namespace studio::ui {

/// How many columns of a terminal a character takes: 0 (accents, joiners), 1, or 2 (Chinese, emoji).
int characterWidth(char32_t character);

} // namespace studio::ui
