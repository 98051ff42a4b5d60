#include "main/core.h"

#include "content/course_folder.h"
#include "domain/ports/platform.h"
#include "main/examination.h"
#include "runner/host/worker_runner.h"
#include "services/grader.h"
#include "services/project_service.h"
#include "store/profiles.h"

#include "projects/disk_project_store.h"
#include "projects/packages/pip_package_store.h"

namespace studio::app {

Core::Core(Paths paths, QString profile)
    : m_paths(std::move(paths))
    , m_profile(profile.isEmpty() ? store::defaultProfileId() : std::move(profile))
    , m_courses(std::make_unique<content::CourseFolder>(QStringList{m_paths.bundledCourses()},
                                                        m_paths.installedCourses()))
    , m_runner(std::make_unique<runner::WorkerRunner>(m_paths.worker()))
    , m_grader(std::make_unique<services::Grader>(*m_runner))
{
}

Core::~Core() = default;

Result<WorkStore *> Core::work()
{
    if (!m_work) {
        const auto folder = store::profileFolder(m_paths.data, m_profile);
        if (!folder) {
            return fail(folder.error());
        }
        auto opened = store::openWorkStore(*folder, m_clock);
        if (!opened) {
            return fail(std::move(opened).error());
        }
        m_work = std::move(opened->store);
        m_report = opened->report;
    }
    return m_work.get();
}

Result<services::ProjectService *> Core::projects()
{
    if (!m_projects) {
        const auto opened = work();
        const auto folder = store::profileFolder(m_paths.data, m_profile);
        if (!opened || !folder) {
            return fail(opened ? folder.error() : opened.error());
        }
        m_projectStore = std::make_unique<projects::DiskProjectStore>(*folder);
        m_packages = std::make_unique<projects::PipPackageStore>(
            projects::PipSetup{m_paths.python(), m_paths.pipScript()});
        m_projects = std::make_unique<services::ProjectService>(
            services::ProjectStores{*m_projectStore, **opened, m_clock}, *m_packages);
    }
    return m_projects.get();
}

Result<Platform *> Core::platform()
{
    if (const auto opened = work(); !opened) {
        return fail(opened.error());
    }
    return m_platform ? Result<Platform *>(m_platform.get()) : fail(ErrorCode::NotFound, {});
}

void Core::usePlatform(std::unique_ptr<Platform> platform)
{
    m_platform = std::move(platform);
}

cli::Environment Core::environment()
{
    return {*m_courses,
            *m_runner,
            *m_grader,
            m_clock,
            [this] { return work(); },
            [this] { return examine(*this); },
            [this] { return projects(); },
            [this] { return platform(); }};
}

} // namespace studio::app
