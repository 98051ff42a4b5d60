#pragma once

#include <QCoreApplication>
#include <QString>

namespace studio::test {

/// The worker beside the test program.
inline QString workerPath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/studio-python");
}

/// What the programs read at run time: courses, themes, icons, the lesson viewer.
inline QString sharePath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../share/learning-studio");
}

} // namespace studio::test
