#include "services/course_library.h"

#include "domain/when_done.h"

#include <QtConcurrent/QtConcurrentRun>

namespace studio::services {

CourseLibrary::CourseLibrary(CourseSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
}

CourseLibrary::~CourseLibrary()
{
    // The tasks use the source, which lives as long as this object's user promises.
    for (QFuture<Result<LoadedCourse>> &reading : m_reading) {
        reading.waitForFinished();
    }
}

std::vector<CourseSummary> CourseLibrary::courses() const
{
    return m_source.courses();
}

QFuture<Result<LoadedCourse>> CourseLibrary::course(const QString &courseId)
{
    if (const auto known = m_loaded.find(courseId); known != m_loaded.end()) {
        return QtFuture::makeReadyFuture(Result<LoadedCourse>(*known));
    }
    if (const auto loading = m_loading.find(courseId); loading != m_loading.end()) {
        return *loading;
    }
    const QFuture<Result<LoadedCourse>> reading
        = QtConcurrent::run([&source = m_source, courseId] { return source.load(courseId); });
    const QFuture<Result<LoadedCourse>> remembered
        = whenDone(QFuture(reading), this, [this, courseId](const Result<LoadedCourse> &loaded) {
              m_loading.remove(courseId);
              m_reading.remove(courseId);
              if (loaded && loaded->course) {
                  m_loaded.insert(courseId, *loaded);
              }
              return loaded;
          });
    m_reading.insert(courseId, reading);
    m_loading.insert(courseId, remembered);
    return remembered;
}

std::shared_ptr<const Course> CourseLibrary::loaded(const QString &courseId) const
{
    return m_loaded.value(courseId).course;
}

QFuture<Result<CourseSummary>> CourseLibrary::install(const QString &path)
{
    return whenDone(QtConcurrent::run([&source = m_source, path] { return source.install(path); }), this,
                    [this](const Result<CourseSummary> &installed) {
                        if (installed) {
                            m_loaded.remove(installed->id);
                            Q_EMIT coursesChanged();
                        }
                        return installed;
                    });
}

void CourseLibrary::readAgain(const QString &courseId)
{
    m_loaded.remove(courseId);
    Q_EMIT coursesChanged();
}

Result<> CourseLibrary::remove(const QString &courseId)
{
    const Result<> removed = m_source.remove(courseId);
    if (removed) {
        m_loaded.remove(courseId);
        Q_EMIT coursesChanged();
    }
    return removed;
}

} // namespace studio::services
