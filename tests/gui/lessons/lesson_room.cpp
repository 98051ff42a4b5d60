#include "lesson_room.h"

#include "store/open_work_store.h"
#include "ui/web/web_engine.h"
#include "ui/web/web_view.h"

#include <QCoreApplication>
#include <QTest>
#include <QVBoxLayout>
#include <QWebEngineView>

#include <catch2/catch.hpp>

#include "web_page_probe.h"

namespace studio::tests {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
void waitFor(const QFuture<T> &future)
{
    REQUIRE(spinUntil([&] { return future.isFinished(); }, kDeadline));
}

std::unique_ptr<WorkStore> openStore(const QString &folder, const Clock &clock)
{
    auto opened = store::openWorkStore(folder, clock);
    REQUIRE(opened);
    return std::move(opened->store);
}

} // namespace

Result<LoadedCourse> OneCourse::load(const QString &courseId) const
{
    if (courseId != m_course->id) {
        return fail(ErrorCode::NotFound, u"no such course"_s);
    }
    return LoadedCourse{m_course, {}};
}

Result<LoadedCourse> OneCourse::loadFolder(const QString & /*path*/) const
{
    return LoadedCourse{m_course, {}};
}

Result<CourseSummary> OneCourse::install(const QString & /*path*/)
{
    return fail(ErrorCode::InvalidData, u"nothing can be installed here"_s);
}

Result<> OneCourse::remove(const QString & /*courseId*/)
{
    return fail(ErrorCode::Conflict, u"the course stays"_s);
}

void prepareEngine()
{
    static const bool done = [] {
        ui::registerStudioScheme();
        ui::prepareWebEngine({});
        return true;
    }();
    Q_UNUSED(done)
}

QString shareFolder()
{
    return QCoreApplication::applicationDirPath() % u"/../share/learning-studio"_s;
}

LessonRoom::LessonRoom(std::shared_ptr<const Course> course, const QString &folder)
    : m_folder(folder.isEmpty() ? m_own.path() : folder)
    , m_store(openStore(m_folder, m_clock))
    , m_source(std::move(course))
    , m_runner(QCoreApplication::applicationDirPath() % u"/studio-python"_s)
    , m_grader(m_runner)
    , m_host(shareFolder())
{
    prepareEngine();
    m_courses = std::make_unique<services::CourseLibrary>(m_source);
    m_progress = std::make_unique<services::ProgressService>(*m_store, m_clock);
    m_settings = std::make_unique<services::SettingsService>(*m_store);
    m_playground = std::make_unique<services::PlaygroundService>(m_runner);
    m_projectStore = std::make_unique<projects::DiskProjectStore>(m_folder);
    m_packages = std::make_unique<projects::PipPackageStore>(projects::PipSetup{});
    m_projects = std::make_unique<services::ProjectService>(
        services::ProjectStores{*m_projectStore, *m_store, m_clock}, *m_packages);
    waitFor(m_progress->load());
    waitFor(m_settings->load());
    m_web = std::make_unique<ui::LessonWeb>(m_host);
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 700);
    new QVBoxLayout(m_window.get());
    m_window->show();
    m_window->activateWindow();
}

LessonRoom::~LessonRoom()
{
    closePage();
    waitFor(m_store->flush());
    QTest::qWait(0); // what came back from the store is handed over
}

ui::Services LessonRoom::services()
{
    return {*m_courses, *m_progress, *m_settings, *m_playground, m_grader,
            m_runner,   *m_store,    m_clock,     *m_projects};
}

ui::LessonPage &LessonRoom::open(const QString &lessonId)
{
    closePage();
    m_page = std::make_unique<ui::LessonPage>(services(), *m_web, Place{u"lesson"_s, u"sample"_s, lessonId});
    m_places = std::make_unique<QSignalSpy>(m_page.get(), &ui::Page::placeRequested);
    const auto theme = ui::loadTheme(shareFolder() % u"/themes/light.json"_s);
    REQUIRE(theme);
    m_page->setTheme(*theme);
    m_window->layout()->addWidget(m_page.get());
    m_page->show();
    m_page->enter();
    if (!spinUntil([&] { return m_page->findChild<QWebEngineView *>() != nullptr; }, kDeadline)) {
        return *m_page; // a lesson that can't be shown
    }
    REQUIRE(until(u"window.studio !== undefined && document.querySelector('article') !== null"_s));
    // Nothing moves any more when pictures, letters and answers are there.
    REQUIRE(
        until(u"document.fonts.status === 'loaded' && [...document.images].every((image) => image.complete)"
              "&& document.querySelector('[aria-disabled=true]') === null"_s));
    return *m_page;
}

void LessonRoom::closePage()
{
    m_places.reset();
    m_page.reset();
}

QWebEngineView &LessonRoom::view()
{
    return *m_page->findChild<QWebEngineView *>();
}

QVariant LessonRoom::js(const QString &script)
{
    return evaluate(*view().page(), script);
}

bool LessonRoom::until(const QString &condition)
{
    return waitUntil(*view().page(), condition);
}

} // namespace studio::tests
