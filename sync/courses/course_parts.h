#pragma once

#include "sync/courses/conversion.h"
#include "sync/courses/exercise_folder.h"

#include <QStringList>

#include <vector>

namespace studio::sync {

struct SectionText
{
    QString title;
    QStringList lessons; ///< Ids
};

struct CourseHead
{
    QString id;
    QString title;
    QString summary;
    QString about; ///< Markdown
    QString teacher;
};

/// Sections without lessons are not written; one lesson at least has to be there.
QByteArray courseFile(const CourseHead &head, const std::vector<SectionText> &sections);

struct LessonHead
{
    QString id;
    QString title;
    QString summary;
    qint64 minutes = 0; ///< 0: not said.
};

/// `body` in Markdown; `otherwise` stands there when it is empty, and what is too long is cut.
void addLesson(CourseFilesMap &files, const LessonHead &head, QString body, const QString &otherwise,
               Conversion &conversion);

QString showExercise(qint64 id); ///< `::: exercise exercise-9`

/// `30 min`, `1 hour`: minutes, 0 when it can't be told.
qint64 minutesIn(const QString &duration);

} // namespace studio::sync
