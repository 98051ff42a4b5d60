#include "main/core.h"

#include "content/course_folder.h"
#include "content/forum/post_renderer.h"
#include "main/examination.h"
#include "main/platform_setup.h"
#include "main/presence.h"
#include "runner/host/worker_runner.h"
#include "services/grader.h"
#include "services/project_service.h"
#include "services/readable_index.h"
#include "services/search_service.h"
#include "store/profiles.h"
#include "sync/platform/hosted_platform.h"

#include "projects/disk_project_store.h"
#include "projects/packages/pip_package_store.h"

namespace studio::app {

Core::Core(Paths paths, const QString &profile)
    : m_paths(std::move(paths))
    , m_runner(std::make_unique<runner::WorkerRunner>(m_paths.worker()))
    , m_grader(std::make_unique<services::Grader>(*m_runner))
{
    const auto folder
        = store::profileFolder(m_paths.data, profile.isEmpty() ? store::defaultProfileId() : profile);
    if (folder) {
        m_profileFolder = *folder;
    } else {
        m_profileError = folder.error();
    }
    m_courses = std::make_unique<content::CourseFolder>(
        QStringList{m_paths.bundledCourses()}, m_paths.installedCourses(),
        folder ? sync::downloadedCourses(*folder) : QString());
}

Core::~Core() = default;

Result<WorkStore *> Core::work()
{
    if (!m_work) {
        if (m_profileFolder.isEmpty()) {
            return fail(m_profileError);
        }
        auto opened = store::openWorkStore(m_profileFolder, m_clock);
        if (!opened) {
            return fail(std::move(opened).error());
        }
        m_work = std::move(opened->store);
        m_sync = opened->sync;
        m_forum = opened->forum;
        m_forumCopy = opened->forumCopy;
        m_plainRenderer = content::makePostRenderer(QUrl());
        m_index = std::make_unique<services::ReadableIndex>(*opened->search, *m_plainRenderer);
        m_report = opened->report;
    }
    return m_work.get();
}

Result<services::ProjectService *> Core::projects()
{
    if (!m_projects) {
        const auto opened = work();
        if (!opened) {
            return fail(opened.error());
        }
        m_projectStore = std::make_unique<projects::DiskProjectStore>(m_profileFolder);
        m_packages = std::make_unique<projects::PipPackageStore>(
            projects::PipSetup{m_paths.python(), m_paths.pipScript()});
        m_projects = std::make_unique<services::ProjectService>(
            services::ProjectStores{*m_projectStore, **opened, m_clock}, *m_packages);
    }
    return m_projects.get();
}

Result<Platform *> Core::platform()
{
    if (!m_platform) {
        if (const auto opened = work(); !opened) {
            return fail(opened.error());
        }
        sync::PlatformPlace place = platformPlace(m_profileFolder, m_paths.data);
        place.forum = m_forumCopy;
        m_platform = std::make_unique<sync::HostedPlatform>(*m_sync, m_clock, std::move(place));
    }
    return m_platform.get();
}

Result<ForumStore *> Core::forum()
{
    if (const auto opened = work(); !opened) {
        return fail(opened.error());
    }
    return m_forum;
}

Result<ForumPlatform *> Core::forumPlatform()
{
    if (const auto opened = platform(); !opened) {
        return fail(opened.error());
    }
    return &m_platform->forum();
}

Result<SearchIndex *> Core::search()
{
    if (const auto opened = work(); !opened) {
        return fail(opened.error());
    }
    return m_index.get();
}

Result<services::SearchService *> Core::searchService()
{
    if (!m_search) {
        const auto opened = projects();
        if (!opened) {
            return fail(opened.error());
        }
        m_search = std::make_unique<services::SearchService>(services::SearchSources{
            *m_index, *m_forum, *m_courses, {*m_projectStore, *m_work, m_clock}, **opened, *m_plainRenderer});
    }
    return m_search.get();
}

void Core::syncByItself()
{
    if (platform()) {
        m_platform->runByItself();
        m_presence = std::make_unique<Presence>(*m_platform);
    }
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
            [this] { return platform(); },
            [this] { return forum(); },
            [this] { return searchService(); }};
}

} // namespace studio::app
