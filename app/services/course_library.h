#pragma once

#include "domain/ports/course_source.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace studio::services {

/// The courses on this computer, loaded off the GUI thread and kept once loaded.
class CourseLibrary final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CourseLibrary)

public:
    explicit CourseLibrary(CourseSource &source, QObject *parent = nullptr);
    ~CourseLibrary() override;

    /// Reads only course.yaml files; quick enough to call for each showing of the list.
    std::vector<CourseSummary> courses() const;

    /// The same shared course for every caller until it is reloaded.
    QFuture<Result<LoadedCourse>> course(const QString &courseId);
    std::shared_ptr<const Course> loaded(const QString &courseId) const; ///< Null when not loaded yet.

    QFuture<Result<CourseSummary>> install(const QString &path);
    Result<> remove(const QString &courseId);
    void readAgain(const QString &courseId); ///< Its folder is new, or gone: the next load reads it.

    RichText render(const QString &markdown) const { return m_source.render(markdown); }

Q_SIGNALS:
    void coursesChanged();

private:
    CourseSource &m_source;
    QHash<QString, LoadedCourse> m_loaded;
    QHash<QString, QFuture<Result<LoadedCourse>>>
        m_reading; ///< On a thread of the pool; waited for at the end.
    QHash<QString, QFuture<Result<LoadedCourse>>> m_loading; ///< What callers got: m_reading, remembered.
};

} // namespace studio::services
