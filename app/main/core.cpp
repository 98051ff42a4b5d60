#include "main/core.h"

#include "content/course_folder.h"
#include "main/examination.h"
#include "runner/host/worker_runner.h"
#include "services/grader.h"
#include "store/profiles.h"

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

cli::Environment Core::environment()
{
    return {*m_courses,
            *m_runner,
            *m_grader,
            m_clock,
            [this] { return work(); },
            [this] { return examine(*this); }};
}

} // namespace studio::app
