#pragma once

#include "content/course_folder.h"
#include "sync/courses/course_writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace studio::sync::tests {

/// A written course on the disk, as the program's own loader reads it.
struct Written
{
    CourseFilesMap files;
    QStringList report;
    QStringList wanted;
    LoadedCourse loaded;
    QStringList problems; ///< Errors and warnings.
    int errors = 0;

    QString text(const QString &path) const { return QString::fromUtf8(files.value(path)); }
};

inline void save(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

inline Written loadedFrom(CourseFilesMap files, const Conversion &conversion,
                          const QStringList &pictures = {})
{
    Written written;
    written.files = std::move(files);
    written.report = conversion.report();
    written.wanted = conversion.wanted();
    QTemporaryDir folder;
    for (auto it = written.files.begin(); it != written.files.end(); ++it) {
        save(folder.path() + QLatin1Char('/') + it.key(), it.value());
    }
    for (const QString &name : pictures) {
        save(folder.path() + QStringLiteral("/pictures/") + name, "\x89PNG\r\n\x1a\n");
    }
    const content::CourseFolder courses({}, folder.path() + QStringLiteral("/none"));
    const auto loaded = courses.loadFolder(folder.path());
    REQUIRE(loaded);
    written.loaded = *loaded;
    for (const Problem &problem : loaded->problems) {
        const bool error = problem.severity == Severity::Error;
        written.errors += error ? 1 : 0;
        written.problems.append((error ? QStringLiteral("error ") : QStringLiteral("warning "))
                                + problem.place.file + QStringLiteral(": ") + problem.what);
    }
    return written;
}

template<typename Source>
Written written(const Source &source, QHash<QString, QString> pictures = {})
{
    const QStringList names = pictures.values();
    Conversion conversion(QStringLiteral("https://learn.example.org"), std::move(pictures));
    CourseFilesMap files = writeCourse(source, conversion);
    return loadedFrom(std::move(files), conversion, names);
}

} // namespace studio::sync::tests
