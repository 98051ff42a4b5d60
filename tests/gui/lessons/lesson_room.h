#pragma once

#include "domain/ports/clock.h"
#include "domain/ports/course_source.h"
#include "runner/host/worker_runner.h"
#include "services/course_library.h"
#include "services/grader.h"
#include "services/playground_service.h"
#include "services/progress_service.h"
#include "services/project_service.h"
#include "services/settings_service.h"
#include "ui/common/theme.h"
#include "ui/lessons/lesson_page.h"
#include "ui/lessons/lesson_web.h"
#include "ui/web/web_host.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

#include "projects/disk_project_store.h"
#include "projects/packages/pip_package_store.h"

class QWebEngineView;

namespace studio::tests {

/// One course, made in the test.
class OneCourse final : public CourseSource
{
public:
    explicit OneCourse(std::shared_ptr<const Course> course)
        : m_course(std::move(course))
    {
    }

    std::vector<CourseSummary> courses() const override { return {}; }

    Result<LoadedCourse> load(const QString &courseId) const override;
    Result<LoadedCourse> loadFolder(const QString &path) const override;
    Result<CourseSummary> install(const QString &path) override;
    Result<> remove(const QString &courseId) override;

    RichText render(const QString &markdown) const override { return {markdown, {}}; }

private:
    std::shared_ptr<const Course> m_course;
};

class ComputerClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

/// A window with a lesson page in it, real services, a real store in a folder of its own and real workers.
class LessonRoom final
{
public:
    explicit LessonRoom(std::shared_ptr<const Course> course, const QString &folder = {});
    ~LessonRoom();

    /// Shows a lesson and waits until it can be used; the page before is gone.
    ui::LessonPage &open(const QString &lessonId);
    void closePage();
    QWebEngineView &view();
    QVariant js(const QString &script);
    bool until(const QString &condition);

    QString folder() const { return m_folder; } ///< Of the store.

    services::ProgressService &progress() { return *m_progress; }

    QSignalSpy &places() { return *m_places; } ///< placeRequested() of the open page.

    QWidget &window() { return *m_window; }

    ui::Services services();

    ui::LessonWeb &web() { return *m_web; }

private:
    QTemporaryDir m_own;
    QString m_folder;
    ComputerClock m_clock;
    std::unique_ptr<WorkStore> m_store;
    OneCourse m_source;
    runner::WorkerRunner m_runner;
    services::Grader m_grader;
    std::unique_ptr<services::CourseLibrary> m_courses;
    std::unique_ptr<services::ProgressService> m_progress;
    std::unique_ptr<services::SettingsService> m_settings;
    std::unique_ptr<services::PlaygroundService> m_playground;
    std::unique_ptr<projects::DiskProjectStore> m_projectStore;
    std::unique_ptr<projects::PipPackageStore> m_packages;
    std::unique_ptr<services::ProjectService> m_projects;
    ui::WebHost m_host;
    std::unique_ptr<ui::LessonWeb> m_web;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ui::LessonPage> m_page;
    std::unique_ptr<QSignalSpy> m_places;
};

/// What is shipped, as the build lays it out.
QString shareFolder();

/// Makes `studio:` known and sets the engine's switches; before the first page.
void prepareEngine();

/// A course with lessons `all` (each kind of block), `long` and `links`.
std::shared_ptr<Course> sampleCourse(const QString &root);

} // namespace studio::tests
