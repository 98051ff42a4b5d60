#include "main/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace studio::app {

using namespace Qt::StringLiterals;

namespace {

QString executable(const QString &folder, const QString &name)
{
#ifdef Q_OS_WIN
    return folder % u'/' % name % u".exe"_s;
#else
    return folder % u'/' % name;
#endif
}

} // namespace

QString Paths::worker() const
{
    return executable(bin, u"studio-python"_s);
}

QString Paths::window() const
{
    return executable(bin, u"learning-studio-window"_s);
}

QString Paths::python() const
{
#ifdef Q_OS_WIN
    return bin % u"/../python/python.exe"_s;
#else
    const QString bundled = bin % u"/../python/bin/python3"_s;
    return QFileInfo::exists(bundled) ? bundled : u"/usr/bin/python3"_s;
#endif
}

Paths findPaths(const QString &dataDir)
{
    Paths paths;
    paths.bin = QCoreApplication::applicationDirPath();
    paths.share = QDir::cleanPath(paths.bin % u"/../share/learning-studio"_s);
    paths.data = dataDir.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) % u"/learning-studio"_s
        : QDir::cleanPath(QDir().absoluteFilePath(dataDir));
    return paths;
}

} // namespace studio::app
