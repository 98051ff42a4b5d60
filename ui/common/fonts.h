#pragma once

#include <QString>

namespace studio::ui {

/// Makes Inter and JetBrains Mono known to this program when the system does not have them, and OpenDyslexic.
void loadFonts(const QString &folder);

} // namespace studio::ui
