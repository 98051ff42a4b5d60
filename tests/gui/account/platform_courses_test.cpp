#include "ui/courses/platform_course_card.h"
#include "ui/courses/platform_courses.h"

#include <QCheckBox>
#include <QComboBox>
#include <QProgressBar>
#include <QSignalSpy>

#include "widget_finder.h"

using namespace studio;
using namespace studio::ui;
using namespace studio::test;
using namespace Qt::StringLiterals;

namespace {

CatalogueCourse course(const QString &id, const QString &title, const QString &difficulty = u"beginner"_s)
{
    CatalogueCourse made;
    made.id = id;
    made.title = title;
    made.difficulty = difficulty;
    made.teacher = u"Grace Teacher"_s;
    return made;
}

struct Shop
{
    FakePlatform platform = {};
    std::unique_ptr<PlatformCourses> list = {};

    Shop()
    {
        platform.theAccount = ada();
        platform.theCatalogue
            = {course(u"classic-5"_s, u"Loops"_s), course(u"classic-6"_s, u"Functions"_s, u"advanced"_s),
               course(u"pages-5"_s, u"Sets"_s)};
        platform.theCatalogue[2].missing = u"lessons"_s;
    }

    PlatformCourses &open()
    {
        list = std::make_unique<PlatformCourses>(platform);
        list->resize(1000, 900);
        list->show();
        REQUIRE(QTest::qWaitForWindowExposed(list.get()));
        list->enter();
        settle();
        return *list;
    }

    PlatformCourseCard &card(const QString &id) const
    {
        return *find<PlatformCourseCard>(*list, u"platformCard-"_s % id);
    }

    QStringList shown() const
    {
        QStringList ids;
        for (const auto *each : list->findChildren<PlatformCourseCard *>()) {
            if (each->isVisible()) {
                ids.append(each->objectName().section(u'-', 1));
            }
        }
        ids.sort();
        return ids;
    }
};

} // namespace

TEST_CASE("Both catalogues are one list, with where each is from and what it lacks", "[gui][courses]")
{
    Shop shop;
    shop.open();
    CHECK(shop.platform.calls.contains(u"refreshCatalogue"_s));
    CHECK(shop.shown() == QStringList{u"classic-5"_s, u"classic-6"_s, u"pages-5"_s});
    bool told = false;
    for (const auto *label : shop.card(u"pages-5"_s).findChildren<QLabel *>()) {
        told = told || (label->isVisible() && label->text().contains(u"not its lesson texts"_s));
    }
    CHECK(told);
}

TEST_CASE("Not signed in and nothing known: how to sign in", "[gui][courses]")
{
    Shop shop;
    shop.platform.theAccount.reset();
    shop.platform.theCatalogue.clear();
    const PlatformCourses &list = shop.open();
    CHECK(find(list, u"accountSignIn"_s)->isVisible());
    CHECK_FALSE(find(list, u"platformSearch"_s)->isVisible());
    CHECK_FALSE(shop.platform.calls.contains(u"refreshCatalogue"_s));
}

TEST_CASE("Without a network the list as last seen stays, and that is said", "[gui][courses]")
{
    Shop shop;
    shop.platform.failures[u"refreshCatalogue"_s] = {ErrorCode::Offline, {}};
    const PlatformCourses &list = shop.open();
    CHECK(shop.shown().size() == 3);
    CHECK(textOf(list, u"platformMessage"_s).contains(u"as last seen"_s));
    shop.platform.failures.clear();
    click(list, u"platformFetch"_s);
    settle();
    CHECK_FALSE(find(list, u"platformMessage"_s)->isVisible());
}

TEST_CASE("Search and filters narrow the list, and an empty one says why", "[gui][courses]")
{
    Shop shop;
    shop.platform.theCatalogue[0].enrolled = true;
    shop.platform.theCatalogue[1].download = DownloadState::Complete;
    const PlatformCourses &list = shop.open();
    type(list, u"platformSearch"_s, u"grace func"_s);
    CHECK(shop.shown() == QStringList{u"classic-6"_s});
    type(list, u"platformSearch"_s, u"xyz"_s);
    CHECK(shop.shown().isEmpty());
    CHECK(textOf(list, u"platformEmpty"_s).contains(u"No course fits"_s));
    find<QLineEdit>(list, u"platformSearch"_s)->clear();
    find<QCheckBox>(list, u"platformEnrolled"_s)->setChecked(true);
    CHECK(shop.shown() == QStringList{u"classic-5"_s});
    find<QCheckBox>(list, u"platformEnrolled"_s)->setChecked(false);
    find<QCheckBox>(list, u"platformDownloaded"_s)->setChecked(true);
    CHECK(shop.shown() == QStringList{u"classic-6"_s});
    find<QCheckBox>(list, u"platformDownloaded"_s)->setChecked(false);
    find<QComboBox>(list, u"platformDifficulty"_s)->setCurrentIndex(3);
    CHECK(shop.shown() == QStringList{u"classic-6"_s});
}

TEST_CASE("Enrolling waits and can be undone until it is sent", "[gui][courses]")
{
    Shop shop;
    shop.open();
    PlatformCourseCard &card = shop.card(u"classic-5"_s);
    click(card, u"platformEnrol"_s);
    settle();
    CHECK(textOf(card, u"courseState"_s) == u"Enrolled, waiting to reach the platform"_s);
    auto *enrol = find<QAbstractButton>(card, u"platformEnrol"_s);
    CHECK(enrol->text() == u"Undo"_s);
    click(card, u"platformEnrol"_s);
    settle();
    CHECK(enrol->text() == u"Enrol"_s);
    CHECK(shop.platform.calls.contains(u"leave classic-5"_s));
    CHECK(&card == &shop.card(u"classic-5"_s)); // the same card, in its place
}

TEST_CASE("A download shows how far it is, can be stopped, and goes on", "[gui][courses]")
{
    Shop shop;
    shop.platform.held.insert(u"download"_s);
    shop.open();
    const PlatformCourseCard &card = shop.card(u"classic-5"_s);
    click(card, u"platformDownload"_s);
    CHECK(find(card, u"platformPause"_s)->isVisible());
    CHECK_FALSE(find(card, u"platformDownload"_s)->isVisible());
    shop.platform.setCourse(u"classic-5"_s, [](CatalogueCourse &each) {
        each.bytesDone = 420'000;
        each.bytesAll = 1'000'000;
    });
    CHECK(card.findChild<QProgressBar *>()->value() == 420);
    click(card, u"platformPause"_s);
    settle();
    auto *download = find<QAbstractButton>(card, u"platformDownload"_s);
    CHECK(download->text() == u"Go on downloading"_s);
    CHECK_FALSE(find(card, u"courseMessage"_s)->isVisible()); // stopping is no failure
    click(card, u"platformDownload"_s);
    settle();
    CHECK(textOf(card, u"courseState"_s) == u"On this computer"_s);
    QSignalSpy opened(shop.list.get(), &PlatformCourses::openRequested);
    click(card, u"platformOpen"_s);
    CHECK(opened.first().first().toString() == u"classic-5"_s);
}

TEST_CASE("A full disk is told at the course, and nothing else changes", "[gui][courses]")
{
    Shop shop;
    shop.platform.failures[u"download"_s] = {ErrorCode::DiskFull, {}};
    shop.open();
    click(shop.card(u"classic-6"_s), u"platformDownload"_s);
    settle();
    CHECK(textOf(shop.card(u"classic-6"_s), u"courseMessage"_s).contains(u"disk is full"_s));
    CHECK_FALSE(find(shop.card(u"classic-5"_s), u"courseMessage"_s)->isVisible());
}

TEST_CASE("Newer content is offered, and a course that is gone stays while it is here", "[gui][courses]")
{
    Shop shop;
    shop.platform.theCatalogue[0].download = DownloadState::Outdated;
    shop.platform.theCatalogue[1].download = DownloadState::Complete;
    shop.platform.theCatalogue[1].gone = true;
    shop.platform.theCatalogue[2].gone = true;
    shop.open();
    CHECK(shop.shown() == QStringList{u"classic-5"_s, u"classic-6"_s});
    CHECK(find<QAbstractButton>(shop.card(u"classic-5"_s), u"platformDownload"_s)->text() == u"Update"_s);
    CHECK(textOf(shop.card(u"classic-6"_s), u"courseState"_s).startsWith(u"No longer offered"_s));
    CHECK_FALSE(find(shop.card(u"classic-6"_s), u"platformEnrol"_s)->isVisible());
}

TEST_CASE("Taking a course off this computer is asked once, and says that work stays", "[gui][courses]")
{
    Shop shop;
    shop.platform.theCatalogue[0].download = DownloadState::Complete;
    const PlatformCourses &list = shop.open();
    QSignalSpy removed(&list, &PlatformCourses::removed);
    click(shop.card(u"classic-5"_s), u"platformRemove"_s);
    QTest::keyClick(dialog(u"removeQuestion"_s), Qt::Key_Escape);
    settle();
    CHECK(removed.isEmpty());
    click(shop.card(u"classic-5"_s), u"platformRemove"_s);
    click(*dialog(u"removeQuestion"_s), u"removeGo"_s);
    settle();
    CHECK(removed.count() == 1);
    CHECK(shop.platform.theCatalogue[0].download == DownloadState::None);
}

TEST_CASE("A catalogue of a thousand courses shows some and more on demand", "[gui][courses]")
{
    Shop shop;
    shop.platform.theCatalogue.clear();
    for (int i = 1; i <= 1000; ++i) {
        shop.platform.theCatalogue.push_back(course(u"classic-%1"_s.arg(i), u"Course %1"_s.arg(i)));
    }
    const PlatformCourses &list = shop.open();
    CHECK(shop.shown().size() == 40);
    click(list, u"platformMore"_s);
    CHECK(shop.shown().size() == 80);
    type(list, u"platformSearch"_s, u"course 777"_s);
    CHECK(shop.shown() == QStringList{u"classic-777"_s});
}
