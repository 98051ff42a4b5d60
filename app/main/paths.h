#pragma once

#include <QString>

namespace studio::app {

/// Where the program's own files lie, found from where its executable lies: the same in a build folder, an
/// installation and a bundle.
struct Paths
{
    QString bin; ///< With learning-studio, learning-studio-window, studio-python.
    QString share; ///< With courses, themes, icons, fonts, lesson-viewer, schemas.
    QString data; ///< The person's: profiles and installed courses.

    QString worker() const;
    QString window() const;
    QString
    python() const; ///< The interpreter that goes with the worker's library, for environments of packages.

    QString pipScript() const { return share + QStringLiteral("/python/studio_pip.py"); }

    QString explanations() const { return QStringLiteral("%1/../lib/learning-studio/explanations").arg(bin); }

    QString bundledCourses() const { return share + QStringLiteral("/courses"); }

    QString installedCourses() const { return data + QStringLiteral("/courses"); }
};

/// Needs a QCoreApplication. `dataDir` empty: the system's usual place for a program's data.
Paths findPaths(const QString &dataDir);

} // namespace studio::app
