#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace studio::ui {

/// A Lucide icon by its name (`house`, `play`, `check-check`), drawn in `colour` at any scale; a null icon
/// and a log line when there is no such file. `mirrored`: flipped where the layout is right to left.
QIcon icon(const QString &name, const QColor &colour, bool mirrored = false);

/// Where the files are; set once by main() before the window is made.
void setIconFolder(const QString &folder);

} // namespace studio::ui
