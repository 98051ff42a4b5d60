#include "main/window_application.h"

#include "cli/remote/command_server.h"
#include "cli/remote/wire.h"
#include "content/forum/post_renderer.h"
#include "domain/forum_limits.h"
#include "domain/ports/platform.h"
#include "domain/when_done.h"
#include "services/course_library.h"
#include "services/explaining_runner.h"
#include "services/forum_limiter.h"
#include "services/forum_notices.h"
#include "services/playground_service.h"
#include "services/progress_service.h"
#include "services/search_service.h"
#include "services/settings_service.h"
#include "text/notice_words.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/console/console_tabs.h"
#include "ui/courses/course_page.h"
#include "ui/courses/courses_page.h"
#include "ui/exercises/exercise_page.h"
#include "ui/forum/forum_desk.h"
#include "ui/forum/forum_page.h"
#include "ui/forum/forum_place.h"
#include "ui/forum/forum_web.h"
#include "ui/forum/question_wizard.h"
#include "ui/home/home_page.h"
#include "ui/lessons/lesson_page.h"
#include "ui/lessons/lesson_web.h"
#include "ui/pictures/playground_pictures.h"
#include "ui/playground/playground_page.h"
#include "ui/search/search_box.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/sync/sync_page.h"
#include "ui/web/web_engine.h"
#include "ui/web/web_host.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QTimer>

#include <chrono>

#include "desktop/make_notices.h"

namespace studio::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kWarmAfter{300};
constexpr std::chrono::milliseconds kIndexAfter{1500};

/// What opening the work had to do, in a sentence; empty when there is nothing to say.
QString openingSentence(const store::OpenReport &report)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("opening", text); };
    if (!report.damagedFile.isEmpty() && report.restoredUtc.isValid()) {
        return say(QT_TRANSLATE_NOOP("opening",
                                     "The file of your work was damaged. It is kept as %1; the backup of %2 "
                                     "is in use, and %3 newer texts were saved from the damaged file."))
            .arg(report.damagedFile,
                 QLocale().toString(report.restoredUtc.toLocalTime(), QLocale::ShortFormat))
            .arg(report.recoveredDocuments);
    }
    if (!report.damagedFile.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("opening",
                                     "The file of your work was damaged and there was no backup yet. It is "
                                     "kept as %1; %2 texts were saved from it."))
            .arg(report.damagedFile)
            .arg(report.recoveredDocuments);
    }
    if (!report.damagedLog.isEmpty()) {
        return say(QT_TRANSLATE_NOOP(
                       "opening",
                       "The last changes before the program ended could not be read. They are kept as %1."))
            .arg(report.damagedLog);
    }
    return {};
}

/// Where links to topics lead that open inside.
QUrl serverOf(const Platform *platform)
{
    const auto account = platform ? platform->account() : std::nullopt;
    return account ? QUrl(account->server) : QUrl();
}

/// The core's own, unless a platform of somebody else's is shown: then there is none but theirs.
WindowForum forumOf(Core &core, const Platform *platform, const WindowForum &forum)
{
    if (platform || forum.store) {
        return forum;
    }
    return {core.forum().value_or(nullptr), core.forumPlatform().value_or(nullptr), forum.notices};
}

} // namespace

// In dependency order: each member uses only those above it.
struct WindowApplication::Parts
{
    Core &core;
    WorkStore &store;
    Platform *platform;
    WindowForum forum;
    std::unique_ptr<DesktopNotices> ownNotices
        = forum.store && !forum.notices ? desktop::makeNotices() : nullptr;
    ui::ThemeSwitch themes{core.paths().share % u"/themes"_s};
    services::SettingsService settings{store};
    services::ExplainingRunner runner{core.runner(), settings};
    services::ProgressService progress{store, core.clock()};
    services::CourseLibrary courses{core.courses()};
    services::PlaygroundService playground{runner};
    ui::Services services{courses,
                          progress,
                          settings,
                          playground,
                          core.grader(),
                          runner,
                          store,
                          core.clock(),
                          **core.projects(),
                          platform,
                          forum.store,
                          forum.platform,
                          forum.notices ? forum.notices : ownNotices.get()};
    ui::WebHost webHost{core.paths().share};
    ui::LessonWeb web{webHost};
    ui::ForumWeb forumWeb{webHost};
    std::unique_ptr<PostRenderer> renderer = content::makePostRenderer([this] { return serverOf(platform); });
    std::unique_ptr<ui::ForumDesk> forumDesk
        = forum.store ? std::make_unique<ui::ForumDesk>(services) : nullptr;
    std::unique_ptr<services::ForumLimiter> forumLimiter = {}; ///< Once the settings are known.
    cli::CommandServer server{core.environment()};
    std::unique_ptr<ui::MainWindow> window = {};
    std::unique_ptr<services::ForumNotices> forumNotices = {}; ///< Uses the window.

    std::unique_ptr<ui::Page> makePage(const Place &place)
    {
        if (place.page == "lesson"_L1) {
            return std::make_unique<ui::LessonPage>(services, web, place);
        }
        if (place.page == "exercise"_L1) {
            return makeExercisePage(place);
        }
        if (place.page == "course"_L1) {
            return std::make_unique<ui::CoursePage>(services, place);
        }
        if (place.page == "courses"_L1) {
            return std::make_unique<ui::CoursesPage>(services);
        }
        if (place.page == "playground"_L1) {
            auto page = std::make_unique<ui::PlaygroundPage>(services, place);
            ui::addConsole(*page, services);
            ui::showPicturesIn(*page);
            return page;
        }
        if (place.page == "sync"_L1 && services.platform) {
            return std::make_unique<ui::SyncPage>(*services.platform, services.clock, ui::titlesOf(services));
        }
        if (place.page == "forum"_L1 && forumDesk) {
            return makeForumPage(place);
        }
        if (place.page == "settings"_L1) {
            return std::make_unique<ui::SettingsPage>(services);
        }
        return std::make_unique<ui::HomePage>(services);
    }

    std::unique_ptr<ui::Page> makeExercisePage(const Place &place)
    {
        if (!forumDesk) {
            return std::make_unique<ui::ExercisePage>(services, place);
        }
        const ui::ForumParts parts{*forumDesk, forumWeb, *renderer};
        auto page = std::make_unique<ui::ExercisePage>(services, place, &parts);
        followForum(*page);
        return page;
    }

    void followForum(ui::ExercisePage &page)
    {
        QObject::connect(&page, &ui::ExercisePage::askRequested, window.get(),
                         [this](const ui::AskedQuestion &asked) { openWizard(asked); });
        QObject::connect(forumDesk.get(), &ui::ForumDesk::changed, &page, &ui::ExercisePage::forumChanged);
        QObject::connect(&page, &ui::Page::codeRequested, window.get(),
                         [this](const QString &code) { openCode(code); });
    }

    void openWizard(const ui::AskedQuestion &asked)
    {
        auto *wizard = new ui::QuestionWizard(
            {*forumDesk, forumWeb, *renderer, core.search().value_or(nullptr)}, asked, window.get());
        wizard->setTheme(themes.theme(), settings.text(services::Setting::ReadingFont),
                         settings.text(services::Setting::ReducedMotion) == "on"_L1);
        wizard->setZoom(settings.number(services::Setting::Zoom));
        QObject::connect(wizard, &ui::QuestionWizard::topicChosen, window.get(), [this](qint64 topicId) {
            window->goTo({u"forum"_s, {}, u"topic/%1"_s.arg(topicId)});
        });
        QObject::connect(wizard, &ui::QuestionWizard::queued, window.get(), [this] {
            window->say(QCoreApplication::translate(
                "opening", "Your question is kept here and goes out when there is a network."));
        });
        wizard->open();
    }

    /// Ctrl+K, when there is an index. What it looks through besides the forum is put there once the window
    /// has been painted, and again when the box opens.
    void makeSearchBox()
    {
        const auto found = core.searchService();
        if (!found) {
            return;
        }
        services::SearchService *search = *found;
        auto *box = new ui::SearchBox({[search](const QString &typed) { return search->search(typed); },
                                       [search](const QString &typed) { return search->completions(typed); }},
                                      core.clock(), window.get());
        window->setSearchBox(box);
        QObject::connect(box, &ui::SearchBox::opened, search, [search] { search->putOwnCode(); });
        QObject::connect(&courses, &services::CourseLibrary::coursesChanged, search,
                         [search] { search->putCourses(); });
        QTimer::singleShot(kIndexAfter, search, [search] {
            whenDone(search->putCourses(), search, [search](const Result<> &) { search->putOwnCode(); });
        });
    }

    services::ForumNotices::Surroundings surroundings() const
    {
        services::ForumNotices::Surroundings now;
        now.windowActive = window->isActiveWindow();
        const Place place = window->page() ? window->page()->place() : Place();
        const auto item = place.page == "forum"_L1 ? ui::forumItemFrom(place.itemId) : std::nullopt;
        now.topicId = item ? item->topicId : 0;
        const auto account = platform ? platform->account() : std::nullopt;
        now.sharedComputer
            = platform && (platform->signInPolicy().sharedComputer || (account && account->sharedComputer));
        return now;
    }

    void makeNotices()
    {
        forumNotices = std::make_unique<services::ForumNotices>(services::ForumNotices::Parts{
            settings, *services.notices, [this] { return surroundings(); }, text::noticeOf});
        services::ForumNotices *told = forumNotices.get();
        QObject::connect(forumDesk.get(), &ui::ForumDesk::changed, told, [this, told] {
            if (forumDesk->known()) {
                told->take(forumDesk->notifications());
            }
        });
        QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, told,
                         [told](Qt::ApplicationState state) {
                             if (state == Qt::ApplicationActive) {
                                 told->personCame();
                             }
                         });
        QObject::connect(told, &services::ForumNotices::openRequested, window.get(),
                         [this](qint64 topicId, qint64 postId, const QString &token) {
                             window->goTo({u"forum"_s,
                                           {},
                                           postId != 0        ? u"post/%1"_s.arg(postId)
                                               : topicId != 0 ? u"topic/%1"_s.arg(topicId)
                                                              : u"all"_s});
                             if (!token.isEmpty()) {
                                 qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // Qt shows and clears it
                             }
                             window->comeToFront();
                         });
    }

    std::unique_ptr<ui::Page> makeForumPage(const Place &place)
    {
        auto page
            = std::make_unique<ui::ForumPage>(ui::TopicPanel::Parts{*forumDesk, forumWeb, *renderer}, place);
        QObject::connect(page.get(), &ui::Page::codeRequested, window.get(),
                         [this](const QString &code) { openCode(code); });
        return page;
    }

    void openCode(const QString &code) ///< Of the forum.
    {
        window->goTo({u"playground"_s, {}, {}});
        if (auto *shown = qobject_cast<ui::PlaygroundPage *>(window->page())) {
            shown->openCode(QCoreApplication::translate("opening", "From the forum"), code);
        }
    }
};

WindowApplication::WindowApplication(Core &core, Platform *platform, const WindowForum &forum)
    : m_parts(new Parts{core, **core.work(), platform ? platform : core.platform().value_or(nullptr),
                        forumOf(core, platform, forum)})
{
    Parts &parts = *m_parts;
    ui::setIconFolder(core.paths().share % u"/icons"_s);
    ui::loadFonts(core.paths().share % u"/fonts"_s);
    whenDone(parts.settings.load(), &parts.settings, [&parts](const Result<> &) {
        if (parts.forum.store) {
            parts.forumLimiter = std::make_unique<services::ForumLimiter>(
                parts.settings, *parts.forum.store,
                parts.forum.platform ? parts.forum.platform->schoolLimits() : ForumLimits());
        }
        ui::prepareWebEngine({parts.settings.flag(services::Setting::WebGpu), QAccessible::isActive()});
    });
    parts.window = std::make_unique<ui::MainWindow>(
        parts.services, [&parts](const Place &place) { return parts.makePage(place); }, parts.themes,
        QStringLiteral(STUDIO_PYTHON_VERSION));
    parts.makeSearchBox();
    if (parts.forumDesk) {
        parts.window->follow(*parts.forumDesk);
        parts.makeNotices();
    }
    if (Platform *used = parts.services.platform) {
        QObject::connect(used, &Platform::courseDownloaded, &parts.courses,
                         &services::CourseLibrary::readAgain);
        QObject::connect(used, &Platform::progressPulled, &parts.progress,
                         &services::ProgressService::readAgain);
    }
    parts.server.listen(cli::serverName(core.paths().data));
    QObject::connect(&parts.server, &cli::CommandServer::showRequested, parts.window.get(),
                     &ui::MainWindow::comeToFront);
    if (const QString opening = openingSentence(core.openReport()); !opening.isEmpty()) {
        parts.window->say(opening);
    }
}

WindowApplication::~WindowApplication() = default;

void WindowApplication::show()
{
    Parts &parts = *m_parts;
    // Asked for first: showing Home is remembered as the place, and the store keeps the order.
    const QFuture<Result<>> loading = parts.progress.load();
    parts.window->goTo({u"home"_s, {}, {}});
    parts.window->show();
    // The window is painted first; a person needs longer than this to press Run.
    QTimer::singleShot(kWarmAfter, parts.window.get(), [&parts] { parts.runner.warm(); });
    whenDone(loading, parts.window.get(), [&parts](const Result<> &loaded) {
        if (!loaded) {
            parts.window->say(QCoreApplication::translate(
                "opening", "Your progress could not be read. What you do now is saved all the same."));
        } else if (const auto last = parts.progress.lastPlaceAtStart()) {
            parts.window->goTo(*last);
        }
    });
}

ui::MainWindow &WindowApplication::window()
{
    return *m_parts->window;
}

} // namespace studio::app
