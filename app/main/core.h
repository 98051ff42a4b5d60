#pragma once

#include "cli/command.h"
#include "domain/ports/forum_platform.h"
#include "domain/ports/package_store.h"
#include "domain/ports/post_renderer.h"
#include "domain/ports/project_store.h"
#include "main/paths.h"
#include "main/system_clock.h"
#include "store/open_work_store.h"

#include <memory>

namespace studio::services {
class Grader;
class ProjectService;
class SearchService;
} // namespace studio::services

namespace studio::sync {
class HostedPlatform;
} // namespace studio::sync

namespace studio::app {

class Presence;

/// What the command line and the window share: courses, runner, grader, and the person's work when it is
/// asked for.
class Core final
{
    Q_DISABLE_COPY_MOVE(Core)

public:
    Core(Paths paths, const QString &profile);
    ~Core();

    const Paths &paths() const { return m_paths; }

    CourseSource &courses() { return *m_courses; }

    CodeRunner &runner() { return *m_runner; }

    services::Grader &grader() { return *m_grader; }

    const Clock &clock() const { return m_clock; }

    /// Opens the person's work at the first call and gives the same afterwards. InUse when another process
    /// has it.
    Result<WorkStore *> work();

    /// The person's projects; opens the work as work() does.
    Result<services::ProjectService *> projects();

    /// The hosted platform; opens the work as work() does. Sends and fetches only when asked.
    Result<Platform *> platform();

    Result<ForumStore *> forum(); ///< Opens the work as work() does.
    Result<ForumPlatform *> forumPlatform(); ///< As platform().
    Result<SearchIndex *> search(); ///< Opens the work as work() does.
    Result<services::SearchService *> searchService(); ///< As projects().

    /// From now on platform() sends and fetches by itself, notices the network, and signs out by itself on a
    /// shared computer. Needs a window's event loop.
    void syncByItself();

    /// What opening the work had to do, e.g. restore a backup. Valid after work() succeeded.
    const store::OpenReport &openReport() const { return m_report; }

    cli::Environment environment();

private:
    Paths m_paths;
    QString m_profileFolder; ///< Empty when the profile's name can't be one.
    Error m_profileError;
    SystemClock m_clock;
    std::unique_ptr<CourseSource> m_courses;
    std::unique_ptr<CodeRunner> m_runner;
    std::unique_ptr<services::Grader> m_grader;
    std::unique_ptr<PostRenderer> m_plainRenderer; ///< For texts without links to anywhere.
    std::unique_ptr<WorkStore> m_work; ///< Goes before what is above, and writes what is queued.
    SyncStore *m_sync = nullptr; ///< Part of the work.
    ForumStore *m_forum = nullptr; ///< Part of the work.
    ForumCopy *m_forumCopy = nullptr; ///< Part of the work.
    std::unique_ptr<SearchIndex> m_index; ///< Over the work's.
    std::unique_ptr<ProjectStore> m_projectStore;
    std::unique_ptr<PackageStore> m_packages;
    std::unique_ptr<services::ProjectService> m_projects; ///< Uses the three above.
    std::unique_ptr<services::SearchService> m_search; ///< Uses all of the above.
    std::unique_ptr<sync::HostedPlatform> m_platform; ///< Goes first: it writes to the work until its end.
    std::unique_ptr<Presence> m_presence; ///< Uses the platform.
    store::OpenReport m_report;
};

} // namespace studio::app
