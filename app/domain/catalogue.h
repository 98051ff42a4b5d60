#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace studio {

/// The platform has two catalogues with two unrelated id spaces.
enum class Catalogue {
    Classic, ///< Plain tables: lesson texts and progress on the platform.
    Pages, ///< The CMS: exercises and syllabus; lesson texts only on a repaired platform.
};

/// Which thing of the platform a course folder's id stands for. Ids in course folders are `classic-5` and
/// `pages-5` for courses, `lesson-17` for lessons, `exercise-9` for exercises.
struct PlatformCourse
{
    Catalogue catalogue = Catalogue::Classic;
    qint64 id = 0;

    bool operator==(const PlatformCourse &) const = default;
};

QString toString(Catalogue catalogue); ///< `classic`, `pages`
QString courseIdOf(const PlatformCourse &course);
/// Nothing for a course that is not from the platform.
std::optional<PlatformCourse> platformCourse(const QString &courseId);
std::optional<qint64> platformLesson(const QString &lessonId); ///< From `lesson-17`.
std::optional<qint64> platformExercise(const QString &exerciseId); ///< From `exercise-9`, steps included.

enum class DownloadState {
    None,
    Waiting,
    Running,
    Partial, ///< Stopped in between; goes on where it was.
    Complete,
    Outdated, ///< Complete, and the platform has newer content.
};

/// One course of the platform as the list shows it.
struct CatalogueCourse
{
    QString id; ///< Also that of the course folder once it is downloaded.
    QString slug; ///< For fetching only: changes when a course is renamed.
    QString title;
    QString summary;
    QString difficulty; ///< `beginner`, `intermediate`, `advanced`, `expert` or empty.
    QString teacher;
    QStringList topics;
    QString duration; ///< As the platform words it, e.g. `4 hours`; may be empty.
    int lessons = -1; ///< -1: the platform does not say.
    int exercises = -1;
    bool enrolled = false; ///< As the learner wants it; goes out by itself.
    bool waiting = false; ///< Enrolling or leaving has not reached the platform yet.
    bool gone = false; ///< No longer offered; what is here stays readable.
    QString missing; ///< What the platform does not give, a word: `lessons` or `exercises`; empty when all is
                     ///< there.
    DownloadState download = DownloadState::None;
    qint64 bytesDone = 0;
    qint64 bytesAll = -1; ///< -1 while not known.
    QString problem; ///< Why the last download stopped, for the log; empty when it did not.
};

/// What the platform's content takes on this computer, in bytes.
struct StorageUse
{
    qint64 courses = 0;
    qint64 media = 0;
    qint64 free = 0; ///< On that disk.
};

} // namespace studio
