#pragma once

#include <QString>

namespace studio::app {

/// Loads the texts of the program in the system's language, or English with its plurals, from `share`.
/// Once, after the application object is there; nothing there is no harm.
void loadTranslations(const QString &share);

} // namespace studio::app
