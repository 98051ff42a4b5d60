#pragma once

#include "domain/ports/course_source.h"

#include <QTemporaryDir>

/// A copy of the sample course (one of each block and exercise kind, nothing wrong) to be broken.
class SampleCourse final
{
public:
    SampleCourse();

    QString root() const { return m_folder.path(); }

    QString path(const QString &file) const { return root() + QChar(u'/') + file; }

    QByteArray read(const QString &file) const;
    void write(const QString &file, const QByteArray &bytes);
    void remove(const QString &file); ///< A file or a folder.

    /// Replaces a text that stands in the file exactly once. A `⟦` in the new text isn't written; it marks
    /// the place that is given back.
    studio::SourcePlace replace(const QString &file, const QString &before, const QString &after);

    studio::LoadedCourse load() const;

private:
    QTemporaryDir m_folder;
};

QString describe(const std::vector<studio::Problem> &problems); ///< One a line.
